"""A ledger for trying an outlet out: nothing is stored, everything is told to the parent."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from typing import Any

from crawler.discovery.found import Found
from crawler.items import Fetched, Item
from models.vocabulary import Outcome
from storage.pages import KnownPage

_TOLD_ADDRESSES = 300


class Journal:
    """Tells rows, bodies and listed addresses, one message each."""

    def __init__(self, say: Callable[[dict[str, Any]], None]) -> None:
        self._say = say

    async def write(self, item: Item, *, source_name: str) -> Outcome:
        """Tell how an address ended, with its body when one came."""
        outcome = Outcome.PENDING if isinstance(item, Fetched) else item.outcome
        detail = None if isinstance(item, Fetched) else item.detail
        self._say({"ended": {"url": item.url, "outcome": outcome.value, "detail": detail}})
        if isinstance(item, Fetched):
            body = b64encode(item.body).decode("ascii")
            self._say({"page": {"url": item.url, "charset": item.charset, "body": body}})
        return outcome

    def saw(self, url: str, found: Sequence[Found], *, feeds: Sequence[str] = ()) -> None:
        """Tell what a list named, and the feeds its page points to."""
        addresses = [entry.url for entry in found[:_TOLD_ADDRESSES]]
        self._say({"listed": {"url": url, "addresses": addresses, "feeds": list(feeds)}})

    def saw_sitemaps(self, sitemaps: Sequence[str]) -> None:
        """Tell the sitemaps that robots.txt names."""
        self._say({"sitemaps": list(sitemaps)})

    def known_pages(self, source_name: str) -> list[KnownPage]:
        """Nothing is known: a trial asks for everything anew."""
        return []

    def close(self) -> None:
        """Nothing is left to write."""
