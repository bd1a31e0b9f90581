"""How expressions of time are written; one pattern a form, the more specific first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from extractors.folding import fold
from extractors.numbers.laws import law_spans
from extractors.periods.atoms import Anchor, Atom, Sort

_MONTH_NUMBERS: Final = {
    "januari": 1, "februari": 2, "pebruari": 2, "febuari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6,
    "juli": 7, "agustus": 8, "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12,
    "desemeber": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agu": 8, "ags": 8,
    "sept": 9, "sep": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}  # fmt: skip
_ENGLISH: Final = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
    "december": 12, "aug": 8, "oct": 10, "dec": 12,
}  # fmt: skip
_SMALL: Final = {
    "satu": 1, "pertama": 1, "i": 1, "awal": 1, "dua": 2, "kedua": 2, "ii": 2, "tiga": 3, "ketiga": 3,
    "iii": 3, "empat": 4, "keempat": 4, "iv": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "setahun": 1, "sebulan": 1,
}  # fmt: skip
_MONTHS_OF: Final = {"triwulan": 3, "tw": 3, "kuartal": 3, "kwartal": 3, "q": 3, "caturwulan": 4}

_LONG_NAMES = "|".join(name for name in _MONTH_NUMBERS if len(name) > 4) + "|juni|juli|mei"
_SHORT_NAMES = "|".join(n for n in _MONTH_NUMBERS if len(n) <= 4 and n not in ("juni", "juli", "mei"))
_ANY_NAME = f"(?:{_LONG_NAMES}|{_SHORT_NAMES})"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_NUMBER = r"(?:\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
_WHICH = r"(?:i{1,3}|iv|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat|awal)"
_EDGE = r"(?:(?P<edge>awal|pertengahan|medio|akhir|penghujung)\s)?"
_RELATIVE = (
    r"tahun[ -](?:(?P<this>ini|berjalan(?:\sini)?)|(?P<last>lalu|kemarin|silam|yang\slalu)"
    r"|(?P<before>sebelumnya|sebelum\situ)|(?P<after>berikutnya|berikut|setelahnya|sesudahnya|selanjutnya))\b"
)
_OF_YEAR = (
    rf"(?:,?\s(?:di\s|pada\s|untuk\s)?(?:(?:tahun\s|thn\s){{0,2}}(?P<year>{_YEAR})(?!\d|[.,]\d)"
    rf"(?:\s(?:(?P<here>ini)|lalu|silam)\b)?|{_RELATIVE}|(?P<now>ini)\b))?"
)
"""The year that may follow a month, a quarter or 'periode yang sama'."""

_Build = Callable[[re.Match[str]], Atom | None]


def _groups(match: re.Match[str]) -> dict[str, str | None]:
    return match.groupdict()


def _small(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word]


def _month(word: str) -> int:
    return _MONTH_NUMBERS.get(word) or _ENGLISH[word]


def _edge(match: re.Match[str]) -> str | None:
    word = _groups(match).get("edge") or ""
    return {"medio": "pertengahan", "penghujung": "akhir", "": None}.get(word, word)


def _atom(match: re.Match[str], sort: Sort, **fields: Any) -> Atom:
    return replace(Atom(start=match.start(), end=match.end(), sort=sort), **fields)


def _with_year(atom: Atom, match: re.Match[str]) -> Atom:
    """The atom with the year said right after it, absolute or relative."""
    found = _groups(match)
    if found.get("year"):
        return replace(atom, year=int(found["year"] or 0), current=found.get("here") is not None)
    if found.get("this") or found.get("now"):
        return replace(atom, anchor=Anchor.PUBLISHED, current=True)
    if found.get("last"):
        return replace(atom, anchor=Anchor.PUBLISHED, shift=-1)
    if found.get("before"):
        return replace(atom, anchor=Anchor.PREVIOUS, shift=-1)
    if found.get("after"):
        return replace(atom, anchor=Anchor.PREVIOUS, shift=1)
    return atom


def _numeric_day(match: re.Match[str]) -> Atom | None:
    found = _groups(match)
    day, month = int(found["day"] or 0), int(found["month"] or 0)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    written = found.get("year")
    year = None if written is None else int(written) if len(written) == 4 else 2000 + int(written)
    return _atom(match, Sort.DAY, day=day, months=(month, month), year=year)


def _written_day(match: re.Match[str]) -> Atom | None:
    day, month = int(match["day"]), _month(match["month"])
    if not 1 <= day <= 31:
        return None
    # Indonesian writes the day first; 'Oktober 9, 2024' is a page's clock.
    foreign = match["month"] in _ENGLISH or match.start("month") < match.start("day")
    return _with_year(_atom(match, Sort.DAY, day=day, months=(month, month), foreign=foreign), match)


def _one_month(match: re.Match[str]) -> Atom:
    month = _month(match["month"])
    return _with_year(_atom(match, Sort.MONTH, months=(month, month), edge=_edge(match)), match)


def _part(match: re.Match[str]) -> Atom | None:
    name = match["unit"].replace(" ", "")
    length = _MONTHS_OF.get(name, 6)
    first = _small(match["which"])
    last = _small(match["to"]) if match["to"] else first
    if last * length > 12 or last < first:
        return None
    months = ((first - 1) * length + 1, last * length)
    return _with_year(_atom(match, Sort.PART, months=months), match)


def _first_months(match: re.Match[str]) -> Atom | None:
    count = _small(match["count"])
    if not 1 <= count <= 12:
        return None
    return _with_year(_atom(match, Sort.PART, months=(1, count)), match)


def _half_year(match: re.Match[str]) -> Atom:
    return _with_year(_atom(match, Sort.PART, months=(1, 6)), match)


def _last(match: re.Match[str]) -> Atom:
    word = match["one"] or ""
    if word == "setengah tahun":
        return _atom(match, Sort.LAST, count=6)
    in_years = (match["unit"] or word).endswith("tahun")
    return _atom(match, Sort.LAST, count=_small(match["count"] or word), in_years=in_years)


def _months_now(match: re.Match[str]) -> Atom | None:
    count = _small(match["count"])
    return _atom(match, Sort.LAST, count=count) if 1 < count <= 12 else None


def _year_alone(match: re.Match[str]) -> Atom:
    current = _groups(match).get("here") is not None
    return _atom(match, Sort.YEAR, year=int(match["year"]), edge=_edge(match), current=current)


def _relative(match: re.Match[str]) -> Atom:
    return _with_year(_atom(match, Sort.RELATIVE, edge=_edge(match)), match)


def _ago(match: re.Match[str]) -> Atom | None:
    count = _small(match["count"]) if match["count"] else 1
    word = match["word"]
    if word in ("lalu", "silam"):
        return _atom(match, Sort.RELATIVE, anchor=Anchor.PUBLISHED, shift=-count)
    # 'dua tahun sebelumnya' may be both of them as well as the earlier one.
    if count > 1:
        return None
    shift = -1 if word == "sebelumnya" else 1
    return _atom(match, Sort.RELATIVE, anchor=Anchor.PREVIOUS, shift=shift)


def _same(match: re.Match[str]) -> Atom:
    count = _small(match["count"]) if match["count"] else None
    return _with_year(_atom(match, Sort.SAME, in_years=match["unit"] == "tahun", count=count), match)


def _month_relative(match: re.Match[str]) -> Atom:
    return _atom(match, Sort.MONTH, month_shift=-1 if match["last_month"] else 0)


def _edge_of_year(match: re.Match[str]) -> Atom:
    return _atom(match, Sort.RELATIVE, edge=_edge(match), anchor=Anchor.PREVIOUS)


def _now(match: re.Match[str]) -> Atom:
    return _atom(match, Sort.NOW)


def _form(pattern: str, build: _Build) -> tuple[re.Pattern[str], _Build]:
    return re.compile(pattern, re.VERBOSE), build


_FORMS: Final = (
    _form(rf"\b(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _numeric_day),
    _form(
        r"(?<![\d/.,-])(?P<day>[0-3]?\d)[ ]?(?P<by>[/-])[ ]?(?P<month>[01]?\d)[ ]?(?P=by)[ ]?"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
        _numeric_day,
    ),
    _form(r"(?<![\d/.,-])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)", _numeric_day),
    _form(r"(?<=\()[ ]?(?P<day>[0-3]?\d)[ ]?/[ ]?(?P<month>[01]?\d)[ ]?(?=\))", _numeric_day),
    _form(
        rf"(?<![\d.,/])(?P<day>[0-3]?\d)[ -]?(?P<month>(?:{_ANY_NAME}|{'|'.join(_ENGLISH)})\b)\.?{_OF_YEAR}",
        _written_day,
    ),
    _form(
        rf"\b(?P<month>{_ANY_NAME}|{'|'.join(_ENGLISH)})\s(?P<day>[0-3]?\d),\s(?P<year>{_YEAR})\b",
        _written_day,
    ),
    _form(
        rf"(?:\b(?P<count>{_NUMBER})\s)?\b(?P<unit>periode|kurun(?:\swaktu)?|rentang(?:\swaktu)?|bulan|tahun|triwulan|semester)\s"
        rf"(?:yang\s)?(?:sama|serupa)\b{_OF_YEAR}",
        _same,
    ),
    _form(
        r"\b(?P<unit>triwulan|tri\swulan|tw|kuartal|kwartal|q|caturwulan|semester|smt|paruh)"
        rf"[ -]{{0,2}}(?:ke[- ]?)?(?P<which>{_WHICH})\b"
        r"(?:[ ]?(?:dan|-|\u2013|sampai|hingga|s/d)[ ]?(?:triwulan\s|semester\s)?"
        rf"(?P<to>{_WHICH})\b)?{_OF_YEAR}",
        _part,
    ),
    _form(rf"\b(?P<count>{_NUMBER})\sbulan\s(?:pertama|awal)\b{_OF_YEAR}", _first_months),
    _form(
        rf"\b(?P<count>{_NUMBER})\sbulan(?:\s(?:di|pada|selama|sepanjang|berjalan))?\s(?:di\s|tahun\s)?(?P<year>{_YEAR})\b",
        _first_months,
    ),
    _form(
        rf"\b(?:(?P<count>{_NUMBER})\s(?P<unit>bulan|tahun)|(?P<one>setahun|sebulan|setengah\stahun))"
        r"\s(?:terakhir|belakangan|ahir|ke\sbelakang)\b(?:\sini\b)?",
        _last,
    ),
    _form(rf"\b(?P<count>{_NUMBER})\sbulan\sini\b", _months_now),
    _form(rf"\bsetengah\stahun\b(?!\s(?:lagi|kemudian)){_OF_YEAR}", _half_year),
    _form(
        rf"\b{_EDGE}(?:bulan\s)?(?P<month>(?:{_LONG_NAMES})\b"
        rf"|(?:{_SHORT_NAMES})\b(?=\.?\s?(?:{_YEAR}|[-\u2013/]\s?{_ANY_NAME}\b))){_OF_YEAR}",
        _one_month,
    ),
    _form(
        rf"(?:\b|(?<=di)){_EDGE}(?:(?:tahun|thn|th\.|ta)\s){{0,2}}(?<![\w.,/-])(?P<year>{_YEAR})(?!\d|/\d|[.,]\d)"
        r"(?:\s(?:(?P<here>ini|berjalan)|lalu|silam|kemarin)\b)?",
        _year_alone,
    ),
    _form(rf"\b{_EDGE}{_RELATIVE}", _relative),
    _form(
        rf"\b(?:(?P<count>{_NUMBER})\stahun|setahun)\s(?P<word>lalu|silam|sebelumnya|kemudian|berselang|setelahnya)\b",
        _ago,
    ),
    _form(r"\b(?P<edge>awal|pertengahan)\stahun\b(?!\s(?:ajaran|depan))", _edge_of_year),
    _form(
        r"\bbulan\s(?:(?P<this_month>ini|berjalan)|(?P<last_month>lalu|kemarin|sebelumnya))\b",
        _month_relative,
    ),
    _form(
        r"\b(?:hingga|sampai(?:\sdengan)?|s/d|s\.d\.?)\s(?:saat\sini|sekarang(?:\sini)?|hari\sini|kini|detik\sini)\b"
        r"|\bsejauh\sini\b",
        _now,
    ),
)
_PAGE_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]{1,60}\.(?:com|id|net|org|news)/\S*")
_RANGE_TAIL: Final = re.compile(rf"[-\u2013](?P<year>{_YEAR})(?!\d|/\d|[.,]\d)")


def _mask(text: str) -> bytearray:
    """A one for every character inside a law's citation or a page's address."""
    taken = bytearray(len(text))
    spans = [*law_spans(text), *(match.span() for match in _PAGE_ADDRESS.finditer(text))]
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)
    return taken


def _range_ends(text: str, atoms: list[Atom]) -> Iterator[Atom]:
    """The second year of '2019-2022', which a dash keeps from being read as a year of its own."""
    for atom in atoms:
        match = _RANGE_TAIL.match(text, atom.end) if atom.sort is Sort.YEAR else None
        if match:
            yield _atom(match, Sort.YEAR, year=int(match["year"]), edge=None)


def _is_name_mei(match: re.Match[str], text: str) -> bool:
    """A bare 'mei' in lower case is no month."""
    return match[0] == "mei" and text[match.start()].islower()


def find_atoms(text: str) -> list[Atom]:
    """Every expression of time outside laws and page addresses, in order, none overlapping."""
    taken = _mask(text)
    found: list[Atom] = []
    folded = fold(text)
    for pattern, build in _FORMS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]) or _is_name_mei(match, text):
                continue
            atom = build(match)
            if atom is not None:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(atom)
    found.extend(replace(atom, start=atom.start + 1) for atom in _range_ends(text, found))
    return sorted(found, key=lambda atom: atom.start)
