"""A saved page in, an article or a named reason why it is none out.

Pure: bytes and what was known when they were fetched go in; no network, no
clock. Page kinds follow docs/sources.md.
"""

import copy
import re
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from extractors.reading import kinds
from extractors.reading.charset import decode
from extractors.reading.dates import Published, is_stamp, published_date
from extractors.reading.furniture import is_prose, without_furniture
from extractors.reading.layout import LayoutReading, read_layout
from extractors.reading.metadata import PageMetadata, read_metadata
from extractors.reading.outlets import LAYOUTS
from extractors.reading.tree import (
    block_lines,
    drop_scripts,
    is_feed,
    join_rows,
    parse_html,
    prune,
    story_block,
)
from models.errors import SourceError
from models.vocabulary import Outcome

GENERIC = "generic"
MAX_BYTES = 10 * 1024 * 1024
_LEAST_TEXT = 140
_LEAST_PARAGRAPHS = 2
_OTHER_FORMATS = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """The article a page carries."""

    title: str | None
    text: str
    published: date | None
    published_reason: str
    canonical_url: str | None
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotArticle:
    """A page that carries no article: its outcome and what shows it."""

    outcome: Outcome
    reason: str


Reading = ArticlePage | NotArticle


def read_page(
    body: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    reader: str | None = None,
    fetched: date | None = None,
) -> Reading:
    """The article of a saved page, or the named kind of page it is.

    Args:
        body: the page as received.
        url: its address, for dates in it and relative links.
        charset: the charset the HTTP header declared.
        reader: an outlet's own reader (extractors/reading/outlets); the generic one stands in
            when that finds no story, and ``ArticlePage.reader`` says which of them read the page.
        fetched: the day of the fetch; no later publication date is believed.

    Raises:
        SourceError: no reader has that name.
    """
    if reader is not None and reader not in LAYOUTS:
        raise SourceError(
            f"There is no reader named {reader!r}.", cure=f"Known readers: {', '.join(sorted(LAYOUTS))}."
        )
    root = _tree(body, charset)
    if isinstance(root, NotArticle):
        return root
    metadata = read_metadata(root, url=url)
    drop_scripts(root)
    shape = kinds.measure(root)
    if found := kinds.wall(shape, metadata) or kinds.list_page(shape, metadata, url=url):
        return NotArticle(outcome=found.outcome, reason=found.reason)
    story = _by_layout(root, reader) or _by_trafilatura(root, metadata) or _by_block(root, metadata)
    if found := kinds.paywall(shape, metadata, text_length=len(story.text)):
        return NotArticle(outcome=found.outcome, reason=found.reason)
    if not _is_enough(story.text):
        found = kinds.emptiness(shape, metadata, url=url)
        return NotArticle(outcome=found.outcome, reason=found.reason)
    published = _published(shape, metadata, story, url=url, fetched=fetched)
    return ArticlePage(
        title=story.title,
        text=story.text,
        published=published.day,
        published_reason=published.reason,
        canonical_url=metadata.canonical_url,
        reader=story.reader,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    title: str | None
    text: str
    reader: str
    dates: tuple[tuple[str, str], ...] = ()


def _tree(body: bytes, charset: str | None) -> HtmlElement | NotArticle:
    if len(body) > MAX_BYTES:
        return NotArticle(outcome=Outcome.TOO_LARGE, reason=f"{len(body)} bytes")
    if body.startswith(_OTHER_FORMATS):
        return NotArticle(outcome=Outcome.NOT_HTML, reason="a document, picture or archive")
    decoded = decode(body, declared=charset)
    if decoded is None:
        return NotArticle(outcome=Outcome.UNREADABLE, reason="no charset makes text of it")
    if is_feed(decoded.text):
        return NotArticle(outcome=Outcome.NOT_HTML, reason="a feed or sitemap")
    root = parse_html(decoded.text)
    if root is None:
        return NotArticle(outcome=Outcome.UNREADABLE, reason="no HTML, or more elements than a news page has")
    return root


def _by_layout(root: HtmlElement, reader: str | None) -> _Story | None:
    if reader is None:
        return None
    found: LayoutReading | None = read_layout(copy.deepcopy(root), LAYOUTS[reader])
    if found is None:
        return None
    text = _cleaned(found.text, found.title)
    if not _is_enough(text):
        return None
    return _Story(title=found.title, text=text, reader=reader, dates=found.dates)


def _by_trafilatura(root: HtmlElement, metadata: PageMetadata) -> _Story | None:
    """The generic reader: trafilatura on the pruned page, then on the whole one if pruning took the story."""
    for pruned in (True, False):
        tree = copy.deepcopy(root)
        if pruned:
            prune(tree)
        document = bare_extraction(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
        text = _cleaned(getattr(document, "text", None) or "", metadata.title)
        if _is_enough(text):
            return _Story(title=metadata.title, text=text, reader=GENERIC)
    return None


def _by_block(root: HtmlElement, metadata: PageMetadata) -> _Story:
    """Where trafilatura finds nothing, such as in layouts made of tables: the block with most prose."""
    tree = copy.deepcopy(root)
    prune(tree)
    join_rows(tree)
    block, _ = story_block(tree)
    text = "" if block is None else _cleaned("\n".join(block_lines(block)), metadata.title)
    paragraphs = sum(is_prose(line) for line in text.splitlines())
    return _Story(title=metadata.title, text=text if paragraphs >= _LEAST_PARAGRAPHS else "", reader=GENERIC)


def _cleaned(text: str, title: str | None) -> str:
    """The story without furniture; extraction sees no neighbour's number."""
    lines = (line.strip() for line in without_furniture(text, title=title).splitlines())
    return "\n".join(line for line in lines if _LETTERS.search(line) and not is_stamp(line))


def _is_enough(text: str) -> bool:
    return len(text) >= _LEAST_TEXT and any(is_prose(line) for line in text.splitlines())


def _published(
    shape: kinds.PageShape, metadata: PageMetadata, story: _Story, *, url: str | None, fetched: date | None
) -> Published:
    return published_date(
        (*story.dates, *metadata.dates),
        url=url,
        head=_head(shape, story),
        text=story.text,
        not_after=fetched,
    )


def _head(shape: kinds.PageShape, story: _Story) -> str:
    """The printed lines from the headline to the story's first paragraph."""
    lines = shape.text.split("\n")
    first = next((line for line in story.text.splitlines() if is_prose(line)), "")[:60]
    end = next((index for index, line in enumerate(lines) if first and first in line), 0)
    start = next((index for index in range(end, -1, -1) if story.title and story.title in lines[index]), end)
    return "\n".join(lines[start:end])
