"""One search: sentences of figures, programmes and titles, in PostgreSQL's full text (Indonesian stems)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.geography import Region, RegionAlias
from models.masking import masked, public_spans, without
from models.reading import Article, Figure, Programme, ProgrammeMention
from models.vocabulary import RegionKind
from storage.articles import ArticleRow
from storage.figures import FigureFilter, FigureRow, figure_is, joined_figures
from storage.filters import AnySelect, is_covered, region_is, rows_of
from storage.standing import stands

# Word for word as in the indexes, or the server would not use them.
_INDEXED = {
    "figure": "to_tsvector('indonesian'::regconfig, COALESCE(figure.public_evidence, figure.evidence))",
    "title": "to_tsvector('indonesian'::regconfig, COALESCE(article.title, ''::text))",
    "mention": "to_tsvector('indonesian'::regconfig, (programme_mention.name || ' '::text)"
    " || COALESCE(programme_mention.public_evidence, programme_mention.evidence))",
}
_INDONESIAN: ColumnElement[str] = literal_column("'indonesian'::regconfig")
_YEAR = re.compile(r"(?<!\d)(19[4-9]\d|20\d\d|21\d\d)(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SAYING_NOTHING = frozenset(
    {
        "ada", "angka", "apa", "berapa", "dan", "dari", "di", "ini", "itu", "jumlah", "ke", "oleh", "pada",
        "selama", "sepanjang", "tahun", "untuk", "yang",
    }
)  # fmt: skip
_LONGEST_NAME = 5
_LOOKED_AT = 500
"""Of very many hits so many are put in order, so that a common word costs no more than a rare one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody who typed some words may mean."""

    words: str
    region: str | None = None
    region_name: str | None = None
    year: int | None = None
    rest: str = ""
    """The words without region and year."""

    @property
    def is_place(self) -> bool:
        """Whether figures of a region or of a region's year answer it."""
        return self.region is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeHit:
    """One mention of a programme whose name or sentence fits."""

    programme_id: int
    mention_id: int
    article_id: int
    name: str
    region: str | None
    region_name: str | None
    outlet: str
    published: date | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleHit:
    """One article whose title fits."""

    id: int
    title: str
    outlet: str
    published: date | None


