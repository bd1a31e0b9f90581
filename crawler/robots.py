"""Obeys robots.txt and its crawl delay, after RFC 9309."""

import asyncio
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

from crawler.items import Ended
from crawler.refusals import (
    STOPPED,
    RefusedAddressError,
    RobotsRefusedError,
    RobotsUnreachableError,
    outcome_of,
)
from crawler.responses import redirect_target
from crawler.throttle import PoliteThrottle
from crawler.urls import is_on_site
from models.vocabulary import Outcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.spiders.outlet import OutletSpider

PRODUCT = "KawalKasus"
_HOPS = 5


class RobotsMiddleware:
    """Lets a request pass when its site's robots.txt does.

    A robots.txt that is missing (4xx) allows everything; one that fails (5xx,
    no answer) allows nothing in this crawl.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._rules: dict[str, asyncio.Task[RobotParser]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Build it for one crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Ask robots.txt, fetching it first when it is not known yet.

        Raises:
            RobotsRefusedError: robots.txt asks not to fetch it.
            RefusedError: robots.txt itself could not be fetched.
        """
        if request.meta.get("is_robots"):
            return
        address = urljoin(request.url, "/robots.txt")
        if address not in self._rules:
            self._rules[address] = asyncio.create_task(self._fetch(address))
        rules = await self._rules[address]
        if not rules.allowed(request.url, PRODUCT):
            raise RobotsRefusedError("robots.txt")

    @property
    def _spider(self) -> "OutletSpider":
        return self._crawler.spider  # type: ignore[return-value]

    async def _fetch(self, address: str) -> RobotParser:
        for _hop in range(_HOPS):
            response = await self._download(address)
            target = redirect_target(response)
            if target is None:
                return await self._judged(response)
            if not is_on_site(target, domain=self._spider.domain, base=self._spider.base):
                break
            await self._spider.note(Ended(url=address, outcome=Outcome.DUPLICATE, detail=f"→ {target}"))
            address = target
        await self._spider.note(Ended(url=address, outcome=Outcome.REDIRECT_LOOP))
        raise RobotsUnreachableError("robots.txt leads nowhere")

    async def _download(self, address: str) -> Response:
        meta = {"is_robots": True, "download_maxsize": 512 * 1024}
        request = Request(address, priority=1000, meta=meta, callback=NO_CALLBACK)
        try:
            response: Response = await self._crawler.engine.download_async(request)
        except STOPPED as error:
            outcome, detail = outcome_of(error)
            await self._spider.note(Ended(url=address, outcome=outcome, detail=detail))
            if isinstance(error, RefusedAddressError):
                raise
            raise RobotsUnreachableError("robots.txt does not answer") from error
        return response

    async def _judged(self, response: Response) -> RobotParser:
        outcome = Outcome.DISCOVERY if response.status < 300 else Outcome.HTTP_ERROR
        detail = f"robots.txt, {response.status}"
        size = len(response.body)
        await self._spider.note(
            Ended(
                url=response.url, outcome=outcome, detail=detail, body_bytes=size, http_status=response.status
            )
        )
        if response.status >= 500 or response.status == 429:
            raise RobotsUnreachableError(detail)
        rules = ProtegoRobotParser(response.body if response.status < 300 else b"", self._spider)
        self._spider.ledger.saw_sitemaps(list(rules.rp.sitemaps))
        self._slow_down(response, rules.crawl_delay(PRODUCT))
        return rules

    def _slow_down(self, response: Response, delay: float | None) -> None:
        throttle = self._crawler.get_extension(PoliteThrottle)
        if delay is None or throttle is None or response.request is None:
            return
        key = response.request.meta.get("download_slot", "")
        throttle.raise_floor(delay, self._crawler.engine.downloader.slots.get(key))
