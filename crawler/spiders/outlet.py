"""Crawls one outlet: lists first, then its articles, each address to one named end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider, signals
from scrapy.exceptions import DontCloseSpider, StopDownload
from scrapy.http import Headers, Response
from twisted.python.failure import Failure

from crawler.frontier import Frontier
from crawler.items import Ended, Item
from crawler.journal import Journal
from crawler.ledger import Ledger
from crawler.listings import ListDesk
from crawler.pages import PageDesk
from crawler.places import Place, declared_places, place_of
from crawler.plan import Ask, OutletPlan
from crawler.refusals import outcome_of
from crawler.responses import is_opaque
from models.errors import KawalError, SourceError
from models.vocabulary import Outcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_LIST_PRIORITY, _NEW_PRIORITY, _RECHECK_PRIORITY = 100, 10, 0
_DRAWN = 200
"""How many waiting addresses are taken from the store at a time."""

Tell = Callable[[Outcome, int], None]
"""Told after every ended address: its outcome and how many pages have been asked for so far."""


class OutletSpider(Spider):
    """The one spider; ``plan`` says what to crawl, ``ledger`` takes what comes."""

    name = "outlet"

    def __init__(self, *, plan: OutletPlan, ledger: Ledger | Journal, tell: Tell) -> None:
        super().__init__()
        self.plan = plan
        self.failure: KawalError | None = None
        self.problems: list[str] = []
        self.ledger = ledger
        self._tell = tell
        self._tasks: set[asyncio.Future[Any]] = set()
        self.agenda = ledger.open(plan)
        self.frontier = Frontier(plan, self.agenda.known)
        self.lists = ListDesk(plan, self.frontier, self.agenda.lists)
        self.pages = PageDesk(plan, self.frontier, is_list=self.lists.was_asked)

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:
        """Build the spider and listen for what it must know early."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.headers_received, signal=signals.headers_received)
        crawler.signals.connect(spider.callback_failed, signal=signals.spider_error)
        crawler.signals.connect(spider.item_failed, signal=signals.item_error)
        crawler.signals.connect(spider.idle, signal=signals.spider_idle)
        return spider

    @property
    def domain(self) -> str:
        """The outlet's domain."""
        return self.plan.declaration.outlet

    @property
    def base(self) -> str | None:
        """The base address it is crawled at; None for its own."""
        return self.plan.base

    async def note(self, item: Item) -> None:
        """Write how an address ended and tell it.

        Raises:
            KawalError: the store does not take it.
        """
        outcome = await self.ledger.write(item, source_name=self.plan.declaration.name)
        self._tell(outcome, self.frontier.asked)

    def fail(self, error: KawalError) -> None:
        """Remember why the crawl cannot go on, and stop it."""
        if self.failure is None:
            self.failure = error
            self._background(self.crawler.engine.close_spider_async(reason="failed"))

    async def start(self) -> AsyncIterator[Item | Request]:
        """Ask for the declared lists, or those a backfill has left, then again for known pages."""
        for stored, is_read in self.agenda.places.items():
            if is_read:
                self.lists.skip(stored[0])
        begin = [place_of(stored) for stored, is_read in self.agenda.places.items() if not is_read]
        for place in begin if self.agenda.places else self._first_places():
            for request in self._step(place):
                yield request
        for ask in self.frontier.rechecks():
            yield self._page_request(ask, priority=_RECHECK_PRIORITY)

    async def on_list(self, response: Response, place: Place) -> AsyncIterator[Item | Request]:
        """Read a list: end its address, ask for its articles and for further lists."""
        for step in self.lists.judge(response, place):
            for told in self._step(step):
                yield told

    async def on_page(self, response: Response, ask: Ask) -> AsyncIterator[Item | Request]:
        """End an article's address and ask for what it leads to."""
        for step in self.pages.judge(response, ask):
            for told in self._step(step):
                yield told

    def on_failure(self, failure: Failure) -> Iterator[Item]:
        """End an address whose request failed or was refused."""
        request: Request = failure.request  # type: ignore[attr-defined]
        outcome, detail = outcome_of(failure.value)
        yield Ended(url=_address(request), outcome=outcome, detail=detail)

    def idle(self) -> None:
        """Ask for addresses that waited, once everything else has ended.

        Raises:
            DontCloseSpider: there were some.
        """
        try:
            asks = self._draw() if self.failure is None and self.frontier.room else []
        except KawalError as error:
            self.fail(error)
            return
        for ask in asks:
            self.crawler.engine.crawl(self._page_request(ask, priority=_NEW_PRIORITY))
        if asks:
            raise DontCloseSpider

    def headers_received(self, headers: Headers, request: Request) -> None:
        """Stop a download whose type says that it is no page, before its body comes.

        Raises:
            StopDownload: the body need not come.
        """
        told = (headers.get("Content-Type") or b"").decode("latin-1")
        if "ask" in request.cb_kwargs and is_opaque(told):
            raise StopDownload(fail=False)

    def callback_failed(self, failure: Failure, response: Response) -> None:
        """Name a page that our own code stumbled over; the crawl goes on and the report says so."""
        request = response.request
        detail = f"crawler error: {failure.getErrorMessage()}"[:200]
        self.problems.append(f"{response.url}: {detail}")
        url = response.url if request is None else _address(request)
        ended = Ended(url=url, outcome=Outcome.UNREADABLE, detail=detail)
        self._background(self._note_or_fail(ended))

    def item_failed(self, item: Item, failure: Failure) -> None:
        """Stop the crawl when what came cannot be written for a reason nobody foresaw."""
        reason = f"{type(failure.value).__name__}: {failure.getErrorMessage()}"
        problem = f"What became of {item.url} cannot be written ({reason[:200]})."
        self.fail(SourceError(problem, cure="See logs/crawl.log in the data folder."))

    def _draw(self) -> list[Ask]:
        waiting = self.ledger.waiting(self.plan, limit=min(_DRAWN, self.frontier.room))
        asks, stale = self.frontier.draw(waiting)
        self.ledger.forget(self.plan, stale)
        return asks or (self._draw() if stale else [])

    async def _note_or_fail(self, item: Item) -> None:
        try:
            await self.note(item)
        except KawalError as error:
            self.fail(error)

    def _background(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _first_places(self) -> list[Place]:
        places = [] if self.plan.only_leads else declared_places(self.plan)
        own = [replace(place, url=self.frontier.on_base(place.url)) for place in places]
        self.ledger.begin(self.plan, [place.stored for place in own])
        return own

    def _step(self, step: Item | Ask | Place) -> Iterator[Item | Request]:
        if isinstance(step, Ask):
            yield self._page_request(step, priority=_NEW_PRIORITY)
        elif not isinstance(step, Place):
            yield step
        elif (place := self.lists.admit(step)) is not None:
            yield self._list_request(place)

    def _list_request(self, place: Place) -> Request:
        return Request(
            place.url,
            callback=self.on_list,
            errback=self.on_failure,
            cb_kwargs={"place": place},
            headers=self.lists.headers(place),
            priority=_LIST_PRIORITY - place.depth,
            dont_filter=True,
        )

    def _page_request(self, ask: Ask, *, priority: int) -> Request:
        query = self.plan.declaration.article_query
        url = ask.url if query is None else f"{ask.url}{'&' if '?' in ask.url else '?'}{query}"
        return Request(
            url,
            callback=self.on_page,
            errback=self.on_failure,
            cb_kwargs={"ask": ask},
            headers=ask.headers,
            priority=priority,
            dont_filter=True,
        )


def _address(request: Request) -> str:
    """The address a request stands for: an article's own form, not the one it was asked in."""
    asked = request.cb_kwargs.get("ask") or request.cb_kwargs.get("place")
    return str(asked.url) if asked else request.url
