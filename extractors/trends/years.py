"""The calendar years that a sentence compares."""

import re
from dataclasses import dataclass
from itertools import islice

from extractors.document import Document, Sentence
from extractors.trends import cues

_MONTH = (
    r"jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu?(?:stus|t)?|sep(?:tember|t)?|"
    r"okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
)
_YEAR = re.compile(r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?![\d/]|[.,]\d|-\d\d-)")
_SPAN = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*[-–—/]\s*(?P<last>(?:19|20)\d\d)(?!\d)")
_DAY_BEFORE = re.compile(
    rf"(?:\b\d{{1,2}}\s+(?:{_MONTH})\s+|\d{{1,2}}/\d{{1,2}}/|\d{{1,2}}-\d{{1,2}}-)$", re.IGNORECASE
)
_COUNT_DAY = re.compile(
    r"\b(?:hingga|sampai|per|sejak|s/d|sd)\s+(?:tanggal\s+)?\d{1,2}\s+\w+\s+$", re.IGNORECASE
)
_LAW = re.compile(
    r"\b(?:nomor|no\.?)\s*\d+\s*(?:tahun|/)\s*$|\bagenda\s+$|\bindonesia emas\s+$", re.IGNORECASE
)
_ONLY = re.compile(
    r"\s*(?:lalu|silam|kemarin)?,?\s*(?:yang |tercatat |jumlahnya |ditangani |ada |hanya |"
    r"cuma ){0,3}(?:baru|masih|hanya|cuma|semula)\b(?=\W+(?:\w+\W+){0,3}(?:(?!(?:19|20)\d\d\b)\d|"
    r"se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|nihil|"
    r"nol))(?!\s+\w+\s+(?:yang|dari|di antara))",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*(?:kasus|orang|korban|laporan|perkara|aduan|anak)\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:(?:tahun|semester|triwulan|kuartal|catur\s?wulan) (?:ini|berjalan)|sekarang|hari ini)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:tahun (?:lalu|kemarin|kemaren|silam|lewat))\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:daripada|dibanding\w*|ketimbang|dari)(?: dengan)? tahun (?:sebelumnya|sebelum itu)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:se|satu )tahun (?:kemudian|berselang|setelahnya|setelah itu|sesudahnya|berikutnya|selang)|"
    r"(?:ber)?selang (?:se|satu )tahun|(?<!tahun-)tahun (?:berikutnya|berikut|setelahnya|sesudahnya))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b\d+, (?:\w+ ){0,2}\d+,? (?:\w+ ){0,3}\d+\b")
