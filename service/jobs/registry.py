"""Which function does which kind of job."""

from collections.abc import Mapping

from service.jobs import crawling, reading, sending, tending, watching
from service.workroom import Work

WORKS: Mapping[str, Work] = {
    "poll": crawling.poll,
    "crawl": crawling.crawl_one,
    "read": reading.read,
    "reextract": reading.reextract,
    "crosscheck": tending.crosscheck,
    "digest": sending.send_digest,
    "health": watching.health,
    "rescue": tending.rescue,
    "housekeeping": tending.housekeeping,
}
