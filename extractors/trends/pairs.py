"""Two counts set side by side, which state a rise or fall without a word for it.

'Tahun ini 34 laporan, padahal tahun lalu cuma 18', 'dari 40 kasus pada 2023 menjadi 54',
'sepanjang 2023 ada 70 kasus, sekarang tinggal 54'. What tells that they are compared is a
small word beside one of them (``_MARKS``); bare counts of a series state nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from extractors.document import BlockKind, Document, Sentence
from extractors.mentions import NumberKind, NumberMention
from extractors.numbers import find_numbers
from extractors.trends import words
from extractors.trends.years import YearRef, context_year, year_after, years_in
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
_THEN = re.compile(r"\b(?:saat|waktu|kala|ketika|tahun) itu\b", re.IGNORECASE)
_TO = re.compile(
    r"(?:(?!\bdari\b)[^.;:\d]|(?:19|20)\d\d\b){0,60}?\b(?:menjadi|jadi|ke|hingga|sampai)\s+"
    r"(?:(?:angka|total|sekitar|hanya|cuma|tinggal|posisi)\s+){0,2}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bdari\s+(?:(?:semula|sebelumnya|awalnya|angka|jumlah|total|hanya|cuma|sekitar|yang)\s+){0,3}$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\btahun(?:nya| ini)? belum (?:habis|selesai|berakhir|genap|tutup)\b", re.IGNORECASE
)
_HEADED = re.compile(
    rf"\s*(?:{words.COUNTED}\b|[^\w\s]|$|(?:yang|pada|di|saja|lagi|tetapi|tapi|sedangkan|sementara|sebelumnya|"
    rf"tahun (?:lalu|sebelumnya|ini)|setahun|sepanjang|selama|dibanding\w*|menjadi|jadi|ke|namun)\b)",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"\b(?:usia|umur|berusia|berumur|pukul|nomor|no|pasal|ayat|rp|kelas|tanggal|antara|di antaranya|"
    r"termasuk|persen)\W*$",
    re.IGNORECASE,
)
_AT_YEAR = re.compile(
    rf"\s*(?:{words.COUNTED}\s+)?(?:\w+\s+){{0,2}}?[(]?(?:(?:pada|di|selama|sepanjang|untuk|tahun)\s+){{0,3}}$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:(?:se|satu )?tahun sebelum(?:nya| itu))\b", re.IGNORECASE)
_LAST_YEAR = re.compile(rf"{_YEAR_BEFORE.pattern}|\btahun (?:lalu|kemarin|kemaren|silam)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 8
_REACH = 400
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


@dataclass(frozen=True, slots=True)
class _Dated:
    number: NumberMention
    year: int | None
    own: bool
    """Whether its own sentence names the year."""
    lead: str
    """The words before it, back to the count before."""

    @property
    def value(self) -> int:
        return self.number.value or 0


def find_pairs(document: Document, sentence: Sentence) -> Iterator[Pair]:
    """Counts of two years that a small word sets against each other."""
    here = _dated(document, sentence)
    if not here:
        return
    earlier = _told_before(document, sentence)
    text = document.plain[sentence.start : sentence.end]
    told = [*earlier, *here]
    for was, now in pairwise(told):
        if now not in here:
            continue
        pair = _from_to(document, was, now) if was in here else None
        pair = pair or _compared(was, now, since=was.number.end if was in here else sentence.start)
        if pair is None or (pair.direction is Direction.DOWN and _UNFINISHED.search(text)):
            continue
        yield pair


def _from_to(document: Document, was: _Dated, now: _Dated) -> Pair | None:
    """'dari 40 kasus pada 2023 menjadi 54': both ends of one movement."""
    between = document.plain[was.number.end : now.number.start]
    counted = re.match(
        rf"\s+{words.COUNTED}\b", document.plain[was.number.end : was.number.end + 20], re.IGNORECASE
    )
    counted = counted or re.match(
        rf"\s+{words.COUNTED}\b", document.plain[now.number.end : now.number.end + 20], re.IGNORECASE
    )
    if not counted or was.value == now.value or not _FROM.search(was.lead) or not _TO.fullmatch(between):
        return None
    direction = Direction.UP if now.value > was.value else Direction.DOWN
    years = (
        (was.year, now.year)
        if was.own and now.own and was.year and now.year and was.year < now.year
        else None
    )
    return Pair(now.number.start, now.number.end, direction, was.number.start - len(was.lead), years)


def _compared(first: _Dated, second: _Dated, *, since: int) -> Pair | None:
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


def _joined(second: _Dated) -> bool:
    """'Pada 2023 hanya 12, tetapi 2024 20': the second belongs to the comparison."""
    return (
        re.search(r"[,;]|\b(?:tetapi|tapi|sedangkan|sementara|lalu|kemudian|maka)\b", second.lead) is not None
    )


def _marks(one: _Dated, other: _Dated) -> bool:
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
    so_far = one.value < other.value and _SO_FAR.search(lead) is not None
    return (bool(_NOW.search(lead)) and not so_far) or (
        _ALREADY.search(lead) is not None and one.value > other.value
    )


def _told_before(document: Document, sentence: Sentence) -> list[_Dated]:
    """The last count of the one or two sentences before, with its year or that of the text there."""
    for near in reversed(document.sentences[max(0, sentence.index - 2) : sentence.index]):
        if document.block_of(near).kind in {BlockKind.TITLE, BlockKind.HEADING}:
            break
        found = _dated(document, near)
        if found:
            year = found[-1].year or context_year(document, sentence, reach=3)
            return [replace(found[-1], year=year, own=False)]
    return []


def _dated(document: Document, sentence: Sentence) -> list[_Dated]:
    """The sentence's counts with the year nearest to each."""
    numbers = _counts(document, sentence.start, sentence.end)
    refs = _refs(document, sentence) if numbers else []
    found: list[_Dated] = []
    since = sentence.start
    for place, number in enumerate(numbers):
        until = numbers[place + 1].start if place + 1 < len(numbers) else sentence.end
        ref = _year_of(document, refs, number, since, until)
        lead = document.plain[max(since, number.start - 2 * _BESIDE) : number.start]
        found.append(_Dated(number, ref.year if ref else None, ref is not None, lead))
        since = number.end
    return found


