"""A list of addresses through the same path as crawled outlets."""

from pathlib import Path

import pytest

from models.errors import BadInputError
from models.settings import Settings
from models.vocabulary import Outcome
from service.addresses import collect_addresses, read_addresses
from service.reading import Desk
from storage.articles import ArticleFilter, ArticleRepository
from storage.database import Database
from tests.integration.crawler.sites import Reply, Request, served
from tests.integration.service.test_archives import other, relevant


def test_listed_addresses_end_each_once_and_again_conditionally(
    database: Database, desk: Desk, settings: Settings, tmp_path: Path
) -> None:
    def story(request: Request) -> Reply:
        if request.headers.get("If-None-Match") == '"1"':
            return Reply(status=304)
        return Reply(body=relevant(1), headers={"ETag": '"1"'})

    answers = {
        "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /rahasia/\n", content_type="text/plain"),
        "/kabar/satu": story,
        "/x": Reply(body=other(2)),
        "/rahasia/tiga": Reply(body=other(3)),
    }
    with served(answers) as site:
        paths = ("/kabar/satu?utm_source=x", "/kabar/satu/amp/", "/x", "/rahasia/tiga", "/tidak-ada")
        file = tmp_path / "daftar.txt"
        file.write_text("# kiriman\n\n" + "".join(f"{site.base}{path}\n" for path in paths), "utf-8")
        wanted = read_addresses(file)
        first = collect_addresses(database, settings, desk, wanted, delay=0)
        again = collect_addresses(database, settings, desk, wanted, delay=0)
    [outcomes] = first.outcomes.values()
    assert outcomes == {
        Outcome.DISCOVERY: 1,
        Outcome.STORED: 1,
        Outcome.IRRELEVANT: 1,
        Outcome.ROBOTS: 1,
        Outcome.HTTP_ERROR: 1,
    }
    assert again.outcomes["situs_127_0_0_1"][Outcome.UNCHANGED] == 2
    assert site.paths().count("/") == 0
    with database.session() as session:
        [article] = ArticleRepository(session).select(ArticleFilter())
    assert article.url == f"{site.base}/kabar/satu"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "holds no address"),
        ("https://a.id/x\nbukan alamat\n", "line 2"),
        ("ftp://a.id/x", "no web address"),
    ],
)
def test_what_is_no_list_of_addresses_is_named(tmp_path: Path, content: str, problem: str) -> None:
    file = tmp_path / "daftar.txt"
    file.write_text(content, "utf-8")
    with pytest.raises(BadInputError, match=problem):
        read_addresses(file)
