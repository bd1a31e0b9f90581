"""Statements of a rise or fall: which verbs count, and what each clause says of its years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from extractors.document import BlockKind, Document, Sentence
from extractors.trends import cues
from extractors.trends.pairs import find_pairs
from extractors.trends.years import (
    YearRef,
    concluded_years,
    context_year,
    is_review,
    says_previous,
    series_years,
    year_after,
    years_in,
)
from models.vocabulary import Direction

_MONTH_BEFORE = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|"
    r"desember)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_MOVING_PERSON = re.compile(r"^(?:turun|naik)$", re.IGNORECASE)
_POSSESSED = re.compile(r"(?:kenaikan|peningkatan|penurunan|lonjakan)nya$", re.IGNORECASE)
_INDEED = re.compile(r"\W*(?:jadi,? )?(?:memang|jelas)\W*", re.IGNORECASE)
"""'Memang naik': the subject stands some sentences before."""
_OTHER_COUNT = re.compile(
    rf"\W*(?:angka|jumlah|kasus|permohonan|laporan|perkara|data) {cues.OTHER_SUBJECT.pattern}", re.IGNORECASE
)
"""'Turunnya permohonan dispensasi kawin': a count of something else."""
_WISH_WINDOW = 90
_FAR_BACK = 6
"""Years; prevalence is compared over longer spans than yearly counts."""
_REACH = 400
_MOST_HITS = 12
"""Bounds on what is read around one verb and in one sentence, so that no text takes long."""
_QUANTITY = re.compile(
    r"(?<![\d/.,])(?!(?:19|20)\d\d\s)(\d[\d.,]*)(?=\s*(?:kasus|laporan|aduan|pengaduan|korban|orang|anak|"
    r"perkara|persen|%|"
    r"perempuan))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One stated comparison; ``start`` and ``end`` bound the direction word."""

    start: int
    end: int
    begin: int
    """Where its part of the sentence begins, after the verb before it."""
    sentence: Sentence
    direction: Direction
    from_year: int | None
    to_year: int | None
    own_year: bool
    """Whether the sentence itself, or the yearly counts after it, tell when."""
    every_year: bool
    in_series: bool
    """Whether the years are those of the counts that follow."""
    numbers: frozenset[str]
    """The counts and percentages beside the verb; two statements with different ones differ."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    direction: Direction


def find_statements(document: Document) -> list[Statement]:
    """Every statement of a trend in text order, restatements included."""
    found: list[Statement] = []
    fluctuates = False
    for sentence in document.sentences:
        text = document.plain[sentence.start : sentence.end]
        fluctuates, fluctuated = cues.FLUCTUATION.search(text) is not None, fluctuates
        if text.rstrip(' ”"').endswith("?") or fluctuates or fluctuated:
            continue
        hits = list(islice(_stated(document, sentence), _MOST_HITS)) or _paired(document, sentence)
        refs = years_in(document, sentence.start, sentence.end) if hits else []
        refs = sorted(refs + year_after(document, sentence, refs), key=_place) if hits else []
        for place, hit in enumerate(hits):
            begin = hits[place - 1].end if place else sentence.start
            stop = hits[place + 1].start if place + 1 < len(hits) else sentence.end
            found += _statements(document, sentence, hit, refs, (begin, stop))
    return found


def _place(ref: YearRef) -> int:
    return ref.start


def _paired(document: Document, sentence: Sentence) -> list[_Hit]:
    """Counts of two years without a word for the change, where the text is about violence."""
    return [
        _Hit(start, end, direction)
        for start, end, direction in find_pairs(document, sentence)
        if _pair_about_violence(document, sentence, start)
    ]


def _pair_about_violence(document: Document, sentence: Sentence, start: int) -> bool:
    before = document.plain[max(sentence.start, start - _REACH) : start]
    if _is_unreal(before, _clause_before(before)):
        return False
    subject, other = _last(cues.SUBJECT, before), _last(cues.OTHER_SUBJECT, before)
    return subject > other if max(subject, other) >= 0 else _violence_before(document, sentence)


def _stated(document: Document, sentence: Sentence) -> Iterator[_Hit]:
    return (hit for hit in _hits(document, sentence) if _is_stated(document, sentence, hit))


def _hits(document: Document, sentence: Sentence) -> Iterator[_Hit]:
    hits = [
        _Hit(*match.span(), direction)
        for direction, pattern in (
            (Direction.UP, cues.UP),
            (Direction.DOWN, cues.DOWN),
            (Direction.FLAT, cues.FLAT),
        )
        for match in pattern.finditer(document.plain, sentence.start, sentence.end)
    ]
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            end = hit.end
            yield hit


def _is_stated(document: Document, sentence: Sentence, hit: _Hit) -> bool:
    """Whether the word states, here, that violence rose, fell or stood still."""
    before = document.plain[max(sentence.start, hit.start - _REACH) : hit.start]
    after = document.plain[hit.end : min(sentence.end, hit.end + _REACH)]
    word = document.plain[hit.start : hit.end]
    clause = _clause_before(before)
    if _is_other_sense(word, before, after) or _is_unreal(before, clause):
        return False
    if _MONTH_BEFORE.search(before) or cues.OTHER_HEAD.search(clause):
        return False
    return _about_violence(document, sentence, word, before, after)


def _is_other_sense(word: str, before: str, after: str) -> bool:
    """'naik pitam', 'turun ke sekolah', 'peningkatan kapasitas', 'lebih banyak daripada yang nyata'."""
    if _MOVING_PERSON.match(word) and (
        cues.OTHER_SENSE_BEFORE.search(before) or cues.PERSON_VERB_AFTER.match(after)
    ):
        return True
    if cues.NOUN.match(word) and not cues.NOUN_OBJECT.match(after):
        return True
    timeless = word.casefold().startswith("lebih") and not cues.IN_TIME.search(f"{before} {after[:90]}")
    return timeless or cues.OTHER_SENSE_AFTER.match(after) is not None


def _clause_before(before: str) -> str:
    """The words of the verb's own clause that stand before it."""
    breaks = [match.end() for match in cues.CLAUSE_BREAK.finditer(before)]
    return before[breaks[-1] :] if breaks else before


