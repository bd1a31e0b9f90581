"""Acronyms beside their expansions, either way round.

The alignment follows Schwartz and Hearst, 'A simple algorithm for identifying
abbreviation definitions in biomedical text' (2003), loosened for Indonesian
syllable acronyms ('Puspaga') and for initials in another order ('TAPBM').
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.programmes import cues
from extractors.programmes.folding import word_set
from extractors.programmes.names import HEADS, Token, adjoin, name_end

_SMALL = word_set("dan di ke untuk terhadap dalam pada bagi dari atas oleh dengan serta of the and to for")
_MAX_WORDS = 14
_SYLLABLES = 5
"""From this length on, letters in order inside the words are no accident."""
_FUNCTION = re.compile(r"(?:Lewat|Melalui|Ada|Kini|Program|Inovasi|Selain|Untuk|Dengan)\s", re.IGNORECASE)
_BRACKET = re.compile(r"\(\s*([^()\n]{2,110}?)\s*\)")
# Blanked furniture leaves long runs of spaces; they are crossed once.
_STANDS_FOR = re.compile(rf"(?<!\s)(?:\s+|\s*,\s+)(?:{cues.STANDS_FOR})\s*:?\s+[“\"'‘`]?", re.IGNORECASE)
_COMMA = re.compile(
    r"(?<=[A-Z]{3}),\s+(?=[A-Z][a-z])|(?<=[a-z]{3}),\s+(?=[A-Z]{4,}\b)|"
    r"(?<=[a-z]{3}),\s+(?=[A-Z][a-z]+ [A-Z][a-z]+ [A-Z])"
)
_NEXT_PART = re.compile(r",\s+(?=[A-Z])")
_THAT_NAME = re.compile(
    r"\b(?:nama|sebutan|istilah|akronim|kata|singkatan)(?:nya)?(?: (?:itu|ini|tersebut))?\s*$", re.IGNORECASE
)
_COINED = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
_PLACE_NOUN = re.compile(r"(?:Desa|Kampung|Nagari|Gampong|Kelurahan|Dusun|Kota|Kabupaten|Sekolah|Rumah) $")
_ADDRESS = re.compile(r"\d|\b(?:Jalan|Jl|Kabupaten|Kota|Provinsi|Kecamatan|Desa|Dinas|Ketua|Kepala)\b")
_QUOTES = " \u00a0“”\"'‘’"
_BACK = 200
_EXPLICIT = re.compile(r"singkatan|akronim|kependekan|kepanjangan", re.IGNORECASE)
_SHORT = re.compile(r"[“\"'‘`]?([A-Z][\w./&'-]*(?: [A-Z0-9][\w./&'-]*){0,4})[”\"'’`]?\Z")
_TRAIL = re.compile(r"[“\"'‘`«]?((?:[A-Z0-9][\w./&'-]*(?<!\.))(?: [A-Z0-9][\w./&'-]*){0,3})[”\"'’`»]?\s*\Z")


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with its other form; the span is the short form's or the expansion's own."""

    start: int
    end: int
    partner: str
    place: int
    """Where the explanation stands; the same for both forms of one pair."""
    run: str
    """The whole run of capitalised words that the expansion is the end of."""
    in_words: bool = False


def acronym_pairs(text: str, tokens: list[Token]) -> Iterator[Pair]:
    """Both forms of every acronym explained in the text; each names the other as partner."""
    ends = {token.end: index for index, token in enumerate(tokens)}
    starts = {token.start: index for index, token in enumerate(tokens)}
    for match in _BRACKET.finditer(text):
        yield from _expansion_before(text, tokens, ends, match)
        yield from _expansion_inside(text, match)
    for match in _STANDS_FOR.finditer(text):
        yield from _expansion_after(text, tokens, starts, match)
    for match in _COMMA.finditer(text):
        yield from _expansion_after(text, tokens, starts, match)


def _pair(text: str, short: tuple[int, int], long: tuple[int, int], run: str = "") -> Iterator[Pair]:
    place = max(short[0], long[0])
    run = run or text[long[0] : long[1]]
    yield Pair(*short, partner=text[long[0] : long[1]], place=place, run=run)
    yield Pair(*long, partner=text[short[0] : short[1]], place=place, run=run)


def _expansion_before(
    text: str, tokens: list[Token], ends: dict[int, int], match: re.Match[str]
) -> Iterator[Pair]:
    short = _SHORT.match(match[1])
    before = match.start()
    while before > 0 and text[before - 1] in " \u00a0“”\"'‘’":
        before -= 1
    last = ends.get(before)
    if short is None or last is None:
        return
    first = expansion_start(text, tokens, last, short[1])
    if first is not None and first < last:
        begin = match.start(1) + short.start(1)
        run = _capital_run(tokens, _window_floor(text, tokens, last), last)
        whole = text[tokens[min(first, first if run is None else run)].start : tokens[last].end]
        yield from _pair(
            text, (begin, begin + len(short[1])), (tokens[first].start, tokens[last].end), run=whole
        )


