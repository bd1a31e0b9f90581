"""Names of people and initials, read from one position of a text."""

import re
from collections.abc import Sequence

from models.masking.words import FAMILY, OFFICES, VICTIM, is_word, region_names

_TOKEN = re.compile(
    r"[A-Z](?:\.\s?[A-Z])+\b\.?"  # A.B.
    r"|[A-Z][a-z]{0,3}\.(?=\s[A-Z])"  # Muh. Rizki
    r"|[A-ZÀ-Ý][\w’'-]*"
)
_INITIALS = re.compile(r"[A-Z]{1,4}|[A-Z](?:\.\s?[A-Z])*\.?|[A-Z][a-z]?")
_DOTTED = re.compile(r"[A-Z](?:\.\s?[A-Z])+\.(?=\s*[a-z,(])")
_BETWEEN = re.compile(r"\s+(?:(?:binti|bin|al|br\.?|boru)\s+)?")
_QUOTES = "\"'“‘”’"
QUOTE = r"[\"'“‘]?"
CLOSED = re.compile(r"[\"'”’]?(?:\s*[,(.:;)]|\s+yang\b|\s*$)")
AGE = (
    r"\s*\(\s*\d{1,2}\s*(?:tahun|thn|th)?\s*\)"
    r"|\s*,?\s+(?:berusia\s+|umur\s+|usia\s+)?\d{1,2}\s*(?:tahun|thn)\b"
    r"|\s*,\s*\d{1,2}\s*(?=,)"
)
_AGE = re.compile(AGE)
_AND = re.compile(
    rf"(?:\.(?=\s*(?:,|dan\s|serta\s)))?[{_QUOTES}]?(?:{AGE})?\s*(?:,\s*(?:dan|serta)?|dan|serta|/|&)\s*[{_QUOTES}]?"
)
_TITLED = re.compile(
    r"\s*,\s*(?:[SM]\.\s?\w|S\w?H\b|M[A-Z]\b|selaku|sebagai|Kepala|Ketua|Kabid|Kasat|Kanit|Kapol\w+|Plt|Direktur|Koordinator|"
    r"Sekretaris|Bupati|Wali|Wakil|Gubernur|Menteri|Komisioner|Psikolog|Pendamping|Konselor|Aktivis|Advokat)"
)
_OFFICE_BEFORE = re.compile(
    rf"\b(?i:{'|'.join(sorted(OFFICES))})\b"
    rf"(?:(?:(?!\b(?i:{VICTIM}|{FAMILY}|siswi|bocah|gadis)(?:nya)?\b)[^.;\n])*,\s*"
    r"|\.?(?:\s+[A-Z][\w.]*,?|\s+(?:dan|untuk))*\s+)$"
)

_SECOND_NAMES = frozenset({"ramadhan", "ramadan"})
"""Ordinary words that a name may go on with."""

Span = tuple[int, int]


def name_at(
    text: str, position: int, *, headline: bool = False, longest: int = 5, weak: bool = False
) -> Span | None:
    """The name or initials that begin at ``position``; None when an ordinary word does.

    ``weak`` refuses names of regions and agencies' abbreviations of five letters and more.
    """
    start = position + (text[position : position + 1] in tuple(_QUOTES))
    end = start
    at = start
    for _ in range(1 if headline else longest):
        token = _TOKEN.match(text, at)
        if token is None or _glued(text, token.end()):
            break
        if is_word(token.group(), headline=headline) and not _is_named(text, token, begins=end == start):
            break
        if weak and _no_person(token.group()):
            break
        end = token.end()
        gap = _BETWEEN.match(text, end)
        if gap is None or "\n" in gap.group():
            break
        at = gap.end()
    if end == start:
        return None
    end -= text[end - 1] == "." and _DOTTED.match(text, start) is None
    return None if weak and text[start:end].casefold() in region_names() else (start, end)


def names_at(text: str, position: int, *, weak: bool = False) -> list[Span]:
    """The names listed from ``position``: 'AB (13), CD (14) dan EF'."""
    found: list[Span] = []
    while (name := name_at(text, position, weak=weak)) is not None:
        found.append(name)
        joint = _AND.match(text, name[1])
        if joint is None or _goes_on_otherwise(text, joint):
            break
        position = joint.end()
    return found


def is_initials(token: str) -> bool:
    """Whether a token is initials rather than a name: 'AB', 'A.B.', 'N', 'Mw'."""
    return _INITIALS.fullmatch(token) is not None


def aged(text: str, end: int) -> bool:
    """Whether an age follows: 'Rani (13)', 'Rani, 13 tahun'."""
    return _AGE.match(text, end) is not None


def titled(text: str, span: Span) -> bool:
    """Whether the name bears an office, before it or after: an official, not a victim."""
    if _TITLED.match(text, span[1]):
        return True
    return _OFFICE_BEFORE.search(text, max(0, span[0] - 140), span[0]) is not None


def private(text: str, names: Sequence[Span]) -> list[Span]:
    """The names of those who bear no office."""
    return [name for name in names if not titled(text, name)]


def names_within(text: str, start: int, end: int, *, weak: bool = False) -> list[Span]:
    """The name that ends a stretch of capitalised words, which may begin with ordinary ones."""
    found: list[Span] = []
    for word in re.finditer(r"(?<!\w)[A-Z]", text[start:end]):
        at = start + word.start()
        if found and at < found[-1][1]:
            continue
        name = name_at(text, at, weak=weak)
        if name is not None:
            found.append((name[0], min(name[1], end)))
    return [name for name in found[-1:] if not text[name[1] : end].strip("\"'”’ ")]


def _goes_on_otherwise(text: str, joint: re.Match[str]) -> bool:
    """After a bare comma only another aged or initialled person continues the list."""
    if "," not in joint.group() or "dan" in joint.group() or "serta" in joint.group():
        return False
    following = name_at(text, joint.end(), weak=True)
    if following is None or titled(text, following):
        return True
    return not (aged(text, following[1]) or is_initials(text[slice(*following)]))


def _no_person(token: str) -> bool:
    return (token.isupper() and len(token) > 4) or any(letter.isdigit() for letter in token)


def _is_named(text: str, token: re.Match[str], *, begins: bool) -> bool:
    """Whether a word is somebody's name all the same: 'RS (14)', 'Rizki Ramadhan'."""
    return _aged_initials(text, token) or (not begins and token.group().casefold() in _SECOND_NAMES)


def _aged_initials(text: str, token: re.Match[str]) -> bool:
    """'RS (14)' is a person, though RS alone is a hospital."""
    return len(token.group()) <= 2 and token.group().isupper() and aged(text, token.end())


def _glued(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum()
