"""An outlet as a declaration: one TOML file in crawler/outlets/.

Fields are explained in docs/sources.md; what is not declared there is refused.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from crawler.urls import is_on_site, is_web_address
from models.errors import SourceError

OUTLETS = "outlets"


class SiteKind(StrEnum):
    """What software a site runs on, as far as discovery cares."""

    WORDPRESS = "wordpress"
    JOOMLA_K2 = "joomla_k2"
    FEED = "feed"
    SITEMAP = "sitemap"
    LISTS = "lists"


def _address(value: str) -> str:
    if not is_web_address(value):
        raise ValueError("must be an http or https address without a user name")
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from error
    return value


def _template(value: str) -> str:
    if set(re.findall(r"{(.*?)}", value)) not in ({"year", "month"}, {"year", "month", "day"}):
        raise ValueError("must name {year}, {month} and perhaps {day}")
    return _address(value.format(year="2025", month="01", day="01")) and value


Address = Annotated[str, AfterValidator(_address)]
Template = Annotated[str, AfterValidator(_template)]
Pattern = Annotated[str, AfterValidator(_pattern)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Politeness(_Strict):
    """How an outlet is treated."""

    delay: float = Field(default=5.0, ge=0.5, le=300)
    from_hour: time | None = None
    to_hour: time | None = None
    time_zone: ZoneInfo = ZoneInfo("Asia/Jakarta")


class ReaderPeriod(_Strict):
    """Which of the outlet's own readers fits pages fetched in which period; an open end is null."""

    name: str = Field(min_length=1)
    valid_from: date | None = None
    valid_until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether pages fetched on that day have this layout."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)


class Declaration(_Strict):
    """One outlet."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{1,58}$")
    outlet: str = Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")
    title: str = Field(min_length=2)
    owner: str | None = None
    home_region: str | None = Field(default=None, pattern=r"^\d{2}(\.\d{2}(\.\d{2})?)?$")
    language: str = Field(default="id", pattern=r"^[a-z]{2,3}$")
    kind: SiteKind
    feeds: tuple[Address, ...] = ()
    sitemaps: tuple[Address, ...] = ()
    wordpress_api: Address | None = None
    sections: tuple[Address, ...] = ()
    section_pages: int = Field(default=3, ge=1, le=100)
    tags: tuple[Address, ...] = ()
    archives: tuple[Template, ...] = ()
    article_patterns: tuple[Pattern, ...] = Field(min_length=1)
    not_article_patterns: tuple[Pattern, ...] = ()
    article_query: str | None = Field(default=None, pattern=r"^[\w=&-]+$")
    politeness: Politeness = Politeness()
    readers: tuple[ReaderPeriod, ...] = ()
    expected_per_week: int | None = Field(default=None, ge=0)
    verified: bool
    verified_on: date | None = None
    contact: str | None = None
    notes: str | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        starts = self.starting_points
        if not starts:
            raise ValueError("declare at least one of feeds, sitemaps, wordpress_api, sections")
        foreign = [url for url in starts if not is_on_site(url, domain=self.outlet)]
        if foreign:
            raise ValueError(f"{foreign[0]} lies outside {self.outlet}")
        if self.verified and self.verified_on is None:
            raise ValueError("a verified outlet names the day: verified_on")
        return self

    @property
    def starting_points(self) -> tuple[str, ...]:
        """Every address discovery starts from; of an archive, one page."""
        api = (self.wordpress_api,) if self.wordpress_api else ()
        archives = (template.format(year="2025", month="01", day="01") for template in self.archives)
        return (*self.feeds, *self.sitemaps, *api, *self.sections, *self.tags, *archives)

    def reader_on(self, day: date) -> str | None:
        """The outlet's own reader for pages fetched on a day; None means the generic one."""
        return next((reader.name for reader in self.readers if reader.covers(day)), None)

    def is_article_path(self, path: str) -> bool:
        """Whether a path (with its query) has the form of an article's address."""
        return any(pattern.search(path) for pattern in self._articles) and not any(
            pattern.search(path) for pattern in self._others
        )

    def is_open_at(self, moment: datetime) -> bool:
        """Whether the declared hours allow requests now; without hours always."""
        start, end = self.politeness.from_hour, self.politeness.to_hour
        if start is None or end is None:
            return True
        now = moment.astimezone(self.politeness.time_zone).time()
        return start <= now < end if start <= end else now >= start or now < end

    @cached_property
    def _articles(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in self.article_patterns)

    @cached_property
    def _others(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in self.not_article_patterns)


def load_declarations(folder: Path | None = None, *, added: Path | None = None) -> tuple[Declaration, ...]:
    """All declared outlets by name.

    Args:
        folder: where the declarations are; the package's own folder unless another is named.
        added: a folder of the operator's own declarations beside them, which need not exist.

    Raises:
        SourceError: a declaration is wrong; the file, the field and the cure are named.
    """
    folder = folder or Path(str(files("crawler") / OUTLETS))
    own = sorted(added.glob("*.toml")) if added is not None else []
    declared = [read_declaration(path) for path in (*sorted(folder.glob("*.toml")), *own)]
    seen: dict[str, str] = {}
    for declaration in declared:
        if declaration.outlet in seen:
            raise SourceError(
                f"{declaration.name} and {seen[declaration.outlet]} both declare {declaration.outlet}.",
                cure="Keep one file an outlet.",
            )
        seen[declaration.outlet] = declaration.name
    return tuple(declared)


def read_declaration(path: Path) -> Declaration:
    """One outlet's declaration.

    Raises:
        SourceError: the file is no TOML, or a field is missing, unknown or wrong.
    """
    try:
        declaration = Declaration.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} is no TOML: {error}.", cure="Correct the line named.") from error
    except ValidationError as error:
        raise SourceError(
            f"{path}: {_first_problem(error)}.", cure="See docs/sources.md for the fields."
        ) from error
    if declaration.name != path.stem:
        raise SourceError(
            f"{path} declares {declaration.name!r}.",
            cure=f"Name the file {declaration.name}.toml, or the outlet {path.stem!r}.",
        )
    return declaration


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    where = _where(problem["loc"])
    return f"{where}: {problem['msg']}" if where else problem["msg"].removeprefix("Value error, ")


def _where(location: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in location)
