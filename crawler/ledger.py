"""Writes pages and outcomes to the store, one transaction an address, outside the reactor's thread."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from crawler.discovery.found import Found
from crawler.items import Ended, Fetched, Item
from models.vocabulary import Outcome
from storage.database import Database
from storage.pages import KnownPage, PageChange, PageRepository
from storage.runs import RunRepository


class Ledger:
    """The one writer of a crawl; what it has noted is committed."""

    def __init__(self, database: Database, *, run_id: int, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._run_id = run_id
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")

    async def write(self, item: Item, *, source_name: str) -> Outcome:
        """Note how an address ended, its body and its outcome together; give the outcome noted.

        Raises:
            DatabaseUnavailableError: the store does not take it.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._write, item, source_name)

    def known_pages(self, source_name: str) -> list[KnownPage]:
        """Every page of an outlet seen before."""
        with self._database.session() as session:
            return PageRepository(session).known_pages(source_name)

    def saw(self, url: str, found: Sequence[Found], *, feeds: Sequence[str] = ()) -> None:
        """What lists name is not kept."""

    def saw_sitemaps(self, sitemaps: Sequence[str]) -> None:
        """What robots.txt names is not kept."""

    def close(self) -> None:
        """Wait until everything is written."""
        self._thread.shutdown(wait=True)

    def _write(self, item: Item, source_name: str) -> Outcome:
        now = self._clock()
        with self._database.session() as session:
            pages, runs = PageRepository(session), RunRepository(session)
            outcome = self._page(pages, item, source_name, now)
            detail = item.detail if isinstance(item, Ended) else None
            runs.record_outcome(
                self._run_id, item.url, source_name, outcome, detail=detail, body_bytes=item.body_bytes
            )
        return outcome

    def _page(self, pages: PageRepository, item: Item, source_name: str, now: datetime) -> Outcome:
        if isinstance(item, Fetched):
            change = pages.record_fetch(
                item.url,
                source_name,
                status=item.status,
                body=item.body,
                now=now,
                content_type=item.content_type,
                charset=item.charset,
                etag=item.etag,
                last_modified=item.last_modified,
            )
            return Outcome.UNCHANGED if change is PageChange.UNCHANGED else Outcome.PENDING
        if item.outcome is Outcome.UNCHANGED:
            pages.mark_unchanged(item.url, now=now)
        elif item.outcome is Outcome.REMOVED:
            pages.mark_removed(item.url, now=now)
        return item.outcome
