"""Writes pages and outcomes to the store, one transaction an address, outside the reactor's thread."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

from sqlalchemy.orm import Session

from crawler.agenda import Agenda
from crawler.declarations import Declaration
from crawler.items import Ended, Fetched, Item, Listed
from crawler.plan import OutletPlan
from crawler.polling import fresh_articles, learned_rate, next_due, wait_after
from models.vocabulary import Outcome
from storage.backfills import BackfillRepository
from storage.database import Database
from storage.leads import LeadRepository, ListingRepository, ListState, WaitingLead
from storage.pages import PageChange, PageRepository
from storage.polling import PollingRepository
from storage.runs import RunRepository


class Ledger:
    """The one writer of a crawl; what it has noted is committed.

    An address that was found is noted as a lead together with the list or page that named it, and
    struck out together with its own outcome, so a crawl cut off anywhere loses none.
    """

    def __init__(self, database: Database, *, run_id: int, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._run_id = run_id
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._backfills: dict[str, int] = {}

    async def write(self, item: Item, *, source_name: str) -> Outcome:
        """Note how an address ended, its body and its outcome together; give the outcome noted.

        Raises:
            DatabaseUnavailableError: the store does not take it.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._write, item, source_name)

    def open(self, plan: OutletPlan) -> Agenda:
        """What is known of an outlet; an order that names days goes on where it was stopped."""
        name = plan.declaration.name
        with self._database.session() as session:
            known = PageRepository(session).known_pages(name)
            if not plan.is_backfill:
                return Agenda(known=known, lists=ListingRepository(session).states(name))
            backfills = BackfillRepository(session)
            order = backfills.open(name, since=plan.since, until=plan.until, now=self._clock())
            self._backfills[name] = order
            return Agenda(known=known, places=backfills.places(order))

    def begin(self, plan: OutletPlan, places: Sequence[tuple[str, str, int]]) -> None:
        """Note the lists an order that names days starts from."""
        order = self._backfills.get(plan.declaration.name)
        if order is not None:
            with self._database.session() as session:
                BackfillRepository(session).note(order, places)

    def waiting(self, plan: OutletPlan, *, limit: int) -> list[WaitingLead]:
        """Addresses that were found and have not ended."""
        name = plan.declaration.name
        with self._database.session() as session:
            leads = LeadRepository(session)
            return leads.waiting(name, limit=limit, backfill_id=self._backfills.get(name))

    def forget(self, plan: OutletPlan, urls: Sequence[str]) -> None:
        """Strike out addresses that need not be asked."""
        with self._database.session() as session:
            for url in urls:
                LeadRepository(session).settle(plan.declaration.name, url)

    def finish(self, plan: OutletPlan, *, answered: bool, listed: Mapping[date | None, int]) -> None:
        """Close a backfill of which nothing waits any longer; after another crawl, say when the next is due.

        Args:
            plan: what was crawled, to its end.
            answered: whether any list was read.
            listed: the new articles that lists named, by their day.
        """
        name, now = plan.declaration.name, self._clock()
        order = self._backfills.get(name)
        with self._database.session() as session:
            if order is not None:
                BackfillRepository(session).end_when_done(order, now=now)
            elif not plan.only_leads:
                _note_polling(
                    PollingRepository(session), plan.declaration, listed, answered=answered, now=now
                )

    def saw_sitemaps(self, sitemaps: Sequence[str]) -> None:
        """What robots.txt names is not kept."""

    def close(self) -> None:
        """Wait until everything is written."""
        self._thread.shutdown(wait=True)

    def _write(self, item: Item, source_name: str) -> Outcome:
        now = self._clock()
        with self._database.session() as session:
            outcome = self._page(PageRepository(session), item, source_name, now)
            self._follow(session, item, source_name, now)
            detail = None if isinstance(item, Fetched) else item.detail
            RunRepository(session).record_outcome(
                self._run_id, item.url, source_name, outcome, detail=detail, body_bytes=item.body_bytes
            )
        return outcome

    def _page(self, pages: PageRepository, item: Item, source_name: str, now: datetime) -> Outcome:
        if isinstance(item, Listed):
            return Outcome.DISCOVERY
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

    def _follow(self, session: Session, item: Item, source_name: str, now: datetime) -> None:
        """Note what an address led to and strike it out itself."""
        leads, order = LeadRepository(session), self._backfills.get(source_name)
        if isinstance(item, Ended) and item.may_pass:
            leads.failed(source_name, item.url)
            return
        leads.settle(source_name, item.url)
        leads.add(source_name, item.leads, now=now, backfill_id=order)
        if order is None:
            self._note_list(session, item, source_name, now)
        elif not isinstance(item, Fetched):
            backfills = BackfillRepository(session)
            backfills.mark_read(order, item.url)
            backfills.note(order, item.more)

    def _note_list(self, session: Session, item: Item, source_name: str, now: datetime) -> None:
        if isinstance(item, Listed):
            state = ListState(last_read=now, etag=item.etag, last_modified=item.last_modified, more=item.more)
            ListingRepository(session).record(source_name, item.url, state)


def _note_polling(
    polling: PollingRepository,
    declaration: Declaration,
    listed: Mapping[date | None, int],
    *,
    answered: bool,
    now: datetime,
) -> None:
    """Learn from one more crawl how often the outlet publishes, and when to ask it again."""
    before = polling.get(declaration.name)
    expected = None if declaration.expected_per_week is None else float(declaration.expected_per_week)
    rate = expected if before is None or before.per_week is None else before.per_week
    failures = 0 if answered else 1 + (0 if before is None else before.failures)
    if before is not None and answered:
        fresh = fresh_articles(listed, since=before.last_crawl)
        rate = learned_rate(rate, fresh=fresh, elapsed=now - before.last_crawl)
    due = next_due(declaration, now=now, wait=wait_after(rate, failures=failures))
    polling.record(declaration.name, now=now, next_due=due, per_week=rate, failures=failures)
