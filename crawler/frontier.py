"""Which article addresses one crawl asks for: each page once, in its known form, within bounds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from crawler.discovery.found import Found, is_wanted, local_day
from crawler.plan import Ask, OutletPlan
from crawler.rechecks import is_due
from crawler.urls import canonical_url, day_in_path, is_on_site, page_key, rebased
from storage.leads import WaitingLead
from storage.pages import KnownPage

_LONGEST = 2000


@dataclass(slots=True)
class Sorted:
    """Of some addresses: what is asked now, and the new pages among them, asked now or left for later."""

    asks: list[Ask] = field(default_factory=list)
    leads: list[WaitingLead] = field(default_factory=list)


class Frontier:
    """Remembers what was asked and admits what is new.

    ``new_days`` counts the new pages that lists named, by their day where it is told.
    """

    def __init__(self, plan: OutletPlan, known: Iterable[KnownPage]) -> None:
        self._plan = plan
        self._known = {page_key(page.url): page for page in known}
        self._asked: set[str] = set()
        self._left: set[str] = set()
        self._new = 0
        self._related = 0
        self.new_days: Counter[date | None] = Counter()

    @property
    def asked(self) -> int:
        """How many pages have been asked for."""
        return len(self._asked)

    @property
    def left_over(self) -> int:
        """How many new pages were left for the next crawl."""
        return len(self._left - self._asked)

    @property
    def room(self) -> int:
        """How many new pages may still be asked for."""
        return max(0, self._plan.new_pages - self._new)

    def admit(self, found: Found) -> Ask | None:
        """The request for a discovered address; None when it is no article, not wanted, or asked already."""
        return next(iter(self.sort((found,)).asks), None)

    def sort(self, listed: Iterable[Found], *, depth: int = 0) -> Sorted:
        """What to ask of addresses that a list (``depth`` 0) or so many articles in a row led to."""
        result = Sorted()
        for found in listed:
            url = self.article_address(found.url)
            if url is None or not self._is_wanted(found, url):
                continue
            key = page_key(url)
            known = self._known.get(key)
            if key in self._asked or (known is not None and not self._is_to_ask(known, found)):
                continue
            if known is not None:
                result.asks.append(self._ask(key, url, known))
            elif not depth or self._related < self._plan.related_pages:
                self._related += depth > 0
                self._sort_new(result, key, self._dated(replace(found, url=url)), depth)
        return result

    def draw(self, waiting: Iterable[WaitingLead]) -> tuple[list[Ask], list[str]]:
        """Requests for addresses that waited, as far as there is room, and those known by now."""
        asks: list[Ask] = []
        stale: list[str] = []
        for lead in waiting:
            url = self.article_address(lead.url)
            key = None if url is None else page_key(url)
            known = None if key is None else self._known.get(key)
            if url is None or key is None or (known is not None and not self._plan.only_leads):
                stale.append(lead.url)
            elif key not in self._asked and self.room:
                ask = replace(self._ask(key, url, known), depth=lead.depth)
                asks.append(ask)
                stale += [lead.url] if ask.url != lead.url else []
        return asks, stale

    def follow(self, ask: Ask, target: str) -> Ask | None:
        """The request for where an address redirects to; None when that page was asked for already."""
        url = canonical_url(target)
        key = page_key(url)
        if key in self._asked and key != page_key(ask.url):
            return None
        known = self._known.get(key)
        followed = self._ask(key, url, known)
        return replace(followed, url=url, hops=(*ask.hops, ask.url))

    def rechecks(self) -> Iterator[Ask]:
        """Known pages to ask again, to notice changes and removals."""
        if self._plan.is_backfill:
            return
        waiting = [page for page in self._known.values() if self._is_to_check(page)]
        for page in waiting[: self._plan.rechecked_pages]:
            key = page_key(page.url)
            if key not in self._asked and is_on_site(page.url, domain=self._domain, base=self._plan.base):
                yield self._ask(key, page.url, page)

    def is_article(self, url: str) -> bool:
        """Whether an address has the form of this outlet's articles."""
        return self.article_address(url) is not None

    def is_fruitful(self, found: Found) -> bool:
        """Whether an address is an article not older than asked for; newer ones come before wanted ones."""
        url = self.article_address(found.url)
        if url is None:
            return False
        return is_wanted(self._dated(replace(found, url=url)), since=self._plan.since, until=None)

    def article_address(self, url: str) -> str | None:
        """The canonical form of an article's address on the base in use; None for other addresses."""
        try:
            address = canonical_url(self.on_base(url))
        except ValueError:
            return None
        if len(address) > _LONGEST or not is_on_site(address, domain=self._domain, base=self._plan.base):
            return None
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return address if self._plan.declaration.is_article_path(path) else None

    def on_base(self, url: str) -> str:
        """An address of the outlet on the base it is crawled at."""
        return rebased(url, domain=self._domain, base=self._plan.base)

    @property
    def _domain(self) -> str:
        return self._plan.declaration.outlet

    def _is_wanted(self, found: Found, url: str) -> bool:
        dated = self._dated(replace(found, url=url))
        return is_wanted(dated, since=self._plan.since, until=self._plan.until)

    def _dated(self, found: Found) -> Found:
        return found if found.published else replace(found, published=day_in_path(found.url))

    def _sort_new(self, result: Sorted, key: str, found: Found, depth: int) -> None:
        day = found.published or local_day(found.modified)
        if not depth and key not in self._left:
            self.new_days[day] += 1
        result.leads.append(WaitingLead(url=found.url, day=day, depth=depth))
        if self.room:
            result.asks.append(replace(self._ask(key, found.url, None), depth=depth))
        else:
            self._left.add(key)

    def _is_to_ask(self, known: KnownPage, found: Found) -> bool:
        """Whether a listed page is asked again: what the list says of its changes counts before its age."""
        if known.is_removed or not known.has_body:
            return True
        if found.modified is not None:
            return found.modified > known.last_fetched
        return self._plan.forced or is_due(known, now=self._plan.now)

    def _is_to_check(self, page: KnownPage) -> bool:
        if self._plan.forced:
            return page.has_body and (not page.is_removed or is_due(page, now=self._plan.now))
        return is_due(page, now=self._plan.now)

    def _ask(self, key: str, url: str, known: KnownPage | None) -> Ask:
        self._asked.add(key)
        if known is None:
            self._new += 1
            return Ask(url=url)
        if known.is_removed or not known.has_body:
            return Ask(url=known.url, is_known=known.has_body)
        return Ask(url=known.url, is_known=True, etag=known.etag, last_modified=known.last_modified)
