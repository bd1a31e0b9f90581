"""Names that the text says are programmes: defined, listed, tagged or named in small letters.

Most names of programmes are new and in a regional language; what tells them is the
noun that explains them ('Halo Daeng adalah nomor aduan', 'Rumah Kayuh, selter bagi …').
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.programmes import wordings
from extractors.programmes.names import Token, name_end

_CLOSE = "”\"'’`»"
_NOUN = rf"(?:{wordings.DEFINING})\b"
_DETERMINER = (
    r"(?:(?:yakni|yaitu|sebuah|suatu|semacam|sejenis|sebagai|adalah|merupakan|ialah|sebutan (?:bagi|untuk)|"
    r"nama|para|kini|\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s+){0,3}"
)
_APPOSED = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?\s*(?:,|:|\s[–—-])\s*(?-i:(?=[a-z\d])){_DETERMINER}{_NOUN}",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?\s+(?:(?:sendiri|ini|itu)\s+)?"
    rf"(?:adalah|merupakan|ialah|berupa|berbentuk|dirancang sebagai)\s+{_DETERMINER}{_NOUN}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"[{_CLOSE}]?,\s*(?:begitu|demikian|itu|ini)(?:lah)?\s+(?:\w+\s+){{0,4}}(?:disebut|namanya|dinamai|"
    r"dinamakan|dikenal|disapa|nama|sebutan|menyebut\w*)",
    re.IGNORECASE,
)
_NAME_OF_IT = re.compile(rf"[{_CLOSE}]?,?\s+(?:begitu\s+|itulah\s+)?(?:nama|sebutan|julukan)nya\b")
"""'Mama Siaga Kampung namanya'."""
_PERSON_CALLED = re.compile(
    rf"[{_CLOSE}]?,\s*(?:begitu|demikian)(?:lah)?\s+(?:\w+\s+)?(?:ia|dia|beliau|perempuan|pria|lelaki|ibu|"
    rf"bapak|"
    r"bocah|gadis|sapaan|panggilan|akrab)\b",
    re.IGNORECASE,
)
_EXPANDED = re.compile(
    rf"[{_CLOSE}]?,?\s+(?:yang\s+)?(?:merupakan\s+|adalah\s+|itu\s+)?(?:singkatan|akronim|kependekan|"
    r"kepanjangan|gabungan kata)(?:nya)?\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    rf"[{_CLOSE}]?\s+(?:(?:itu|ini|sendiri|kini|resmi|mulai|telah|sudah|baru|saja|pertama|kali)\s+){{0,3}}"
    r"(?:diluncurkan|dirintis|digagas|dicanangkan|diperkenalkan|diinisiasi|dikembangkan|digulirkan|"
    r"bisa diunduh|dapat diunduh|beroperasi)\b",
    re.IGNORECASE,
)
_LIST_INTRO = re.compile(
    rf"\b(?:{wordings.KINDS_OF_PROGRAMME})\b[^.:\n]{{0,180}}?"
    r"(?::|\b(?:yakni|yaitu|antara lain|di antaranya|seperti|meliputi|mencakup))\s+",
    re.IGNORECASE,
)
LIST_GAP = re.compile(
    rf"[{_CLOSE}]?\)?(?:\s*\([^()\n]{{2,80}}\))?(?:[,;]\s+(?:(?:dan|serta|juga|sampai|hingga)\s+)?|"
    r"\s+(?:dan|serta|maupun|hingga|atau|berikut|beserta)\s+)[“\"'‘`«]?"
)
_ITEM = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-•*])[ \t]+[“\"'‘`«]?(?=[\w#])", re.MULTILINE)
_ITEM_INTRO = re.compile(rf"\b(?:{wordings.KINDS_OF_PROGRAMME})\b[^\n]*:\s*$", re.IGNORECASE)
_COUNTED = re.compile(r",\s+(?:dua|tiga|kedua|ketiga)\s", re.IGNORECASE)
_SAID_BY = re.compile(
    r"\b(?:kata|ujar|ungkap|jelas|tutur|sebut|ucap|papar|imbuh|tegas|terang|tandas|menurut|oleh|bersama|"
    r"drs|dra|dr|ir|prof|hj|kh|bapak|ibu|pak|bu)\.?\s+$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:di|dari|ke|asal|kampung|desa|dusun|gampong|nagari)\s+$", re.IGNORECASE)
"""'Di Iboih, relawan …': one word after a preposition is a place."""
_DASH = re.compile(r"\s*[–—-]")
_DATELINE = 60
_OPENING_VERB = re.compile(
    r"(?:(?:Di|Me|Ber|Ter)\w{3,}|Lahir|Muncul|Jadi|Hadir|Terbit|Tumbuh|Ada)lah|Di\w{4,}(?:kan|i|an)"
)
"""'Diberlakukanlah Sasi …', 'Dirintis Kanca …': a verb that only the sentence's beginning writes large."""
_HASHTAG = re.compile(r"(?<![\w&/])#[A-Za-z]\w{3,40}")
_WORD = r"[a-z][a-z'’-]*"
_LOWER_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{1,4}})"
_LOWER_NAMED = re.compile(
    rf"\b(?:{wordings.CALLING})\s+[“\"'‘`«]?{_LOWER_NAME}(?=\s*[,.;:”\"’»()—–\n]|\s+(?:yang|di|untuk|bagi|"
    r"dengan|karena|sejak|oleh)\b|$)"
)
_LOWER_LED = re.compile(
    rf"\b(?:program|gerakan|inovasi|kampanye|komunitas)\s+{_LOWER_NAME}(?=\s*[,.;:”\"’»()—–\n]|\s+(?:yang|"
    r"di|untuk|bagi|dengan|karena|sejak|oleh)\b|$)"
)
_LOWER_BUILT = re.compile(
    rf"\b(?:{wordings.BUILDING})\s+{_LOWER_NAME}(?=\s*[,.;:”\"’»()—–\n]|\s+(?:yang|di|untuk|bagi|dengan|"
    r"karena|sejak|oleh)\b|$)"
)
_CUT = re.compile(
    r"\s(?:yang|di|ke|dari|untuk|bagi|dengan|karena|sejak|oleh|pada|dalam|agar|serta|dan|atau)\b"
)


