"""What surrounds the rows of a page and is the same each time, made once a language."""

from functools import cache

from markupsafe import Markup, escape

from models.vocabulary import Language
from web.texts import load_texts

_HEADS = ("region", "period", "count", "unit", "population", "violence", "outlet", "sentence")
_ENDS = frozenset({"count", "violence", "sentence"})
"""After these the head of a table goes on in a new line."""
_PLACES = (
    ("/cari", "search_all"),
    ("/provinsi", "provinces"),
    ("/angka", "figures"),
    ("/temuan", "findings"),
    ("/program", "programmes"),
    ("/berita", "articles"),
    ("/resmi", "official"),
    ("/media", "outlets"),
    ("/buletin", "bulletins"),
    ("/tentang", "about"),
)


def safe(text: str) -> str:
    """The text escaped, as plain text: most of what is shown has nothing to escape."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return str(escape(text))
    return text


@cache
def cells(language: Language) -> tuple[str, ...]:
    """By column what every cell of a figure says of itself, for screens too narrow for a table."""
    texts = load_texts(language)
    return tuple(f' role="cell" data-label="{safe(texts[name])}"' for name in _HEADS)


@cache
def table_head(language: Language, *, with_region: bool) -> str:
    """How a table of figures begins, down to its first row."""
    texts = load_texts(language)
    heads = "".join(
        [
            f'<th scope="col" role="columnheader"{_number(name)}>{safe(texts[name])}</th>{_end(name)}'
            for name in (_HEADS if with_region else _HEADS[1:])
        ]
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{safe(texts["caption_figures"])}">\n'
        f'<table class="cards" role="table">\n<thead role="rowgroup"><tr role="row">\n{heads}</tr></thead>\n'
        '<tbody role="rowgroup">\n'
    )


def navigation(language: Language, here: str) -> Markup:
    """The links that every page begins with; the one that leads ``here`` says so."""
    return _links(language, next((path for path, _ in _PLACES if here.startswith(path)), None))


@cache
def _links(language: Language, current: str | None) -> Markup:
    texts = load_texts(language)
    written = [f'<a href="{path}"{_current(path, current)}>{safe(texts[key])}</a>\n' for path, key in _PLACES]
    return Markup("".join(written))  # noqa: S704


def _number(name: str) -> str:
    return ' class="n"' if name == "count" else ""


def _end(name: str) -> str:
    return "\n" if name in _ENDS else ""


def _current(path: str, current: str | None) -> str:
    return ' aria-current="page"' if path == current else ""
