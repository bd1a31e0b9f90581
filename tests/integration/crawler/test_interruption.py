"""A crawl that is stopped, killed, hung or cut off from its store loses nothing and says so."""

import signal
import subprocess
import sys
from contextlib import suppress

import pytest
from sqlalchemy import URL, create_engine, text

from crawler.protocol import CrawlRequest, order_line
from models.errors import DatabaseUnavailableError, SourceError
from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import Reply, Site, article

PAGES = [f"/berita/kabar-{number}" for number in range(12)]


@pytest.fixture
def many(site: Site, newsdesk: Newsdesk) -> Site:
    for path in PAGES:
        site.answers[path] = Reply(body=article(title=f"Kabar {path}"), headers={"ETag": f'"{path}"'})
    site.feed(*PAGES)
    newsdesk.declare(base=site.base)
    return site


def stored(newsdesk: Newsdesk, site: Site) -> set[str]:
    return {path for path in PAGES if newsdesk.body(site.base + path) is not None}


def test_a_stopped_crawl_keeps_what_it_has_and_goes_on(many: Site, newsdesk: Newsdesk) -> None:
    def stop(done: int, total: int | None) -> None:
        if done == 6:
            raise KeyboardInterrupt

    run_id = newsdesk.start_run()
    with pytest.raises(KeyboardInterrupt):
        newsdesk.crawl(stop, run_id=run_id, delay=0.3)
    told = {path for path, row in newsdesk.rows(run_id).items() if row.outcome is Outcome.PENDING}
    assert 0 < len(told) < len(PAGES)
    assert stored(newsdesk, many) == told
    outcomes = newsdesk.crawl().outcomes()
    assert {path for path in PAGES if outcomes[path] is Outcome.UNCHANGED} == told
    assert stored(newsdesk, many) == set(PAGES)


def test_a_killed_child_is_reported_and_the_next_crawl_goes_on(many: Site, newsdesk: Newsdesk) -> None:
    for round_ in range(3):
        run_id = newsdesk.start_run()
        request = CrawlRequest(names=("contoh",), run_id=run_id, delay=0.1, base_addresses=newsdesk.bases)
        line = order_line(request, newsdesk.settings, declarations=newsdesk.folder)
        child = subprocess.Popen(
            [sys.executable, "-m", "crawler.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(line + "\n")
        child.stdin.flush()
        for _ in range(4 + 2 * round_):
            child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdin.close()
        child.stdout.close()
        rows = newsdesk.rows(run_id)
        kept = {path for path, row in rows.items() if row.outcome in {Outcome.PENDING, Outcome.UNCHANGED}}
        assert kept <= stored(newsdesk, many)
    newsdesk.crawl()
    assert stored(newsdesk, many) == set(PAGES)


def test_a_child_that_stands_still_is_ended_and_named(many: Site, newsdesk: Newsdesk) -> None:
    with pytest.raises(SourceError, match="no sign of life"):
        newsdesk.crawl(silence=0.05)


def test_a_child_that_crashes_is_reported_with_its_last_words(
    many: Site, newsdesk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with suppress(BrokenPipeError), pytest.raises(SourceError, match="ended unexpectedly"):
        newsdesk.crawl()


def test_a_store_that_fails_on_the_way_stops_the_crawl(
    many: Site, newsdesk: Newsdesk, database_url: URL
) -> None:
    def cut_off(done: int, total: int | None) -> None:
        if done == 4:
            newsdesk.database.close()
            engine = create_engine(database_url.set(database="postgres"), isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.execute(text(f"ALTER DATABASE {database_url.database} ALLOW_CONNECTIONS false"))
                connection.execute(
                    text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
                    {"name": database_url.database},
                )
            engine.dispose()

    with pytest.raises(DatabaseUnavailableError):
        newsdesk.crawl(cut_off, delay=0.3)
    assert len(many.paths()) < len(PAGES) + 2


def test_what_cannot_be_written_stops_the_crawl(many: Site, newsdesk: Newsdesk) -> None:
    with pytest.raises(SourceError, match="cannot be written"):
        newsdesk.crawl(run_id=2_000_000_000, delay=0.2)
    assert len(many.paths()) < len(PAGES)


def test_an_outlet_that_is_not_declared_is_named(newsdesk: Newsdesk) -> None:
    newsdesk.bases["tidak-ada"] = "http://127.0.0.1:9"
    with pytest.raises(SourceError, match="tidak-ada"):
        newsdesk.crawl()
