"""Articles as read, their versions and duplicates."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, func, or_, select, update
from sqlalchemy import text as sql_text
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.crawling import Page, Source
from models.errors import BadInputError
from models.reading import Article, Figure, ProgrammeMention, Trend
from models.records import ArticleText
from models.vocabulary import Outcome, Verdict
from storage.filters import AnySelect, ReportFilter, article_is, one_page, region_is, rows_of
from storage.standing import stands

# Word for word as in the index ix_article_words, or the server would not use it.
_WORDS = (
    "to_tsvector('indonesian'::regconfig, (COALESCE(article.title, ''::text) || ' '::text) || article.text)"
)

_LOOKED_THROUGH = 2000


class ReadingChange(StrEnum):
    """What a reading brought compared with what was stored."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter(ReportFilter):
    """Which articles are wanted; ``words`` are looked up in title and text, ``region`` in figures."""

    words: str | None = None
    extracted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article with its address, outlet and how much was read out of it."""

    id: int
    page_id: int
    external_id: str | None
    version: int
    title: str | None
    url: str
    outlet: str
    source_name: str
    outcome: Outcome
    published: date | None
    reader: str
    read_at: datetime
    removed_at: datetime | None
    relevance: float | None
    duplicate_of: int | None
    article_current: bool
    figures: int
    programmes: int
    trends: int


class ArticleRepository:
    """All SQL on ``article``; what was extracted from it is in storage/extractions.py."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def store_reading(
        self,
        page: Page,
        *,
        title: str | None,
        text: str,
        published: date | None,
        reader: str,
        now: datetime,
        external_id: str | None = None,
    ) -> tuple[Article, ReadingChange]:
        """Store what a page says now; another text, title or date is a new version.

        Raises:
            BadInputError: the text holds a null character, which no database text may.
        """
        if "\0" in text or "\0" in (title or ""):
            raise BadInputError(f"The text of {page.url} holds null characters.", cure="Check its encoding.")
        before = self._current_locked(page.id)
        if before is not None and (before.text, before.title, before.published) == (text, title, published):
            return before, ReadingChange.UNCHANGED
        if before is not None:
            before.current = False
            # The database allows one current version, so the old one steps down first.
            self._session.flush()
        article = Article(
            page_id=page.id,
            version=1 if before is None else before.version + 1,
            title=title,
            text=text,
            text_length=len(text),
            text_sha256=text_hash(text),
            published=published,
            reader=reader,
            read_at=now,
            external_id=external_id,
        )
        self._session.add(article)
        self._session.flush()
        return article, ReadingChange.CREATED if before is None else ReadingChange.NEW_VERSION

    def get(self, article_id: int) -> Article | None:
        """The article of that number."""
        return self._session.get(Article, article_id, populate_existing=True)

    def current(self, page_id: int) -> Article | None:
        """The version of a page's article that stands now."""
        return self._session.scalar(select(Article).where(Article.page_id == page_id, Article.current))

    def by_text_sha(self, text_sha256: str, *, other_than_page: int | None = None) -> tuple[Article, ...]:
        """Standing articles with exactly this text, the first stored first."""
        query = select(Article).where(Article.text_sha256 == text_sha256, Article.current)
        if other_than_page is not None:
            query = query.where(Article.page_id != other_than_page)
        return tuple(self._session.scalars(query.order_by(Article.id)))

    def mark_duplicate(self, article_id: int, original_id: int | None) -> None:
        """Say whose story an article repeats (None: nobody's), never pointing at another copy."""
        if original_id is not None:
            root = select(func.coalesce(Article.duplicate_of, Article.id)).where(Article.id == original_id)
            original_id = self._session.scalar(root)
            if original_id == article_id:
                raise ValueError(f"article {article_id} cannot repeat itself")
            copies = update(Article).where(Article.duplicate_of == article_id)
            self._session.execute(copies.values(duplicate_of=original_id))
        self._session.execute(
            update(Article).where(Article.id == article_id).values(duplicate_of=original_id)
        )

    def text(self, article_id: int) -> ArticleText | None:
        """The article as the extractors take it."""
        row = self._session.execute(article_texts().where(Article.id == article_id)).one_or_none()
        return None if row is None else as_article_text(row)

    def select(self, wanted: ArticleFilter | None = None) -> list[ArticleRow]:
        """The articles that fit, by id; standing versions told once, unless asked otherwise."""
        wanted = wanted or ArticleFilter()
        query = _rows().where(*article_is(wanted))
        if wanted.region is not None:
            query = query.where(Article.id.in_(_with_figures_in(wanted)))
        if wanted.extracted is not None:
            done = Article.extraction_versions.is_not(None)
            query = query.where(done if wanted.extracted else ~done)
        page = one_page(query, Article.id, limit=wanted.limit, after=wanted.after)
        if wanted.words is not None:
            return self._with_words(page, wanted.words, wanted)
        return [ArticleRow(**row) for row in self._session.execute(page).mappings()]

    def newest(self, *, limit: int, after: int | None = None) -> list[ArticleRow]:
        """Standing articles, each story once, the newest first; ``after`` is the last one seen before."""
        query = _rows().where(*article_is(ArticleFilter()))
        last = None if after is None else self.get(after)
        if last is not None:
            query = query.where(_older_than(last))
        page = query.order_by(Article.published.desc().nulls_last(), Article.id.desc()).limit(limit)
        return rows_of(self._session, page, ArticleRow)

    def _with_words(self, page: AnySelect, words: str, wanted: ArticleFilter) -> list[ArticleRow]:
        """What holds the words: common ones are met among the next articles, rare ones the index knows.

        Left to choose, the server may split every text of the store into words.
        """
        found = sql_text(f"{_WORDS} @@ websearch_to_tsquery('indonesian', :words)").bindparams(words=words)
        if wanted.limit is not None:
            following = select(Article.id).where(Article.id > (wanted.after or 0)).order_by(Article.id)
            last = following.offset(_LOOKED_THROUGH).limit(1).scalar_subquery()
            near = self._session.execute(page.where(found, Article.id < last)).mappings().all()
            if len(near) == wanted.limit:
                return [ArticleRow(**row) for row in near]
        self._session.execute(sql_text("SET LOCAL enable_seqscan = off"))
        hits = select(Article.id).where(found).cte("hits").prefix_with("MATERIALIZED", dialect="postgresql")
        rows = self._session.execute(page.where(Article.id.in_(select(hits.c.id)))).mappings().all()
        self._session.execute(sql_text("SET LOCAL enable_seqscan = on"))
        return [ArticleRow(**row) for row in rows]

    def _current_locked(self, page_id: int) -> Article | None:
        """The standing version; the page is locked, so two readings of it take turns."""
        self._session.execute(select(Page.id).where(Page.id == page_id).with_for_update())
        return self.current(page_id)


