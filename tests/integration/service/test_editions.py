"""From the site to the figures: an edited article is a new version, a removed one is marked."""

from demo.expectations import load_expected
from demo.newsroom import serve
from models.settings import Settings
from models.vocabulary import Outcome
from service.cycle import CrawlOrder, collect
from service.reading import Desk
from storage.articles import ArticleFilter, ArticleRepository
from storage.database import Database
from storage.figures import FigureFilter, FigureRepository

EDITS, REMOVES = "bantentv", "bantenintens"


def path_of(outlet: str, later: Outcome) -> str:
    [path] = (article.path for article in load_expected(outlet).articles if article.later is later)
    return path


def values(outlet: str, path: str, *, edition: int) -> set[int]:
    told = [one for one in load_expected(outlet).articles if (one.path, one.edition) == (path, edition)]
    return {figure.value for article in told for figure in article.figures}


def test_an_edited_article_is_read_again_and_a_removed_one_is_kept(
    database: Database, desk: Desk, settings: Settings
) -> None:
    edited, removed = path_of(EDITS, Outcome.UPDATED), path_of(REMOVES, Outcome.REMOVED)
    with serve() as newsroom:
        order = CrawlOrder(names=(EDITS, REMOVES), delay=0, base_addresses=newsroom.base_addresses)
        collect(database, settings, desk, order)
        newsroom.edition = 2
        again = collect(database, settings, desk, order)
        bases = newsroom.base_addresses
    assert again.outcomes[EDITS][Outcome.UPDATED] == 1
    assert again.outcomes[REMOVES][Outcome.REMOVED] == 1
    with database.session() as session:
        stored = ArticleRepository(session).select(ArticleFilter(include_old_versions=True))
        old, new = sorted(
            (one for one in stored if one.url == bases[EDITS] + edited), key=lambda one: one.version
        )
        [gone] = (one for one in stored if one.url == bases[REMOVES] + removed)
        select = FigureRepository(session).select
        first = {one.value for one in select(FigureFilter(article_id=old.id, include_old_versions=True))}
        second = {one.value for one in select(FigureFilter(article_id=new.id))}
    assert (old.version, new.version, new.article_current) == (1, 2, True)
    assert first >= values(EDITS, edited, edition=1)
    assert second >= values(EDITS, edited, edition=2)
    assert gone.removed_at is not None
