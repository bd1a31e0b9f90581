"""Counts with the year that the text gives each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from extractors.document import BlockKind, Document, Sentence
from extractors.mentions import NumberKind, NumberMention
from extractors.numbers import find_numbers
from extractors.trends import words
from extractors.trends.years import YearRef, context_year, year_after, years_in
from models.vocabulary import Direction

_THEN = re.compile(r"\b(?:saat|waktu|kala|ketika|tahun) itu\b", re.IGNORECASE)
_HEADED = re.compile(
    rf"\s*(?:{words.COUNTED}\b|(?:kekerasan|tindak|pencabulan|persetubuhan|pelecehan|perkosaan|kdrt|tppo|"
    rf"abh)\b|"
    rf"[^\w\s]|$|(?:yang|pada|di|saja|lagi|juga|pula|pun|tetapi|tapi|dan|sedangkan|sementara|sebelumnya|"
    rf"untuk|dalam|saat|sampai|hingga|per|berbanding|lawan|versus|vs|dari|kata|ujar|ketimbang|daripada|"
    rf"kini|sekarang|"
    rf"tahun (?:lalu|sebelumnya|ini)|setahun|sepanjang|selama|dibanding\w*|menjadi|jadi|ke|namun)\b)",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"\b(?:usia|umur|berusia|berumur|pukul|nomor|no|pasal|ayat|rp|kelas|tanggal|antara|di antaranya|naik|"
    r"turun|bertambah|berkurang|tambah|nambah|lebih|kurang|minus|plus|defisit|surplus|"
    r"selisih(?:nya)?|(?:kenaikan|penurunan|peningkatan|bertambah|berkurang|naik|turun|selisih|defisit|"
    r"surplus)(?:nya)? (?:sebanyak|sebesar|sekitar)|"
    r"termasuk|persen)\W*$",
    re.IGNORECASE,
)
_AT_YEAR = re.compile(
    rf"\s*(?:{words.COUNTED}\s+)?(?:(?!dan|lalu|serta|sedangkan|sementara|kemudian|disusul|"
    rf"ke\b)\w+\s+){{0,2}}?[(]?(?:(?:pada|di|selama|sepanjang|untuk|tahun)\s+){{0,3}}$",
    re.IGNORECASE,
)
_UP_TO_YEAR = re.compile(
    rf"\s*{words.COUNTED}\b[^,.;:\d]{{0,60}}?(?:(?:pada|di|selama|sepanjang|untuk|"
    rf"tahun)\s+){{1,3}}",
    re.IGNORECASE,
)
"""'112 perempuan dan anak korban kekerasan sepanjang 2023': where no year stands before."""
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:se|satu )?tahun sebelum(?:nya| itu)|(?:se|satu )tahun (?:silam|lalu|lewat))\b", re.IGNORECASE
)
_LAST_YEAR = re.compile(rf"{_YEAR_BEFORE.pattern}|\btahun (?:lalu|kemarin|kemaren|silam)\b", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:kosong|bersih|(?:tidak|tak|belum) ada (?:lagi |satu ?pun |seorang ?pun )?(?:kasus|korban|"
    r"laporan|perkara)?)\b",
    re.IGNORECASE,
)
"""Words for a count of nought; the reader of figures finds them in its own way."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 8
_REACH = 400
_BESIDE = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """One direction word: where it stands and where it points."""

    start: int
    end: int
    direction: Direction
    years: tuple[int, int] | None = None
    """The earlier and the later year, where two dated counts make the statement."""


@dataclass(frozen=True, slots=True)
class DatedCount:
    """A whole count of a sentence and the year beside it, null when none is."""

    number: NumberMention
    year: int | None
    own: bool
    """Whether its own sentence names the year."""
    lead: str
    """The words before it, back to the count before."""

    @property
    def value(self) -> int:
        """The number."""
        return self.number.value or 0


def told_before(document: Document, sentence: Sentence) -> list[DatedCount]:
    """The last count of the one or two sentences before, with its year or that of the text there."""
    for near in reversed(document.sentences[max(0, sentence.index - 2) : sentence.index]):
        if document.block_of(near).kind in {BlockKind.TITLE, BlockKind.HEADING}:
            break
        found = [one for one in dated_counts(document, near) if one.value]
        if found:
            year = found[-1].year or context_year(document, sentence, reach=3)
            return [replace(found[-1], year=year, own=False)]
    return []


def dated_counts(document: Document, sentence: Sentence) -> list[DatedCount]:
    """The sentence's counts with the year nearest to each."""
    numbers = _counts(document, sentence.start, sentence.end)
    refs = _refs(document, sentence) if numbers else []
    found: list[DatedCount] = []
    since = sentence.start
    for place, number in enumerate(numbers):
        until = numbers[place + 1].start if place + 1 < len(numbers) else sentence.end
        ref = _year_of(document, refs, number, since, until)
        lead = document.plain[max(since, number.start - 2 * _BESIDE) : number.start]
        found.append(DatedCount(number, ref.year if ref else None, ref is not None, lead))
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
    if before or after is None:
        return before[-1] if before else None
    return after if _UP_TO_YEAR.fullmatch(document.plain, number.end, after.start) else None


def _counts(document: Document, start: int, end: int) -> list[NumberMention]:
    """Whole counts between two offsets of the document."""
    plain = document.plain
    stop = min(end, start + 2 * _REACH)
    moved = (
        replace(number, start=number.start + start, end=number.end + start)
        for number in _numbers(plain[start:stop])
        if (number.kind is NumberKind.COUNT or number.value == 0)
        and number.value is not None
        and not _YEAR.fullmatch(number.text)
    )
    none = (
        NumberMention(start=match.start(), end=match.end(), value=0, kind=NumberKind.COUNT, text=match[0])
        for match in islice(_NONE.finditer(plain, start, stop), _MOST)
    )
    kept = (
        number
        for number in sorted([*moved, *none], key=lambda one: one.start)
        if _HEADED.match(plain, number.end, stop)
        and not _NO_COUNT_BEFORE.search(plain, max(start, number.start - 40), number.start)
    )
    return list(islice(kept, _MOST))


@lru_cache(maxsize=64)
def _numbers(sentence: str) -> tuple[NumberMention, ...]:
    """The numbers of a sentence, which is asked for its counts again by the sentences behind it."""
    return find_numbers(sentence)