def _is_unreal(before: str, clause: str) -> bool:
    return bool(
        cues.UNREAL_BEFORE.search(clause[-60:])
        or cues.UNREAL_HARD.search(before[-_WISH_WINDOW:])
        or cues.WISH.search(before)
    )


def _about_violence(document: Document, sentence: Sentence, word: str, before: str, after: str) -> bool:
    """Whether the nearest possible subject is a count of violence."""
    subject = _last(cues.SUBJECT, before)
    other = _last(cues.OTHER_SUBJECT, before)
    if other > subject:
        return False
    if subject >= 0:
        return True
    following = cues.SUBJECT.match(after.lstrip()) or re.match(
        r"^\W*(?:\w+\W+){0,3}?(?:kasus|kekerasan|korban|laporan|angka|jumlah|\d+ (?:kasus|laporan|persen))",
        after,
        re.IGNORECASE,
    )
    if following and not (cues.OTHER_SUBJECT.match(after.lstrip()) or _OTHER_COUNT.match(after)):
        return True
    if _POSSESSED.match(word) or _INDEED.fullmatch(before):
        return _violence_before(document, sentence)
    previous = document.sentences[sentence.index - 1] if sentence.index else None
    if previous is None:
        return False
    near = document.plain[previous.start : previous.end]
    return (
        _last(cues.SUBJECT, near) >= 0
        and _last(cues.OTHER_SUBJECT, near) < 0
        and len(_clause_before(before)) < 40
    )


def _violence_before(document: Document, sentence: Sentence) -> bool:
    """'Di sana kenaikannya …': the nearest subject in the three sentences before is violence."""
    for near in reversed(document.sentences[max(0, sentence.index - 3) : sentence.index]):
        text = document.plain[near.start : near.end]
        subject, other = _last(cues.SUBJECT, text), _last(cues.OTHER_SUBJECT, text)
        if max(subject, other) >= 0:
            return subject > other
    return False


def _last(pattern: re.Pattern[str], text: str) -> int:
    place = -1
    for match in pattern.finditer(text):
        place = match.start()
    return place


def _statements(
    document: Document, sentence: Sentence, hit: _Hit, refs: list[YearRef], segment: tuple[int, int]
) -> Iterator[Statement]:
    """One statement, or one for each year compared with ('lebih besar dari 2021 dan 2022')."""
    text = document.plain[sentence.start : sentence.end]
    every = bool(cues.EVERY_YEAR.search(text))
    refs = _compared_after(document, refs, hit, segment)
    own = _own_times(document, sentence, refs, hit, segment)
    times = own or (None if refs else _following_times(document, sentence, every=every))
    to_year, earlier = times or _inferred_times(document, sentence, refs, every=every)
    if segment[0] > sentence.start and to_year is not None:
        steps = [ref.year for ref in refs if ref.start < segment[0] and ref.year < to_year]
        earlier = [max(steps)] if steps and len(earlier) <= 1 else earlier
    if not earlier and to_year is not None and _names_nearby(document, sentence, to_year - 1):
        earlier = [to_year - 1]
    steps_from: list[int | None] = [*earlier]
    for from_year in steps_from or [None]:
        yield Statement(
            start=hit.start,
            end=hit.end,
            begin=segment[0],
            sentence=sentence,
            direction=hit.direction,
            from_year=from_year,
            to_year=to_year,
            own_year=times is not None or bool(refs) or says_previous(document, sentence.start, sentence.end),
            every_year=every,
            in_series=own is None and times is not None,
            numbers=frozenset(_QUANTITY.findall(document.plain, *segment)),
        )