def _expansion_inside(text: str, match: re.Match[str]) -> Iterator[Pair]:
    """'SILACAK PERAK (Sistem Layanan Cepat Pengaduan …)'."""
    words = match[1].split()
    found = _trailing_name(text, match.start())
    if found is None or len(words) < 2 or len(words) > _MAX_WORDS:
        return
    short = _spelt_out_by(text, found.span(1), match[1])
    if short is not None:
        yield from _pair(text, short, match.span(1))


def _spelt_out_by(text: str, name: tuple[int, int], expansion: str) -> tuple[int, int] | None:
    """The name, or its last words, that the bracket spells out ('Petugas SI PUTRI', 'Desa Benderang')."""
    end = name[1]
    starts = [name[0], *(gap.end() for gap in re.compile(r" ").finditer(text, *name))]
    for fits in (is_subsequence, _is_loosely_spelt):
        for start in starts:
            if fits(text[start:end], expansion):
                return _with_place_noun(text, name[0], start), end
    return None


def _with_place_noun(text: str, first: int, start: int) -> int:
    """'Desa Benderang': the kind of place belongs to the name."""
    found = _PLACE_NOUN.search(text, first, start)
    return found.start() if found else start


def _is_loosely_spelt(name: str, expansion: str) -> bool:
    """Whether a phrase written large begins with the name's letter.

    As in 'Cangkrukan Ayem (Cara Nyaman Kumpul dan Rukun Keluarga)'.
    """
    words = [word for word in expansion.split() if word.casefold() not in _SMALL]
    large = len(words) >= 3 and all(word[0].isupper() for word in words)
    return large and name[:1] == expansion[:1] and not _ADDRESS.search(expansion)


def _trailing_name(text: str, end: int) -> re.Match[str] | None:
    """The capitalised words that end at ``end``, without a leading 'Lewat' or 'Program'."""
    found = _TRAIL.search(text, max(0, end - 70), end)
    if found is not None and _FUNCTION.match(found[1]):
        return _TRAIL.search(text, found.start(1) + len(found[1].split()[0]) + 1, end)
    return found


def _expansion_after(
    text: str, tokens: list[Token], starts: dict[int, int], match: re.Match[str]
) -> Iterator[Pair]:
    """'Jabar Cangker, kependekan dari …', and 'PATBM atau …' both ways round."""
    first = starts.get(match.end())
    last = name_end(text, tokens, first) if first is not None else None
    if first is None or last is None or last == first:
        return
    right = (tokens[first].start, tokens[last - 1].end)
    left = _spelt_before(text, tokens, match.start(), text[slice(*right)])
    left = left or _name_explained(text, match.start(), text[slice(*right)])
    if left is None:
        return
    right = _whole_expansion(text, tokens, starts, text[slice(*left)], right)
    short, long = sorted((left, right), key=lambda span: span[1] - span[0])
    if len(text[long[0] : long[1]].split()) >= 2 and _explains(
        text[slice(*short)], text[slice(*long)], match[0]
    ):
        for pair in _pair(text, short, long):
            yield replace(pair, in_words=match[0].strip() != ",")


def _spelt_before(text: str, tokens: list[Token], place: int, short: str) -> tuple[int, int] | None:
    """'Lingkar Jaga Perempuan dan Anak, disingkat Lijapa': the words that one coined word is read off."""
    last = bisect_right(tokens, place, key=lambda token: token.end) - 1
    if len(short) < _SYLLABLES - 1 or last < 1 or text[tokens[last].end : place].strip(_QUOTES):
        return None
    if " " in short:
        return _headed_before(text, tokens, last, short)
    first = expansion_start(text, tokens, last, short)
    if first is None or last - first < 2:
        return None
    return tokens[first].start, tokens[last].end


def _headed_before(text: str, tokens: list[Token], last: int, short: str) -> tuple[int, int] | None:
    """'Bilik Perempuan dan Anak, disingkat Bilik PUAN': the run that begins with the same noun."""
    first = _capital_run(tokens, _window_floor(text, tokens, last), last)
    head = short.split(maxsplit=1)[0].casefold()
    starts = [index for index in range(first or last, last) if tokens[index].lower == head]
    if first is None or not starts or last - starts[-1] < 2:
        return None
    return tokens[starts[-1]].start, tokens[last].end


def _name_explained(text: str, place: int, long: str) -> tuple[int, int] | None:
    """The name right before ``place``, or the one that 'nama itu' takes up."""
    found = _trailing_name(text, place)
    if found is not None and not _THAT_NAME.search(found[1]):
        return found.span(1)
    if not (_THAT_NAME.search(text, max(0, place - 30), place) or _opens_sentence(text, place)):
        return None
    coined = list(_COINED.finditer(text, max(0, place - _BACK), place))
    fits = (one for one in reversed(coined) if len(one[0]) > 3 and is_subsequence(one[0].split()[0], long))
    return next((one.span() for one in fits if one[0][0] == long[:1]), None)


