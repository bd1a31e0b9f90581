"""Which words of a sentence belong to which of its numbers.

In a list the label stands before its number ('penelantaran 2 kasus, TPPO 1') or
after it ('8 perempuan dan 16 anak'). Between two numbers the boundary is the
first strong delimiter after the left one when its label came before, the last
one before the right number when its label comes after.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import BlockKind, Span, list_mark_end
from extractors.figures.candidates import Candidate
from extractors.figures.material import Material, within
from extractors.regions.pointing import POINTED

_STRONG = re.compile(
    r"[;:|•]|,(?!\d)|\s[–—-]\s|[()]|(?<!\w)(?:sedang(?:kan)?|sementara(?:\s+itu)?|adapun|lalu"
    r"|kemudian|disusul|diikuti|menyusul|dibuntuti"
    r"|dikuntit|dibayangi|ditempel|diiringi|disambung|dilanjut(?:kan)?|berbanding|versus|vs\.?|lawan|plus"
    r"|selain\s+itu|ada\s+(?:pula|juga)|(?:begitu|demikian)\s+juga|demikian\s+pula|"
    r"sisanya|selebihnya|ditambah|terus|berikutnya|selanjutnya|namun|tetapi|tapi|padahal|sebaliknya"
    r"|sehingga|setelah\s+itu|begitu\s+pula|"
    r"dan\s+(?:juga\s+)?(?:sisanya|kemudian)|bertambah|dibanding(?:kan)?|ketimbang)(?!\w)"
)
_WEAK = re.compile(
    r"(?<!\w)(?:dan|serta|dengan|maupun|atau|yang|terdiri|yakni|yaitu|sama|dari|juga|meliputi"
    r"|antara\s+lain|termasuk|adalah|ialah|berupa|di\s+antaranya)(?!\w)"
)
_ASIDE = re.compile(r"(?<=\w)\s*\([a-z]{2,12}\)|(?<=\w)\s*\(p\W?\s?21\)")
"""A bracket that only explains the word before it ('perdagangan orang (TPPO)')."""
_MOVED = re.compile(
    r"(?<!\w)(?:(?:me)?(?:naik|turun|ningkat|nurun|lonjak|rosot|nyusut)\s+)?(?:menjadi|jadi|ke(?=\s+(?:angka\s+)?\d))(?!\w)"
)
"""What leads from one number of a movement to the other ('15 kasus pada 2023 menjadi 4 kasus')."""
_REFERS = re.compile(r"\s*(?:itu|tersebut|tadi|dimaksud)(?!\w)")
_OUT_OF = re.compile(
    r"\s+(?:(?:kasus|korban|orang|perkara|laporan|aduan)\s+)?dari\s+(?:total\s+|jumlah\s+|seluruh\s+|sebanyak\s+|ke-?)?"
)
"""'25 dari 38 korban masih SD': what follows speaks of the part."""
_CLOSE = 25
"""So near after a place's short form stands the number that it labels ('Kutai Timur (Kutim) 49 kasus')."""
_MOVES = re.compile(
    r"(?<!\w)(?:(?:ke)?naik\w*|turun|(?:me|pe)n(?:ingkat|urun)\w*|(?:ber|di)tambah\w*|berkurang|me(?:lonjak|nyusut|rosot)|dari)"
    r"\s+(?:\w+\s+){0,3}$"
)
_FILLER = re.compile(
    r"(?:[\s,.:;()“”\"'–-]|(?<!\w)(?:yakni|yaitu|ialah|adalah|sebanyak|sejumlah|ada|terdapat|tercatat|jumlah(?:nya)?|berjumlah|totalnya?|mencapai|sebesar|dengan|"
    r"hanya|cuma|baru|sudah|telah|masih|sekitar|kurang|lebih|di|angka|menjadi|jadi|naik|turun|ke"
    r"|sampai|hingga|juga|lagi|dan|serta|sebut|sebutnya|kata|ujar|kasus|orang|korban|paling|banyak"
    r"|tertinggi|terbanyak|masing|itu)(?!\w))*"
)


def assign_spans(material: Material, candidates: Sequence[Candidate]) -> None:
    """Give every candidate of one sentence its own span and its leading words."""
    if not candidates:
        return
    sentence = candidates[0].sentence
    block = material.document.block_of(sentence)
    begin = max(sentence.start, list_mark_end(material.document, block))
    if block.kind in (BlockKind.ITEM, BlockKind.ROW) and len(candidates) == 1:
        candidates[0].own = (begin, sentence.end)
        candidates[0].leading = (begin, candidates[0].start)
        return
    edges = [_first_edge(material, begin, candidates[0])]
    for left, right in pairwise(candidates):
        left.own = (edges[-1], left.tail)
        edges.append(_edge(material, left, right))
    edges.append(_last_edge(material, candidates[-1], sentence.end))
    for place, candidate in enumerate(candidates):
        candidate.own = (edges[place], max(edges[place + 1], candidate.tail))
        candidate.leading = (edges[place], candidate.start)
    for left, right in pairwise(candidates):
        if right.unit is not None and _is_part(material.lower, left, right):
            left.own, right.own = (left.own[0], right.own[1]), (right.start, right.tail)
            right.refers = True


