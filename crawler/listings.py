"""What an answer to a list's address means: its articles, further lists, nothing new, or trouble."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from scrapy.http import Response

from crawler.discovery.found import UnreadableListError
from crawler.frontier import Frontier
from crawler.items import Ended, Item, Listed
from crawler.places import Listing, Place, place_of, read_place
from crawler.plan import Ask, OutletPlan, conditions
from crawler.responses import header, line_bytes, redirect_target
from crawler.urls import is_on_site
from models.vocabulary import Outcome
from storage.leads import ListState

_COARSE = timedelta(days=1)
"""Many indexes tell only the day of a change."""


class ListDesk:
    """Judges lists of one crawl; each is asked once, and only if it changed since it was read last.

    ``answered`` counts the lists that were read or have not changed.
    """

    def __init__(self, plan: OutletPlan, frontier: Frontier, states: Mapping[str, ListState]) -> None:
        self._plan = plan
        self._frontier = frontier
        self._states = {} if plan.is_backfill else states
        self._asked: set[str] = set()
        self.answered = 0

    def admit(self, place: Place) -> Place | None:
        """The list on the base in use; None when it was asked, lies elsewhere or has not changed."""
        url = self._frontier.on_base(place.url)
        if url in self._asked or not self._is_own(url):
            return None
        state = self._states.get(url)
        if state and place.modified and place.modified + _COARSE <= state.last_read and not self._plan.forced:
            return None
        self._asked.add(url)
        return replace(place, url=url)

    def skip(self, url: str) -> None:
        """A list that need not be asked: it was read by the crawl that this one goes on with."""
        self._asked.add(url)

    def was_asked(self, url: str) -> bool:
        """Whether an address is a list of this crawl."""
        return url in self._asked

    def headers(self, place: Place) -> dict[str, str]:
        """The conditions of a list's request."""
        state = self._states.get(place.url)
        return {} if state is None else conditions(state.etag, state.last_modified)

    def judge(self, response: Response, place: Place) -> Iterator[Item | Ask | Place]:
        """End a list's address, then give what it leads to."""
        if (target := redirect_target(response)) is not None:
            yield from self._moved(response, place, target)
        elif response.status == 304 and place.url in self._states:
            yield from self._not_modified(place, self._states[place.url])
        elif response.status >= 300:
            yield self._ended(response, place, Outcome.HTTP_ERROR, str(response.status))
        else:
            yield from self._arrived(response, place)

    def _moved(self, response: Response, place: Place, target: str) -> Iterator[Item | Place]:
        detail = f"redirects to {target}"[:200]
        if not self._is_own(target):
            yield self._ended(response, place, Outcome.REFUSED_ADDRESS, detail)
            return
        following = self._place(replace(place, url=target, modified=None))
        is_new = not self.was_asked(following.url)
        ended = self._ended(response, place, Outcome.DUPLICATE if is_new else Outcome.REDIRECT_LOOP, detail)
        yield replace(ended, more=(following.stored,) if is_new else ())
        if is_new:
            yield following

    def _not_modified(self, place: Place, state: ListState) -> Iterator[Item | Place]:
        """Nothing new here; the lists it led to may have changed all the same."""
        self.answered += 1
        detail = f"{place.kind}, not modified"
        yield Ended(url=place.url, outcome=Outcome.DISCOVERY, detail=detail, http_status=304)
        yield from map(place_of, state.more)

    def _arrived(self, response: Response, place: Place) -> Iterator[Item | Ask | Place]:
        try:
            listing = read_place(place, response, self._plan)
        except UnreadableListError as error:
            yield self._ended(response, place, Outcome.UNREADABLE, f"{place.kind}: {error}"[:200])
            return
        self.answered += 1
        result = self._frontier.sort(listing.found)
        further = [self._place(more) for more in self._further(listing)]
        yield Listed(
            url=place.url,
            detail=f"{place.kind}, {len(listing.found)} addresses",
            body_bytes=line_bytes(response),
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
            found=listing.found,
            feeds=listing.feeds,
            leads=tuple(result.leads),
            more=tuple(more.stored for more in further if self._is_own(more.url)),
        )
        yield from result.asks
        yield from further

    def _further(self, listing: Listing) -> tuple[Place, ...]:
        is_fruitful = any(map(self._frontier.is_fruitful, listing.found)) if listing.more_if_wanted else False
        return (*listing.more, *(listing.more_if_wanted if is_fruitful else ()))

    def _place(self, place: Place) -> Place:
        return replace(place, url=self._frontier.on_base(place.url))

    def _is_own(self, url: str) -> bool:
        return is_on_site(url, domain=self._plan.declaration.outlet, base=self._plan.base)

    def _ended(self, response: Response, place: Place, outcome: Outcome, detail: str) -> Ended:
        return Ended(
            url=place.url,
            outcome=outcome,
            detail=detail,
            body_bytes=line_bytes(response),
            http_status=response.status,
        )
