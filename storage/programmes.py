"""Programmes, joined over the articles that mention them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVarTuple

from sqlalchemy import Select, SQLColumnExpression, bindparam, func, select, true, type_coerce
from sqlalchemy.orm import Session, aliased
from sqlalchemy.types import NullType

from models.crawling import Page, Source
from models.geography import Region
from models.masking import masked
from models.reading import Article, Programme, ProgrammeMention
from models.vocabulary import ProgrammeAction, ProgrammeKind, Verdict
from storage.filters import (
    INNER,
    AnySelect,
    ReportFilter,
    bound,
    equals,
    found_by,
    given_numbers,
    is_covered,
    one_page,
    opened,
    region_is,
    written_out,
)
from storage.standing import asks_article, told

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One article's mention of a programme."""

    id: int
    programme_id: int
    article_id: int
    name: str
    aliases: list[str]
    action: ProgrammeAction
    outlet: str
    url: str
    title: str | None
    published: date | None
    evidence: str  # As readers may see it; `start` and `end` point into the text as it is.
    start: int
    end: int
    confidence: float
    duplicate_of: int | None
    article_current: bool
    verdict: Verdict | None = None
    covered: bool = field(default=False, metadata=INNER)

    @property
    def said(self) -> str:
        """The evidence as everybody may see it."""
        return self.evidence if self.covered else masked(self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """One programme with every mention that fits."""

    id: int
    name: str
    kind: ProgrammeKind
    region: str | None
    region_name: str | None
    mentions: tuple[MentionRow, ...]
    mentioned: int = field(default=0, metadata=INNER)  # How many mentions fit, those left out included.
    first_mention: date | None = field(default=None, metadata=INNER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFilter(ReportFilter):
    """Which programmes are wanted; conditions on articles hold for the mentions."""

    kind: ProgrammeKind | None = None
    action: ProgrammeAction | None = None


_MENTION: dict[str, SQLColumnExpression[Any]] = {
    "id": ProgrammeMention.id,
    "programme_id": ProgrammeMention.programme_id,
    "article_id": ProgrammeMention.article_id,
    "name": ProgrammeMention.name,
    "aliases": type_coerce(ProgrammeMention.aliases, NullType()),  # A list comes as a list.
    "action": ProgrammeMention.action,
    "outlet": Source.outlet,
    "url": Page.url,
    "title": Article.title,
    "published": ProgrammeMention.published,
    "evidence": func.coalesce(ProgrammeMention.public_evidence, ProgrammeMention.evidence),
    "start": ProgrammeMention.start_offset,
    "end": ProgrammeMention.end_offset,
    "confidence": ProgrammeMention.confidence,
    "duplicate_of": Article.duplicate_of,
    "article_current": Article.current,
    "verdict": ProgrammeMention.verdict,
    "covered": is_covered(),
}


_Told = aliased(ProgrammeMention, name="told")


class ProgrammeRepository:
    """All reading SQL on ``programme`` and ``programme_mention``; ArticleRepository writes them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def select(
        self, wanted: ProgrammeFilter | None = None, *, newest: int | None = None
    ) -> list[ProgrammeRow]:
        """The programmes that fit, by id, each with its mentions by day, or with so many of the newest."""
        shape, values = opened(wanted or ProgrammeFilter())
        found = found_by(self._session, _wanted(shape), **values)
        programmes = [dict(row) for row in found.mappings()]
        mentions = self._mentions([row["id"] for row in programmes], shape, newest, values)
        return [
            ProgrammeRow(
                **row,
                mentions=tuple(mention for mention, _, _ in mentions[row["id"]]),
                mentioned=mentions[row["id"]][0][1] if mentions[row["id"]] else 0,
                first_mention=mentions[row["id"]][0][2] if mentions[row["id"]] else None,
            )
            for row in programmes
        ]

    def _mentions(
        self,
        programmes: Sequence[int],
        shape: ProgrammeFilter,
        newest: int | None,
        values: Mapping[str, object],
    ) -> dict[int, list[tuple[MentionRow, int, date | None]]]:
        """By programme its mentions, each with the number of all and the day of the first."""
        mentions: dict[int, list[tuple[MentionRow, int, date | None]]] = {one: [] for one in programmes}
        if not programmes:
            return mentions
        query = _mentioned(shape, cut=newest is not None)
        given = {**values, "numbers": written_out(programmes), "newest": newest}
        for row in found_by(self._session, query, **given).all():
            cells: tuple[Any, ...] = tuple(row)
            mention = MentionRow(**dict(zip(_MENTION, cells[:-2], strict=True)))
            mentions[mention.programme_id].append((mention, cells[-2], cells[-1]))
        return mentions


@lru_cache
def _wanted(shape: ProgrammeFilter) -> AnySelect:
    """Programmes with a mention that fits, by id."""
    wanted = bound(shape)
    with_mention = _fitting(select(_Told.programme_id), wanted)
    query = (
        select(
            Programme.id,
            Programme.name,
            Programme.kind,
            Programme.region_code.label("region"),
            Region.name.label("region_name"),
        )
        .outerjoin(Region, Region.code == Programme.region_code)
        .where(Programme.id.in_(with_mention), *equals({Programme.kind: wanted.kind}))
        .where(*region_is(Programme.region_code, wanted.region, with_descendants=wanted.with_descendants))
    )
    return one_page(query, Programme.id, limit=wanted.limit, after=wanted.after)


@lru_cache
def _mentioned(shape: ProgrammeFilter, *, cut: bool) -> AnySelect:
    """The mentions that fit of the programmes ``numbers``, by day; ``newest`` cuts.

    Each comes with the number and the first day of all of its programme. Which ones come is settled before
    their articles and outlets are looked up.
    """
    wanted = bound(shape)
    given = select(func.unnest(given_numbers()).label("id")).subquery("given")
    all_of_it = select(func.count().label("number"), func.min(_Told.published).label("first"))
    whole = _fitting(all_of_it, wanted).where(_Told.programme_id == given.c.id).lateral("whole")
    last = (_Told.published.desc().nulls_last(), _Told.id.desc())
    some = _fitting(select(_Told.id), wanted).where(_Told.programme_id == given.c.id).order_by(*last)
    placed = (some.limit(bindparam("newest")) if cut else some).lateral("placed")
    return (
        select(*(column.label(name) for name, column in _MENTION.items()), whole.c.number, whole.c.first)
        .select_from(given)
        .join(whole, true())
        .join(placed, true())
        .join(ProgrammeMention, ProgrammeMention.id == placed.c.id)
        .join(Article, Article.id == ProgrammeMention.article_id)
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
        .order_by(ProgrammeMention.published, ProgrammeMention.id)
    )


def _fitting(query: Select[*Columns], wanted: ProgrammeFilter) -> Select[*Columns]:
    """A query on mentions for what is wanted, joined with ``article`` only where that is needed."""
    conditions = told(_Told, wanted) + equals({_Told.action: wanted.action})
    if wanted.min_confidence is not None:
        conditions.append(_Told.confidence >= wanted.min_confidence)
    if asks_article(wanted):
        query = query.join(Article, Article.id == _Told.article_id).join(Page, Page.id == Article.page_id)
        query = query.join(Source, Source.name == Page.source_name)
    return query.where(*conditions)
