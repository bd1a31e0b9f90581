"""Rendering: templates, the reader's language, Indonesian numbers, marked evidence."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date
from babel.numbers import format_decimal
from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from markupsafe import Markup, escape
from models.masking import identifying_spans, masked, without

from models.vocabulary import Language

HERE = Path(__file__).parent
COOKIE = "bahasa"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article's text that carries records; ``anchor`` names it in the page."""

    start: int
    end: int
    anchor: str
    kind: str


class PageTools:
    """Templates and texts, loaded once."""

    def __init__(self, templates: Jinja2Templates, texts: Mapping[Language, Mapping[str, str]]) -> None:
        self._templates = templates
        self._texts = texts

    @classmethod
    def load(cls) -> "PageTools":
        """Read templates and texts from the package."""
        texts = {
            language: tomllib.loads((HERE / "texts" / f"{language.value}.toml").read_text("utf-8"))
            for language in Language
        }
        templates = Jinja2Templates(directory=HERE / "templates")
        templates.env.trim_blocks = templates.env.lstrip_blocks = True
        return cls(templates, texts)

    def render(
        self, request: Request, name: str, values: Mapping[str, Any], *, status: int = 200
    ) -> Response:
        """Render a page in the reader's language; a choice in the address is remembered."""
        tools = self._reader(request)
        shown = {**vars(tools), "tools": tools, **values}
        response = self._templates.TemplateResponse(request, name, shown, status_code=status)
        language = language_of(request)
        if request.query_params.get("lang") in set(Language):
            response.set_cookie(COOKIE, language.value, max_age=31_536_000, samesite="lax", httponly=True)
        return response

    def message(self, request: Request, key: str, *, status: int) -> Response:
        """Render a page that says one thing: the texts ``key`` and ``key_text``."""
        texts = self._texts[language_of(request)]
        values = {"headline": texts[key], "message": texts[f"{key}_text"]}
        return self.render(request, "message.html", values, status=status)

    def _reader(self, request: Request) -> SimpleNamespace:
        """Give templates what they need to speak to this reader."""
        language = language_of(request)
        texts = self._texts[language]

        def term(word: object) -> str:
            return "–" if word is None else texts.get(f"term.{word}", str(word))

        return SimpleNamespace(
            lang=language.value,
            t=texts.__getitem__,
            term=term,
            qualifier=lambda row: term(row.qualifier),
            number=lambda value: _number(value, language),
            day=lambda value: _day(value, language),
            masked=masked,
            next_page=lambda after: _with_query(request, "after", str(after)),
            other_language=_with_query(request, "lang", _other(language).value),
            here=request.url.path,
        )


def language_of(request: Request) -> Language:
    """The language chosen in the address, else the remembered one, else Indonesian."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if chosen in set(Language):
            return Language(chosen)
    return Language.INDONESIAN


def masked_with_marks(text: str, marks: Sequence[Mark]) -> Markup:
    """Give the text as HTML with its marks, victims masked.

    Overlapping marks open once, where the first begins.
    """
    hidden = identifying_spans(text)
    pieces: list[Markup] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < position:
            continue
        pieces.append(escape(without(text, hidden, position, mark.start)))
        inner = escape(without(text, hidden, mark.start, mark.end))
        pieces.append(Markup('<mark class="{}" id="{}">{}</mark>').format(mark.kind, mark.anchor, inner))
        position = mark.end
    pieces.append(escape(without(text, hidden, position, len(text))))
    return Markup("").join(pieces)


def _other(language: Language) -> Language:
    return Language.ENGLISH if language is Language.INDONESIAN else Language.INDONESIAN


def _with_query(request: Request, key: str, value: str) -> str:
    query = [(name, other) for name, other in request.query_params.multi_items() if name != key]
    return "?" + urlencode([*query, (key, value)])


def _number(value: int | None, language: Language) -> str:
    return "–" if value is None else str(format_decimal(value, locale=language.value))


def _day(value: date | None, language: Language) -> str:
    return "–" if value is None else str(format_date(value, "d MMM y", locale=language.value))