def _is_part(lower: str, left: Candidate, right: Candidate) -> bool:
    """'25 dari 38 korban', but not 'naik 13 kasus dari 61 kasus'."""
    head = lower[max(left.sentence.start, left.start - 40) : left.start]
    return bool(_OUT_OF.fullmatch(lower, left.number.end, right.start)) and not _MOVES.search(head)


def has_label(material: Material, start: int, end: int) -> bool:
    """Whether a span names anything a count can be about."""
    if any(within(items, start, end) for items in (material.cues, material.words, material.periods)):
        return True
    return any(region.reason != POINTED for region in within(material.regions, start, end))


def _delimiters(material: Material, start: int, end: int) -> list[Span]:
    asides = (match.span() for match in _ASIDE.finditer(material.lower, start, end))
    inside = [span for span in asides if _explains(material, span)]
    inside += [(mention.start, mention.end) for mention in within(material.periods, start - 60, end)]
    found = _STRONG.finditer(material.lower, start, end)
    return [
        match.span() for match in found if not any(left <= match.start() < right for left, right in inside)
    ]


def _explains(material: Material, bracket: Span) -> bool:
    """Whether a bracket gives the short form of the kind, status or place before it."""
    status = material.lower[bracket[0] : bracket[1]].strip().startswith("(p")
    cues = within(material.cues, bracket[0] - 80, bracket[0])
    counted = within(material.numbers, bracket[1], bracket[1] + _CLOSE)
    places = within(material.regions, bracket[0] - 80, bracket[0]) if counted else ()
    ends = {*(cue.end for cue in cues), *(place.end for place in places)}
    return status or bracket[0] in ends


def _inside_mention(material: Material, position: int) -> bool:
    """Whether a conjunction is part of a phrase ('perempuan dan anak')."""
    cues = within(material.cues, position - 60, position)
    agencies = within(material.agencies, position - 160, position)
    if any(cue.end > position for cue in cues) or any(agency.end > position for agency in agencies):
        return True
    return material.lower[position] == "(" and _dates(material, position)


def _dates(material: Material, bracket: int) -> bool:
    """Whether a bracket gives the day until which is counted ('hingga Kamis (5/2/2026)')."""
    found = within(material.periods, bracket + 1, bracket + 3)
    return any(not mention.dateline and not _LABELS.match(material.lower, mention.end) for mention in found)


_LABELS = re.compile(r"\s*(?::|=|ada|sebanyak|hanya|cuma|baru|masih|tercatat)?\s*\d")
"""'(2019: 62 kasus)': the time in the bracket belongs to the number behind it."""


def _first_edge(material: Material, begin: int, first: Candidate) -> int:
    """Back from the first number to the nearest words that label it."""
    delimiters = _delimiters(material, begin, first.start)
    if delimiters and material.lower[delimiters[-1][0] : first.start].strip() == "(":
        delimiters.pop()
    edges = [begin, *(span[1] for span in delimiters if not _inside_mention(material, span[0]))]
    stop = first.start
    for edge in reversed(edges):
        if has_label(material, edge, stop):
            return edge
        if stop == first.start and has_label(material, first.start, _right_stop(material, first)):
            return edge
    return begin


def _right_stop(material: Material, candidate: Candidate) -> int:
    match = _STRONG.search(material.lower, candidate.tail, candidate.sentence.end)
    return match.start() if match else candidate.sentence.end


def _edge(material: Material, left: Candidate, right: Candidate) -> int:
    start, end = left.tail, right.start
    known = _REFERS.match(material.lower, start, end)
    if known:
        return known.end()
    strong = [span for span in _delimiters(material, start, end) if not _inside_mention(material, span[0])]
    if len(strong) > 1 and material.lower[strong[0][0]] == "," and _encloses(material, strong[0][0], left):
        strong = strong[1:]
    if len(strong) > 1 and (_is_colon(material, strong, end) or _is_apposition(material, strong, right)):
        strong = strong[:-1]
    moved = _MOVED.search(material.lower, start, end)
    if moved and not strong and not _WEAK.search(material.lower, start, moved.start()):
        return moved.start()
    weak = [
        match.span()
        for match in _WEAK.finditer(material.lower, start, end)
        if not _inside_mention(material, match.start())
    ]
    after = has_label(material, start, strong[0][0] if strong else end)
    before = not _FILLER.fullmatch(material.lower, strong[-1][1] if strong else start, end)
    if strong:
        return _strong_edge(material, left, right, strong, after=after, before=before)
    if not weak:
        return end if after and _number_first(material, left) else start
    if _joins(material, left, weak[0]) and has_label(material, weak[0][1], end):
        return weak[0][0]
    close = _FILLER.fullmatch(material.lower, weak[-1][1], end)
    return weak[-1][0] if after and close else weak[0][0]