def _refs(document: Document, sentence: Sentence) -> list[YearRef]:
    """Years named, and those told by 'setahun sebelumnya' and 'setahun kemudian'."""
    named = years_in(document, sentence.start, sentence.end)
    refs = [*named, *year_after(document, sentence, named)]
    before_it = _YEAR_BEFORE if document.published is not None else _LAST_YEAR
    for match in islice(before_it.finditer(document.plain, sentence.start, sentence.end), 1):
        before = [ref.year for ref in named if ref.end <= match.start()]
        base = before[-1] if before else context_year(document, sentence, reach=3)
        refs += [YearRef(*match.span(), base - 1, compared=True)] if base is not None else []
    for match in islice(_THEN.finditer(document.plain, sentence.start, sentence.end), 1):
        year = None if any(ref.start < match.start() for ref in refs) else _mentioned(document, sentence)
        refs += [YearRef(*match.span(), year, compared=True)] if year is not None else []
    if document.published is not None:
        found = re.finditer(r"\bkini\b", document.plain[sentence.start : sentence.end], re.IGNORECASE)
        places = [sentence.start + match.start() for match in islice(found, 2)]
        refs += [YearRef(place, place + 4, document.published.year, compared=False) for place in places]
    return sorted(refs, key=lambda ref: ref.start)


def _mentioned(document: Document, sentence: Sentence) -> int | None:
    """The last year named in the sentence before, which 'saat itu' takes up."""
    if sentence.index == 0:
        return None
    near = document.sentences[sentence.index - 1]
    return next((ref.year for ref in reversed(years_in(document, near.start, near.end))), None)


def _year_of(
    document: Document, refs: Sequence[YearRef], number: NumberMention, since: int, until: int
) -> YearRef | None:
    """The year right behind the count, else the last one before it, else the next one after."""
    after = next((ref for ref in refs if number.end <= ref.start < until), None)
    if after is not None and _AT_YEAR.fullmatch(document.plain, number.end, after.start):
        return after
    before = [ref for ref in refs if since <= ref.start < number.start]
    return before[-1] if before else None


def _counts(document: Document, start: int, end: int) -> list[NumberMention]:
    """Whole counts between two offsets of the document."""
    plain = document.plain
    stop = min(end, start + 2 * _REACH)
    moved = (
        replace(number, start=number.start + start, end=number.end + start)
        for number in find_numbers(plain[start:stop])
        if number.kind is NumberKind.COUNT and number.value and not _YEAR.fullmatch(number.text)
    )
    kept = (
        number
        for number in moved
        if _HEADED.match(plain, number.end, stop)
        and not _NO_COUNT_BEFORE.search(plain, max(start, number.start - 20), number.start)
    )
    return list(islice(kept, _MOST))
