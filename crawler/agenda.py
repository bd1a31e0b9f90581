"""What a crawl begins with: pages known, lists as read last, and where a backfill stopped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage.leads import Further, ListState
from storage.pages import KnownPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The store's knowledge of one outlet; ``places`` are a backfill's lists and whether each was read."""

    known: Sequence[KnownPage] = ()
    lists: Mapping[str, ListState] = field(default_factory=dict)
    places: Mapping[Further, bool] = field(default_factory=dict)
