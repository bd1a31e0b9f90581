"""Two counts set side by side, which state a rise or fall without a word for it.

'Tahun ini 34 laporan, padahal tahun lalu cuma 18', 'dari 40 kasus pada 2023 menjadi 54',
'sepanjang 2023 ada 70 kasus, sekarang tinggal 54'. What tells that they are compared is a
small word beside one of them (``_MARKS``); bare counts of a series state nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Document, Sentence
from extractors.trends import cues, words
from extractors.trends.dated import DatedCount, dated_counts, told_before
from models.vocabulary import Direction

_ONLY = re.compile(r"\b(?:hanya|cuma|sekadar|sebatas)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:masih|baru(?! saja)|semula|awalnya|tadinya|mulanya|dulunya)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)
_LEFT = re.compile(r"\b(?:tinggal|tersisa|menyisakan|hanya|cuma)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:sudah|telah|malah|bahkan|melesat)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_WHEREAS = re.compile(r"\bpadahal\b|\bbandingkan\b", re.IGNORECASE)
_NOW = re.compile(
    r"(?<!sampai )(?<!hingga )(?<!masih )(?<!dan )\b(?:sekarang|kini|tahun ini|tahun berjalan)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:bila|jika|kalau|apabila|jikalau)\s+(?:(?:pada|di|sepanjang|selama|tahun)\s+){0,3}"
    r"(?:(?:19|20)\d\d|lalu|kemarin|silam)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:sudah|telah|baru|per|hingga|sampai|s/d)\b", re.IGNORECASE)
"""A count of a year that runs on: that it is still smaller says nothing."""
_TO = re.compile(
    r"(?:(?!\bdari\b)[^.;:\d]|(?:19|20)\d\d\b){0,60}?\b(?:(?:menjadi|jadi|ke|hingga|sampai)\s+|"
    r"(?:kini|sekarang),?\s+(?:[\w,]+\s+){0,6}?|,?\s*tersisa\s+|,?\s*tinggal\s+)"
    r"(?:(?:angka|total|sekitar|hanya|cuma|tinggal|posisi)\s+){0,2}$",
    re.IGNORECASE,
)
_HEADED_BY = re.compile(
    rf"\b(?:tadinya|semula|awalnya|mulanya)\s+(?:\w+\s+)?$|"
    rf"{cues.SUBJECT.pattern},?\s+dari\s+(?:\w+\s+){{0,2}}$",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"\s+{words.COUNTED}\b", re.IGNORECASE)
_STEP = re.compile(
    r"[,;]\s*(?:\w+\s+){0,4}?(?:ke|jadi|menjadi)\s+"
    r"(?:angka\s+|posisi\s+)?$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:dari|tadinya|semula|awalnya|mulanya)\s+(?:(?:semula|sebelumnya|awalnya|angka|jumlah|total|hanya|"
    r"cuma)\s+){0,2}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bdari\s+(?:(?:semula|sebelumnya|awalnya|angka|jumlah|total|hanya|cuma|sekitar|yang)\s+){0,3}$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\btahun(?:nya| ini)? belum (?:habis|selesai|berakhir|genap|tutup)\b", re.IGNORECASE
)
_BESIDE = 90


@dataclass(frozen=True, slots=True)
class Pair:
    """The second count, and the direction from the earlier year to the later."""

    start: int
    end: int
    direction: Direction
    since: int
    """Where the first count ends, or the sentence begins: a word for the change after it says the same."""
    years: tuple[int, int] | None = None
    """The earlier and the later year, where the counts tell both."""
    back: bool = False
    """Whether the second count is the earlier one, so that a word for the change may stand before both."""


def find_pairs(document: Document, sentence: Sentence) -> Iterator[Pair]:
    """Counts of two years that a small word sets against each other."""
    here = dated_counts(document, sentence)
    if not here:
        return
    own_years = {one.year for one in here if one.year is not None}
    earlier = told_before(document, sentence) if len(own_years) < 2 else []
    text = document.plain[sentence.start : sentence.end]
    told = [*earlier, *here]
    for was, now in pairwise(told):
        if now not in here:
            continue
        pair = (
            (_from_to(document, was, now, unit=here[0]) or _onward(document, was, now))
            if was in here
            else None
        )
        pair = pair or _compared(was, now, since=was.number.end if was in here else sentence.start)
        if pair is None or (pair.direction is Direction.DOWN and _UNFINISHED.search(text)):
            continue
        yield pair


def _from_to(document: Document, was: DatedCount, now: DatedCount, *, unit: DatedCount) -> Pair | None:
    """'dari 40 kasus pada 2023 menjadi 54': both ends of one movement."""
    between = document.plain[was.number.end : now.number.start]
    counted = any(_UNIT.match(document.plain, one.number.end) for one in (was, now, unit))
    headed = now.own and 0 in (was.value, now.value)
    headed = headed or _HEADED_BY.search(was.lead) is not None
    if (
        not (counted or headed)
        or was.value == now.value
        or not _FROM.search(was.lead)
        or not _TO.fullmatch(between)
    ):
        return None
    direction = Direction.UP if now.value > was.value else Direction.DOWN
    years = (
        (was.year, now.year)
        if was.own and now.own and was.year and now.year and was.year < now.year
        else None
    )
    return Pair(now.number.start, now.number.end, direction, was.number.start - len(was.lead), years)


def _onward(document: Document, first: DatedCount, second: DatedCount) -> Pair | None:
    """'… ke 25 pada 2022, ke 31 pada 2023', '60 kasus pada 2024, dari 40 kasus pada 2023'."""
    if not (first.own and second.own and first.year and second.year) or first.value == second.value:
        return None
    ahead = first.year < second.year
    if not (_STEP if ahead else _BACK).search(document.plain[first.number.end : second.number.start]):
        return None
    was, now = (first, second) if ahead else (second, first)
    direction = Direction.UP if now.value > was.value else Direction.DOWN
    years = was.year or 0, now.year or 0
    return Pair(second.number.start, second.number.end, direction, first.number.end, years, back=not ahead)


def _compared(first: DatedCount, second: DatedCount, *, since: int) -> Pair | None:
    """The pair that a word beside the second count makes, or beside the first of two in one sentence."""
    if first.year is None or second.year is None or not second.own:
        return None
    if first.year == second.year or first.value == second.value:
        return None
    was, now = (first, second) if first.year < second.year else (second, first)
    both = first.own and _joined(second) and (_marks(first, second) or _IF.search(first.lead) is not None)
    if not (_marks(second, first) or both):
        return None
    direction = Direction.UP if now.value > was.value else Direction.DOWN
    back = second is was
    years = was.year or 0, now.year or 0
    return Pair(second.number.start, second.number.end, direction, since, years, back=back)


def _joined(second: DatedCount) -> bool:
    """'Pada 2023 hanya 12, tetapi 2024 20': the second belongs to the comparison."""
    return (
        re.search(r"[,;]|\b(?:tetapi|tapi|sedangkan|sementara|lalu|kemudian|maka)\b", second.lead) is not None
    )


def _marks(one: DatedCount, other: DatedCount) -> bool:
    """Whether a word beside the count sets it against the other, and the values agree with it."""
    lead, earlier = one.lead[-_BESIDE:], (one.year or 0) < (other.year or 0)
    if _ONLY.search(lead) and one.value < other.value:
        return True
    if earlier:
        set_against = _ONCE.search(lead) or _WHEREAS.search(lead) or words.SETS_AGAINST_TIME.search(lead)
        return bool(set_against)
    if _LEFT.search(lead):
        return one.value < other.value
    if not other.own:
        return False
    so_far = one.value < other.value and (one.value == 0 or _SO_FAR.search(lead) is not None)
    return (bool(_NOW.search(lead)) and not so_far) or (
        _ALREADY.search(lead) is not None and one.value > other.value
    )
