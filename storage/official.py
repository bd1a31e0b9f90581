"""Official datasets and their figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sqlalchemy import ColumnElement, and_, any_, func, or_, select, text, update
from sqlalchemy.orm import Session, aliased

from models.geography import Region
from models.official import OfficialDataset, OfficialFigure
from models.vocabulary import Population, Unit, Violence
from storage.filters import (
    AnySelect,
    bound,
    equals,
    given_numbers,
    one_page,
    opened,
    region_is,
    rows_of,
    written_out,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow:
    """One published figure with its dataset and region."""

    id: int
    dataset_id: int
    row_number: int
    value: int
    unit: Unit | None
    region: str
    region_name: str
    year: int
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    portal: str
    title: str
    publisher: str | None
    version: int
    superseded_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialFilter:
    """Which official figures are wanted; every condition that is None is left out."""

    region: str | None = None
    with_descendants: bool = False
    year: int | None = None
    dataset_id: int | None = None
    limit: int | None = None
    after: int | None = None


_COLUMNS = {
    "id": OfficialFigure.id,
    "dataset_id": OfficialFigure.dataset_id,
    "row_number": OfficialFigure.row_number,
    "value": OfficialFigure.value,
    "unit": OfficialFigure.unit,
    "region": OfficialFigure.region_code,
    "region_name": Region.name,
    "year": OfficialFigure.year,
    "period": OfficialFigure.period,
    "population": OfficialFigure.population,
    "violence": OfficialFigure.violence,
    "breakdown": OfficialFigure.breakdown,
    "portal": OfficialDataset.portal,
    "title": OfficialDataset.title,
    "publisher": OfficialDataset.publisher,
    "version": OfficialDataset.version,
    "superseded_by": OfficialDataset.superseded_by,
}


class OfficialRepository:
    """All SQL on ``official_dataset`` and ``official_figure``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_dataset(self, dataset: OfficialDataset) -> tuple[OfficialDataset, bool]:
        """Store a dataset with all its figures; False when this very content is there already.

        ``version`` is set here: one more than the newest of the same portal and
        title, which the new one supersedes. Nothing is deleted.
        """
        name = f"{dataset.portal}\n{dataset.title}"
        # Two imports of one title take turns, so that versions stay a row without gaps.
        self._session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name}
        )
        known = self._same_content(dataset)
        if known is not None:
            return known, False
        same = (OfficialDataset.portal == dataset.portal, OfficialDataset.title == dataset.title)
        newest = self._session.scalar(select(func.max(OfficialDataset.version)).where(*same))
        dataset.version = (newest or 0) + 1
        self._session.add(dataset)
        self._session.flush()
        older = update(OfficialDataset).where(*same, OfficialDataset.id != dataset.id)
        older = older.where(OfficialDataset.superseded_by.is_(None))
        self._session.execute(older.values(superseded_by=dataset.id))
        return dataset, True

    def datasets(self, *, include_superseded: bool = False) -> tuple[OfficialDataset, ...]:
        """Datasets by portal, title and version; the newest of each title unless asked otherwise."""
        query = select(OfficialDataset)
        if not include_superseded:
            query = query.where(OfficialDataset.superseded_by.is_(None))
        order = (OfficialDataset.portal, OfficialDataset.title, OfficialDataset.version)
        query = query.order_by(*order).execution_options(populate_existing=True)
        return tuple(self._session.scalars(query))

    def current_figures(
        self, *, region: str | None = None, year: int | None = None, with_descendants: bool = False
    ) -> list[OfficialRow]:
        """Figures of datasets that nothing supersedes, by dataset and row."""
        shape, values = opened(OfficialFilter(region=region, with_descendants=with_descendants, year=year))
        return rows_of(self._session, _current(shape), OfficialRow, **values)

    def of_dataset(self, dataset_id: int, *, limit: int | None = None, offset: int = 0) -> list[OfficialRow]:
        """Figures of one dataset, superseded or not, by row: all, or a page of them."""
        query = joined_official().where(OfficialFigure.dataset_id == dataset_id)
        query = query.order_by(OfficialFigure.row_number, OfficialFigure.id)
        return self._rows(query.limit(limit).offset(offset))

    def before(self, figure_id: int) -> int:
        """How many figures of its dataset come before this one; 0 where there is no such figure."""
        this = aliased(OfficialFigure)
        earlier = or_(
            OfficialFigure.row_number < this.row_number,
            and_(OfficialFigure.row_number == this.row_number, OfficialFigure.id < this.id),
        )
        query = select(func.count()).select_from(this).join(OfficialFigure, earlier)
        same = OfficialFigure.dataset_id == this.dataset_id
        return self._session.scalar(query.where(this.id == figure_id, same)) or 0

    def select(self, wanted: OfficialFilter | None = None) -> list[OfficialRow]:
        """Figures of datasets that nothing supersedes, by id."""
        wanted = wanted or OfficialFilter()
        query = joined_official().where(*_standing(wanted))
        return self._rows(one_page(query, OfficialFigure.id, limit=wanted.limit, after=wanted.after))

    def by_id(self, ids: Iterable[int]) -> dict[int, OfficialRow]:
        """The figures of these ids, superseded or not; unknown ids are left out."""
        rows = rows_of(self._session, _of_numbers(), OfficialRow, numbers=written_out(set(ids)))
        return {row.id: row for row in rows}

    def _same_content(self, dataset: OfficialDataset) -> OfficialDataset | None:
        query = select(OfficialDataset).where(
            OfficialDataset.portal == dataset.portal,
            OfficialDataset.title == dataset.title,
            OfficialDataset.content_sha256 == dataset.content_sha256,
        )
        return self._session.scalar(query)

    def _rows(self, query: AnySelect) -> list[OfficialRow]:
        return rows_of(self._session, query, OfficialRow)


@lru_cache
def _current(shape: OfficialFilter) -> AnySelect:
    query = joined_official().where(*_standing(bound(shape)))
    return query.order_by(OfficialFigure.dataset_id, OfficialFigure.row_number, OfficialFigure.id)


def _standing(wanted: OfficialFilter) -> list[ColumnElement[bool]]:
    """The conditions on a figure, and that nothing supersedes its dataset."""
    return [
        OfficialDataset.superseded_by.is_(None),
        *region_is(OfficialFigure.region_code, wanted.region, with_descendants=wanted.with_descendants),
        *equals({OfficialFigure.year: wanted.year, OfficialFigure.dataset_id: wanted.dataset_id}),
    ]


@cache
def _of_numbers() -> AnySelect:
    return joined_official().where(OfficialFigure.id == any_(given_numbers()))


def joined_official() -> AnySelect:
    """A query for official figures with their dataset; its columns are the fields of a row."""
    return (
        select(*(column.label(name) for name, column in _COLUMNS.items()))
        .join_from(OfficialFigure, OfficialDataset, OfficialDataset.id == OfficialFigure.dataset_id)
        .join(Region, Region.code == OfficialFigure.region_code)
    )
