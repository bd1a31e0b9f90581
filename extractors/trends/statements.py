"""Statements of a rise or fall: which verbs count, and what each clause says of its years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.document import BlockKind, Document, Sentence
from extractors.numbers import find_numbers
from extractors.trends import cues, words
from extractors.trends.contrasts import find_contrasts
from extractors.trends.counts import YearlyCounts
from extractors.trends.dated import Hit
from extractors.trends.pairs import Pair, find_pairs
from extractors.trends.subjects import (
    BACKGROUND,
    are_about_violence,
    clause_before,
    is_about_violence,
    is_taken_up,
)
from extractors.trends.times import TimeReader
from extractors.trends.years import YearRef, says_previous, year_after, years_in
from extractors.words import WordPattern
from models.records import FigureRecord
from models.vocabulary import Direction

_MONTH_BEFORE = re.compile(
    r"\b(?<!hingga )(?<!sampai )(?<!s/d )(?<![-–—])(?<!akhir )(?<!awal )(?:januari|februari|maret|april|mei|"
    r"juni|juli|agustus|september|oktober|november|desember)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_MONTH_NAMED = re.compile(rf"\b{words.MONTHS}\b(?!\s+(?:19|20)\d\d)", re.IGNORECASE)
_MONTH_AFTER = re.compile(
    rf"[^.;]{{0,50}}?\b(?:pada|di|bulan) (?:bulan )?{words.MONTHS}\b"
    r"(?!\s+(?:19|20)\d\d|[^.;]*(?:tahun|periode))",
    re.IGNORECASE,
)
_MOVING_PERSON = re.compile(r"^(?:turun|naik)$", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:jika|kalau|bila|apabila)\b", re.IGNORECASE)
"""'Jika pada 2023 ada 40 kasus, pada 2024 hanya 31': of years told, no condition."""
_WISH_WINDOW = 90
_REACH = 400
_CLOSE = 40
_MOST_HITS = 12
"""Bounds on what is read around one verb and in one sentence, so that no text takes long."""
_CONTRASTS = re.compile(
    r",[^.]*\b(?:tidak demikian|sebaliknya|justru|malah|(?:ber|lain)beda|lain (?:halnya|dengan|lagi)|"
    r"kebalikannya)\b",
    re.IGNORECASE,
)
"""'Jika kekerasan perempuan turun, tidak demikian kekerasan anak': no condition."""
_ADDED = re.compile(
    rf"\W*(?:lagi\b|(?:(?:menjadi|jadi)\s+)?{words.MANY}(?: lagi)? (?:orang|anak|santri\w*|siswi\w*|siswa|"
    rf"murid)\b)",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\bkorban\w*\b(?!.*\b(?:kasus|angka|laporan|perkara)\b)|^\W*$", re.IGNORECASE | re.DOTALL
)
_DENIED = re.compile(
    r"^[^;]*\b(?:dibantah|ditepis|ditampik|disangkal|disanggah|hoaks|tidak benar|tak benar)\b", re.IGNORECASE
)
_TURN = re.compile(r";|\b(?:yang benar|faktanya|kenyataannya|nyatanya|namun|tetapi|tapi)\b", re.IGNORECASE)
_QUANTITY = re.compile(
    rf"(?<![\d/.,])(?!(?:19|20)\d\d\s)(\d[\d.,]*)(?=\s*(?:{words.COUNTED}|persen|%)|\s+(?:menjadi|jadi|ke)\s)"
)


_STRONG = ((Direction.UP, words.UP), (Direction.DOWN, words.DOWN), (Direction.FLAT, words.FLAT))
_WEAK = ((Direction.UP, words.WEAK_UP), (Direction.DOWN, words.WEAK_DOWN), (Direction.FLAT, words.WEAK_FLAT))
_EXTREME = ((Direction.UP, words.PEAK), (Direction.DOWN, words.LOW))
_ITS_COUNT = re.compile(
    r"\b(?:ini(?:lah)?|itu(?:lah)?|tersebut|angka\w*|jumlah\w*|catatan\w*|rekor|tahun (?:dengan|yang)|"
    r"(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""'Angka itu tertinggi dalam lima tahun': a whole count is an extreme, not one kind or place among others."""


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