def _opens_sentence(text: str, place: int) -> bool:
    """'…. Kepanjangannya …': the explanation stands in a sentence of its own."""
    return text[:place].rstrip(_QUOTES)[-1:] in set(".!?;")


def _whole_expansion(
    text: str, tokens: list[Token], starts: dict[int, int], short: str, long: tuple[int, int]
) -> tuple[int, int]:
    """'LAMIN TEDUH atau Layanan Aman Masyarakat, Istri dan Anak, Tempat …': on over commas until it fits."""
    start, end = long
    for _ in range(4):
        gap = _NEXT_PART.match(text, end)
        first = starts.get(gap.end()) if gap else None
        if first is None or is_subsequence(short, text[start:end]) or short[:1] != text[start]:
            break
        last = name_end(text, tokens, first)
        if last == first:
            break
        end = tokens[last - 1].end
    return (start, end) if is_subsequence(short, text[start:end]) else long


def _explains(short: str, long: str, cue: str) -> bool:
    """Whether one form is the other's expansion; after 'singkatan dari' the first letter is enough."""
    if _EXPLICIT.search(cue):
        return short[:1].casefold() == long[:1].casefold()
    if cue.strip() == ",":
        first = short[:1] == long[:1] and len(short) >= 4 and len(long.split()) >= 3
        return first and is_subsequence(short, long)
    capitals = short.isupper() and short[:1] == long[:1] and len(long.split()) >= 4
    return capitals or is_subsequence(short, long)


def expansion_start(text: str, tokens: list[Token], last: int, short: str) -> int | None:
    """Index of the first word of the expansion that ends at word ``last``; null when none fits."""
    letters = re.sub(r"[^a-z]", "", short.casefold())
    floor = _window_floor(text, tokens, last)
    by_run = _capital_run(tokens, floor, last)
    if by_run is not None and (
        _fits(letters, tokens[by_run : last + 1]) or _headed(letters, tokens[by_run : last + 1])
    ):
        return by_run
    for fits in (_initials_equal, _initials_fit):
        for first in range(last - 1, floor - 1, -1):
            if fits(letters, tokens[first : last + 1]):
                return first
    shuffled = _shuffled_start(tokens, floor, last, letters)
    if shuffled is not None or by_run is None or len(letters) < _SYLLABLES:
        return shuffled
    return next((first for first in range(by_run, last) if _fits(letters, tokens[first : last + 1])), None)


def _window_floor(text: str, tokens: list[Token], last: int) -> int:
    """Words that can belong to one expansion: up to a stop or a dash, commas allowed."""
    floor = last
    while floor > 0 and last - floor < _MAX_WORDS:
        gap = text[tokens[floor - 1].end : tokens[floor].start]
        lists_next = gap.strip() == "," and tokens[floor].lower in HEADS
        if lists_next or not (adjoin(text, tokens[floor - 1], tokens[floor]) or gap.strip() in {",", "/"}):
            break
        floor -= 1
    return floor


def _capital_run(tokens: list[Token], floor: int, last: int) -> int | None:
    """First word of the run of capitalised words that ends at ``last``."""
    first = None
    index = last
    while index >= floor and (tokens[index].is_name or tokens[index].lower in _SMALL):
        if tokens[index].is_name:
            first = index
        index -= 1
    return first


def _fits(letters: str, words: list[Token]) -> bool:
    """Whether the acronym can be read off the words, begun by the first word's first letter."""
    joined = "".join(word.lower for word in words)
    return len(words) > 1 and joined[:1] == letters[:1] and is_subsequence(letters, joined)


def _headed(letters: str, words: list[Token]) -> bool:
    """'Gerakan Bersama Jaga Anak (Gerbang Jana)': syllables taken freely after a word that opens names."""
    return (
        len(words) > 2 and words[0].lower in HEADS and words[0].lower[0] == letters[:1] and len(letters) > 4
    )


def _initials(words: list[Token]) -> str:
    return "".join(word.lower[0] for word in words if word.lower not in _SMALL)


def _initials_equal(letters: str, words: list[Token]) -> bool:
    return words[0].lower not in _SMALL and _initials(words) == letters


def _initials_fit(letters: str, words: list[Token]) -> bool:
    initials = _initials(words)
    if not letters.startswith(initials[:1]) or words[0].lower in _SMALL:
        return False
    return is_subsequence(initials, letters) and is_subsequence(
        letters, "".join(word.lower for word in words)
    )


def _shuffled_start(tokens: list[Token], floor: int, last: int, letters: str) -> int | None:
    content = 0
    for first in range(last, floor - 1, -1):
        content += tokens[first].lower not in _SMALL
        if content == len(letters):
            initials = Counter(
                token.lower[0] for token in tokens[first : last + 1] if token.lower not in _SMALL
            )
            return first if len(letters) > 2 and initials == Counter(letters) else None
    return None


def is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of ``short`` occur in ``long`` in order."""
    rest = iter(long.casefold())
    return all(letter in rest for letter in short.casefold() if letter.isalnum())
