"""What is stored, as the values that are compared."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from crosscheck.compare.tolerances import Tolerances
from crosscheck.compare.values import Dataset, Material, Official, Reported, StatedTrend, make_key
from models.regions import RegionEntry, load_regions
from models.vocabulary import RegionKind
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.official import OfficialRepository, OfficialRow
from storage.trends import TrendFilter, TrendRepository, TrendRow


def load_material(
    session: Session, tolerances: Tolerances, *, area: str | None = None
) -> tuple[Material, int]:
    """Everything to compare, and how many figures have no region or year to be compared by.

    With ``area`` only what was reported of that region and what lies in it, and the
    official counts of its neighbours too, by which its own are judged complete.
    """
    sure = tolerances.min_confidence
    inside = area is not None
    figures = FigureRepository(session).select(
        FigureFilter(min_confidence=sure, region=area, with_descendants=inside)
    )
    trends = TrendRepository(session).select(
        TrendFilter(min_confidence=sure, region=area, with_descendants=inside)
    )
    reported = tuple(_reported(figures))
    regions = load_regions()
    official = _official(session, regions, area)
    material = Material(
        reported=reported,
        official=tuple(map(as_official, official)),
        trends=tuple(_trend(row) for row in trends if row.region is not None),
        datasets={row.dataset_id: _dataset(row) for row in official},
        names={region.code: region.name for region in regions},
        children=children_of_regions(),
    )
    return material, len(figures) - len(reported)


def _official(session: Session, regions: Sequence[RegionEntry], area: str | None) -> list[OfficialRow]:
    repository = OfficialRepository(session)
    if area is None:
        return repository.current_figures()
    province = area.partition(".")[0]
    rows = repository.current_figures(region=province, with_descendants=True)
    if area == province:
        for region in regions:
            if region.kind is RegionKind.PROVINCE and region.code != province:
                rows.extend(repository.current_figures(region=region.code))
    return rows


def children_of_regions() -> dict[str, frozenset[str]]:
    """Region code → the codes directly below it."""
    children: dict[str, set[str]] = {}
    for region in load_regions():
        if region.parent_code is not None:
            children.setdefault(region.parent_code, set()).add(region.code)
    return {parent: frozenset(below) for parent, below in children.items()}


def _reported(rows: Iterable[FigureRow]) -> Iterable[Reported]:
    for row in rows:
        if row.region is not None and row.year is not None:
            yield as_reported(row, row.region, row.year)


def as_reported(row: FigureRow, region: str, year: int) -> Reported:
    """A stored figure whose region and year are known."""
    return Reported(
        id=row.id,
        key=make_key(
            region=region,
            year=year,
            period=row.period,
            unit=row.unit,
            population=row.population,
            violence=row.violence,
            breakdown=row.breakdown,
        ),
        value=row.value,
        qualifier=row.qualifier,
        story=row.article_id,
        url=row.url,
        outlet=row.outlet,
        published=row.published,
        source=row.source,
        evidence=row.evidence,
    )


def as_official(row: OfficialRow) -> Official:
    """A stored official count."""
    return Official(
        ids=(row.id,),
        key=make_key(
            region=row.region,
            year=row.year,
            period=row.period,
            unit=row.unit,
            population=row.population,
            violence=row.violence,
            breakdown=row.breakdown,
        ),
        value=row.value,
        dataset=row.dataset_id,
    )


def _dataset(row: OfficialRow) -> Dataset:
    return Dataset(id=row.dataset_id, portal=row.portal, title=row.title, publisher=row.publisher)


def _trend(row: TrendRow) -> StatedTrend:
    return StatedTrend(
        id=row.id,
        direction=row.direction,
        from_year=row.from_year,
        to_year=row.to_year,
        region=row.region,
        population=row.population,
        violence=row.violence,
        story=row.article_id,
        url=row.url,
        outlet=row.outlet,
        published=row.published,
        evidence=row.evidence,
    )
