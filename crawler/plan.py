"""What one crawl of one outlet is to do."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from crawler.declarations import Declaration

NEW_PAGES = 300
"""New pages of one outlet in one crawl, unless the order names a number; the rest waits for the next."""

BACKFILL_PAGES = 10_000
"""The same for an order that names days."""

RECHECKED_PAGES = 200
"""Known pages asked again in one crawl, those asked longest ago first."""

RELATED_PAGES = 50
"""New pages of one crawl that only 'Baca juga' links lead to."""

RELATED_DEPTH = 2
"""How many such links are followed in a row."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPlan:
    """One outlet, the days asked for, and the base address it is crawled at (None: its own).

    ``forced`` asks known pages again before they are due; ``only_leads`` reads no lists.
    """

    declaration: Declaration
    since: date | None = None
    until: date | None = None
    base: str | None = None
    new_pages: int = NEW_PAGES
    rechecked_pages: int = RECHECKED_PAGES
    related_pages: int = RELATED_PAGES
    forced: bool = False
    only_leads: bool = False
    now: datetime = field(default_factory=_now)

    @property
    def is_backfill(self) -> bool:
        """Whether days were asked for: then lists are followed far back and old pages are not rechecked."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One article's address to request; ``hops`` are the addresses that redirected to it.

    ``depth`` counts the 'Baca juga' links that led to it.
    """

    url: str
    is_known: bool = False
    etag: str | None = None
    last_modified: str | None = None
    hops: tuple[str, ...] = field(default=())
    depth: int = 0

    @property
    def headers(self) -> dict[str, str]:
        """The conditions of the request: answer with the page only if it changed."""
        return conditions(self.etag, self.last_modified)


def conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """The headers of a request that is to be answered only if something changed."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}
