"""The item pipeline: every item goes to the ledger; a store that fails stops the crawl."""

from typing import TYPE_CHECKING, Self

from crawler.items import Item
from models.errors import KawalError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.spiders.outlet import OutletSpider


class LedgerPipeline:
    """Hands items to the spider's ledger."""

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Build it for one crawl."""
        return cls(crawler)

    async def process_item(self, item: Item) -> Item:
        """Write the item; a failing store ends the crawl, so that nothing more is fetched in vain."""
        spider: OutletSpider = self._crawler.spider  # type: ignore[assignment]
        try:
            await spider.note(item)
        except KawalError as error:
            spider.fail(error)
        return item