def find_statements(document: Document, figures: Sequence[FigureRecord] = ()) -> list[Statement]:
    """Every statement of a trend in text order, restatements included."""
    found: list[Statement] = []
    times = TimeReader(document, YearlyCounts(document, figures))
    fluctuates = False
    for sentence in document.sentences:
        text = document.plain[sentence.start : sentence.end]
        fluctuates, fluctuated = cues.FLUCTUATION.search(text) is not None, fluctuates
        if text.rstrip(' ”"').endswith("?") or fluctuates:
            continue
        hits = list(islice(_stated(document, sentence), _MOST_HITS))
        hits = sorted([*hits, *_paired(document, sentence, hits)], key=_start)
        hits = hits or _contrasted(document, sentence)
        refs = years_in(document, sentence.start, sentence.end) if hits else []
        refs = sorted(refs + year_after(document, sentence, refs), key=_start) if hits else []
        if hits and not refs and is_taken_up(document, sentence):
            following = document.sentences[sentence.index + 1]
            refs = years_in(document, following.start, following.end)
        for place, hit in enumerate(hits):
            begin = hits[place - 1].end if place else sentence.start
            stop = hits[place + 1].start if place + 1 < len(hits) else sentence.end
            told = _statements(times, sentence, hit, refs, (begin, stop))
            found += [one for one in told if not (fluctuated and _is_passing(one, refs))]
    return found


def _is_passing(statement: Statement, refs: Sequence[YearRef]) -> bool:
    """After 'naik turun', a step on the way to the last year of the sentence."""
    return any(statement.to_year is None or ref.year > statement.to_year for ref in refs)


def _start(ref: YearRef | Hit) -> int:
    return ref.start


def _paired(document: Document, sentence: Sentence, stated: Sequence[Hit]) -> list[Hit]:
    """Counts of two years without a word for the change, where the text is about violence."""
    return [
        Hit(pair.start, pair.end, pair.direction, pair.years)
        for pair in find_pairs(document, sentence)
        if not any(
            pair.since <= hit.start < pair.end or (pair.back and hit.start < pair.start) for hit in stated
        )
        and not any(_concludes(document, pair, hit) for hit in stated)
        and _pair_about_violence(document, sentence, pair.start)
    ]


def _concludes(document: Document, pair: Pair, hit: Hit) -> bool:
    """'2022 ada 33, 2021 cuma 25, jadi bertambah': the word behind the counts says the same."""
    after = hit.direction is pair.direction and pair.end <= hit.start
    return after and re.search(r"\d", document.plain[pair.end : hit.start]) is None


def _contrasted(document: Document, sentence: Sentence) -> list[Hit]:
    """Counts of two years and a word that compares them, where no word tells the direction."""
    found = find_contrasts(document, sentence)
    return [
        hit
        for hit in found
        if _pair_about_violence(document, sentence, hit.start) and _is_on_subject(document, sentence, hit)
    ]


