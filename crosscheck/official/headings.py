"""What the name of a count column says: 'jumlah_korban_anak_laki-laki_2019'."""

import re
from dataclasses import dataclass, replace

from crosscheck.official.periods import MONTHS, When, find_when
from crosscheck.official.words import (
    EDUCATION,
    PLACES,
    POPULATIONS,
    SEXES,
    UNITS,
    VIOLENCE,
    WORK,
    AgeBand,
    Sex,
    age_band,
    fold,
)
from models.vocabulary import Population, Unit, Violence

_PERCENT = {
    *("persen", "persentase", "prosentase", "percent", "percentage", "pct", "rasio", "ratio", "rate"),
    *("growth", "pertumbuhan", "indeks", "index", "proporsi", "laju", "rerata", "mean", "capaian"),
}
_MARKERS = {"jumlah", "jml", "total", "banyaknya", "angka", "count", "kekerasan", "sum"}
_FILLERS = _MARKERS | {
    *("data", "yang", "dan", "di", "ke", "thd", "terhadap", "tahun", "bulan", "per", "dari", "untuk", "pada"),
    *("tindak", "usia", "umur", "thn", "th", "of", "n", "nilai", "value", "tingkat", "jenis", "kelamin"),
    *("terlayani", "dilayani", "tertangani", "ditangani", "tercatat", "dilaporkan", "mengalami", "akibat"),
    *("kelompok", "kategori", "pendidikan", "pekerjaan", "tempat", "bentuk", "keseluruhan", "semua"),
    *("triwulan", "semester", "tw", "i", "ii", "iii", "iv", "s", "d", "sampai", "hingga", "ke", "atas"),
}
_SPLIT = re.compile(r"\b(?:berdasarkan|brdsrkn|berdasar|menurut)\b")
_LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The meaning of one count column, as far as its name goes.

    ``perpetrators``: the row's category describes the perpetrator ('… berdasarkan usia pelaku').
    ``total``: the name has no category of its own. ``unknown`` are words nobody understood.
    """

    unit: Unit | None = None
    population: Population | None = None
    sex: Sex | None = None
    age: AgeBand | None = None
    violence: Violence | None = None
    breakdown: str | None = None
    when: When | None = None
    perpetrators: bool = False
    percent: bool = False
    counts: bool = False
    rest: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def total(self) -> bool:
        """Whether the column counts all categories together."""
        return not (self.rest or self.sex or self.age or self.population or self.breakdown or self.violence)

    @property
    def has_category(self) -> bool:
        """Whether the column is one category of a wide table."""
        return not self.total


def read_heading(name: str) -> Heading:
    """Read a count column's name phrase by phrase, longest phrase first."""
    head, _, tail = _cut(fold(name))
    when = find_when(name)
    tokens = [token for token in head.split() if not _is_time(token)]
    heading = Heading(
        when=when,
        percent="%" in name or not _PERCENT.isdisjoint(fold(name).split()),
        perpetrators="pelaku" in tail.split(),
        age=age_band(re.sub(r"(19|20)\d\d", "", name)),
    )
    position = 0
    while position < len(tokens):
        length, heading = _take(tokens, position, heading)
        position += length
    return heading


def _cut(folded: str) -> tuple[str, str, str]:
    found = _SPLIT.search(folded)
    if found is None:
        return folded, "", ""
    return folded[: found.start()], found[0], folded[found.end() :]


def _is_time(token: str) -> bool:
    return token in MONTHS or bool(re.fullmatch(r"(19|20)\d\d", token))


def _take(tokens: list[str], position: int, heading: Heading) -> tuple[int, Heading]:
    """The number of tokens understood from ``position`` on, and what they add."""
    for length in range(min(_LONGEST_PHRASE, len(tokens) - position), 0, -1):
        phrase = " ".join(tokens[position : position + length])
        changed = _understood(phrase, heading)
        if changed is not None:
            return length, changed
    token = tokens[position]
    if token in _FILLERS or token.isdigit():
        return 1, replace(heading, counts=heading.counts or token in _MARKERS)
    return 1, replace(heading, unknown=(*heading.unknown, token))


def _understood(phrase: str, heading: Heading) -> Heading | None:
    if phrase in ("lain", "lainnya", "lain lain", "tidak diketahui"):
        return replace(heading, rest=True)
    if phrase in VIOLENCE:
        violence, subtype = VIOLENCE[phrase]
        return replace(
            heading, violence=violence, breakdown=f"type:{phrase}" if subtype else heading.breakdown
        )
    return _person(phrase, heading) or _category(phrase, heading)


def _person(phrase: str, heading: Heading) -> Heading | None:
    if phrase in POPULATIONS:
        return replace(heading, population=heading.population or POPULATIONS[phrase])
    if phrase in UNITS:
        return replace(heading, unit=heading.unit or UNITS[phrase], counts=True)
    if phrase in SEXES:
        return replace(heading, sex=heading.sex or SEXES[phrase])
    return replace(heading, age=heading.age or AgeBand(18, None)) if phrase == "dewasa" else None


def _category(phrase: str, heading: Heading) -> Heading | None:
    for kind, phrases in (("education", EDUCATION), ("place", PLACES), ("work", WORK)):
        if phrase in phrases:
            return replace(heading, breakdown=heading.breakdown or f"{kind}:{phrase}")
    return None
