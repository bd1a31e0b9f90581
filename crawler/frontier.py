"""Which article addresses one crawl asks for: each page once, in its known form, within bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.discovery.found import Found, is_wanted
from crawler.plan import Ask, OutletPlan
from crawler.urls import canonical_url, day_in_path, is_on_site, page_key, rebased
from storage.pages import KnownPage

_LONGEST = 2000


class Frontier:
    """Remembers what was asked and admits what is new."""

    def __init__(self, plan: OutletPlan, known: Iterable[KnownPage]) -> None:
        self._plan = plan
        self._known = {page_key(page.url): page for page in known}
        self._asked: set[str] = set()
        self._new = 0
        self.left_over = 0

    @property
    def asked(self) -> int:
        """How many pages have been asked for."""
        return len(self._asked)

    def admit(self, found: Found) -> Ask | None:
        """The request for a discovered address; None when it is no article, not wanted, or asked already."""
        url = self.article_address(found.url)
        if url is None or not self._is_wanted(found, url):
            return None
        key = page_key(url)
        known = self._known.get(key)
        if key in self._asked or (known is not None and _is_current(known, found)):
            return None
        if known is None and self._new >= self._plan.new_pages:
            self.left_over += 1
            return None
        return self._ask(key, url, known)

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
        waiting = [page for page in self._known.values() if page.has_body and not page.is_removed]
        for page in waiting[: self._plan.rechecked_pages]:
            key = page_key(page.url)
            if key not in self._asked and is_on_site(page.url, domain=self._domain, base=self._plan.base):
                yield self._ask(key, page.url, page)

    def is_article(self, url: str) -> bool:
        """Whether an address has the form of this outlet's articles."""
        return self.article_address(url) is not None

    def is_wanted_article(self, found: Found) -> bool:
        """Whether an address is an article within the days asked for, asked already or not."""
        url = self.article_address(found.url)
        return url is not None and self._is_wanted(found, url)

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
        dated = found if found.published else replace(found, published=day_in_path(url))
        return is_wanted(dated, since=self._plan.since, until=self._plan.until)

    def _ask(self, key: str, url: str, known: KnownPage | None) -> Ask:
        self._asked.add(key)
        if known is None:
            self._new += 1
            return Ask(url=url)
        conditions = (
            (known.etag, known.last_modified) if known.has_body and not known.is_removed else (None, None)
        )
        return Ask(
            url=known.url,
            is_known=known.has_body and not known.is_removed,
            etag=conditions[0],
            last_modified=conditions[1],
        )


def _is_current(known: KnownPage, found: Found) -> bool:
    """Whether the list itself says that nothing changed since the last fetch."""
    return found.modified is not None and found.modified <= known.last_fetched and not known.is_removed
