"""An article's text as HTML: what was read in it marked, victims masked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from models.masking import Span, without

_LINE_ENDS = re.compile(r"\s*\n\s*")
_MARK = Markup('<a class="{}" href="#rincian-{}"><mark id="{}">{}</mark></a>')
_PLAIN_MARK = Markup('<mark class="{}" id="{}">{}</mark>')
_ANCHOR = Markup('<span id="{}"></span>')


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article's text that carries a record; ``anchor`` names it in the page."""

    start: int
    end: int
    anchor: str
    kind: str


def marked(text: str, *marks: Mark) -> Markup:
    """The text as it is with marks that are no links: a mouse can select inside them.

    Of overlapping marks the first is drawn.
    """
    pieces: list[Markup] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < position:
            continue
        pieces.append(escape(text[position : mark.start]))
        pieces.append(_PLAIN_MARK.format(mark.kind, mark.anchor, text[mark.start : mark.end]))
        position = mark.end
    return Markup("").join([*pieces, escape(text[position:])])


def masked_with_marks(text: str, marks: Sequence[Mark], hidden: Sequence[Span]) -> Markup:
    """The text as HTML with its marks, the stretches of ``hidden`` covered.

    Of overlapping marks the one that begins first, and of these the longest, is drawn; the others keep an
    anchor there, so that links to them lead to their sentence.
    """
    pieces: list[Markup] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < position:
            pieces.append(_ANCHOR.format(mark.anchor))
            continue
        pieces.append(escape(without(text, hidden, position, mark.start)))
        inner = escape(without(text, hidden, mark.start, mark.end))
        pieces.append(_MARK.format(mark.kind, mark.anchor, mark.anchor, inner))
        position = mark.end
    pieces.append(escape(without(text, hidden, position, len(text))))
    return Markup("").join(pieces)


def paragraphs(body: Markup) -> Markup:
    """The same with an empty line between paragraphs, as readers expect; it is shown with its line ends."""
    return Markup(_LINE_ENDS.sub("\n\n", body))  # noqa: S704  # Only line ends are put in.
