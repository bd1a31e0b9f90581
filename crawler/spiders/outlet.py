"""Crawls one outlet: lists first, then its articles, each address to one named end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.exceptions import StopDownload
from scrapy.http import Headers, Response, TextResponse
from twisted.python.failure import Failure

from crawler.discovery.found import Found, UnreadableListError
from crawler.discovery.lists import stated_canonical
from crawler.frontier import Frontier
from crawler.items import Ended, Fetched, Item
from crawler.journal import Journal
from crawler.ledger import Ledger
from crawler.places import Place, declared_places, read_place
from crawler.plan import Ask, OutletPlan
from crawler.refusals import outcome_of
from crawler.responses import declared_charset, header, is_html, is_opaque, redirect_target
from crawler.urls import canonical_url, is_on_site, is_variant, page_key
from models.errors import KawalError, SourceError
from models.vocabulary import Outcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_HOPS = 5
_LIST_PRIORITY, _NEW_PRIORITY, _RECHECK_PRIORITY = 100, 10, 0

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
        self._listed: set[str] = set()
        self._moves: dict[str, str] = {}
        self._tasks: set[asyncio.Future[Any]] = set()
        self.frontier = Frontier(plan, ledger.known_pages(plan.declaration.name))

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:
        """Build the spider and listen for what it must know early."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.headers_received, signal=signals.headers_received)
        crawler.signals.connect(spider.callback_failed, signal=signals.spider_error)
        crawler.signals.connect(spider.item_failed, signal=signals.item_error)
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

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the declared lists, then again for known pages."""
        for place in declared_places(self.plan):
            for request in self._list_requests(place):
                yield request
        for ask in self.frontier.rechecks():
            yield self._page_request(ask, priority=_RECHECK_PRIORITY)

    async def on_list(self, response: Response, place: Place) -> AsyncIterator[Item | Request]:
        """Read a list: end its address, ask for its articles and for further lists."""
        if (target := redirect_target(response)) is not None:
            for step in self._moved_list(response, place, target):
                yield step
            return
        if response.status >= 300:
            yield self._ended(response, Outcome.HTTP_ERROR, detail=str(response.status))
            return
        try:
            listing = read_place(place, response, self.plan)
        except UnreadableListError as error:
            yield self._ended(response, Outcome.UNREADABLE, detail=f"{place.kind}: {error}"[:200])
            return
        yield self._ended(response, Outcome.DISCOVERY, detail=f"{place.kind}, {len(listing.found)} addresses")
        self.ledger.saw(place.url, listing.found, feeds=listing.feeds)
        for request in self._articles(listing.found):
            yield request
        is_fruitful = any(self.frontier.is_wanted_article(found) for found in listing.found)
        for further in (*listing.more, *(listing.more_if_wanted if is_fruitful else ())):
            for request in self._list_requests(further):
                yield request

    async def on_page(self, response: Response, ask: Ask) -> AsyncIterator[Item | Request]:
        """End an article's address: new body, unchanged, removed, moved, or why there is none."""
        if (target := redirect_target(response)) is not None:
            for step in self._moved_page(response, ask, target):
                yield step
        elif response.status == 304:
            yield self._ended(response, Outcome.UNCHANGED, url=ask.url)
        elif response.status in {404, 410} and ask.is_known:
            yield self._ended(response, Outcome.REMOVED, url=ask.url, detail=str(response.status))
        elif response.status >= 300 or response.status < 200:
            yield self._ended(response, Outcome.HTTP_ERROR, url=ask.url, detail=str(response.status))
        elif not is_html(response):
            told = header(response, "Content-Type") or "no type"
            yield self._ended(response, Outcome.NOT_HTML, url=ask.url, detail=told[:120])
        else:
            for step in self._arrived(response, ask):
                yield step

    def on_failure(self, failure: Failure) -> Iterator[Item]:
        """End an address whose request failed or was refused."""
        request: Request = failure.request  # type: ignore[attr-defined]
        outcome, detail = outcome_of(failure.value)
        ask = request.cb_kwargs.get("ask")
        yield Ended(url=ask.url if ask else request.url, outcome=outcome, detail=detail)

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
        ask = request.cb_kwargs.get("ask") if request is not None else None
        detail = f"crawler error: {failure.getErrorMessage()}"[:200]
        self.problems.append(f"{response.url}: {detail}")
        ended = Ended(url=ask.url if ask else response.url, outcome=Outcome.UNREADABLE, detail=detail)
        self._background(self._note_or_fail(ended))

    def item_failed(self, item: Item, failure: Failure) -> None:
        """Stop the crawl when what came cannot be written for a reason nobody foresaw."""
        reason = f"{type(failure.value).__name__}: {failure.getErrorMessage()}"
        problem = f"What became of {item.url} cannot be written ({reason[:200]})."
        self.fail(SourceError(problem, cure="See logs/crawl.log in the data folder."))

    async def _note_or_fail(self, item: Item) -> None:
        try:
            await self.note(item)
        except KawalError as error:
            self.fail(error)

    def _background(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _list_requests(self, place: Place) -> Iterator[Request]:
        url = self.frontier.on_base(place.url)
        if url in self._listed or not is_on_site(url, domain=self.domain, base=self.base):
            return
        self._listed.add(url)
        yield Request(
            url,
            callback=self.on_list,
            errback=self.on_failure,
            cb_kwargs={"place": place},
            priority=_LIST_PRIORITY - place.depth,
            dont_filter=True,
        )

    def _articles(self, listed: tuple[Found, ...]) -> Iterator[Request]:
        for found in listed:
            if (ask := self.frontier.admit(found)) is not None:
                yield self._page_request(ask, priority=_NEW_PRIORITY)

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

    def _moved_list(self, response: Response, place: Place, target: str) -> Iterator[Item | Request]:
        if not is_on_site(target, domain=self.domain, base=self.base):
            yield self._ended(response, Outcome.REFUSED_ADDRESS, detail=f"redirects to {target}"[:200])
            return
        requests = list(self._list_requests(Place(url=target, kind=place.kind, depth=place.depth)))
        outcome = Outcome.DUPLICATE if requests else Outcome.REDIRECT_LOOP
        yield self._ended(response, outcome, detail=f"redirects to {target}"[:200])
        yield from requests

    def _moved_page(self, response: Response, ask: Ask, target: str) -> Iterator[Item | Request]:
        detail = f"redirects to {target}"[:200]
        target = self.frontier.on_base(target)
        if not is_on_site(target, domain=self.domain, base=self.base):
            yield self._ended(response, Outcome.REFUSED_ADDRESS, url=ask.url, detail=detail)
        elif urlsplit(target).path in {"", "/"} or target in self._listed:
            gone = Outcome.REMOVED if ask.is_known else Outcome.SOFT_404
            yield self._ended(response, gone, url=ask.url, detail=detail)
        elif circle := self._circle(ask, target):
            for url in circle:
                yield Ended(url=url, outcome=Outcome.REDIRECT_LOOP, detail=detail)
        else:
            yield self._ended(response, Outcome.DUPLICATE, url=ask.url, detail=detail)
            if (followed := self.frontier.follow(ask, target)) is not None:
                yield self._page_request(followed, priority=_NEW_PRIORITY)

    def _circle(self, ask: Ask, target: str) -> list[str]:
        """The addresses of a chain of redirects that closes or is too long; none when it may go on."""
        self._moves[ask.url] = canonical_url(target)
        chain, following = [*ask.hops, ask.url], self._moves[ask.url]
        while following in self._moves and following not in chain:
            chain.append(following)
            following = self._moves[following]
        return chain if following in chain or len(ask.hops) >= _HOPS else []

    def _arrived(self, response: Response, ask: Ask) -> Iterator[Item | Request]:
        if (own := self._canonical_variant(response, ask)) is not None:
            yield self._ended(response, Outcome.DUPLICATE, url=ask.url, detail=f"calls itself {own}"[:200])
            yield from self._articles((Found(url=own),))
            return
        yield Fetched(
            url=ask.url,
            status=response.status,
            body=response.body,
            body_bytes=_line_bytes(response),
            content_type=(header(response, "Content-Type") or "")[:200] or None,
            charset=declared_charset(response),
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
        )

    def _canonical_variant(self, response: Response, ask: Ask) -> str | None:
        """The page's own address when this one is a variant of it, such as its AMP edition."""
        if not isinstance(response, TextResponse):
            return None
        stated = stated_canonical(response.text, url=response.url)
        own = self.frontier.article_address(stated) if stated else None
        if own is None or page_key(own) == page_key(ask.url) or own in ask.hops:
            return None
        return own if is_variant(own, ask.url) else None

    def _ended(
        self, response: Response, outcome: Outcome, *, url: str | None = None, detail: str | None = None
    ) -> Ended:
        return Ended(
            url=url or response.url,
            outcome=outcome,
            detail=detail,
            body_bytes=_line_bytes(response),
            http_status=response.status,
        )


def _line_bytes(response: Response) -> int:
    request = response.request
    size = request.meta.get("line_bytes") if request is not None else None
    return int(size) if size is not None else len(response.body)
