"""Two counts set side by side, which state a rise or fall without a word for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from extractors.document import Document, Sentence
from extractors.mentions import NumberKind, NumberMention
from extractors.numbers import find_numbers
from extractors.trends.years import years_in
from models.vocabulary import Direction

_UNIT = r"(?:kasus|laporan|aduan|pengaduan|korban|orang|anak|perkara|perempuan)"
_YEAR = r"(?:(?:19|20)\d\d|tahun (?:lalu|kemarin|kemaren|silam|sebelumnya)|setahun sebelumnya)"
_ONLY = re.compile(
    r"\b(?P<while>padahal (?:(?:di|pada|sepanjang|selama) )?(?:tahun )?)?"
    rf"{_YEAR}(?: (?:itu|lalu|silam|saja))?,?(?: (?:yang|tercatat|jumlahnya|angkanya|ada|{_UNIT}))*"
    r"(?P<only> (?:cuma|hanya|baru|masih)|(?(while)|(?!)))"
    r"(?: (?:ada|tercatat|sebanyak|di angka|sekitar))* (?=\w)",
    re.IGNORECASE,
)
_NOW = re.compile(
    rf"\b{_YEAR}(?P<was> [^.;,]{{1,60}}?)(?:[,;]? (?:tetapi|tapi|sedangkan|sementara)|[,;])"
    r" (?:sekarang|kini|tahun ini|(?:tahun )?(?:19|20)\d\d(?= (?:sudah|jadi|menjadi)))"
    r"(?: (?:ini|sudah|ada|jadi|menjadi|tercatat|mencapai|malah|saja|baru|belum (?:habis|selesai|genap|tutup)"
    r"(?: se)?(?: ?tahun(?:nya)?)?))* ?(?=\w)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\btahun(?:nya| ini)? belum (?:habis|selesai|berakhir|genap|tutup)\b", re.IGNORECASE
)
_MOST = 2
_REACH = 400


@dataclass(frozen=True, slots=True)
class Pair:
    """The second count, and the direction from the earlier year to the later."""

    start: int
    end: int
    direction: Direction
    since: int
    """Where the first count ends, or the sentence begins: a word for the change after it says the same."""


def find_pairs(document: Document, sentence: Sentence) -> Iterator[Pair]:
    """Counts of two years set side by side.

    'Tahun ini 34 laporan, padahal tahun lalu cuma 18' and '2024 ada 23, sekarang 34'.
    """
    bounds = sentence.start, sentence.end
    for match in islice(_NOW.finditer(document.plain, *bounds), _MOST):
        numbers = _counts(document, match.start("was"), sentence.end)
        earlier = [number for number in numbers if number.end <= match.end("was")]
        was = earlier[0] if len(earlier) == 1 else None
        now = next((number for number in numbers if number.start == match.end()), None)
        direction = _direction(was, now)
        unfinished = direction is Direction.DOWN and _UNFINISHED.search(document.plain, *bounds)
        if now is not None and direction is not None and not unfinished:
            yield Pair(now.start, now.end, direction, earlier[0].end)
    for match in islice(_ONLY.finditer(document.plain, *bounds), _MOST):
        yield from _against_last(document, sentence, match)


def _against_last(document: Document, sentence: Sentence, match: re.Match[str]) -> Iterator[Pair]:
    """'Tahun lalu cuma 18' beside the last count told before it."""
    was = next(iter(_counts(document, match.end(), sentence.end)), None)
    if was is None or was.start != match.end():
        return
    first = document.sentences[max(0, sentence.index - 1)].start
    start = max(first, match.start() - _REACH)
    years = [ref.year for ref in years_in(document, start, match.start())]
    own = [ref.year for ref in years_in(document, match.start(), was.start)]
    told = _counts(document, start, match.start())
    if not told or not (own or years) or (own and years and years[-1] <= own[0]):
        return
    direction = _direction(was, told[-1])
    if direction is not None and (
        direction is Direction.UP or match["only"].strip().casefold() in {"masih", ""}
    ):
        yield Pair(was.start, was.end, direction, sentence.start)


def _counts(document: Document, start: int, end: int) -> list[NumberMention]:
    """Whole counts between two offsets of the document."""
    found = find_numbers(document.plain[start : min(end, start + 2 * _REACH)])
    return [
        replace(number, start=number.start + start, end=number.end + start)
        for number in found
        if number.kind is NumberKind.COUNT and number.value
    ]


def _direction(was: NumberMention | None, now: NumberMention | None) -> Direction | None:
    if was is None or now is None or was.value is None or now.value is None or was.value == now.value:
        return None
    return Direction.UP if now.value > was.value else Direction.DOWN