def text_hash(text: str) -> str:
    """The hash that finds the same text at another address."""
    return sha256(text.encode()).hexdigest()


def article_texts() -> AnySelect:
    """A query for articles as the extractors take them."""
    return (
        select(
            Article.id,
            Article.text,
            Article.title,
            Page.url,
            Source.outlet,
            Article.published,
            Source.home_region,
        )
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
    )


def as_article_text(row: Row[*tuple[Any, ...]]) -> ArticleText:
    """One row of :func:`article_texts` as a record."""
    return ArticleText(**{**row._asdict(), "id": str(row.id)})


def _rows() -> AnySelect:
    return (
        select(
            Article.id,
            Article.page_id,
            Article.external_id,
            Article.version,
            Article.title,
            Page.url,
            Source.outlet,
            Page.source_name,
            Page.outcome,
            Article.published,
            Article.reader,
            Article.read_at,
            Page.removed_at,
            Article.relevance,
            Article.duplicate_of,
            Article.current.label("article_current"),
            _number(Figure.article_id, Figure.verdict).label("figures"),
            _number(ProgrammeMention.article_id, ProgrammeMention.verdict).label("programmes"),
            _number(Trend.article_id, Trend.verdict).label("trends"),
        )
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
    )


def _older_than(last: Article) -> ColumnElement[bool]:
    """What follows an article in the order of :meth:`ArticleRepository.newest`."""
    undated = Article.published.is_(None)
    if last.published is None:
        return and_(undated, Article.id < last.id)
    same_day = and_(Article.published == last.published, Article.id < last.id)
    return or_(undated, Article.published < last.published, same_day)


def _number(
    article_id: InstrumentedAttribute[int], verdict: InstrumentedAttribute[Verdict | None]
) -> ScalarSelect[int]:
    mine = (article_id == Article.id, stands(verdict))
    return select(func.count()).where(*mine).correlate(Article).scalar_subquery()


def _with_figures_in(wanted: ArticleFilter) -> Select[int]:
    inside = region_is(Figure.region_code, wanted.region, with_descendants=wanted.with_descendants)
    return select(Figure.article_id).where(*inside, stands(Figure.verdict))
