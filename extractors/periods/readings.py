"""What each form of an expression of time says, as an atom."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from extractors.periods.atoms import Anchor, Atom, Sort

MONTH_NUMBERS: Final = {
    "januari": 1, "februari": 2, "pebruari": 2, "febuari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6,
    "juli": 7, "agustus": 8, "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12,
    "desemeber": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agu": 8, "ags": 8,
    "sept": 9, "sep": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}  # fmt: skip
ENGLISH_MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
    "december": 12, "aug": 8, "oct": 10, "dec": 12,
}  # fmt: skip
_SMALL: Final = {
    "satu": 1, "pertama": 1, "i": 1, "awal": 1, "dua": 2, "kedua": 2, "ii": 2, "tiga": 3, "ketiga": 3,
    "iii": 3, "empat": 4, "keempat": 4, "iv": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "setahun": 1, "sebulan": 1,
}  # fmt: skip
_MONTHS_OF: Final = {"triwulan": 3, "tw": 3, "kuartal": 3, "kwartal": 3, "q": 3, "caturwulan": 4}


_EDGES: Final = {
    "medio": "pertengahan", "penghujung": "akhir", "pengujung": "akhir", "ujung": "akhir",
    "permulaan": "awal",
}  # fmt: skip

Build = Callable[[re.Match[str]], Atom | None]


def _groups(match: re.Match[str]) -> dict[str, str | None]:
    return match.groupdict()


def _small(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word]


def _month(word: str) -> int:
    return MONTH_NUMBERS.get(word) or ENGLISH_MONTHS[word]


def _edge(match: re.Match[str]) -> str | None:
    word = _groups(match).get("edge") or ""
    return _EDGES.get(word, word) or None


def make_atom(match: re.Match[str], sort: Sort, **fields: Any) -> Atom:
    """An atom over the whole match."""
    return replace(Atom(start=match.start(), end=match.end(), sort=sort), **fields)


# Which group of the year's words makes it relative, to what, by how many years, and whether it runs.
_ANCHORS: Final = (
    ("this", Anchor.PUBLISHED, 0, True),
    ("now", Anchor.PUBLISHED, 0, True),
    ("last", Anchor.PUBLISHED, -1, False),
    ("past", Anchor.LATEST, 0, False),
    ("before", Anchor.PREVIOUS, -1, False),
    ("after", Anchor.PREVIOUS, 1, False),
)


def _with_year(atom: Atom, match: re.Match[str]) -> Atom:
    """The atom with the year said right after it, absolute or relative."""
    found = _groups(match)
    if year := found.get("year"):
        return replace(atom, year=int(year), current=found.get("here") is not None)
    for group, anchor, shift, current in _ANCHORS:
        if found.get(group):
            return replace(atom, anchor=anchor, shift=shift, current=current)
    return atom


def numeric_day(match: re.Match[str]) -> Atom | None:
    """'15/10/2025', '(8/4)', '2025-10-15'; null for what is no day."""
    found = _groups(match)
    day, month = int(found["day"] or 0), int(found["month"] or 0)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    written = found.get("year")
    year = None if written is None else int(written) if len(written) == 4 else 2000 + int(written)
    return make_atom(match, Sort.DAY, day=day, months=(month, month), year=year)


def written_day(match: re.Match[str]) -> Atom | None:
    """'15 Oktober 2025', '3 Mei lalu'."""
    day, month = int(match["day"]), _month(match["month"])
    if not 1 <= day <= 31:
        return None
    # Indonesian writes the day first; 'Oktober 9, 2024' is a page's clock.
    foreign = match["month"] in ENGLISH_MONTHS or match.start("month") < match.start("day")
    return _with_year(make_atom(match, Sort.DAY, day=day, months=(month, month), foreign=foreign), match)


def days(match: re.Match[str]) -> Atom | None:
    """'1-30 September 2025', by its first day."""
    first = written_day(match)
    return None if first is None else replace(first, of_days=True)


def one_month(match: re.Match[str]) -> Atom:
    """'Oktober 2025', 'akhir Mei', 'Juni tahun ini'."""
    month = _month(match["month"])
    return _with_year(make_atom(match, Sort.MONTH, months=(month, month), edge=_edge(match)), match)


def part_of_year(match: re.Match[str]) -> Atom | None:
    """'triwulan III 2024', 'semester pertama'; null for a fifth quarter."""
    name = match["unit"].replace(" ", "")
    length = _MONTHS_OF.get(name, 6)
    first = _small(match["which"])
    last = _small(match["to"]) if match["to"] else first
    if last * length > 12 or last < first:
        return None
    months = ((first - 1) * length + 1, last * length)
    return _with_year(make_atom(match, Sort.PART, months=months), match)


def first_months(match: re.Match[str]) -> Atom | None:
    """'enam bulan pertama 2022', 'tiga bulan 2025'."""
    unit = _groups(match).get("unit") or "bulan"
    count = _small(match["count"]) * (1 if unit == "bulan" else _MONTHS_OF.get(unit, 6))
    if not 1 <= count <= 12:
        return None
    return _with_year(make_atom(match, Sort.PART, months=(1, count)), match)


def edge_month(match: re.Match[str]) -> Atom:
    """'bulan penutup 2023', 'bulan pertama tahun ini'."""
    month = 1 if match["opens"] else 12
    return _with_year(make_atom(match, Sort.MONTH, months=(month, month)), match)


def half_year(match: re.Match[str]) -> Atom:
    """'setengah tahun': January to June."""
    return _with_year(make_atom(match, Sort.PART, months=(1, 6)), match)


def full_year(match: re.Match[str]) -> Atom:
    """'setahun penuh': January to December."""
    return _with_year(make_atom(match, Sort.PART, months=(1, 12)), match)


def last_span(match: re.Match[str]) -> Atom:
    """'enam bulan terakhir', 'setahun belakangan'."""
    word = match["one"] or ""
    if word == "setengah tahun":
        return make_atom(match, Sort.LAST, count=6)
    in_years = (match["unit"] or word).endswith("tahun")
    return make_atom(match, Sort.LAST, count=_small(match["count"] or word), in_years=in_years)


def this_month(match: re.Match[str]) -> Atom:
    """'sepekan terakhir', 'masuk pekan ini': within the month of publication."""
    return make_atom(match, Sort.MONTH, month_shift=0)


def so_many_months(match: re.Match[str]) -> Atom | None:
    """'dalam lima bulan': those of the running year, where it is that old."""
    count = _small(match["count"])
    return make_atom(match, Sort.LAST, count=count, of_year=True) if 2 < count <= 12 else None


def spoken_year(match: re.Match[str]) -> Atom | None:
    """'sepanjang dua ribu dua puluh satu'; null for what is no year of this century."""
    words = match["words"].split()[2:]
    if words in (["sepuluh"], ["sebelas"]):
        rest = _SMALL[words[0]]
    elif len(words) == 2 and words[1] == "belas":
        rest = 10 + _SMALL.get(words[0], 90)
    elif len(words) > 1 and words[1] == "puluh":
        rest = 10 * _SMALL.get(words[0], 9) + (_SMALL.get(words[2], 90) if len(words) > 2 else 0)
    else:
        return None
    return make_atom(match, Sort.YEAR, year=2000 + rest) if rest < 50 else None


def last_named_year(match: re.Match[str]) -> Atom:
    """'pada tahun terakhir': the last year of the span or the series before."""
    return make_atom(match, Sort.RELATIVE, anchor=Anchor.NAMED)


def months_now(match: re.Match[str]) -> Atom | None:
    """'sepuluh bulan ini'."""
    count = _small(match["count"])
    return make_atom(match, Sort.LAST, count=count) if 1 < count <= 12 else None


def year_alone(match: re.Match[str]) -> Atom:
    """'tahun 2024', '2025 ini', 'pertengahan 2020'."""
    current = _groups(match).get("here") is not None
    return make_atom(match, Sort.YEAR, year=int(match["year"]), edge=_edge(match), current=current)


def relative_year(match: re.Match[str]) -> Atom:
    """'tahun ini', 'tahun lalu', 'tahun sebelumnya'."""
    return _with_year(make_atom(match, Sort.RELATIVE, edge=_edge(match)), match)


def years_ago(match: re.Match[str]) -> Atom | None:
    """'dua tahun lalu', 'setahun kemudian'."""
    count = _small(match["count"]) if match["count"] else 1
    word = match["word"]
    word = " ".join(word.split())
    if word in ("lalu", "silam"):
        return make_atom(match, Sort.RELATIVE, anchor=Anchor.PUBLISHED, shift=-count)
    if count > 1:
        return make_atom(match, Sort.NOTHING)
    shift = -1 if word in ("sebelumnya", "sebelum itu") else 1
    return make_atom(match, Sort.RELATIVE, anchor=Anchor.PREVIOUS, shift=shift)


def some_time_ago(match: re.Match[str]) -> Atom:
    """'beberapa bulan lalu': no month that could be told."""
    return make_atom(match, Sort.NOTHING)


def those_months(match: re.Match[str]) -> Atom | None:
    """'tiga bulan itu': the months named before."""
    count = _small(match["count"])
    return make_atom(match, Sort.THOSE, count=count) if 1 < count <= 12 else None


def years_before(match: re.Match[str]) -> Atom:
    """'dua tahun sebelumnya 30 kasus': that many years from the one named."""
    back = match["word"].startswith("sebelum")
    count = _small(match["count"])
    return make_atom(match, Sort.RELATIVE, anchor=Anchor.PREVIOUS, shift=-count if back else count)


def shifted_months(match: re.Match[str]) -> Atom | None:
    """'triwulan sebelumnya', 'enam bulan sebelumnya', 'sebulan kemudian'."""
    count = _small(match["count"]) if match["count"] else 1
    months = count * (1 if match["unit"] == "bulan" else _MONTHS_OF.get(match["unit"], 6))
    return (
        make_atom(match, Sort.SHIFT, count=months, shift=-1 if match["back"] else 1) if months <= 12 else None
    )


def school_year(match: re.Match[str]) -> Atom | None:
    """'tahun ajaran 2021/2022', by the year it begins in; null for other pairs of years."""
    first, last = int(match["year"]), int(match["to"])
    if last not in (first + 1, (first + 1) % 100):
        return None
    return make_atom(match, Sort.SCHOOL, year=first)


def same_period(match: re.Match[str]) -> Atom:
    """'periode yang sama tahun lalu', 'tiga bulan yang sama'."""
    count = _small(match["count"]) if match["count"] else None
    return _with_year(make_atom(match, Sort.SAME, in_years=match["unit"] == "tahun", count=count), match)


def relative_month(match: re.Match[str]) -> Atom:
    """'bulan ini', 'bulan lalu'."""
    return make_atom(match, Sort.MONTH, month_shift=-1 if match["last_month"] else 0)


def edge_of_year(match: re.Match[str]) -> Atom:
    """'awal tahun', of the year the sentence speaks of."""
    return make_atom(match, Sort.RELATIVE, edge=_edge(match), anchor=Anchor.PREVIOUS)


def until_now(match: re.Match[str]) -> Atom:
    """'hingga kini', 'sejauh ini'."""
    return make_atom(match, Sort.NOW)