"""'mulai 19, 31, 46, dan menyentuh 54 kasus pada 2022': counts of years, the last one named."""
_PREVIOUS = re.compile(
    r"\b(?:(?:se)?tahun(?:-tahun)? (?:sebelumnya|sebelum itu|yang lewat)|periode (?:yang )?(?:sama|"
    r"serupa))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class YearRef:
    """One year named in a sentence."""

    start: int
    end: int
    year: int
    compared: bool
    """The year that another is compared with ('dibanding 2023')."""
    small: bool = False
    """Whether its count is called small ('2023 hanya 12'): in a fall it is the later one."""


def years_in(document: Document, start: int, end: int) -> list[YearRef]:
    """Years named between two offsets that can date a count; no datelines, laws or counts."""
    found: list[YearRef] = []
    for match in _YEAR.finditer(document.plain, start, end):
        before = document.plain[max(start, match.start() - 70) : match.start()]
        if _is_no_year(document, before, match.end()):
            continue
        compared, only = _is_compared(before, found), _ONLY.match(document.plain, match.end(), end)
        small = not compared and only is not None and re.search(r"hanya|cuma|baru", only[0]) is not None
        year = int(match["year"])
        found.append(
            YearRef(match.start(), match.end(), year, compared=compared or only is not None, small=small)
        )
    found += _spans_of(document, start, end, found)
    found += _relative_years(document, start, end, found)
    return sorted(found, key=lambda ref: ref.start)


def _is_no_year(document: Document, before: str, end: int) -> bool:
    if _DAY_BEFORE.search(before) and not _COUNT_DAY.search(before):
        return True
    dated = re.search(
        rf"\b(?:tahun|pada|di|hingga|sampai|sejak|selama|sepanjang|dan|ke|dari|dibanding\w*|pertama|kedua|"
        rf"ketiga|keempat|semester|triwulan|kuartal|i{{1,3}}|iv|{_MONTH})\s+$",
        before,
        re.IGNORECASE,
    )
    return bool(_LAW.search(before) or (not dated and _COUNT.match(document.plain, end)))


def _is_compared(before: str, earlier: list[YearRef]) -> bool:
    if re.search(
        r"\b(?:dari|sejak|mulai)\s+(?:tahun\s+)?\d{4}\s+(?:ke|hingga|sampai|sampai dengan|"
        r"menuju)\s+(?:tahun\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return False
    return bool(cues.COMPARED.search(before) or cues.COMPARED_CLAUSE.search(before))


def _spans_of(document: Document, start: int, end: int, found: list[YearRef]) -> list[YearRef]:
    """Years inside '2019-2022', which the plain pattern reads only in part."""
    known = {ref.start for ref in found}
    return [
        YearRef(match.start(name), match.end(name), int(match[name]), compared=False)
        for match in _SPAN.finditer(document.plain, start, end)
        for name in ("first", "last")
        if match.start(name) not in known
    ]


def _relative_years(document: Document, start: int, end: int, named: list[YearRef]) -> list[YearRef]:
    if document.published is None:
        return []
    year = document.published.year
    found = [
        YearRef(*match.span(), year, compared=False) for match in _THIS.finditer(document.plain, start, end)
    ]
    for match in _LAST.finditer(document.plain, start, end):
        before = document.plain[max(start, match.start() - 40) : match.start()]
        if not re.search(r"\d{4}\s*$", before):
            later = any(ref.compared and ref.year < year - 1 for ref in named) and not found
            later = later or bool(_YEAR_BEFORE.search(document.plain, match.end(), end))
            found.append(YearRef(*match.span(), year - 1, compared=not later))
    return found


def year_after(document: Document, sentence: Sentence, named: list[YearRef]) -> list[YearRef]:
    """'Pada 2021 ada 58 kasus. Setahun kemudian turun': the year after the one told before it."""
    found: list[YearRef] = []
    for match in islice(_NEXT.finditer(document.plain, sentence.start, sentence.end), 1):
        before = [ref.year for ref in named if ref.end <= match.start()]
        base = before[-1] if before else context_year(document, sentence)
        found += [YearRef(*match.span(), base + 1, compared=False)] if base is not None else []
    return found


def is_review(document: Document, sentence: Sentence) -> bool:
    """Whether January or February looks back on the year before, so that 'tahun lalu' precedes it."""
    published = document.published
    if published is None or published.month > 2 or _LAST.search(document.plain, *_span(sentence)) is None:
        return False
    named = {ref.year for ref in years_in(document, *_span(sentence))}
    return named == {published.year - 1} and context_year(document, sentence, reach=2) == published.year - 1


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def says_previous(document: Document, start: int, end: int) -> bool:
    """Whether the words compare with 'tahun sebelumnya' without naming the year."""
    return bool(_PREVIOUS.search(document.plain, start, end) or _LAST.search(document.plain, start, end))


def context_year(document: Document, sentence: Sentence, *, reach: int = 4) -> int | None:
    """The latest year that counts are given for in the sentences just before.

    Where these only name the year compared with ('naik dibanding 2023'), the year after it.
    """
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
        near = document.sentences[index]
        refs = years_in(document, near.start, near.end)
        if refs and not cues.SUBJECT.search(document.plain, near.start, near.end):
            continue
        named = [ref.year for ref in refs if not ref.compared]
        if named:
            return max(named)
        if refs:
            return max(ref.year for ref in refs) + 1
    return None


def concluded_years(document: Document, sentence: Sentence) -> tuple[int, int | None] | None:
    """The earlier of two years that a conclusion compares, and the later one if named.

    'Ada 83 aduan. Tahun 2022, 90 aduan. Jadi turun': 2022 and null. Null when an earlier year stands before.
    """
    if sentence.index == 0 or not cues.CONCLUSION.match(document.plain, sentence.start, sentence.end):
        return None
    said = [
        {ref.year for ref in years_in(document, near.start, near.end)}
        for near in document.sentences[max(0, sentence.index - 3) : sentence.index]
    ]
    last = said.pop()
    if len(last) != 1 or any(year < max(last) for years in said for year in years):
        return None
    return max(last), min((year for years in said for year in years if year > max(last)), default=None)


def series_years(document: Document, sentence: Sentence, *, reach: int) -> tuple[int, int] | None:
    """First and last year of the yearly counts that follow a general statement."""
    following = document.sentences[sentence.index + 1 : sentence.index + 1 + reach]
    for near in following:
        years = {ref.year for ref in years_in(document, near.start, near.end)}
        if len(years) >= 2 or (years and _LISTED.search(document.plain, near.start, near.end)):
            return min(years), max(years)
    return None


def series_before(document: Document, sentence: Sentence) -> tuple[int, int] | None:
    """First and last year of the three or more yearly counts that the sentence before tells."""
    if sentence.index == 0:
        return None
    near = document.sentences[sentence.index - 1]
    years = {ref.year for ref in years_in(document, near.start, near.end)}
    return (min(years), max(years)) if len(years) > 2 else None
