"""Whole-year totals of the reader's regions, reported beside official."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy.orm import Session

from digest.issue import RegionChart, YearPair
from digest.window import Window
from models.labels import subject
from models.regions import NATIONAL
from models.vocabulary import Language, Population, Unit, Violence
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.official import OfficialRepository, OfficialRow
from storage.regions import RegionRepository

MOST_CHARTS = 4
_YEARS = 6
_FEWEST = 2

Kind = tuple[Unit | None, Population]


def region_charts(session: Session, window: Window, language: Language) -> tuple[RegionChart, ...]:
    """A chart for each of the first chosen regions of which at least two years are known."""
    wanted = (NATIONAL,) if window.everywhere else window.regions
    charts = (_chart(session, region, window, language) for region in wanted)
    return tuple(chart for chart in charts if chart is not None)[:MOST_CHARTS]


def _chart(session: Session, region: str, window: Window, language: Language) -> RegionChart | None:
    reported = FigureRepository(session).select(FigureFilter(region=region, read_until=window.end))
    official = OfficialRepository(session).current_figures(region=region)
    totals = [row for row in reported if _is_total(row)]
    published = [row for row in official if _is_total(row)]
    kind = _most_often(totals, published)
    if kind is None:
        return None
    rows = _by_year(
        sorted((row for row in totals if _kind(row) == kind), key=lambda row: (str(row.published), row.id)),
        (row for row in published if _kind(row) == kind),
    )
    if len(rows) < _FEWEST:
        return None
    unit, population = kind
    name = RegionRepository(session).name(region) or region
    return RegionChart(
        region=name, what=subject(unit, population, Violence.ANY, None, language), rows=rows[-_YEARS:]
    )


def _is_total(row: FigureRow | OfficialRow) -> bool:
    return (
        row.period is None and row.breakdown is None and row.violence is Violence.ANY and row.year is not None
    )


def _kind(row: FigureRow | OfficialRow) -> Kind:
    return row.unit, row.population


def _most_often(reported: Iterable[FigureRow], official: Iterable[OfficialRow]) -> Kind | None:
    """The kind of count known for most years; of equals the first by name, so that weeks agree."""
    years = {(_kind(row), row.year) for row in reported} | {(_kind(row), row.year) for row in official}
    counts = Counter(kind for kind, _ in years)
    return min(counts, key=lambda kind: (-counts[kind], str(kind)), default=None)


def _by_year(reported: Iterable[FigureRow], official: Iterable[OfficialRow]) -> tuple[YearPair, ...]:
    """Each year's last report and its official figure, the earliest year first."""
    told = {row.year: row.value for row in reported if row.year is not None}
    published = {row.year: row.value for row in official}
    return tuple(
        YearPair(year=year, reported=told.get(year), official=published.get(year))
        for year in sorted({*told, *published})
    )
