"""Which function does which kind of job."""

from collections.abc import Mapping

from service.jobs import crawling, reading, tending
from service.workroom import Work

WORKS: Mapping[str, Work] = {
    "poll": crawling.poll,
    "crawl": crawling.crawl_one,
    "read": reading.read,
    "reextract": reading.reextract,
    "crosscheck": tending.crosscheck,
    "rescue": tending.rescue,
    "housekeeping": tending.housekeeping,
}
