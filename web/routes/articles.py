"""Articles: search, and one article with what was read in it."""

from collections.abc import Sequence
from typing import TypeVar

from fastapi import APIRouter, HTTPException, Request, Response
from sqlalchemy.orm import Session

from models.masking import Span, masked, public_spans, without
from models.reading import Article
from storage.articles import ArticleFilter, ArticleRepository
from storage.figures import FigureFilter, FigureRepository
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.search import SearchRepository
from storage.trends import TrendFilter, TrendRepository
from web.asking import PAGE_ROWS, After, Number, Store, Words
from web.marks import Mark, masked_with_marks, paragraphs
from web.pages import tools_of
from web.people import person_of

router = APIRouter(include_in_schema=False)
Filter = TypeVar("Filter", FigureFilter, TrendFilter, ProgrammeFilter)


@router.get("/berita")
def articles(request: Request, session: Store, q: Words = None, after: After = None) -> Response:
    """List articles, the newest first; words are searched in what the reader may see of title and text."""
    repository = ArticleRepository(session)
    if q is None:
        rows = repository.newest(limit=PAGE_ROWS, after=after)
    else:
        rows = repository.select(ArticleFilter(words=q, limit=PAGE_ROWS, after=after))
    values = {
        "rows": rows if q is None or _sees_all(request) else SearchRepository(session).readable(rows, q),
        "q": q or "",
        "next_after": rows[-1].id if len(rows) == PAGE_ROWS else None,
    }
    return tools_of(request).render(request, "articles.html", values)


@router.get("/berita/{article_id}")
def article(request: Request, session: Store, article_id: Number) -> Response:
    """Show one article's text, masked, with its figures, programmes and trends marked."""
    repository = ArticleRepository(session)
    text, stored = repository.text(article_id), repository.get(article_id)
    if text is None or stored is None:
        raise HTTPException(404)
    figures = FigureRepository(session).select(_all_of(FigureFilter, article_id))
    trends = TrendRepository(session).select(_all_of(TrendFilter, article_id))
    programmes = ProgrammeRepository(session).select(_all_of(ProgrammeFilter, article_id))
    mentions = [(programme, mention) for programme in programmes for mention in programme.mentions]
    marks = [Mark(row.start, row.end, f"angka-{row.id}", "figure") for row in figures]
    marks += [Mark(row.start, row.end, f"program-{row.id}", "programme") for _, row in mentions]
    marks += [Mark(row.start, row.end, f"tren-{row.id}", "trend") for row in trends]
    covered = not _sees_all(request)
    hidden = _covered(stored, marks) if covered else ()
    values = {
        "article": text,
        "stored": stored,
        "newest": _newest(session, stored.page_id, article_id),
        "title": masked(text.title) if text.title and covered else text.title,
        "body": paragraphs(masked_with_marks(text.text, marks, hidden)),
        "said": lambda row: without(text.text, hidden, row.start, row.end),
        "figures": sorted(figures, key=lambda row: row.start),
        "trends": trends,
        "mentions": mentions,
    }
    return tools_of(request).render(request, "article.html", values)


def _sees_all(request: Request) -> bool:
    person = person_of(request)
    return person is not None and person.may_review


def _covered(article: Article, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """What a reader may not see; where nobody looked for names, no sentence that may hold one."""
    if article.persons is None:
        return public_spans(article.text)
    persons = [(start, end) for start, end in article.persons]
    return public_spans(article.text, persons, [(mark.start, mark.end) for mark in marks])


def _newest(session: Session, page_id: int, article_id: int) -> int | None:
    """The number of the version that replaced this one."""
    standing = ArticleRepository(session).current(page_id)
    return None if standing is None or standing.id == article_id else standing.id


def _all_of(kind: type[Filter], article_id: int) -> Filter:
    return kind(article_id=article_id, include_duplicates=True, include_old_versions=True)