def _names_nearby(document: Document, sentence: Sentence, year: int) -> bool:
    """Whether the year stands in one of the sentences around, so that it is what is compared with."""
    around = document.sentences[max(0, sentence.index - 2) : sentence.index + 3]
    return any(ref.year == year for near in around for ref in years_in(document, near.start, near.end))


_Times = tuple[int | None, list[int]]


def _compared_after(
    document: Document, refs: list[YearRef], hit: _Hit, segment: tuple[int, int]
) -> list[YearRef]:
    """Years behind 'dibanding' and its like, when it follows the verb, are those compared with."""
    match = cues.COMPARATOR.search(document.plain, hit.end, segment[1])
    if match is None:
        return refs
    return [replace(ref, compared=ref.compared or match.end() <= ref.start < segment[1]) for ref in refs]


def _own_times(
    document: Document, sentence: Sentence, refs: list[YearRef], hit: _Hit, segment: tuple[int, int]
) -> _Times | None:
    """The years that the sentence names; the later one stands nearest to the verb."""
    named = [ref for ref in refs if not ref.compared]
    if not named:
        return None
    close = [ref.year for ref in named if _AT_YEAR.fullmatch(document.plain, hit.end, ref.start)]
    before = [ref.year for ref in named if segment[0] <= ref.start < hit.start]
    inside = [ref.year for ref in named if segment[0] <= ref.start < segment[1]]
    to_year = (close or before[-1:] or [max(inside or [ref.year for ref in named])])[0]
    return to_year, _from_years(document, sentence, refs, to_year)


_AT_YEAR = re.compile(
    r"(?:(?!\b(?:dari|dan|dibanding\w*|ketimbang)\b)[^,.;]){0,40}?\s+(?:di|pada|selama|sepanjang|untuk|waktu|saat|ketika)\s+"
    r"(?:tahun\s+|bulan\s+|[A-Z]\w+(?:\s*[-–]\s*[A-Z]\w+)?\s+){0,2}"
)


def _following_times(document: Document, sentence: Sentence, *, every: bool) -> _Times | None:
    """'… terus naik. Tahun 2021 ada 7 kasus, 2022 ada 12': the years of the series that follows."""
    series = series_years(document, sentence, reach=3 if every else 1)
    if series is None or says_previous(document, sentence.start, sentence.end):
        return None
    return series[1], [series[0]] if series[0] < series[1] else []


def _inferred_times(document: Document, sentence: Sentence, refs: list[YearRef], *, every: bool) -> _Times:
    """The later year from the sentences before, else the year of publication; none for 'tiap tahun'."""
    anaphoric = cues.ANAPHORA.search(
        document.plain, sentence.start, min(sentence.end, sentence.start + _REACH)
    )
    if every and not refs and not anaphoric:
        return None, []
    compared = [ref.year for ref in refs]
    published = document.published.year if document.published else None
    if published is not None and is_review(document, sentence):
        return published - 1, [published - 2]
    concluded = None if refs else concluded_years(document, sentence)
    if concluded is not None:
        first, last = concluded[0], concluded[1] or published
        if last is not None and first < last:
            return last, [first]
    if _is_old(compared, published):
        return None, [max(compared)]
    for year in (context_year(document, sentence), _reported_year(document, compared)):
        known = year is not None and (published is None or year <= published)
        if known and year is not None and (not compared or year > max(compared)):
            return year, _from_years(document, sentence, refs, year)
    return (max(compared) + 1, [max(compared)]) if compared else (None, [])


def _reported_year(document: Document, compared: list[int]) -> int | None:
    """The year of publication; in January and February the one before, if it is later than the other."""
    if document.published is None:
        return None
    year = document.published.year
    return year - 1 if compared and document.published.month <= 2 and max(compared) < year - 1 else year


def _is_old(compared: list[int], published: int | None) -> bool:
    """Whether the year compared with lies too far back to tell the later one."""
    return bool(compared) and published is not None and published - max(compared) > _FAR_BACK


def _from_years(document: Document, sentence: Sentence, refs: list[YearRef], to_year: int) -> list[int]:
    """The earlier years: those compared with, else the first of several, else the year before."""
    compared = sorted({ref.year for ref in refs if ref.compared and ref.year < to_year}, reverse=True)
    text = document.plain[sentence.start : sentence.end]
    if len(compared) > 1 and re.search(r"\b(?:dua|tiga) tahun sebelumnya", text, re.IGNORECASE):
        return compared
    if compared:
        return [compared[0]]
    years = sorted({ref.year for ref in refs if ref.year < to_year})
    if years:
        return [years[0]]
    return [to_year - 1] if says_previous(document, sentence.start, sentence.end) else []


def in_heading(document: Document, statement: Statement) -> bool:
    """Whether the statement stands in a headline, which the body is expected to repeat."""
    return document.block_of(statement.sentence).kind in {BlockKind.TITLE, BlockKind.HEADING}
