"""Atoms joined to phrases: 'Januari hingga Oktober', 'sampai 23 Juli', 'sejak 2020'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.periods.atoms import Atom, Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One or two atoms with the words that say how they bound a period."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None
    """The other end of a range."""
    until: bool = False
    """'hingga Juli': from January on."""
    since: bool = False
    """'sejak Maret': until now."""
    stated_span: bool = False
    """'periode', 'terhitung', 'selama': a range of days is a period and no event."""


_TO = r"(?:hingga|sampai(?:\s?dengan)?|sampe|s/d|s\.d\.?|sd)"
_DASH: Final = re.compile(r"\s?[-\u2013\u2014]\s?")
_CONNECTOR: Final = re.compile(
    rf",?\s?\b{_TO}\s?(?:dengan\s|tanggal\s|tgl\.?\s|bulan\s|ke\s)?"
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),?\s)?",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    rf"(?:\b{_TO}\s|\bper[-\s]|\b(?:memasuki|menginjak|(?:men)?jelang|baru\smasuk)\s)(?:dengan\s)?(?:tanggal\s|tgl\.?\s|bulan\s|pada\s)?"
    r"(?:(?:minggu|pekan)\s(?:pertama|kedua|ketiga|keempat|terakhir|ke-?\d)\s)?"
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),?\s)?\(?\Z",
    re.IGNORECASE,
)
_PER: Final = re.compile(r"\bper\s(?:tanggal\s|tgl\.?\s)?\Z", re.IGNORECASE)
_SINCE: Final = re.compile(
    r"\b(?:(?:mulai(?:\sdari)?|terhitung(?:\s(?:sejak|mulai|dari))?|bermula|dihitung|berhitung)\s(?:sejak\s|sedari\s|dari\s|pada\s|bulan\s|tanggal\s){0,3}"
    r"|(?:sejak|semenjak|sedari)\s(?:[a-z]+\s){0,4})\Z",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(
    r"\b(?:periode|kurun(?:\swaktu)?|rentang(?:\swaktu)?|terhitung|sejak|dari|selama|antara|sepanjang|mulai|data|terkumpul)\s"
    r"(?:\w+\s){0,2}\Z"
    r"|\b(?:pekan|minggu|hari|operasi)\s?(?:[a-z]+\s?){0,2},?\s\(?\Z",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 40
_LOOK_AHEAD: Final = 140
_OPENED: Final = re.compile(
    r"\b(?:yang|baru|mulai|resmi|pertama|kali|sudah|telah|lembaga|kantor|unit)\s(?:\w+\s)?"
    r"(?:beroperasi(?:onal)?|(?:di)?buka|berdiri|didirikan|dibentuk|terbentuk|diresmikan|diluncurkan|dikukuhkan|dilantik|berkantor"
    r"|bertugas|bekerja|aktif|berjalan|melayani|ada)\s(?:(?:pada|sejak|mulai|per|di|bulan|tanggal|tgl\.?)\s){0,3}\Z",
    re.IGNORECASE,
)
_SO_FAR: Final = re.compile(r"[^.!?;\n]*?\b(?:sudah|telah)\b", re.IGNORECASE)
"""What a count says of itself that has been running up to a day."""


_BETWEEN: Final = re.compile(
    r"\b(?:(?:antara|di\santara|kurun(?:\swaktu)?|rentang(?:\swaktu)?)\s|dua\s(?:tahun|bulan)(?:\s(?:terakhir|belakangan))?,?\s"
    r"(?:\(|yakni\s|yaitu\s|ialah\s|adalah\s))(?:tahun\s|bulan\s)?\Z",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s(?:dan|sama|dengan|ke)\s(?:tahun\s|bulan\s)?", re.IGNORECASE)


_MEANWHILE: Final = re.compile(
    r"[\s,]*(?:(?:saat|ketika|sewaktu|waktu|kala|tatkala|yakni|yaitu|setelah|sesudah|pasca)\s[\w\s-]{3,36}[\s,]+)?",
    re.IGNORECASE,
)
"""What may stand between since when and until now ('dari Mei, saat kantor dibuka, hingga kini')."""


def _between(text: str, first: Atom, second: Atom) -> bool:
    """'antara 2018 dan 2022', 'antara Januari dan Juni'."""
    if first.sort is not second.sort or first.sort not in (Sort.YEAR, Sort.MONTH):
        return False
    if _AND.fullmatch(text, first.end, second.start) is None:
        return False
    return _BETWEEN.search(text, max(0, first.start - _LOOK_BACK), first.start) is not None


def _joins(text: str, first: Atom, second: Atom) -> bool:
    """Whether the two atoms are the ends of one range."""
    gap = second.start - first.end
    if 0 < gap <= _LOOK_BACK and _between(text, first, second):
        return True
    if not 0 < gap <= _LOOK_BACK or Sort.SAME in (first.sort, second.sort):
        return False
    if second.sort is Sort.NOW:
        return _MEANWHILE.fullmatch(text, first.end, second.start) is not None and first.sort is not Sort.NOW
    if first.sort is Sort.NOW or Sort.LAST in (first.sort, second.sort):
        return False
    # 'SERANG, 15/10/2025 – Januari sampai ...' is a dateline before the text, no range.
    alike = first.sort is second.sort or (first.sort is Sort.MONTH and first.year is None)
    if alike and _DASH.fullmatch(text, first.end, second.start):
        return second.months is not None or first.sort is second.sort
    return _CONNECTOR.fullmatch(text, first.end, second.start) is not None


def _ahead(text: str, atom: Atom) -> tuple[str, int, int]:
    return text, atom.end, min(len(text), atom.end + _LOOK_AHEAD)


def _has_run(text: str, atom: Atom) -> bool:
    """'awal Oktober … sudah 57 kasus': what has come in by a point in time, from January on."""
    pointed = atom.sort is Sort.MONTH and atom.edge is not None
    return pointed and _SO_FAR.match(*_ahead(text, atom)) is not None


def _phrase(text: str, first: Atom, last: Atom | None) -> Phrase:
    left = text[max(0, first.start - _LOOK_BACK) : first.start]
    # 'per 1 Januari' counts from that day on, 'per 31 Mei' up to it.
    per_first = bool(_PER.search(left)) and first.day == 1 and first.months == (1, 1)
    until = last is None and not per_first and (bool(_UNTIL.search(left)) or _has_run(text, first))
    opened = last is None and bool(_OPENED.search(left)) and _SO_FAR.match(*_ahead(text, first)) is not None
    return Phrase(
        start=first.start,
        end=(last or first).end,
        first=first,
        last=last,
        until=until,
        since=last is None and (per_first or opened or bool(_SINCE.search(left))),
        stated_span=bool(_SPAN.search(left)),
    )


def find_phrases(text: str, atoms: Sequence[Atom]) -> list[Phrase]:
    """The atoms in order, those joined by 'hingga' or a dash taken together."""
    found: list[Phrase] = []
    index = 0
    while index < len(atoms):
        first = atoms[index]
        last = atoms[index + 1] if index + 1 < len(atoms) and _joins(text, first, atoms[index + 1]) else None
        found.append(_phrase(text, first, last))
        index += 1 if last is None else 2
    return found
