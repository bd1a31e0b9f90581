"""An article as blocks and sentences, with offsets into the original text.

Furniture (navigation, 'Baca juga' lines) is blanked out, not cut, so every
offset stays that of the text handed in.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from extractors.folding import fold
from extractors.reading.furniture import furniture_spans, is_prose
from extractors.words import Words
from models.records import ArticleText

Span = tuple[int, int]


class BlockKind(StrEnum):
    """What one line of an article is."""

    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; ``block`` is the index of the line it stands in."""

    start: int
    end: int
    block: int
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line with text; ``first`` and ``last`` bound its sentences (last exclusive)."""

    start: int
    end: int
    kind: BlockKind
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article, segmented.

    ``plain`` is the text with furniture blanked out, ``lower`` the same in small
    letters; both have the length of ``text``. ``words`` are those of ``plain``, ``lower_words``
    those of ``lower``.
    """

    text: str
    plain: str
    lower: str
    title: str | None
    published: date | None
    home_region: str | None
    furniture: tuple[Span, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    words: Words = field(compare=False, repr=False)
    lower_words: Words = field(compare=False, repr=False)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``, or the one before it; null before the first."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[place] if place >= 0 else None

    def block_of(self, sentence: Sentence) -> Block:
        """The line that ``sentence`` stands in."""
        return self.blocks[sentence.block]

    def in_furniture(self, start: int, end: int) -> bool:
        """Whether a span touches text that belongs to the page."""
        place = bisect_right(self.furniture, start, key=lambda span: span[0]) - 1
        near = self.furniture[max(place, 0) : place + 2]
        return any(left < end and start < right for left, right in near)


_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_ITEM = re.compile(r"\s*(?:[-–—•●▪◦*»>👉📌✅✓·o]+|[(]?\d{1,2}\s*[.):]+|[(]?[a-h][.)])\s*(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|Kab|Kec|Kel|Prov|Ds|Jl|Jln|No|Dr|dr|Drs|Dra|Ir|Prof|Hj|H|Hi|St|Sdr|Bpk|Ny|Tn|"
    r"Rp|tgl|Tgl|dll|dsb|dst|dkk|tsb|yg|hal|Pol|Komjen|Kombes|Irjen|Brigjen|AKBP|AKP|Iptu|Ipda|KMP|KM|vs|sd|"
    r"SH|MH|Amd|Kep|Nur|Ns|Apt|drg|Pdt|Tk|RT|RW|Km|km|Th|th|Vol|Pas|Ps|al|Sept|Okt|Nov|Des|Jan|Feb|Agt)$"
)
_END = re.compile(
    r"(?<![.!?…])[.!?…]+[”\"’')\]]*(?=\s+[“\"'‘(\[]*[A-Z0-9<•“\"])|[.!?][”\"’]+(?=\s)|[.?!](?=[A-Z“][a-z]{2,})"
)
_COUNTED_LINE = re.compile(r"\d\s*(?:kasus|orang|korban|laporan|perkara|anak)?\b", re.IGNORECASE)
_LABELLED_NUMBER = re.compile(
    r"^(?:[^.!?,]{2,90}[:=]|[^\s.!?,]+(?:\s+[^\s.!?,]+){0,4}?)\s*\d[\d.]*\s*(?:kasus|orang|korban|laporan|perkara)?\s*[.,;]?$",
    re.IGNORECASE,
)


def read_document(article: ArticleText) -> Document:
    """Segment one article; the title is a block only when the text repeats it."""
    text = article.text
    furniture = furniture_spans(text, title=article.title)
    plain = _blank(text, furniture)
    lower = fold(plain)
    words = Words(plain)
    blocks, sentences = _segment(plain)
    return Document(
        text=text,
        plain=plain,
        lower=lower,
        title=article.title,
        published=article.published,
        home_region=article.home_region,
        furniture=furniture,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        words=words,
        lower_words=words.like(lower),
    )


def _blank(text: str, spans: tuple[Span, ...]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces.append(text[position:start])
        pieces.append("".join("\n" if char in "\n\r" else " " for char in text[start:end]))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _segment(plain: str) -> tuple[list[Block], list[Sentence]]:
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    seen_prose = False
    for match in _LINE.finditer(plain):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        kind = _kind(line, seen_prose=seen_prose)
        seen_prose = seen_prose or kind is BlockKind.PARAGRAPH
        first = len(sentences)
        for left, right in _sentence_spans(line):
            sentences.append(
                Sentence(start=start + left, end=start + right, block=len(blocks), index=len(sentences))
            )
        blocks.append(Block(start=start, end=start + len(line), kind=kind, first=first, last=len(sentences)))
    return _with_short_items(blocks, plain), sentences


def _with_short_items(blocks: list[Block], plain: str) -> list[Block]:
    """Short lines with a number right after list items belong to the list."""
    for index in range(1, len(blocks)):
        block, before = blocks[index], blocks[index - 1]
        if before.kind is not BlockKind.ITEM or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        line = plain[block.start : block.end]
        counted = _COUNTED_LINE.search(line) and _COUNTED_LINE.search(plain, before.start, before.end)
        if counted and (len(line) < 60 or ":" in line[:60]) and not line.endswith(":"):
            blocks[index] = replace(block, kind=BlockKind.ITEM)
    return blocks


def _kind(line: str, *, seen_prose: bool) -> BlockKind:
    if any(cell.strip() for cell in line.split("|")[1:-1]):
        return BlockKind.ROW
    if _ITEM.match(line):
        return BlockKind.HEADING if _announces(line) and seen_prose else BlockKind.ITEM
    if is_prose(line) or len(line) > 160:
        return BlockKind.PARAGRAPH
    if len(line) < 90 and _LABELLED_NUMBER.match(line) and seen_prose:
        return BlockKind.ITEM
    if not seen_prose:
        return BlockKind.TITLE
    return BlockKind.HEADING if line[-1] not in '.!?”",)' else BlockKind.PARAGRAPH


def _announces(line: str) -> bool:
    """Whether a bulleted line heads a list of its own ('• Wilayah asal kasus:')."""
    return line.endswith(":") and not any(char.isdigit() for char in line[4:])


def _sentence_spans(line: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(line):
        if match.start() < start or _ABBREVIATION.search(line, max(start, match.start() - 12), match.start()):
            continue
        if line[match.start()] == "." and _numbered(line, start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
        while start < len(line) and line[start].isspace():
            start += 1
    if start < len(line):
        yield start, len(line)


def _numbered(line: str, start: int, stop: int) -> bool:
    """Whether the dot closes a list number ('1. Kekerasan fisik'), not a sentence."""
    head = line[start:stop].strip()
    return len(head) <= 3 and head.isalnum() and not head.isalpha()


def list_mark_end(document: Document, block: Block) -> int:
    """Where a list item's own words begin, after its bullet or number."""
    match = _ITEM.match(document.plain, block.start, block.end)
    return match.end() if match and block.kind is BlockKind.ITEM else block.start
