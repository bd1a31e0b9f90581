"""What changed between two versions of an official dataset, and between reports of one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from crosscheck.compare.statements import statements
from crosscheck.compare.values import Key
from crosscheck.loading import as_official, as_reported
from models.errors import BadInputError
from storage.figures import FigureFilter, FigureRepository
from storage.official import OfficialRepository, OfficialRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRevision:
    """One count that a newer version changed; None where it was not stated."""

    key: Key
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue:
    """One number that was reported for a key, and when first."""

    value: int
    published: date | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRevision:
    """One key whose reported number changed over time, the earliest first."""

    key: Key
    values: tuple[ReportedValue, ...]


def dataset_revisions(session: Session, dataset_id: int) -> tuple[OfficialRevision, ...]:
    """What a dataset changed against the version before it; empty for a first version.

    Raises:
        BadInputError: there is no such dataset.
    """
    repository = OfficialRepository(session)
    datasets = {one.id: one for one in repository.datasets(include_superseded=True)}
    newer = datasets.get(dataset_id)
    if newer is None:
        raise BadInputError(f"There is no dataset {dataset_id}.", cure="List them with kawal official list.")
    earlier = [
        one
        for one in datasets.values()
        if (one.portal, one.title) == (newer.portal, newer.title) and one.version == newer.version - 1
    ]
    if not earlier:
        return ()
    return revisions(repository.of_dataset(earlier[0].id), repository.of_dataset(dataset_id))


def revisions(before: Iterable[OfficialRow], after: Iterable[OfficialRow]) -> tuple[OfficialRevision, ...]:
    """Counts that were changed, added or withdrawn, in the order of their keys."""
    old, new = _values(before), _values(after)
    keys = sorted({*old, *new}, key=str)
    return tuple(
        OfficialRevision(key=key, before=old.get(key), after=new.get(key))
        for key in keys
        if old.get(key) != new.get(key)
    )


def _values(rows: Iterable[OfficialRow]) -> Mapping[Key, int]:
    return {count.key: count.value for count in map(as_official, rows)}


def reported_revisions(session: Session, region: str) -> tuple[ReportedRevision, ...]:
    """Everything that was reported of a region with more than one number, and when each came up."""
    rows = FigureRepository(session).select(FigureFilter(region=region))
    by_key = statements(
        as_reported(row, row.region, row.year)
        for row in rows
        if row.region is not None and row.year is not None
    )
    found = []
    for key, stated in by_key.items():
        if len({one.value for one in stated}) > 1:
            ordered = sorted(stated, key=lambda one: (one.first.published is None, str(one.first.published)))
            values = tuple(
                ReportedValue(
                    value=one.value,
                    published=one.first.published,
                    outlets=tuple(dict.fromkeys(figure.outlet for figure in one.figures)),
                )
                for one in ordered
            )
            found.append(ReportedRevision(key=key, values=values))
    return tuple(sorted(found, key=lambda one: (-one.key.span.last, str(one.key))))
