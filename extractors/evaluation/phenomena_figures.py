"""Criteria for single figures: what their coded fields and their place in the text say of them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from extractors.evaluation.gold import GoldArticle
from models.records import FigureRecord
from models.regions import RegionEntry
from models.vocabulary import RegionKind

_UNIT = re.compile(
    r"\b(?:kasus|korban|orang|laporan|aduan|pengaduan|perkara|anak|perempuan|pelaku|tersangka|kejadian|peristiwa|"
    r"laki-laki|wanita|siswa|siswi|remaja|istri|jiwa)\b",
    re.IGNORECASE,
)
_POPULATION = re.compile(
    r"\b(?:anak|perempuan|wanita|istri|laki|pria|dewasa|kta|ktp|remaja|siswi)", re.IGNORECASE
)
_COMPARED = re.compile(
    r"banding|sebelumnya|tahun lalu|periode yang sama|(?:naik|turun|meningkat|menurun)\s+(?:\w+\s+)?dari",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:tahun ini|tahun lalu|hingga kini|sampai sekarang|bulan ini|bulan lalu|terakhir|semester|triwulan"
    r"|awal tahun)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-–•*·]|\d{1,2}[.)]|[a-h][.)])\s")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_ORDINARY_WORDS = frozenset(
    {"Serang", "Metro", "Batu", "Lebak", "Banjar", "Malang", "Kuningan", "Buru", "Tegal"}
)
_SHARED = (RegionKind.KABUPATEN, RegionKind.KOTA)


class Places:
    """Names of regions, and which of them more than one region bears."""

    def __init__(self, regions: Iterable[RegionEntry]) -> None:
        rows = list(regions)
        self.names = {row.code: row.short_name for row in rows}
        self._bearers = Counter(row.short_name for row in rows if row.kind in _SHARED)

    def is_shared(self, code: str | None) -> bool:
        """Whether a kabupaten and a kota bear this one's name."""
        return code is not None and len(code) == 5 and self._bearers[self.names.get(code, "")] > 1

    def is_namesake_district(self, code: str | None) -> bool:
        """Whether a kecamatan is named like a kabupaten or kota."""
        return code is not None and len(code) == 8 and self._bearers[self.names.get(code, "")] > 0


@dataclass(frozen=True)
class FigureView:
    """One coded figure in its article."""

    one: GoldArticle
    figure: FigureRecord
    places: Places

    @cached_property
    def line(self) -> str:
        """The line that the evidence begins in."""
        text, start = self.one.article.text, self.figure.start
        begin = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        return text[begin : end if end >= 0 else len(text)]

    @cached_property
    def sentence(self) -> str:
        """The sentence that the evidence begins in, by full stops and line ends."""
        text, start = self.one.article.text, self.figure.start
        ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
        after = _SENTENCE_END.search(text, max(start, self.figure.end - 1))
        return text[ends[-1] if ends else 0 : after.start() if after else len(text)]

    @property
    def says_region(self) -> bool:
        """Whether the sentence names the region."""
        name = self.places.names.get(self.figure.region or "", "")
        return bool(name) and name.lower() in self.sentence.lower()

    @property
    def written(self) -> str:
        """The evidence without separators between digits."""
        return re.sub(r"(?<=\d)[.,\s](?=\d)", "", self.figure.evidence)

    @property
    def in_digits(self) -> bool:
        """Whether the value stands in the evidence in digits."""
        return re.search(rf"(?<!\d){self.figure.value}(?!\d)", self.written) is not None

    @property
    def has_namesake(self) -> bool:
        """Whether another coded figure of the article has the same value."""
        return sum(other.value == self.figure.value for other in self.one.coded.figures) > 1


def _kind(view: FigureView) -> str:
    return (view.figure.breakdown or "").partition(":")[0]


def _with_word(pattern: str) -> Callable[[FigureView], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda view: compiled.search(view.sentence) is not None


def _of_kind(kind: str) -> Callable[[FigureView], bool]:
    return lambda view: _kind(view) == kind


def _in_brackets(view: FigureView) -> bool:
    return re.search(rf"\(\s*{view.figure.value}(?!\d)[^()]*\)", view.sentence) is not None


FIGURE_PHENOMENA: tuple[tuple[str, str, Callable[[FigureView], bool]], ...] = (
    ("Scope", "total, no breakdown", lambda view: view.figure.breakdown is None),
    ("Scope", "region not named in the sentence", lambda view: not view.says_region),
    (
        "Scope",
        "year not written in the sentence",
        lambda view: view.figure.year is not None and str(view.figure.year) not in view.sentence,
    ),
    (
        "Scope",
        "population not named in the evidence",
        lambda view: view.figure.population != "all" and not _POPULATION.search(view.figure.evidence),
    ),
    ("Scope", "comparison in the sentence", lambda view: bool(_COMPARED.search(view.sentence))),
    ("Scope", "time relative to publication", lambda view: bool(_RELATIVE.search(view.sentence))),
    ("Scope", "part of a year or a span", lambda view: view.figure.period is not None),
    ("Scope", "year cannot be told", lambda view: view.figure.year is None),
    *(
        ("Scope", f"breakdown by {kind}", _of_kind(kind))
        for kind in ("type", "age", "place", "education", "perpetrator", "status", "work", "service", "other")
    ),
    ("Places", "national", lambda view: view.figure.region == "ID"),
    ("Places", "province", lambda view: len(view.figure.region or "") == 2 and view.figure.region != "ID"),
    ("Places", "kabupaten or kota", lambda view: len(view.figure.region or "") == 5),
    ("Places", "kecamatan", lambda view: len(view.figure.region or "") == 8),
    ("Places", "kabupaten and kota of one name", lambda view: view.places.is_shared(view.figure.region)),
    (
        "Places",
        "kecamatan named like a kabupaten or kota",
        lambda view: view.places.is_namesake_district(view.figure.region),
    ),
    (
        "Places",
        "name that is an ordinary word",
        lambda view: view.places.names.get(view.figure.region or "") in _ORDINARY_WORDS,
    ),
    ("Numbers", "number in words", lambda view: not view.in_digits and view.figure.value > 0),
    ("Numbers", "nought", lambda view: view.figure.value == 0),
    ("Numbers", "thousands", lambda view: view.figure.value >= 1000),
    ("Numbers", "same number twice in the article", lambda view: view.has_namesake),
    ("Numbers", "no unit in the evidence", lambda view: not _UNIT.search(view.figure.evidence)),
    ("Numbers", "in brackets", _in_brackets),
    ("Numbers", "line of a list", lambda view: bool(_BULLET.match(view.line))),
    ("Numbers", "row of a table", lambda view: view.line.count("|") > 1),
    ("Numbers", "'masing-masing'", _with_word(r"masing\s*-\s*masing")),
    ("Numbers", "'disusul', 'diikuti', 'kemudian'", _with_word(r"\b(?:disusul|diikuti|kemudian|menyusul)\b")),
    ("Numbers", "'sisanya', 'selebihnya'", _with_word(r"\b(?:sisanya|selebihnya)\b")),
    ("Numbers", "'di antaranya', 'terdiri', 'rincian'", _with_word(r"di\s?antaranya|terdiri|rinci")),
    ("Numbers", "rounded or bounded", lambda view: view.figure.qualifier != "exact"),
    ("Numbers", "victims", lambda view: view.figure.unit == "victims"),
    ("Numbers", "reports", lambda view: view.figure.unit == "reports"),
    ("Numbers", "perpetrators", lambda view: view.figure.unit == "perpetrators"),
)
"""Group, name, criterion."""
