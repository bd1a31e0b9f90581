"""How expressions of time are written; one pattern a form, the more specific first."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractors.folding import fold
from extractors.numbers.laws import law_spans
from extractors.periods.atoms import Atom, Sort
from extractors.periods.readings import (
    ENGLISH_MONTHS,
    MONTH_NUMBERS,
    Build,
    days,
    edge_month,
    edge_of_year,
    first_months,
    full_year,
    half_year,
    last_named_year,
    last_span,
    make_atom,
    months_now,
    numeric_day,
    one_month,
    part_of_year,
    relative_month,
    relative_year,
    same_period,
    school_year,
    shifted_months,
    so_many_months,
    some_time_ago,
    spoken_year,
    this_month,
    those_months,
    until_now,
    written_day,
    year_alone,
    years_ago,
    years_before,
)
from extractors.words import OpenedPattern, Words

_LONG_NAMES = "|".join(name for name in MONTH_NUMBERS if len(name) > 4) + "|juni|juli|mei"
_SHORT_NAMES = "|".join(n for n in MONTH_NUMBERS if len(n) <= 4 and n not in ("juni", "juli", "mei"))
_ANY_NAME = f"(?:{_LONG_NAMES}|{_SHORT_NAMES})"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_NUMBER = r"(?:\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
_WHICH = r"(?:i{1,3}|iv|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat|awal)"
_SPOKEN = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh)"
_EDGE = r"(?:(?P<edge>awal|permulaan|pertengahan|medio|akhir|penghujung|pengujung|ujung)\s)?"
_RELATIVE = (
    r"(?:tahun|thn)[ -](?:(?P<this>ini|berjalan(?:\sini)?)|(?P<last>lalu|kemarin|silam|yang\slalu)"
    r"|(?P<before>sebelumnya|sebelum\situ)|(?P<after>berikutnya|berikut|setelahnya|sesudahnya|selanjutnya))\b"
)
_OF_YEAR = (
    rf"(?:,?\s(?:di\s|pada\s|untuk\s)?(?:(?:tahun\s|thn\s){{0,2}}(?P<year>{_YEAR})(?!\d|[.,]\d)"
    rf"(?:\s(?:(?P<here>ini)|lalu|silam)\b)?|{_RELATIVE}|(?P<now>ini)\b|(?P<past>lalu|kemarin|silam)\b))?"
)
"""The year that may follow a month, a quarter or 'periode yang sama'."""


def _form(pattern: str, build: Build) -> tuple[OpenedPattern, Build]:
    return OpenedPattern(pattern, re.VERBOSE), build


_FORMS: Final = (
    _form(rf"\b(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", numeric_day),
    _form(
        r"(?<![\d/.,-])(?P<day>[0-3]?\d)[ ]?(?P<by>[/-])[ ]?(?P<month>[01]?\d)[ ]?(?P=by)[ ]?"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
        numeric_day,
    ),
    _form(r"(?<![\d/.,-])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)", numeric_day),
    _form(r"(?<=\()[ ]?(?P<day>[0-3]?\d)[ ]?/[ ]?(?P<month>[01]?\d)[ ]?(?=\))", numeric_day),
    _form(
        rf"(?<![\d.,/])(?P<day>[0-3]?\d)\s?[-\u2013]\s?[0-3]?\d\s(?P<month>(?:{_ANY_NAME})\b)\.?{_OF_YEAR}",
        days,
    ),
    _form(
        rf"(?<![\d.,/])(?P<day>[0-3]?\d)[ -]?"
        rf"(?P<month>(?:{_ANY_NAME}|{'|'.join(ENGLISH_MONTHS)})\b)\.?{_OF_YEAR}",
        written_day,
    ),
    _form(
        rf"\b(?P<month>{_ANY_NAME}|{'|'.join(ENGLISH_MONTHS)})\s(?P<day>[0-3]?\d),\s(?P<year>{_YEAR})\b",
        written_day,
    ),
    _form(
        rf"(?:\b(?P<count>{_NUMBER})\s)?\b(?P<unit>p(?:e|)riode|tanggal|kurun(?:\swaktu)?|rentang(?:\swaktu)?|bulan|tahun|triwulan|semester)\s"
        rf"(?:yang\s|yg\s)?(?:sama|serupa)\b{_OF_YEAR}",
        same_period,
    ),
    _form(
        rf"\b(?P<count>{_NUMBER})\s(?P<unit>bulan|triwulan|kuartal|kwartal|semester|caturwulan)\s(?:yang\s)?"
        rf"(?:pertama|awal|permulaan|perdana|pembuka|(?:sudah\s|telah\s)?(?:berjalan|berlalu))\b{_OF_YEAR}",
        first_months,
    ),
    _form(
        r"\b(?P<unit>triwulan|tri\swulan|tw|kuartal|kwartal|q|catur\s?wulan|semester|smt|(?:se)?paruh|(?:se)?paro|(?:se)?tengah\stahun)"
        rf"[ -]{{0,2}}(?:ke[- ]?)?(?P<which>{_WHICH})\b"
        rf"(?:(?:,\s?{_WHICH}\b)*,?[ ]?(?:dan|-|\u2013|sampai|hingga|s/d)[ ]?(?:triwulan\s|semester\s)?"
        rf"(?P<to>{_WHICH})\b)?{_OF_YEAR}",
        part_of_year,
    ),
    _form(
        r"\bbulan\s(?:(?P<opens>pembuka|pertama|awal)|(?P<closes>penutup|pamungkas|terakhir|pengunci))"
        rf"(?=\s(?:di\s|pada\s|dari\s)?(?:tahun|{_YEAR}))(?:\sdari)?{_OF_YEAR}",
        edge_month,
    ),
    _form(
        rf"\b(?P<count>{_NUMBER})\s(?P<unit>bulan|triwulan|kuartal|kwartal|caturwulan)(?:\s(?:di|pada|selama|sepanjang|berjalan))?"
        rf"\s(?:di\s|tahun\s)?(?P<year>{_YEAR})\b",
        first_months,
    ),
    _form(
        rf"\b(?:(?P<count>{_NUMBER})\s(?P<unit>bulan|tahun)|(?P<one>setahun|sebulan|setengah\stahun))"
        r"\s(?:terakhir|belakangan|ahir|ke\sbelakang)\b(?:\sini\b)?",
        last_span,
    ),
    _form(
        rf"\b(?:(?:{_NUMBER}|beberapa)\s(?:pekan|minggu)|sepekan|seminggu)\s(?:terakhir|belakangan|ke\sbelakang)\b(?:\sini\b)?"
        r"|\b(?:masuk|datang|bertambah|menyusul|selama|dalam|sepanjang|untuk)\s(?:pekan|minggu)\s(?:ini|berjalan)\b"
        r"|\b(?:pekan|minggu)\sini\b(?=\s(?:saja\s|juga\s)?(?:masuk|datang|bertambah|ada|muncul|menyusul|terjadi|tercatat))",
        this_month,
    ),
    _form(
        rf"\b(?:dalam|selama|sepanjang)\s(?:kurun\s|rentang\s|waktu\s){{0,2}}(?P<count>{_NUMBER})\sbulan\b"
        r"(?!\s(?:terakhir|belakangan|ke|lagi|kemudian|penjara|kurungan|mendatang|setelah|sejak|sebelum|lalu|silam|lamanya|ini|itu|tersebut|tadi|yang))",
        so_many_months,
    ),
    _form(
        rf"\b(?:tahun|sepanjang|selama|pada|di|dalam)\s(?P<words>dua\sribu(?:\s{_SPOKEN}){{1,3}})\b",
        spoken_year,
    ),
    _form(
        r"(?<!\w-)(?<!beberapa\s)(?<!sekian\s)(?<!belas\s)(?<!puluh\s)\btahun\sterakhir\b", last_named_year
    ),
    _form(rf"\b(?P<count>{_NUMBER})\sbulan\sini\b", months_now),
    _form(rf"\b(?:setahun|satu\stahun|dua\sbelas\sbulan)\spenuh\b{_OF_YEAR}", full_year),
    _form(
        r"(?<!genap\s)(?<!belum\s)(?<!sampai\s)(?<!cukup\s)(?<!penuh\s)(?<!kurang\sdari\s)"
        rf"\b(?:setengah\stahun|(?:se)?(?:paruh|tengah)\s(?:per)?jalan(?:an)?(?=\s(?:tahun|{_YEAR})))\b(?!\s(?:lagi|kemudian|lebih)){_OF_YEAR}",
        half_year,
    ),
    _form(
        rf"\b{_EDGE}(?:bulan\s)?(?P<month>(?:{_LONG_NAMES})\b"
        rf"|(?:{_SHORT_NAMES})\b(?=\.?\s?(?:{_YEAR}|(?:[-\u2013/]|s/d|s\.d\.?|sd|sampai|hingga)\s?{_ANY_NAME}\b)))"
        rf"(?:(?<=\w{{3}})\.(?=\s?[-\u2013\d]))?{_OF_YEAR}",
        one_month,
    ),
    _form(
        rf"(?:\b|(?<=di)){_EDGE}(?:(?:tahun|thn|th\.|ta)\s){{0,2}}(?<![\w.,/-])(?P<year>{_YEAR})(?!\d|/\d|[.,]\d)"
        r"(?!\s(?:nanti|mendatang)\b)(?:\s(?:(?P<here>ini|berjalan)|lalu|silam|kemarin)\b)?",
        year_alone,
    ),
    _form(
        rf"(?:\b(?:tahun|thn)\s)?(?:\b(?:ajaran|pelajaran|akademik)\s)?(?<![\w./-])(?P<year>{_YEAR})\s?/\s?(?P<to>(?:20)?\d\d)(?![\d/])",
        school_year,
    ),
    _form(
        rf"\b(?:(?P<count>{_NUMBER})\s|se)?(?P<unit>bulan|triwulan|kuartal|kwartal|semester|caturwulan)\s"
        r"(?:(?P<back>sebelumnya|sebelum\situ)|(?:kemudian|berselang|setelahnya|berikutnya|berikut|sesudahnya|selanjutnya))\b",
        shifted_months,
    ),
    _form(
        rf"(?<!selama\s)(?<!dalam\s)\b(?P<count>{_NUMBER})\stahun\s(?P<word>sebelumnya|sebelum\situ|kemudian|berselang)"
        r"(?=,?\s(?:(?:ada|tercatat|sebanyak|hanya|baru|cuma|masih|jumlahnya|angkanya|terdapat|menjadi|jadi|sudah)\s){0,2}\d)",
        years_before,
    ),
    _form(
        rf"\b(?:(?P<count>{_NUMBER})\stahun|setahun)\s(?P<word>lalu|silam|sebelumnya|sebelum\situ|kemudian|berselang|setelahnya|berikutnya|berikut|sesudahnya|selanjutnya|setelah\situ|sesudah\situ)\b",
        years_ago,
    ),
    _form(rf"\b{_EDGE}{_RELATIVE}", relative_year),
    _form(r"\b(?P<edge>awal|pertengahan)\stahun\b(?!\s(?:ajaran|depan))", edge_of_year),
    _form(
        rf"\b(?:{_NUMBER}|beberapa|sekian)\s(?:bulan|pekan|minggu)\s(?:yang\s)?(?:lalu|silam|kemarin)\b",
        some_time_ago,
    ),
    _form(rf"\b(?P<count>{_NUMBER})\sbulan\s(?:itu|tersebut|tadi)\b", those_months),
    _form(
        r"\bbulan\s(?:(?P<this_month>ini|berjalan)|(?P<last_month>lalu|kemarin))\b",
        relative_month,
    ),
    _form(
        r"\b(?:hingga|sampai(?:\sdengan)?|s/d|s\.d\.?)\s(?:saat\sini|sekarang(?:\sini)?|hari\sini|kini|detik\sini)\b"
        r"|\bsejauh\sini\b",
        until_now,
    ),
)
_PAGE_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]{1,60}\.(?:com|id|net|org|news)/\S*")
# A year in the name of an event or a plan, of a birth or a founding, says nothing about a count.
_NAMED_YEAR: Final = re.compile(
    r"\b(?:pemilu|pilkada|pilpres|pileg|pilgub|apbd(?:-?p)?|apbn|rpjmd|rpjmn|rkpd|renstra|musrenbang\w*|rakernas|rakor\w*"
    r"|piala|olimpiade|festival|sensus|angkatan|kelahiran|lahir|lulusan|ajaran|pelajaran|indonesia\semas|agenda|sdgs"
    r"|han|hari\s(?:anak|ibu|kartini|perempuan)(?:\s\w+)?|hut\s\w+|operasi\s\w+(?:\s\w+)?|berdiri|didirikan|diresmikan"
    r"|diundangkan|disahkan|menjabat|dilantik)\s(?:(?:sejak|pada|tahun|mulai|di|ta)\s){0,3}\Z"
)
# 'sejak berdiri pada 2021' says since when is counted.
_BEGAN: Final = re.compile(
    r"\b(?:sejak|semenjak|sedari)\s(?:\w+\s){0,2}(?:ber|di)\w+\s(?:pada\s|tahun\s|di\s){0,2}\Z"
)
_RANGE_TAIL: Final = re.compile(rf"[-\u2013](?P<year>{_YEAR})(?!\d|/\d|[.,]\d)")


def _mask(words: Words) -> bytearray:
    """A one for every character inside a law's citation or a page's address."""
    taken = bytearray(len(words.text))
    spans = [*law_spans(words), *(match.span() for match in _PAGE_ADDRESS.finditer(words.text))]
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)
    return taken


def _range_ends(text: str, atoms: list[Atom], taken: bytearray) -> Iterator[Atom]:
    """The second year of '2019-2022', which a dash keeps from being read as a year of its own."""
    for atom in atoms:
        match = _RANGE_TAIL.match(text, atom.end) if atom.sort is Sort.YEAR else None
        if match and not taken[match.end() - 1]:
            yield make_atom(match, Sort.YEAR, year=int(match["year"]), edge=None)


def _is_name(match: re.Match[str], text: str, folded: str) -> bool:
    """A bare 'mei' in lower case, and the year of 'Pilkada 2024'."""
    if match[0] == "mei":
        return text[match.start()].islower()
    if not match[0][-4:].isdigit():
        return False
    if match.groupdict().get("day"):
        return False  # A day says of itself that it is no count's year.
    named = _NAMED_YEAR.search(folded, max(0, match.start() - 40), match.start())
    return named is not None and not _BEGAN.search(folded, max(0, named.start() - 24), match.start())


def find_atoms(text: str, words: Words | None = None) -> list[Atom]:
    """Every expression of time outside laws and page addresses, in order, none overlapping."""
    taken = _mask(words or Words(text))
    found: list[Atom] = []
    folded = fold(text)
    for pattern, build in _FORMS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]) or _is_name(match, text, folded):
                continue
            atom = build(match)
            if atom is not None:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(atom)
    found.extend(replace(atom, start=atom.start + 1) for atom in _range_ends(text, found, taken))
    said = (atom for atom in found if atom.sort is not Sort.NOTHING)
    return sorted(said, key=lambda atom: atom.start)
