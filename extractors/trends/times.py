"""When a statement's later and earlier year are."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Document, Sentence
from extractors.trends import cues, words
from extractors.trends.contrasts import years_behind, years_beside
from extractors.trends.counts import YearlyCounts
from extractors.trends.dated import Hit
from extractors.trends.years import (
    YearRef,
    concluded_years,
    context_year,
    is_review,
    says_previous,
    series_before,
    series_years,
)
from models.vocabulary import Direction

_FAR_BACK = 6
"""Years; prevalence is compared over longer spans than yearly counts."""
_REACH = 400
_BESIDE = 20
_SPANNED = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_SPAN = re.compile(rf"\b(?:selama|dalam|sepanjang) ({'|'.join(_SPANNED)}) tahun\b", re.IGNORECASE)
_EXTREME = re.compile(r"(?:rekor|puncak\w*|paling|ter(?:tinggi|banyak|parah|rendah))\b", re.IGNORECASE)
_TOLD_OF = re.compile(r".*\b(?:sepanjang|selama)\s+", re.IGNORECASE | re.DOTALL)
_Times = tuple[int | None, list[int]]


@dataclass(frozen=True, slots=True)
class Times:
    """The later year, the earlier ones, and how far the text itself tells them."""

    to_year: int | None
    earlier: list[int]
    own: bool = False
    """Whether the sentence names a year."""
    told: bool = False
    """Whether it, or the counts beside it, tell the years."""


@dataclass(frozen=True, slots=True)
class TimeReader:
    """Reads the years of statements in one document."""

    document: Document
    counts: YearlyCounts

    def read(
        self, sentence: Sentence, refs: list[YearRef], hit: Hit, segment: tuple[int, int], *, every: bool
    ) -> Times:
        """Years of its own, of the counts that follow, of the counts compared, of the text before."""
        if hit.years is not None:
            return Times(hit.years[1], [hit.years[0]], own=True, told=True)
        refs = [ref for ref in refs if not self._of_the_next(sentence, ref, hit, segment)]
        fall = hit.direction is Direction.DOWN
        refs = [
            replace(ref, compared=(ref.compared and not (fall and ref.small)) or self._is_in(hit, ref))
            for ref in refs
        ]
        refs = _compared_after(self.document, refs, hit, segment)
        refs = (
            [replace(ref, compared=False) for ref in refs]
            if self._is_last_year_s(sentence, refs, hit)
            else refs
        )
        listed = _listed_times(self.document, refs, hit) or self._side_by_side(sentence, refs, hit)
        if listed:
            return Times(*listed, told=True)
        own = _own_times(self.document, sentence, refs, hit, segment)
        if own:
            later = self._counted_later(sentence, hit, own, refs)
            return Times(*(later or own), own=True, told=True)
        series = None if refs else self._span(sentence, hit, segment)
        series = series or (None if refs else _following_times(self.document, sentence, every=every))
        series = series or (None if refs or every else self._beside(sentence, hit))
        series = series or (None if refs or every else self._counted(sentence, hit))
        if series:
            return Times(*series, told=True)
        return Times(*self._inferred(sentence, refs, every=every))

    def _is_last_year_s(self, sentence: Sentence, refs: list[YearRef], hit: Hit) -> bool:
        """'Sepanjang tahun lalu laporan meningkat': told of last year, with no other year beside it."""
        if len(refs) != 1 or refs[0].start >= hit.start or self.document.plain[refs[0].start].isdigit():
            return False
        before = self.document.plain[sentence.start : refs[0].start]
        return _TOLD_OF.fullmatch(before) is not None

    def _is_in(self, hit: Hit, ref: YearRef) -> bool:
        """'melampaui catatan 2021': the year that the direction word ends with is the one compared."""
        return hit.start <= ref.start < hit.end and self.document.plain[ref.start].isdigit()

    def _span(self, sentence: Sentence, hit: Hit, segment: tuple[int, int]) -> _Times | None:
        """'terus menanjak selama tiga tahun': up to the year reported on."""
        match = _SPAN.search(self.document.plain, hit.end, segment[1])
        present = context_year(self.document, sentence) or self.counts.present
        if match is None or match.start() - hit.end > _BESIDE or present is None:
            return None
        if _EXTREME.match(self.document.plain, hit.start):
            return None
        return present, [present - _SPANNED[match[1].casefold()] + 1]

    def _counted_later(self, sentence: Sentence, hit: Hit, own: _Times, refs: list[YearRef]) -> _Times | None:
        """'Pada 2023 ada 72 kasus, artinya turun': where only the counts after that year moved so."""
        latest = all(ref.year <= (own[0] or 0) for ref in refs if ref.start < hit.start)
        changed = latest and _CHANGE.match(self.document.plain, hit.end, sentence.end)
        if own[1] or changed or self.counts.reaches(sentence, hit.start, hit.direction, own[0] or 0):
            return None
        pair = self._counted(sentence, hit)
        return pair if pair and pair[1] == [own[0]] else None

    def _of_the_next(self, sentence: Sentence, ref: YearRef, hit: Hit, segment: tuple[int, int]) -> bool:
        """'sempat turun, sekarang naik lagi': a year behind a comma, right before the next verb."""
        stop = segment[1]
        if not hit.end <= ref.start < stop or stop >= sentence.end or stop - ref.end > _BESIDE:
            return False
        return "," in self.document.plain[hit.end : ref.start]

    def _side_by_side(self, sentence: Sentence, refs: list[YearRef], hit: Hit) -> _Times | None:
        """'kian jarang, 21 perkara di 2022 lawan 16 di 2023': two counts behind the word that moved so."""
        if any(ref.start < hit.start or ref.compared for ref in refs):
            return None
        if says_previous(self.document, sentence.start, sentence.end) or self._is_from(hit):
            return None
        years = years_behind(self.document, sentence, hit)
        if years is None or context_year(self.document, sentence) == years[0] - 1:
            return None
        return years[1], [years[0]]

    def _is_from(self, hit: Hit) -> bool:
        return re.match(r"\W+(?:\w+\W+){0,1}dari\b", self.document.plain[hit.end : hit.end + 40]) is not None

    def _beside(self, sentence: Sentence, hit: Hit) -> _Times | None:
        """'Angkanya membubung. Selama 2022 ada 134 anak, setahun sebelum itu 99': the counts that follow."""
        years = years_beside(self.document, sentence, hit.direction)
        return (years[1], [years[0]]) if years else None

    def _counted(self, sentence: Sentence, hit: Hit) -> _Times | None:
        pair = self.counts.compared(sentence, hit.start, hit.direction)
        return (pair[1], [pair[0]]) if pair else None

    def _inferred(self, sentence: Sentence, refs: list[YearRef], *, every: bool) -> _Times:
        """The later year from the sentences before, else the year reported on; none for 'tiap tahun'."""
        document = self.document
        stop = min(sentence.end, sentence.start + _REACH)
        if every and not refs and not cues.ANAPHORA.search(document.plain, sentence.start, stop):
            told = series_before(document, sentence)
            return (told[1], [told[0]]) if told else (None, [])
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
        near = context_year(document, sentence), None if every else self.counts.told_before(sentence)
        before = max((year for year in near if year is not None), default=None)
        for year in (before, self.counts.present, published):
            known = year is not None and (published is None or year <= published)
            if known and year is not None and (not compared or year > max(compared)):
                return year, _from_years(document, sentence, refs, year)
        return (max(compared) + 1, [max(compared)]) if compared else (None, [])


def _compared_after(
    document: Document, refs: list[YearRef], hit: Hit, segment: tuple[int, int]
) -> list[YearRef]:
    """Years behind 'dibanding' and its like, when it follows the verb, are those compared with."""
    match = cues.COMPARATOR.search(document.plain, hit.end, segment[1])
    if match is None:
        return refs
    return [
        replace(
            ref,
            compared=ref.compared
            or (
                match.end() <= ref.start < segment[1]
                and not _REACHED.search(document.plain, match.end(), ref.start)
            ),
        )
        for ref in refs
    ]


_REACHED = re.compile(r"\b(?:19|20)\d\d (?:ke|hingga|sampai|menuju) (?:tahun )?$", re.IGNORECASE)
"""'naik dari 2022 ke 2023': the second is where it came to."""


def _own_times(
    document: Document, sentence: Sentence, refs: list[YearRef], hit: Hit, segment: tuple[int, int]
) -> _Times | None:
    """The years that the sentence names; the later one stands nearest to the verb."""
    named = [ref for ref in refs if not ref.compared]
    if not named:
        return None
    close = [
        ref.year
        for ref in named
        if _AT_YEAR.fullmatch(document.plain, hit.end, ref.start)
        or _COUNT_AT_YEAR.fullmatch(document.plain, hit.end, ref.start)
    ]
    before = [ref.year for ref in named if segment[0] <= ref.start < hit.start]
    inside = [ref.year for ref in named if segment[0] <= ref.start < segment[1]]
    if hit.direction is Direction.FLAT and inside:
        close = [max(inside)]
    to_year = (close or before[-1:] or [max(inside or [ref.year for ref in named])])[0]
    return to_year, _from_years(document, sentence, refs, to_year)


_SEVERAL_BACK = re.compile(r"\b(?:dua|tiga) tahun sebelumnya", re.IGNORECASE)
_JOINED = re.compile(r"[ )]*(?:\(\d+ \w+\)\s*)?(?:,|dan|maupun|serta|,\s*dan)\s*(?:tahun\s+)?", re.IGNORECASE)
_COLON = re.compile(r"(?:\s\w+){0,3}:")
_CHANGE = re.compile(rf"\W+(?:sebanyak |sebesar |sekitar )?{words.MANY}\b", re.IGNORECASE)
"""'2023 ada 30 kasus atau bertambah lima': the change that led to that year's count."""
_COUNT_AT_YEAR = re.compile(
    rf"(?:(?!\b(?:dari|yakni|yaitu)\b)[^.;:\d]){{0,20}}\d[\d.]* {words.COUNTED} "
    r"(?:di|pada|selama|sepanjang|tahun)(?: tahun)? ",
    re.IGNORECASE,
)
"""'melonjak lagi, 52 kasus pada 2021': the count that it rose to."""
_AT_YEAR = re.compile(
    r"(?:(?!\b(?:dari|dan|dibanding\w*|ketimbang)\b)[^,.;:]){0,40}?\s+(?:di|pada|selama|sepanjang|untuk|"
    r"waktu|saat|ketika|"
    r"sampai|hingga)\s+"
    r"(?:tahun\s+|bulan\s+|[A-Z]\w+(?:\s*[-–]\s*[A-Z]\w+)?\s+){0,2}"
)


