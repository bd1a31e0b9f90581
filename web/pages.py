"""Rendering: templates, the reader's language, numbers and dates, addresses that keep their filters."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates

from models import labels
from models.masking import masked
from models.vocabulary import Language
from web.asking import end_reading
from web.markup import Writer
from web.people import person_of
from web.texts import UNKNOWN, Texts, load_texts, of_field, term

HERE = Path(__file__).parent
COOKIE = "bahasa"
WIB = timezone(timedelta(hours=7), "WIB")
_YEAR = 31_536_000


class PageTools:
    """Templates and texts, loaded once."""

    def __init__(self, templates: Jinja2Templates, texts: Mapping[Language, Texts]) -> None:
        self._templates = templates
        self._texts = texts

    @classmethod
    @cache
    def load(cls) -> "PageTools":
        """Templates and texts of the package, the same for every application of a process."""
        templates = Jinja2Templates(directory=HERE / "templates")
        templates.env.trim_blocks = templates.env.lstrip_blocks = True
        return cls(templates, {language: load_texts(language) for language in Language})

    def texts(self, request: Request) -> Texts:
        """The texts in the reader's language."""
        return self._texts[language_of(request)]

    def render(
        self,
        request: Request,
        name: str,
        values: Mapping[str, Any],
        *,
        status: int = 200,
        media_type: str = "text/html",
    ) -> Response:
        """Render a page in the reader's language; a choice in the address is remembered."""
        language = language_of(request)
        tools = _reader(request, self._texts[language], language)
        shown = {**vars(tools), "tools": tools, **values}
        end_reading(request)
        response = self._templates.TemplateResponse(
            request, name, shown, status_code=status, media_type=media_type
        )
        response.headers["Vary"] = "Cookie"
        if request.query_params.get("lang") in set(Language):
            response.set_cookie(COOKIE, language.value, max_age=_YEAR, samesite="lax", httponly=True)
        return response

    def message(self, request: Request, key: str, *, status: int) -> Response:
        """Render a page that says one thing: the texts ``key`` and ``key_text``."""
        texts = self.texts(request)
        values = {"key": key, "headline": texts[key], "message": texts[f"{key}_text"]}
        return self.render(request, "message.html", values, status=status)


def tools_of(request: Request) -> PageTools:
    """The application's page tools."""
    tools: PageTools = request.app.state.pages
    return tools


def language_of(request: Request) -> Language:
    """The language chosen in the address, else the remembered one, else Indonesian."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if chosen in set(Language):
            return Language(chosen)
    return Language.INDONESIAN


def _reader(request: Request, texts: Texts, language: Language) -> SimpleNamespace:
    """What templates need to speak to this reader."""
    person = person_of(request)
    reviewing = person is not None and person.may_review
    return SimpleNamespace(
        lang=language.value,
        t=texts.__getitem__,
        term=lambda word: term(word, texts, language),
        number=lambda value: UNKNOWN if value is None else labels.number(value, language),
        percent=lambda value: f"{round(value * 100)} %",
        day=lambda value: UNKNOWN if value is None else labels.day(_as_date(value), language),
        fact=lambda name, value: term(of_field(name, value), texts, language) or texts["exactly"],
        moment=lambda value: (
            f"{labels.day(value.astimezone(WIB), language)}, {value.astimezone(WIB):%H:%M} WIB"
        ),
        period=lambda row: labels.period_text(row.year, row.period, language) or UNKNOWN,
        breakdown=lambda words: labels.breakdown_text(words, language),
        masked=_as_it_is if reviewing else masked,
        said=lambda row: row.evidence if reviewing else row.said,
        write=Writer(language, as_it_is=reviewing),
        person=person,
        csrf=getattr(request.state, "csrf", ""),
        with_query=lambda **changes: with_query(request, **changes),
        other_language=with_query(request, lang=_other(language).value),
        here=request.url.path,
        sends_mail=request.app.state.sends_mail,
    )


def _as_it_is(text: str) -> str:
    return text


def with_query(request: Request, **changes: object) -> str:
    """This address's query with some parameters set, and those given as null left out."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes]
    added = [(name, _plain(value)) for name, value in changes.items() if value is not None]
    return "?" + urlencode([*kept, *added])


def _plain(value: object) -> str:
    return value.value if isinstance(value, StrEnum) else str(value)


def _as_date(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _other(language: Language) -> Language:
    return Language.ENGLISH if language is Language.INDONESIAN else Language.INDONESIAN
