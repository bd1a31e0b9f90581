"""What one crawl of one outlet is to do."""

from dataclasses import dataclass, field
from datetime import date

from crawler.declarations import Declaration

NEW_PAGES = 300
"""New pages of one outlet in one crawl, unless the order names a number; the rest waits for the next."""

RECHECKED_PAGES = 200
"""Known pages asked again in one crawl, those asked longest ago first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPlan:
    """One outlet, the days asked for, and the base address it is crawled at (None: its own)."""

    declaration: Declaration
    since: date | None = None
    until: date | None = None
    base: str | None = None
    new_pages: int = NEW_PAGES
    rechecked_pages: int = RECHECKED_PAGES

    @property
    def is_backfill(self) -> bool:
        """Whether days were asked for: then lists are followed far back and old pages are not rechecked."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One article's address to request; ``hops`` are the addresses that redirected to it."""

    url: str
    is_known: bool = False
    etag: str | None = None
    last_modified: str | None = None
    hops: tuple[str, ...] = field(default=())

    @property
    def headers(self) -> dict[str, str]:
        """The conditions of the request: answer with the page only if it changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}
