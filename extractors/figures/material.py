"""Everything found in one document that the figure steps reason about."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extractors.document import Document
from extractors.figures.breakdown_words import BreakdownWord, find_breakdown_words
from extractors.figures.cues import Cue, find_cues
from extractors.mentions import AgencyMention, NumberMention, PeriodMention, RegionMention


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)


def within(items: Sequence[_S], start: int, end: int) -> Sequence[_S]:
    """The items of a sorted sequence that begin inside a span."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, lo=first, key=lambda item: item.start)
    return items[first:last]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One document and its mentions, each sequence sorted by start."""

    document: Document
    numbers: Sequence[NumberMention]
    periods: Sequence[PeriodMention]
    regions: Sequence[RegionMention]
    agencies: Sequence[AgencyMention]
    cues: Sequence[Cue]
    words: Sequence[BreakdownWord]
    home_region: str | None

    @property
    def lower(self) -> str:
        """The text in small letters, furniture blanked out."""
        return self.document.lower


def gather(
    document: Document,
    *,
    numbers: Sequence[NumberMention],
    periods: Sequence[PeriodMention],
    regions: Sequence[RegionMention],
    agencies: Sequence[AgencyMention],
    home_region: str | None,
) -> Material:
    """Put the mentions outside furniture together with the cues of the text."""
    return Material(
        document=document,
        numbers=_outside(document, numbers),
        periods=_outside(document, periods),
        regions=_outside(document, regions),
        agencies=_outside(document, agencies),
        cues=find_cues(
            document.lower,
            masked=[(agency.start, agency.end) for agency in agencies],
            plain=document.plain,
        ),
        words=find_breakdown_words(document.lower),
        home_region=home_region,
    )


def _outside(document: Document, items: Sequence[_S]) -> tuple[_S, ...]:
    kept = [item for item in items if not document.in_furniture(item.start, item.end)]
    return tuple(sorted(kept, key=lambda item: item.start))
