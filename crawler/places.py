"""Places where articles are listed, and what reading one of them leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit

from scrapy.http import Response, TextResponse

from crawler.archives import archive_addresses
from crawler.discovery.feeds import read_feed
from crawler.discovery.found import Found, UnreadableListError, local_day
from crawler.discovery.lists import next_page, read_feed_links, read_links
from crawler.discovery.sitemaps import read_sitemap
from crawler.discovery.wordpress import posts_address, read_posts
from crawler.plan import OutletPlan
from crawler.responses import header
from storage.leads import Further

_SITEMAP_DEPTH = 3
_RECENT_SITEMAPS = 3
_FARTHEST_PAGE = 500


class PlaceKind(StrEnum):
    """How a place lists articles."""

    FEED = "feed"
    SITEMAP = "sitemap"
    POSTS = "posts"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One address of a list; ``depth`` counts from the declared one, ``modified`` is what an index says."""

    url: str
    kind: PlaceKind
    depth: int = 1
    modified: datetime | None = None

    @property
    def stored(self) -> Further:
        """The place as the store keeps it."""
        return self.url, self.kind.value, self.depth


def place_of(stored: Further) -> Place:
    """The place back out of the store."""
    url, kind, depth = stored
    return Place(url=url, kind=PlaceKind(kind), depth=depth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a place lists, the feeds its page names, and further places.

    ``more_if_wanted`` is followed only when something listed is not older than asked for.
    """

    found: tuple[Found, ...] = ()
    feeds: tuple[str, ...] = ()
    more: tuple[Place, ...] = ()
    more_if_wanted: tuple[Place, ...] = ()


def declared_places(plan: OutletPlan) -> list[Place]:
    """Where discovery starts, the places that tell dates first."""
    declaration = plan.declaration
    places = [Place(url=url, kind=PlaceKind.FEED) for url in declaration.feeds]
    places += [Place(url=url, kind=PlaceKind.SITEMAP) for url in declaration.sitemaps]
    if declaration.wordpress_api:
        first = posts_address(declaration.wordpress_api, since=plan.since, until=plan.until)
        places.append(Place(url=first, kind=PlaceKind.POSTS))
    sections = [*declaration.sections, *(_deep_lists(plan) if plan.is_backfill else ())]
    return [*places, *(Place(url=url, kind=PlaceKind.SECTION) for url in sections)]


def _deep_lists(plan: OutletPlan) -> Iterator[str]:
    """Lists that are only worth asking for the past: tag pages and dated archives."""
    yield from plan.declaration.tags
    if plan.since is None:
        return
    until = min(plan.until or plan.now.date(), plan.now.date())
    for template in plan.declaration.archives:
        yield from archive_addresses(template, since=plan.since, until=until)


def read_place(place: Place, response: Response, plan: OutletPlan) -> Listing:
    """Read a list as what it was declared to be.

    Raises:
        UnreadableListError: it is something else.
    """
    if place.kind is PlaceKind.FEED:
        return Listing(found=read_feed(response.body, url=response.url))
    if place.kind is PlaceKind.SITEMAP:
        return _sitemap(place, response, plan)
    if place.kind is PlaceKind.POSTS:
        return _posts(place, response, plan)
    return _section(place, response, plan)


def _sitemap(place: Place, response: Response, plan: OutletPlan) -> Listing:
    sitemap = read_sitemap(response.body)
    if place.depth >= _SITEMAP_DEPTH:
        return Listing(found=sitemap.pages)
    wanted = [found for found in sitemap.sitemaps if _may_hold(found, plan.since)]
    if not plan.is_backfill:
        wanted = wanted[:_RECENT_SITEMAPS]
    deeper = replace(place, depth=place.depth + 1)
    more = tuple(replace(deeper, url=found.url, modified=found.modified) for found in wanted)
    return Listing(found=sitemap.pages, more=more)


def _may_hold(sitemap: Found, since: date | None) -> bool:
    changed = local_day(sitemap.modified)
    return since is None or changed is None or changed >= since


def _posts(place: Place, response: Response, plan: OutletPlan) -> Listing:
    posts = read_posts(response.body)
    total = header(response, "X-WP-TotalPages") or ""
    page = int(dict(parse_qsl(urlsplit(place.url).query)).get("page", "1"))
    farthest = min(int(total), _reach(plan)) if total.isdecimal() else 0
    if page >= farthest:
        return Listing(found=posts)
    address = posts_address(place.url, page=page + 1, since=plan.since, until=plan.until)
    return Listing(found=posts, more=(replace(place, url=address, depth=place.depth + 1),))


def _section(place: Place, response: Response, plan: OutletPlan) -> Listing:
    if not isinstance(response, TextResponse):
        raise UnreadableListError("no text")
    found = read_links(response.text, url=response.url)
    following = next_page(response.text, url=response.url)
    feeds = read_feed_links(response.text, url=response.url)
    if following is None or place.depth >= _reach(plan):
        return Listing(found=found, feeds=feeds)
    further = replace(place, url=following, depth=place.depth + 1)
    return Listing(found=found, feeds=feeds, more_if_wanted=(further,))


def _reach(plan: OutletPlan) -> int:
    return _FARTHEST_PAGE if plan.is_backfill else plan.declaration.section_pages
