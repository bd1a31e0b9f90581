"""Downloader middlewares: sizes on the line and unpacked, and patience with busy sites."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.refusals import TooLargeError
from crawler.responses import header
from crawler.throttle import PoliteThrottle

LONGEST_WAIT = 120.0
"""Seconds a site may ask us to wait within a crawl; who asks for more is left for the next crawl."""


class LineSizeMiddleware:
    """Notes a body's size on the line, before it is unpacked."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the size in ``request.meta``."""
        request.meta["line_bytes"] = len(response.body)
        return response


class BoundedCompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's unpacking, whose bound has a name of its own."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Unpack a body up to DOWNLOAD_MAXSIZE.

        Raises:
            TooLargeError: it is larger when unpacked.
        """
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise TooLargeError("too large when unpacked") from error


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, waiting as long as ``Retry-After`` asks."""

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Retry a passing error; one that asks for too long a wait is final."""
        if response.status not in self.retry_http_codes:
            return response
        wait = retry_after(response)
        if wait is not None and wait > LONGEST_WAIT:
            return response
        if wait:
            self._slow_down(request, wait)
            await asyncio.sleep(wait)
        return super().process_response(request, response)

    def _slow_down(self, request: Request, wait: float) -> None:
        throttle = self.crawler.get_extension(PoliteThrottle)
        slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
        if throttle is not None and slot is not None:
            slot.delay = max(slot.delay, min(wait, throttle.maxdelay))


def retry_after(response: Response, *, now: datetime | None = None) -> float | None:
    """Seconds a response asks to wait, by number or date; None when it does not say."""
    value = header(response, "Retry-After")
    if value is None:
        return None
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