class SearchRepository:
    """Reading by words of what readers may see: hidden names are not found either."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def understood(self, words: str) -> Wish:
        """The region and year that words name, and what is left of them.

        The longest name wins; of regions called alike the largest, as in a filter.
        """
        plain = " ".join(_WORD.findall(words))
        found = _YEAR.findall(plain)
        year = int(found[0]) if len(found) == 1 else None
        without_year = " ".join(_YEAR.sub(" ", plain).split()) if year else plain
        named = self._region_in(without_year)
        if named is None:
            return Wish(words=plain, year=year, rest=without_year)
        region, name = named
        left = re.sub(rf"(?i)\b{re.escape(name)}\b", " ", without_year, count=1).split()
        rest = " ".join(word for word in left if word.lower() not in _SAYING_NOTHING)
        return Wish(words=plain, region=region.code, region_name=region.name, year=year, rest=rest)

    def figures(self, wish: Wish, *, limit: int) -> list[FigureRow]:
        """Figures whose sentence or title fits, those of the named region and year before others."""
        fitting = [
            _first(select(Figure.id).where(_matches("figure", wish.words), stands(Figure.verdict))),
            _first(select(Figure.id).where(Figure.article_id.in_(self._titled(wish.words)))),
        ]
        meant: ColumnElement[bool] = literal(False)
        if wish.is_place:
            meant = func.coalesce(self._meant(wish), False)
            fitting.append(_first(select(Figure.id).where(self._meant(wish))))
        rows = self._ordered(fitting, meant, wish, limit)
        if rows or not (wish.is_place and wish.rest):
            return rows
        # 'berapa laporan di Kota Serang' is answered by the region, whatever words its sentences use.
        return self.figures(replace(wish, rest=""), limit=limit)

    def _ordered(
        self, fitting: Sequence[AnySelect], meant: ColumnElement[bool], wish: Wish, limit: int
    ) -> list[FigureRow]:
        ids = union(*fitting).subquery()
        query = (
            joined_figures()
            .where(Figure.id.in_(select(ids.c.id)), *figure_is(FigureFilter()))
            .order_by(meant.desc(), func.coalesce(Figure.region_code == wish.region, False).desc())
            .order_by(Figure.breakdown.is_not(None), Article.published.desc().nulls_last(), Figure.id)
            .limit(limit)
        )
        return rows_of(self._session, query, FigureRow)

    def programmes(self, wish: Wish, *, limit: int) -> list[ProgrammeHit]:
        """Mentions of programmes whose name, other name or sentence fits, the newest first."""
        spelt = {wish.words, wish.words.upper(), wish.words.title(), wish.words.lower()}
        called = ProgrammeMention.aliases.overlap(sorted(spelt))
        fitting = select(ProgrammeMention.id)
        ids = union(_first(fitting.where(_matches("mention", wish.words))), _first(fitting.where(called)))
        found = ids.subquery()
        query = (
            select(
                Programme.id.label("programme_id"),
                ProgrammeMention.id.label("mention_id"),
                Article.id.label("article_id"),
                ProgrammeMention.name,
                Programme.region_code.label("region"),
                Region.name.label("region_name"),
                Source.outlet,
                Article.published,
                func.coalesce(ProgrammeMention.public_evidence, ProgrammeMention.evidence).label("evidence"),
            )
            .join_from(ProgrammeMention, Programme, Programme.id == ProgrammeMention.programme_id)
            .join(Article, Article.id == ProgrammeMention.article_id)
            .join(Page, Page.id == Article.page_id)
            .join(Source, Source.name == Page.source_name)
            .outerjoin(Region, Region.code == Programme.region_code)
            .where(ProgrammeMention.id.in_(select(found.c.id)))
            .where(Article.current, Article.duplicate_of.is_(None), stands(ProgrammeMention.verdict))
            .order_by(Article.published.desc().nulls_last(), ProgrammeMention.id)
            .limit(limit)
        )
        return rows_of(self._session, query, ProgrammeHit)

    def titles(self, wish: Wish, *, limit: int) -> list[TitleHit]:
        """Articles whose title, as readers see it, fits; the newest first."""
        query = (
            select(Article.id, Article.title, Source.outlet, Article.published)
            .join(Page, Page.id == Article.page_id)
            .join(Source, Source.name == Page.source_name)
            .where(Article.id.in_(self._titled(wish.words)))
            .order_by(Article.published.desc().nulls_last(), Article.id)
            .limit(limit)
        )
        return rows_of(self._session, query, TitleHit)

    def readable(self, articles: Sequence[ArticleRow], words: str) -> list[ArticleRow]:
        """Those of the articles in which readers, too, may see the words, in title or text.

        Without it, whoever knows a victim's name could ask which articles hold it.
        """
        numbers = [row.id for row in articles]
        hidden = case((is_covered(), Article.hidden)).label("hidden")
        query = select(Article.id, Article.title, Article.text, hidden).where(Article.id.in_(numbers))
        seen: set[int] = set()
        public: dict[int, str] = {}
        for row in self._session.execute(query):
            title = masked(row.title or "")
            if row.hidden == [] and title == (row.title or ""):
                seen.add(row.id)  # It fits as it is.
            else:
                public[row.id] = f"{title} {_public(row.text, row.hidden)}"
        seen |= self._still_fitting(public, func.websearch_to_tsquery(_INDONESIAN, words))
        return [row for row in articles if row.id in seen]

    def _titled(self, words: str) -> list[int]:
        """Standing articles whose title fits; not by a word that readers do not see in it."""
        query = select(Article.id, Article.title).where(
            _matches("title", words), Article.current, Article.duplicate_of.is_(None)
        )
        found = self._session.execute(query.limit(_LOOKED_AT)).all()
        public = {row.id: masked(row.title or "") for row in found}
        covered = {row.id: public[row.id] for row in found if public[row.id] != row.title}
        visible = self._still_fitting(covered, _asked(words))
        return [number for number in public if number not in covered or number in visible]

    def _still_fitting(self, texts: Mapping[int, str], asked: ColumnElement[Any]) -> set[int]:
        if not texts:
            return set()
        numbers, words_of = cast(list(texts), ARRAY(Integer)), cast(list(texts.values()), ARRAY(Text))
        told = func.unnest(numbers, words_of).table_valued("id", "text").render_derived()
        fits = func.to_tsvector(_INDONESIAN, told.c.text).bool_op("@@")(asked)
        return set(self._session.scalars(select(told.c.id).where(fits)))

    def _meant(self, wish: Wish) -> ColumnElement[bool]:
        conditions = region_is(Figure.region_code, wish.region, with_descendants=True)
        if wish.year is not None:
            conditions.append(Figure.year == wish.year)
        if wish.rest:
            titled = Figure.article_id.in_(self._titled(wish.rest))
            conditions.append(or_(_matches("figure", wish.rest), titled))
        return and_(*conditions)

    def _region_in(self, words: str) -> tuple[Region, str] | None:
        """The region of the longest name among the words, and that name as typed."""
        names = list(_stretches(words.lower().split()))
        if not names:
            return None
        alias, name = func.lower(RegionAlias.alias), func.lower(Region.name)
        short = func.regexp_replace(name, r"^(kabupaten|kota)( administrasi)? ", "")
        called = union(
            select(RegionAlias.region_code, alias.label("name")).where(alias.in_(names)),
            select(Region.code, name).where(name.in_(names)),
            select(Region.code, short).where(short.in_(names)),
        ).subquery()
        query = (
            select(Region, called.c.name)
            .join(called, called.c.region_code == Region.code)
            # Kecamatan are called like ordinary words; whoever means one finds it among the regions.
            .where(Region.kind != RegionKind.KECAMATAN)
            .order_by(func.length(called.c.name).desc(), func.length(Region.code), Region.code)
            .limit(1)
        )
        row = self._session.execute(query).one_or_none()
        return None if row is None else (row[0], row[1])


def _stretches(words: Sequence[str]) -> Iterable[str]:
    """Every run of neighbouring words that may be a name."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            yield " ".join(words[start:end])


def _public(text: str, hidden: list[list[int]] | None) -> str:
    """An article's text as readers see it; where its reading did not keep what is hidden, covered now."""
    if hidden is None:
        return _covered_now(text)
    return without(text, [(start, end) for start, end in hidden], 0, len(text))


@lru_cache(maxsize=2_000)
def _covered_now(text: str) -> str:
    """Covering one article takes some ten milliseconds."""
    return without(text, public_spans(text), 0, len(text))


def _asked(words: str) -> ColumnElement[Any]:
    return func.plainto_tsquery(_INDONESIAN, words)


def _matches(what: str, words: str) -> ColumnElement[bool]:
    return literal_column(_INDEXED[what]).bool_op("@@")(_asked(words))


def _first(query: AnySelect) -> AnySelect:
    return query.limit(_LOOKED_AT)
