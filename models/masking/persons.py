"""Private persons told by an age, by initials or by what they are: pupils, children, victims."""

import re
from collections.abc import Iterator

from models.masking.tokens import (
    AGE,
    CLOSED,
    QUOTE,
    Span,
    aged,
    is_initials,
    name_at,
    names_at,
    names_within,
    private,
    titled,
)
from models.masking.words import ABBREVIATIONS, SOMEBODY, VICTIM, area_names, counted

_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
_PLACED = re.compile(
    r"\b(?:di|dari|ke|Kota|Kabupaten|Kab\.|Kecamatan|Kec\.|Provinsi|wilayah|daerah|disusul|Polres|Polda)\s+$"
)
_AGED_NAME = re.compile(rf"\b[A-Z][\w’'.]*(?:\s+(?:bin(?:ti)?\s+)?[A-Z][\w’'.]*){{0,4}}[\"'”’]?(?={AGE})")
_YEARS = re.compile(r"\s*\(\d{1,2} (?:tahun|thn|th)\)")
_JOINED = re.compile(rf"(?:{AGE})?\s*(?:,|dan|serta|\s)*")
_WITH_FATHER = re.compile(rf"{_NAME}\s+(?:binti|bin|Binti|Bin)\s+{_NAME}")
_BEFORE_VICTIM = re.compile(
    rf"{_NAME}(?=[\"'”’]?(?:{AGE})?\s*(?:\(\s*{VICTIM}\b"
    rf"|,?\s+(?:selaku|sebagai|yang menjadi|jadi|menjadi)\s+(?:salah satu\s+)?{VICTIM}\b"
    rf"|,\s+(?:seorang\s+|salah satu\s+)?(?:{VICTIM}|siswi|santriwati|bocah|gadis|siswa|santri|pelajar|murid)"
    r"\b[^,.]{0,60}[,.]))"
)
_SAYS = re.compile(
    r"\b(?:menurut|kata|ujar|ucap|tutur|ungkap|jelas|tegas|tambah|imbuh|sebut|papar|terang|lanjut)(?:nya)?\s+$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"[\"'”’]?\s*,\s+(?:seorang\s+)?{VICTIM}\s+(?:KDRT|kekerasan|per\w+|pel\w+|pen\w+)(?:\s+seksual)?(?:\s+(?:asal|yang)\b|[.,])"
)
_LIST = re.compile(r"\b(?:yakni|yaitu|masing-masing|antara lain|adalah)\s+(?=[A-Z]{1,3}\b)")
_PUPIL = re.compile(
    r"\b(?:siswi|siswa|santri(?:wati)?|pelajar|murid|mahasiswi|mahasiswa|bocah|gadis|balita|bayi|remaja|anak)\b",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(rf"(?P<mark>,?)\s+{QUOTE}(?=[A-Z])")
_CLAUSE_END = re.compile(r"[.;\n]|$")


def with_age(sentence: str, context: str) -> Iterator[Span]:
    """'Rani (13)', but no counts by region: 'Serang (12), Cilegon (7)'."""
    somebody = SOMEBODY.search(sentence) is not None
    allowed = False
    last = 0
    for match in _AGED_NAME.finditer(sentence):
        begins_list = not last or not _JOINED.fullmatch(sentence[last : match.start()])
        if begins_list:
            allowed = not _PLACED.search(sentence, 0, match.start())
            allowed = allowed and match.group().casefold() not in area_names()
        last = match.end()
        if allowed and (somebody or _YEARS.match(sentence, last)):
            yield from private(sentence, names_within(sentence, match.start(), match.end(), weak=True))


def with_father(sentence: str, context: str) -> Iterator[Span]:
    """'Eti binti Kosim': officials are not named so."""
    for match in _WITH_FATHER.finditer(sentence):
        yield from private(sentence, names_within(sentence, match.start(), match.end()))


def before_victim(sentence: str, context: str) -> Iterator[Span]:
    """'Yuliana, korban KDRT, …', 'Nabila yang menjadi korban', 'Siti (korban)'."""
    for match in _BEFORE_VICTIM.finditer(sentence):
        for name in names_within(sentence, match.start(), match.end(), weak=True):
            said = _SAYS.search(sentence, 0, name[0])
            says = said and not (said.group()[0] != "M" and _APPOSED.match(sentence, match.end()))
            if not says and not titled(sentence, name):
                yield name


def initial_list(sentence: str, context: str) -> Iterator[Span]:
    """'tiga muridnya, yakni A, B, dan C'."""
    for cue in _LIST.finditer(sentence):
        names = names_at(sentence, cue.end(), weak=True)
        words = [sentence[slice(*name)] for name in names]
        short = [word for word in words if len(word) <= 2 and word.casefold() not in ABBREVIATIONS]
        if short and all(map(is_initials, words)) and SOMEBODY.search(sentence, 0, cue.start()):
            yield from names


def pupils(sentence: str, context: str) -> Iterator[Span]:
    """'siswi SMPN 2, Putri, …', 'bocah N', 'anak itu, Rafa (6)'."""
    for noun in _PUPIL.finditer(sentence):
        institution = noun.start() > 0 and noun.group()[0].isupper()
        if institution or counted(sentence, noun.start()):
            continue
        end = _CLAUSE_END.search(sentence, noun.end(), noun.end() + 60)
        for cue in _NAME_AFTER.finditer(sentence, noun.end(), end.start() if end else noun.end() + 60):
            name = name_at(sentence, cue.end(), weak=True)
            if name is not None and not titled(sentence, name) and _of_pupil(sentence, noun, cue, name):
                yield name


def _of_pupil(sentence: str, noun: re.Match[str], cue: re.Match[str], name: Span) -> bool:
    """Whether a name after a pupil is the pupil's: aged, initials at once, or set off by commas."""
    if aged(sentence, name[1]):
        return not _PLACED.search(sentence, 0, name[0])
    if cue.start() == noun.end() and is_initials(sentence[slice(*name)]):
        return True
    apposed = cue["mark"] == "," and noun.group().casefold() != "anak"
    return apposed and CLOSED.match(sentence, name[1]) is not None and not _is_place(sentence, name)


def _is_place(sentence: str, name: Span) -> bool:
    """A name after a comma that a region follows is a village or kecamatan, not a person."""
    return re.match(r"\s*,\s*(?:Kota|Kab|Kec|Prov)", sentence[name[1] :]) is not None
