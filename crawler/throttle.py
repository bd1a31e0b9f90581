"""AutoThrottle that never goes below what the site's robots.txt asks for."""

from scrapy.core.downloader import Slot
from scrapy.extensions.throttle import AutoThrottle


class PoliteThrottle(AutoThrottle):
    """Scrapy's AutoThrottle with a floor that can rise during the crawl."""

    def raise_floor(self, delay: float, slot: Slot | None) -> None:
        """Wait at least ``delay`` seconds between requests from now on."""
        self.mindelay = max(self.mindelay, delay)
        self.maxdelay = max(self.maxdelay, delay)
        if slot is not None:
            slot.delay = max(slot.delay, delay)
