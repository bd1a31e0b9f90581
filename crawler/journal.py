"""A ledger for trying an outlet out: nothing is stored, everything is told to the parent."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from typing import Any

from crawler.agenda import Agenda
from crawler.items import Ended, Fetched, Item, Listed
from crawler.plan import OutletPlan
from models.vocabulary import Outcome
from storage.leads import Further, WaitingLead

_TOLD_ADDRESSES = 300


class Journal:
    """Tells rows, bodies and listed addresses, one message each."""

    def __init__(self, say: Callable[[dict[str, Any]], None]) -> None:
        self._say = say

    async def write(self, item: Item, *, source_name: str) -> Outcome:
        """Tell how an address ended, with its body when one came."""
        outcome = _outcome(item)
        detail = None if isinstance(item, Fetched) else item.detail
        self._say({"ended": {"url": item.url, "outcome": outcome.value, "detail": detail}})
        if isinstance(item, Fetched):
            body = b64encode(item.body).decode("ascii")
            self._say({"page": {"url": item.url, "charset": item.charset, "body": body}})
        if isinstance(item, Listed):
            addresses = [entry.url for entry in item.found[:_TOLD_ADDRESSES]]
            self._say({"listed": {"url": item.url, "addresses": addresses, "feeds": list(item.feeds)}})
        return outcome

    def saw_sitemaps(self, sitemaps: Sequence[str]) -> None:
        """Tell the sitemaps that robots.txt names."""
        self._say({"sitemaps": list(sitemaps)})

    def open(self, plan: OutletPlan) -> Agenda:
        """Nothing is known: a trial asks for everything anew."""
        return Agenda()

    def begin(self, plan: OutletPlan, places: Sequence[Further]) -> None:
        """A trial is not gone on with."""

    def waiting(self, plan: OutletPlan, *, limit: int) -> list[WaitingLead]:
        """Nothing waits."""
        return []

    def forget(self, plan: OutletPlan, urls: Sequence[str]) -> None:
        """Nothing waits."""

    def finish(self, plan: OutletPlan) -> None:
        """Nothing is to be closed."""

    def close(self) -> None:
        """Nothing is left to write."""


def _outcome(item: Item) -> Outcome:
    if isinstance(item, Ended):
        return item.outcome
    return Outcome.DISCOVERY if isinstance(item, Listed) else Outcome.PENDING
