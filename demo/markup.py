"""Reads an article file: TOML front matter, then blocks of text.

Blocks are parted by blank lines. ``## `` opens a heading, ``- `` lines a list,
``| `` lines a table, and ``:: kind | label | path`` a piece that a newsroom
puts between paragraphs (``baca-juga``, ``foto``, ``iklan``, ``dokumen``).
Inside a text, ``**bold**`` and ``[label](path)`` are understood.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from markupsafe import Markup, escape

from models.errors import BadInputError

_FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.DOTALL)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


class BlockKind(StrEnum):
    """What one block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    READ_ALSO = "baca-juga"
    PHOTO = "foto"
    ADVERT = "iklan"
    DOCUMENT = "dokumen"


ARTICLE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST, BlockKind.TABLE})
"""The kinds that are the article itself; the rest is what the newsroom puts between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block; ``lines`` holds list items, table rows or the one text."""

    kind: BlockKind
    lines: tuple[str, ...]
    path: str | None = None

    @property
    def text(self) -> str:
        """The block as a reader sees it, one line an item."""
        return "\n".join(plain(line) for line in self.lines)

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a table."""
        return [[cell.strip() for cell in line.strip("| ").split("|")] for line in self.lines]


def parse_article(source: str, *, name: str) -> tuple[dict[str, Any], tuple[Block, ...]]:
    """Front matter and blocks of one article file.

    Raises:
        BadInputError: the file does not open with a front matter, or a block
            names a kind nobody knows.
    """
    found = _FRONT_MATTER.match(source)
    if found is None:
        raise BadInputError(f"{name} has no front matter.", cure="Open it with a +++ … +++ block of TOML.")
    return tomllib.loads(found[1]), tuple(_blocks(found[2], name=name))


def _blocks(body: str, *, name: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", body.strip()):
        yield _block(chunk.strip(), name=name)


def _block(chunk: str, *, name: str) -> Block:
    lines = tuple(line.strip() for line in chunk.splitlines())
    if chunk.startswith(":: "):
        return _inserted(chunk, name=name)
    if chunk.startswith("## "):
        return Block(kind=BlockKind.HEADING, lines=(chunk[3:],))
    if all(line.startswith("- ") for line in lines):
        return Block(kind=BlockKind.LIST, lines=tuple(line[2:] for line in lines))
    if all(line.startswith("|") for line in lines):
        return Block(kind=BlockKind.TABLE, lines=lines)
    return Block(kind=BlockKind.PARAGRAPH, lines=(" ".join(lines),))


def _inserted(chunk: str, *, name: str) -> Block:
    kind, *rest = (part.strip() for part in chunk[3:].split("|"))
    if kind not in set(BlockKind):
        raise BadInputError(f"{name} names a block {kind!r} that nobody knows.", cure="See demo/markup.py.")
    label, path = (*rest, "", "")[:2]
    return Block(kind=BlockKind(kind), lines=(label,), path=path or None)


def plain(text: str) -> str:
    """The text without marks."""
    return _LINK.sub(r"\1", _BOLD.sub(r"\1", text))


def rendered(text: str, *, base: str) -> Markup:
    """The text as HTML; link paths are completed with ``base``."""
    html = _BOLD.sub(r"<strong>\1</strong>", str(escape(text)))
    return Markup(_LINK.sub(lambda m: f'<a href="{_absolute(m[2], base)}">{m[1]}</a>', html))  # noqa: S704


def _absolute(path: str, base: str) -> str:
    return f"{base}{path}" if path.startswith("/") else path