def _joins(material: Material, left: Candidate, link: Span) -> bool:
    """Whether 'dan' behind a number that has its label begins the next one's ('Palu 12 dan Sigi 9')."""
    said = material.lower[slice(*link)] in ("dan", "serta")
    close = not material.lower[left.tail : link[0]].strip()
    return said and close and not _number_first(material, left)


def _is_colon(material: Material, strong: Sequence[Span], end: int) -> bool:
    """Whether the last delimiter joins a label to the number behind it ('… (2019: 62 kasus)')."""
    last = strong[-1]
    rest = material.lower[last[1] : end].strip()
    word = material.lower[slice(*last)]
    joins = (word == ":" and not rest) or (word == "bertambah" and rest in ("jadi", "menjadi", "ke"))
    return joins and has_label(material, strong[-2][1], last[0])


def _is_apposition(material: Material, strong: Sequence[Span], right: Candidate) -> bool:
    """Whether a phrase between commas labels what follows ('…, terbanyak Sirimau, 15 kasus')."""
    first, last = strong[-2], strong[-1]
    lower = material.lower
    between = lower[last[1] : right.start].strip()
    if lower[first[0]] != "," or lower[last[0]] not in ",(" or between:
        return False
    if not _RANKED.match(lower, first[1], last[0]) or not has_label(material, first[1], last[0]):
        return False
    return not has_label(material, right.tail, _right_stop(material, right))


_RANKED = re.compile(
    r"\s*(?:dan\s+|yang\s+|dengan\s+|di\s+posisi\s+|urutan\s+|posisi\s+|angka\s+|jumlah\s+)*"
    r"(?:ter(?:banyak|tinggi|besar|parah|utama|sering|rendah|sedikit|kecil|masuk)|paling|kedua|ketiga|pertama|puncak\w*"
    r"|teratas|terbawah|mayoritas|sebagian\s+besar|di\s?antara\w*|khusus\w*)(?!\w)"
)


def _strong_edge(
    material: Material,
    left: Candidate,
    right: Candidate,
    strong: list[Span],
    *,
    after: bool,
    before: bool,
) -> int:
    if not after:
        return strong[0][0]
    if has_label(material, left.tail, left.tail + 2):
        return strong[-1][1] if not before else strong[0][0]
    if before:
        return strong[-1][1] if _number_first(material, left) else strong[0][0]
    if _number_first(material, left) or has_label(material, right.tail, _right_stop(material, right)):
        return strong[-1][1]
    return left.tail


def _number_first(material: Material, candidate: Candidate) -> bool:
    """Whether nothing labels the number from the left."""
    begin = candidate.own[0] or candidate.sentence.start
    delimiters = _delimiters(material, begin, candidate.start)
    edge = delimiters[-1][1] if delimiters else begin
    return not has_label(material, edge, candidate.start)


def _rest_of(match: re.Match[str], last: Candidate) -> bool:
    """'4 kasus sisanya sampai tahap penyidikan': the word belongs to the number."""
    return match[0] in ("sisanya", "selebihnya") and match.start() - last.tail <= 1


_WHEN = re.compile(r"\s+(?:(?:pada|di|untuk|selama|sepanjang|dalam|per)\s+)?$")


def _only_dates(material: Material, match: re.Match[str], last: Candidate) -> bool:
    """'turun, 18 kasus, pada 2017': behind the comma stands nothing but when."""
    if match[0] != "," or within(material.periods, last.own[0] or last.sentence.start, last.start):
        return False
    times = within(material.periods, match.end(), match.end() + 12)
    if not times or times[0].dateline:
        return False
    first, rest = times[0], material.lower[times[0].end : last.sentence.end]
    ends = not re.search(r"\w", rest[:12]) or _UNQUOTED.match(rest) is not None
    return ends and bool(_WHEN.fullmatch(material.lower, match.end(), first.start))


_UNQUOTED = re.compile(r"[,.]?[\"”]")
_ENCLOSED = re.compile(r",\s+(?:(?:sebanyak|sejumlah|yakni|yaitu|sekitar)\s+){0,2}$")


def _closes_aside(material: Material, match: re.Match[str], last: Candidate) -> bool:
    """'Sisanya, 98 kasus, dialami perempuan': behind the second comma the clause goes on."""
    return material.lower[match.start()] == "," and _encloses(material, match.start(), last)


def _encloses(material: Material, comma: int, number: Candidate) -> bool:
    """Whether a number without a label stands between this comma and another one."""
    opened = _ENCLOSED.search(material.lower, number.sentence.start, number.start)
    if comma > number.tail or opened is None:
        return False
    before = _delimiters(material, number.sentence.start, opened.start())
    begin = before[-1][1] if before else number.sentence.start
    return not has_label(material, begin, opened.start())


def _last_edge(material: Material, last: Candidate, stop: int) -> int:
    """Up to the clause's end; a later clause speaks of something else."""
    match = _STRONG.search(material.lower, last.tail, stop)
    while match and (
        _inside_mention(material, match.start())
        or _rest_of(match, last)
        or _only_dates(material, match, last)
        or _closes_aside(material, match, last)
    ):
        match = _STRONG.search(material.lower, match.end(), stop)
    return match.start() if match else stop