@dataclass(frozen=True, slots=True)
class Introduced:
    """A name and how it is introduced: 'defined', 'listed', 'hashtag' or 'lower'."""

    start: int
    end: int
    how: str


def introduced_names(text: str, tokens: Sequence[Token]) -> Iterator[Introduced]:
    """Every name that its surroundings explain, in no order."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    yield from _explained(text, tokens)
    yield from _listed(text, tokens, starts)
    for match in _HASHTAG.finditer(text):
        yield Introduced(*match.span(), how="hashtag")
    yield from _in_small_letters(text)


def capital_runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and past-the-last index of every run of capitalised words, openers of sentences left out."""
    index = 0
    while index < len(tokens):
        last = name_end(text, tokens, index)
        first = _past_openers(tokens, index, last)
        if first < last:
            yield first, last
        index = max(last, index + 1)


def _explained(text: str, tokens: Sequence[Token]) -> Iterator[Introduced]:
    for first, last in capital_runs(text, tokens):
        yield from _explained_run(text, tokens, first, last)


def _explained_run(text: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[Introduced]:
    start, end = tokens[first].start, tokens[last - 1].end
    said = _SAID_BY.search(text, max(0, start - 30), start) and not text[start:end].isupper()
    if said or not _is_explained(text, start, end):
        return
    if last - first == 1 and _WHERE.search(text, max(0, start - 12), start):
        return
    if not _COUNTED.match(text, end):
        yield Introduced(start, end, how="defined")
        return
    for match in re.finditer(r"(?:(?! (?:dan|serta) ).)+?(?= (?:dan|serta) |$)", text[start:end]):
        opener = re.match(r"\s*(?:(?:dan|serta)\s+)?", match[0])
        begin = match.start() + (opener.end() if opener else 0)
        yield Introduced(start + begin, start + match.end(), how="defined")


def _past_openers(tokens: Sequence[Token], first: int, last: int) -> int:
    """The run without the words that only open a sentence ('Adapun Ruang Teduh')."""
    while first < last and (
        tokens[first].lower in wordings.OPENERS or _OPENING_VERB.fullmatch(tokens[first].text)
    ):
        first += 1
    return first


def _is_explained(text: str, start: int, end: int) -> bool:
    if _PERSON_CALLED.match(text, end):
        return False
    if any(pattern.match(text, end) for pattern in (_DEFINED, _CALLED, _EXPANDED)):
        return True
    if " " in text[start:end] and _NAME_OF_IT.match(text, end):
        return True
    if _is_dateline(text, start) and _DASH.match(text, end):
        return False
    if _opens_sentence(text, start) and not _is_striking(text[start:end]):
        return False
    return bool(_APPOSED.match(text, end) or _STARTED.match(text, end))


def _opens_sentence(text: str, start: int) -> bool:
    """Whether the capital may be the sentence's and the dash or comma a dateline's."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0“\"'‘")
    return start < 3 or not before or before[-1] in ".!?\n:–—-"


def _is_dateline(text: str, start: int) -> bool:
    """Whether only an outlet or a city in capitals can precede on the line; items of a list are none."""
    line = text[text.rfind("\n", max(0, start - _DATELINE), start) + 1 : start]
    return len(line) < _DATELINE and not line[:1].isdigit() and line[:1] not in set("-•*")


def _is_striking(name: str) -> bool:
    """Several words, or capitals throughout."""
    return " " in name or (name.isupper() and len(name) > 3) or any(c.isupper() for c in name[1:])


def _listed(text: str, tokens: Sequence[Token], starts: dict[int, int]) -> Iterator[Introduced]:
    for match in _LIST_INTRO.finditer(text):
        yield from _members(text, tokens, starts, match.end())
    intro_end = -1
    for match in _ITEM.finditer(text):
        before = text[max(0, match.start() - 300) : match.start()].rstrip()
        line = before[before.rfind("\n") + 1 :]
        if _ITEM_INTRO.search(line) or intro_end == match.start():
            yield from _first_member(text, tokens, starts, match.end())
            stop = text.find("\n", match.end())
            intro_end = stop + 1 if stop >= 0 else -1


def _first_member(
    text: str, tokens: Sequence[Token], starts: dict[int, int], place: int
) -> Iterator[Introduced]:
    first = starts.get(place)
    if first is not None:
        last = name_end(text, tokens, first)
        if last > first:
            yield Introduced(tokens[first].start, tokens[last - 1].end, how="listed")


def _members(text: str, tokens: Sequence[Token], starts: dict[int, int], place: int) -> Iterator[Introduced]:
    """The capitalised names of a list, up to the first member that is none."""
    opened = re.compile(r"[“\"'‘`«]?").match(text, place)
    place = opened.end() if opened else place
    for _ in range(8):
        found = next(_first_member(text, tokens, starts, place), None)
        if found is None:
            return
        yield found
        gap = LIST_GAP.match(text, found.end)
        if gap is None:
            return
        place = gap.end()


def _in_small_letters(text: str) -> Iterator[Introduced]:
    for match in _LOWER_BUILT.finditer(text):
        words = match["name"].split()
        if not any(word in wordings.PLAIN for word in words) and _APPOSED.match(text, match.end("name")):
            yield Introduced(*match.span("name"), how="called")
    for pattern, how in ((_LOWER_NAMED, "called"), (_LOWER_LED, "lower"), (_LOWER_BUILT, "lower")):
        for match in pattern.finditer(text):
            name = _CUT.split(match["name"])[0]
            if _is_coined(name.split(), wordings.CARING if how == "called" else wordings.CARE):
                yield Introduced(match.start("name"), match.start("name") + len(name), how=how)


def _is_coined(words: Sequence[str], caring: frozenset[str]) -> bool:
    """Whether small letters make a name: a person, place or call joined to care."""
    if len(words) < 2 or len(words) > 5 or any(word in wordings.PLAIN for word in words):
        return False
    return words[0] not in {"layak", "ramah", "peduli"} and any(word in caring for word in words)
