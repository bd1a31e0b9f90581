"""What an answer to an article's address means: a body, unchanged, removed, moved, or why there is none."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from crawler.discovery.found import Found, UnreadableListError
from crawler.discovery.lists import stated_canonical
from crawler.discovery.related import related_links
from crawler.frontier import Frontier, Sorted
from crawler.items import Ended, Fetched, Item
from crawler.plan import RELATED_DEPTH, Ask, OutletPlan
from crawler.responses import declared_charset, header, is_html, line_bytes, redirect_target
from crawler.urls import canonical_url, is_on_site, is_variant, page_key
from models.vocabulary import Outcome
from storage.leads import WaitingLead

_HOPS = 5
_GONE = frozenset({404, 410})


class PageDesk:
    """Judges articles of one crawl; ``is_list`` tells a redirect to a list from one to a story."""

    def __init__(self, plan: OutletPlan, frontier: Frontier, *, is_list: Callable[[str], bool]) -> None:
        self._plan = plan
        self._frontier = frontier
        self._is_list = is_list
        self._moves: dict[str, str] = {}

    def judge(self, response: Response, ask: Ask) -> Iterator[Item | Ask]:
        """End an article's address, then give what it leads to."""
        if (target := redirect_target(response)) is not None:
            yield from self._moved(response, ask, target)
        elif response.status == 304:
            yield self._ended(response, ask, Outcome.UNCHANGED)
        elif response.status in _GONE and ask.is_known:
            yield self._ended(response, ask, Outcome.REMOVED, str(response.status))
        elif response.status >= 300 or response.status < 200:
            yield self._ended(response, ask, Outcome.HTTP_ERROR, str(response.status))
        elif not is_html(response):
            told = header(response, "Content-Type") or "no type"
            yield self._ended(response, ask, Outcome.NOT_HTML, told[:120])
        else:
            yield from self._arrived(response, ask)

    def _moved(self, response: Response, ask: Ask, target: str) -> Iterator[Item | Ask]:
        detail = f"redirects to {target}"[:200]
        target = self._frontier.on_base(target)
        if not is_on_site(target, domain=self._plan.declaration.outlet, base=self._plan.base):
            yield self._ended(response, ask, Outcome.REFUSED_ADDRESS, detail)
        elif urlsplit(target).path in {"", "/"} or self._is_list(target):
            yield self._ended(response, ask, Outcome.REMOVED if ask.is_known else Outcome.SOFT_404, detail)
        elif circle := self._circle(ask, target):
            yield from (Ended(url=url, outcome=Outcome.REDIRECT_LOOP, detail=detail) for url in circle)
        else:
            followed = self._frontier.follow(ask, target)
            leads = () if followed is None else (WaitingLead(url=followed.url, depth=ask.depth),)
            yield self._ended(response, ask, Outcome.DUPLICATE, detail, leads=leads)
            if followed is not None:
                yield followed

    def _circle(self, ask: Ask, target: str) -> list[str]:
        """The addresses of a chain of redirects that closes or is too long; none when it may go on."""
        self._moves[ask.url] = canonical_url(target)
        chain, following = [*ask.hops, ask.url], self._moves[ask.url]
        while following in self._moves and following not in chain:
            chain.append(following)
            following = self._moves[following]
        return chain if following in chain or len(ask.hops) >= _HOPS else []

    def _arrived(self, response: Response, ask: Ask) -> Iterator[Item | Ask]:
        if (own := self._canonical_variant(response, ask)) is not None:
            result = self._frontier.sort((Found(url=own),))
            detail = f"calls itself {own}"[:200]
            yield self._ended(response, ask, Outcome.DUPLICATE, detail, leads=tuple(result.leads))
            yield from result.asks
            return
        related = self._related(response, ask)
        yield Fetched(
            url=ask.url,
            status=response.status,
            body=response.body,
            body_bytes=line_bytes(response),
            content_type=(header(response, "Content-Type") or "")[:200] or None,
            charset=declared_charset(response),
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
            leads=tuple(related.leads),
        )
        yield from (related_ask for related_ask in related.asks if not related_ask.is_known)

    def _related(self, response: Response, ask: Ask) -> Sorted:
        if not isinstance(response, TextResponse) or ask.depth >= RELATED_DEPTH:
            return Sorted()
        try:
            links = related_links(response.text, url=response.url)
        except UnreadableListError:
            # The page itself is kept all the same; reading names what is wrong with it.
            return Sorted()
        return self._frontier.sort(links, depth=ask.depth + 1)

    def _canonical_variant(self, response: Response, ask: Ask) -> str | None:
        """The page's own address when this one is a variant of it, such as its AMP edition."""
        if not isinstance(response, TextResponse):
            return None
        stated = stated_canonical(response.text, url=response.url)
        own = self._frontier.article_address(stated) if stated else None
        if own is None or page_key(own) == page_key(ask.url) or own in ask.hops:
            return None
        return own if is_variant(own, ask.url) else None

    def _ended(
        self,
        response: Response,
        ask: Ask,
        outcome: Outcome,
        detail: str | None = None,
        *,
        leads: tuple[WaitingLead, ...] = (),
    ) -> Ended:
        return Ended(
            url=ask.url,
            outcome=outcome,
            detail=detail,
            body_bytes=line_bytes(response),
            http_status=response.status,
            leads=leads,
        )