def _is_on_subject(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Where the counts stand in another sentence, the word's own must say or take up what is counted."""
    before = document.plain[sentence.start : hit.start]
    inside = find_numbers(document.plain[hit.start : hit.end])
    return bool(inside) or len(before) < _CLOSE or cues.SUBJECT.search(before) is not None


def _pair_about_violence(document: Document, sentence: Sentence, start: int) -> bool:
    before = document.plain[max(sentence.start, start - _REACH) : start]
    clause = clause_before(before)
    unreal = _is_unreal(_WHEN.sub("", before), _WHEN.sub("", clause))
    return not unreal and are_about_violence(document, sentence, before, start)


def _stated(document: Document, sentence: Sentence) -> Iterator[Hit]:
    return (hit for hit in _hits(document, sentence) if _is_stated(document, sentence, hit))


def _hits(document: Document, sentence: Sentence) -> Iterator[Hit]:
    hits = _beside(document, sentence, _STRONG)
    weak = _beside(document, sentence, _WEAK)
    compares = weak and words.COMPARES_TIME.search(document.plain, sentence.start, sentence.end)
    hits += weak if compares else [hit for hit in weak if _is_intense(document, sentence, hit)]
    if _ITS_COUNT.search(document.plain, sentence.start, sentence.end):
        hits += _beside(document, sentence, _EXTREME)
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            end = hit.end
            yield hit


def _is_intense(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """'justru menumpuk', 'kian subur': a movement even where no other time is named."""
    before = document.plain[max(sentence.start, hit.start - _CLOSE) : hit.start]
    return hit.direction is not Direction.FLAT and words.INTENSELY.search(before) is not None


def _beside(
    document: Document, sentence: Sentence, kinds: Sequence[tuple[Direction, WordPattern]]
) -> list[Hit]:
    return [
        Hit(*match.span(), direction)
        for direction, pattern in kinds
        for match in pattern.finditer(document.words, sentence.start, sentence.end)
    ]


def _is_stated(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether the word states, here, that violence rose, fell or stood still."""
    before = document.plain[max(sentence.start, hit.start - _REACH) : hit.start]
    after = document.plain[hit.end : min(sentence.end, hit.end + _REACH)]
    word = document.plain[hit.start : hit.end]
    if _CONTRASTS.search(after):
        before = _WHEN.sub("", before)
    if _is_other_sense(word, before, after) or _is_unreal(before, clause_before(before)):
        return False
    if _DENIED.search(after) or _adds_to_one(document, sentence, hit, before):
        return False
    if _is_passed(word, before, after) or _MONTH_BEFORE.search(before) or _month_to_month(before, after):
        return False
    return is_about_violence(document, sentence, word, before, after)


def _adds_to_one(document: Document, sentence: Sentence, hit: Hit, before: str) -> bool:
    """'Korban guru itu bertambah menjadi lima orang': more victims of one incident, no other time."""
    word = document.plain[hit.start : hit.end].casefold()
    if not word.startswith("bertambah") or not _ADDED.match(document.plain, hit.end, sentence.end):
        return False
    if not _VICTIMS.search(before) or years_in(document, sentence.start, sentence.end):
        return False
    return not words.COMPARES_TIME.search(document.plain, sentence.start, sentence.end)


def _is_passed(word: str, before: str, after: str) -> bool:
    """'Setelah sempat menggila, kekerasan turun': what went before, with no year of its own."""
    if not BACKGROUND.match(before) or "," not in after:
        return False
    clause = re.split(r"[,;]", before)[-1] + re.split(r"[,;]", after)[0]
    return (
        word.casefold().startswith("memuncak")
        or re.search(r"\b(?:19|20)\d\d\b|tahun (?:lalu|se)", clause) is None
    )


def _month_to_month(before: str, after: str) -> bool:
    """'Mei 14 kasus, sebelum turun pada Juni': months of one year, no year compared."""
    return bool(_MONTH_AFTER.match(after) and _MONTH_NAMED.search(before))


def _is_other_sense(word: str, before: str, after: str) -> bool:
    """'naik pitam', 'turun ke sekolah', 'peningkatan kapasitas', 'lebih banyak daripada yang nyata'."""
    if _MOVING_PERSON.match(word) and (
        cues.OTHER_SENSE_BEFORE.search(before) or cues.PERSON_VERB_AFTER.match(after)
    ):
        return True
    if cues.NOUN.match(word) and not cues.NOUN_OBJECT.match(after):
        return True
    timeless = word.casefold().removeprefix("jauh ").startswith("lebih") and not cues.IN_TIME.search(
        f"{before} {after[:90]}"
    )
    return timeless or cues.OTHER_SENSE_AFTER.match(after) is not None


def _is_unreal(before: str, clause: str) -> bool:
    before = _TURN.split(before)[-1]
    return bool(
        cues.UNREAL_BEFORE.search(clause[-90:])
        or cues.UNREAL_HARD.search(before[-_WISH_WINDOW:])
        or cues.WISH.search(before)
    )


def _statements(
    reader: TimeReader, sentence: Sentence, hit: Hit, refs: list[YearRef], segment: tuple[int, int]
) -> Iterator[Statement]:
    """One statement, or one for each year compared with ('lebih besar dari 2021 dan 2022')."""
    document = reader.document
    every = bool(cues.EVERY_YEAR.search(document.plain, sentence.start, sentence.end))
    times = reader.read(sentence, refs, hit, segment, every=every)
    to_year, earlier = times.to_year, times.earlier
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
            own_year=times.told or bool(refs) or says_previous(document, sentence.start, sentence.end),
            every_year=every,
            in_series=times.told and not times.own,
            numbers=frozenset(_QUANTITY.findall(document.plain, *segment)),
        )


def _names_nearby(document: Document, sentence: Sentence, year: int) -> bool:
    """Whether the year stands in one of the sentences around, so that it is what is compared with."""
    around = document.sentences[max(0, sentence.index - 2) : sentence.index + 3]
    return any(ref.year == year for near in around for ref in years_in(document, near.start, near.end))


def in_heading(document: Document, statement: Statement) -> bool:
    """Whether the statement stands in a headline, which the body is expected to repeat."""
    return document.block_of(statement.sentence).kind in {BlockKind.TITLE, BlockKind.HEADING}
