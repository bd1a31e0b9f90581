"""Regions: finding one, and everything known of it."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from models import labels
from models.vocabulary import Severity
from storage.figure_counts import figures_inside
from storage.figure_years import years_of_region
from storage.findings import FindingFilter, FindingRepository
from storage.official import OfficialRepository
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.region_book import RegionBook
from storage.regions import RegionRepository
from storage.trends import TrendFilter, TrendRepository
from web.asking import NEWEST_MENTIONS, RegionCode, Store, Words
from web.charts import Series, draw, series_of
from web.pages import language_of, tools_of
from web.places import surely_meant
from web.views import by_year, gaps

router = APIRouter(include_in_schema=False)
_CANDIDATES = 30
_EACH_YEAR, _FINDINGS, _PROGRAMMES, _TRENDS = 6, 5, 10, 10


@router.get("/wilayah")
def find_region(request: Request, session: Store, q: Words = None) -> Response:
    """Lead from a typed name to the region's page, or show which regions are called so."""
    found = RegionRepository(session).search(q or "", limit=_CANDIDATES)
    meant = surely_meant(found, q or "")
    if meant is not None:
        return RedirectResponse(f"/wilayah/{meant.code}", status_code=303)
    names = RegionRepository(session).names()
    return tools_of(request).render(
        request,
        "candidates.html",
        {"q": q or "", "found": found, "names": names},
        status=200 if found else 404,
    )


@router.get("/wilayah/{code}")
def region(
    request: Request,
    session: Store,
    code: RegionCode,
    series: Annotated[str | None, Query(max_length=60)] = None,
) -> Response:
    """Show one region: its chart, figures by year beside official ones, programmes, trends, findings."""
    book = RegionBook.of(session)
    place = book.get(code)
    if place is None:
        raise HTTPException(404)
    figures, numbers = years_of_region(session, code, each=_EACH_YEAR)
    official = OfficialRepository(session).current_figures(region=code)
    drawable = series_of(figures, official)
    chosen = next((one for one in drawable if one.word == series), next(iter(drawable), None))
    years = by_year(figures, official)
    values = {
        "region": place,
        "parents": book.parents(code),
        "inside": book.children(code),
        "years": years,
        "numbers": numbers,
        "gaps": gaps(years),
        "drawable": drawable,
        "chart": draw(figures, official, chosen),
        "subject": _subject(request, chosen),
        "subject_of": lambda one: _subject(request, one),
        **_around(session, code),
    }
    return tools_of(request).render(request, "region.html", values)


def _around(session: Session, code: str) -> dict[str, Any]:
    """What else is known of a region: programmes, trends, findings, and what lies inside."""
    findings = FindingRepository(session).most_serious(FindingFilter(region=code), limit=_FINDINGS + 1)
    shown = findings[:_FINDINGS]
    programmes = ProgrammeRepository(session).select(
        ProgrammeFilter(region=code, limit=_PROGRAMMES + 1), newest=NEWEST_MENTIONS
    )
    trends = TrendRepository(session).newest(TrendFilter(region=code), limit=_TRENDS + 1)
    return {
        "programmes": programmes[:_PROGRAMMES],
        "more_programmes": len(programmes) > _PROGRAMMES,
        "trends": trends[:_TRENDS],
        "more_trends": len(trends) > _TRENDS,
        "findings": shown,
        "grave": [row for row in shown if row.severity is not Severity.INFO],
        "slight": [row for row in shown if row.severity is Severity.INFO],
        "is_more": len(findings) > _FINDINGS,
        "counted": figures_inside(session, code),
    }


def _subject(request: Request, series: Series | None) -> str:
    if series is None:
        return ""
    return labels.subject(series.unit, series.population, series.violence, None, language_of(request))