def _listed_times(document: Document, refs: list[YearRef], hit: Hit) -> _Times | None:
    """'terus menanjak: 20 kasus pada 2022, 26 pada 2023': the series behind a colon."""
    if not _COLON.match(document.plain, hit.end):
        return None
    years = sorted({ref.year for ref in refs if ref.start > hit.end and not ref.compared})
    return (years[-1], [years[0]]) if len(years) > 1 else None


def _following_times(document: Document, sentence: Sentence, *, every: bool) -> _Times | None:
    """'… terus naik. Tahun 2021 ada 7 kasus, 2022 ada 12': the years of the series that follows."""
    series = series_years(document, sentence, reach=3 if every else 1)
    if series is None or says_previous(document, sentence.start, sentence.end):
        return None
    return series[1], [series[0]] if series[0] < series[1] else []


def _is_old(compared: list[int], published: int | None) -> bool:
    """Whether the year compared with lies too far back to tell the later one."""
    return bool(compared) and published is not None and published - max(compared) > _FAR_BACK


def _joined_years(document: Document, refs: list[YearRef]) -> bool:
    """'melampaui capaian 2020 maupun 2019': each is what the later year is compared with."""
    return any(
        one.compared and other.compared and _JOINED.fullmatch(document.plain, one.end, other.start)
        for one, other in pairwise(refs)
    )


def _from_years(document: Document, sentence: Sentence, refs: list[YearRef], to_year: int) -> list[int]:
    """The earlier years: those compared with, else the first of several, else the year before."""
    compared = sorted({ref.year for ref in refs if ref.compared and ref.year < to_year}, reverse=True)
    text = document.plain[sentence.start : sentence.end]
    if len(compared) > 1 and (_SEVERAL_BACK.search(text) or _joined_years(document, refs)):
        return compared
    if compared:
        return [compared[0]]
    years = sorted({ref.year for ref in refs if ref.year < to_year})
    if years:
        return [years[0]]
    return [to_year - 1] if says_previous(document, sentence.start, sentence.end) else []
