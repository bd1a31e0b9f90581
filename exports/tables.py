"""Where the records of every table come from."""

from collections.abc import Callable, Iterator

from sqlalchemy.orm import Session

from exports.codebook import TableName
from exports.records import (
    Record,
    dataset_record,
    figure_record,
    finding_record,
    official_record,
    programme_records,
    trend_record,
)
from storage.figures import FigureFilter, FigureRepository
from storage.findings import FindingFilter, FindingRepository
from storage.official import OfficialFilter, OfficialRepository
from storage.paging import every
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.trends import TrendFilter, TrendRepository


def figures(session: Session, wanted: FigureFilter | None = None) -> Iterator[Record]:
    """Reported figures by id, as exported."""
    return map(figure_record, every(FigureRepository(session).select, wanted or FigureFilter()))


def findings(session: Session, wanted: FindingFilter | None = None) -> Iterator[Record]:
    """Findings by id, as exported."""
    return map(finding_record, every(FindingRepository(session).select, wanted or FindingFilter()))


def trends(session: Session, wanted: TrendFilter | None = None) -> Iterator[Record]:
    """Stated trends by id, as exported."""
    return map(trend_record, every(TrendRepository(session).select, wanted or TrendFilter()))


def programmes(session: Session, wanted: ProgrammeFilter | None = None) -> Iterator[Record]:
    """Mentions of programmes, by programme; a limit counts programmes."""
    for row in every(ProgrammeRepository(session).select, wanted or ProgrammeFilter()):
        yield from programme_records(row)


def official_figures(session: Session, wanted: OfficialFilter | None = None) -> Iterator[Record]:
    """Figures of the newest version of each official table, by id."""
    return map(official_record, every(OfficialRepository(session).select, wanted or OfficialFilter()))


def official_datasets(session: Session) -> Iterator[Record]:
    """The newest version of each official table."""
    return map(dataset_record, OfficialRepository(session).datasets())


EVERYTHING: dict[TableName, Callable[[Session], Iterator[Record]]] = {
    TableName.FIGURES: figures,
    TableName.FINDINGS: findings,
    TableName.PROGRAMMES: programmes,
    TableName.TRENDS: trends,
    TableName.OFFICIAL_FIGURES: official_figures,
    TableName.OFFICIAL_DATASETS: official_datasets,
}
"""Every table with all its rows, for the whole package."""
