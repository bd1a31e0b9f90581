"""The pages people look at: overview, figures, a region, an article, findings."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from models.masking import masked

from storage.articles import ArticleFilter, ArticleRepository
from storage.counts import count_rows
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.findings import FindingFilter, FindingRepository
from storage.official import OfficialRepository
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.regions import RegionRepository
from storage.trends import TrendFilter, TrendRepository
from web.asking import PAGE_ROWS, FiguresAsked, FindingsAsked, Store, open_session
from web.pages import Mark, PageTools, masked_with_marks
from web.views import EXPORTED, exported, region_series

router = APIRouter(include_in_schema=False)
NEWEST = 12
Filter = TypeVar("Filter", FigureFilter, TrendFilter, ProgrammeFilter)


def _tools(request: Request) -> PageTools:
    tools: PageTools = request.app.state.pages
    return tools


@router.get("/")
def overview(request: Request, session: Store) -> Response:
    """Show what is stored, the findings that matter most and the newest figures."""
    figures = FigureRepository(session).select()
    findings = sorted(
        FindingRepository(session).select(), key=lambda row: list(type(row.severity)).index(row.severity)
    )
    dated = sorted(figures, key=lambda row: (row.published is None, row.published), reverse=False)
    newest = [row for row in reversed(dated) if row.published is not None][:NEWEST]
    regions = sorted({(row.region_name, row.region) for row in figures if row.region and row.region_name})
    values = {
        "counts": count_rows(session),
        "findings": list(reversed(findings))[:NEWEST],
        "figures": newest,
        "regions": regions,
    }
    return _tools(request).render(request, "overview.html", values)


@router.get("/wilayah")
def find_region(session: Store, q: str = "") -> Response:
    """Lead from a typed name to the region's page, or to the list of candidates."""
    found = RegionRepository(session).search(q, limit=1)
    if not found:
        raise HTTPException(404, "Wilayah tidak dikenal.")
    return RedirectResponse(f"/wilayah/{found[0].code}", status_code=303)


@router.get("/wilayah/{code}")
def region(request: Request, session: Store, code: str) -> Response:
    """Show one region: reported figures by year beside official ones, programmes, trends, findings."""
    place = RegionRepository(session).get(code)
    if place is None:
        raise HTTPException(404, "Wilayah tidak dikenal.")
    figures = FigureRepository(session).select(FigureFilter(region=code))
    values = {
        "region": place,
        "parent": RegionRepository(session).get(place.parent_code) if place.parent_code else None,
        "series": region_series(figures, OfficialRepository(session).current_figures(region=code)),
        "programmes": ProgrammeRepository(session).select(ProgrammeFilter(region=code)),
        "trends": TrendRepository(session).select(TrendFilter(region=code)),
        "findings": FindingRepository(session).select(FindingFilter(region=code)),
        "inside": [child for child in RegionRepository(session).children(code) if len(code) < 5],
    }
    return _tools(request).render(request, "region.html", values)


@router.get("/angka")
def figures_page(request: Request, session: Store, asked: FiguresAsked) -> Response:
    """Show figures, filtered by the address."""
    rows = FigureRepository(session).select(asked)
    values = {
        "rows": rows,
        "asked": asked,
        "next_after": rows[-1].id if len(rows) == PAGE_ROWS else None,
        "query": request.url.query,
    }
    return _tools(request).render(request, "figures.html", values)


@router.get("/angka.csv")
def figures_csv(request: Request, asked: FiguresAsked) -> StreamingResponse:
    """Export exactly the figures that the same address shows, all pages of them, as CSV."""
    rows = _all_figures(request, asked)
    headers = {"Content-Disposition": 'attachment; filename="kawal-angka.csv"'}
    return StreamingResponse(_csv(rows), media_type="text/csv; charset=utf-8", headers=headers)


def _all_figures(request: Request, asked: FigureFilter) -> Iterator[FigureRow]:
    sessions = open_session(request)
    repository = FigureRepository(next(sessions))
    after = None
    while rows := repository.select(replace(asked, after=after, limit=PAGE_ROWS)):
        yield from rows
        after = rows[-1].id
    next(sessions, None)


def _csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(EXPORTED)
    for row in rows:
        record = exported(row)
        writer.writerow([record[name] for name in EXPORTED])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


@router.get("/berita")
def articles(request: Request, session: Store, q: str = "", after: int | None = None) -> Response:
    """List articles, newest reading last; search words in title and text."""
    wanted = ArticleFilter(words=q.strip() or None, limit=PAGE_ROWS, after=after)
    rows = ArticleRepository(session).select(wanted)
    values = {
        "rows": rows,
        "q": q,
        "next_after": rows[-1].id if len(rows) == PAGE_ROWS else None,
    }
    return _tools(request).render(request, "articles.html", values)


@router.get("/berita/{article_id}")
def article(request: Request, session: Store, article_id: int) -> Response:
    """Show one article's text, masked, with its figures, programmes and trends marked."""
    text = ArticleRepository(session).text(article_id)
    if text is None:
        raise HTTPException(404, "Berita tidak ada.")
    figures = FigureRepository(session).select(_all_of(FigureFilter, article_id))
    trends = TrendRepository(session).select(_all_of(TrendFilter, article_id))
    programmes = ProgrammeRepository(session).select(_all_of(ProgrammeFilter, article_id))
    mentions = [mention for programme in programmes for mention in programme.mentions]
    marks = [Mark(row.start, row.end, f"angka-{row.id}", "figure") for row in figures]
    marks += [Mark(row.start, row.end, f"program-{row.id}", "programme") for row in mentions]
    marks += [Mark(row.start, row.end, f"tren-{row.id}", "trend") for row in trends]
    values = {
        "article": text,
        "title": masked(text.title) if text.title else None,
        "body": masked_with_marks(text.text, marks),
        "figures": figures,
        "trends": trends,
        "programmes": programmes,
    }
    return _tools(request).render(request, "article.html", values)


def _all_of(kind: type[Filter], article_id: int) -> Filter:
    return kind(article_id=article_id, include_duplicates=True, include_old_versions=True)


@router.get("/temuan")
def findings(request: Request, session: Store, asked: FindingsAsked) -> Response:
    """Show findings side by side with their sentences."""
    rows = FindingRepository(session).select(asked)
    values = {
        "rows": rows,
        "asked": asked,
        "next_after": rows[-1].id if len(rows) == PAGE_ROWS else None,
        "query": request.url.query,
    }
    return _tools(request).render(request, "findings.html", values)
