"""Official and reported side by side, for one region and year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from crosscheck.compare.statements import Statement, statements
from crosscheck.compare.sums import with_sums
from crosscheck.compare.values import Key, Official
from crosscheck.loading import as_official, as_reported, children_of_regions
from models.vocabulary import FindingKind, Language, Qualifier
from storage.figures import FigureFilter, FigureRepository
from storage.findings import FindingFilter, FindingRepository, FindingRow
from storage.official import OfficialRepository, OfficialRow

_VERDICTS = (FindingKind.DIFFERS, FindingKind.MATCH, FindingKind.NOT_COMPARABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialCell:
    """One official number and where it stands; ``sum_of`` says how a sum was made."""

    value: int
    publisher: str
    title: str
    sum_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCell:
    """One reported number, by outlet and date."""

    value: int
    qualifier: Qualifier
    outlet: str
    published: date | None
    url: str
    superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """One thing counted: what was published, what was reported, the verdict."""

    key: Key
    official: tuple[OfficialCell, ...]
    reported: tuple[ReportedCell, ...]
    verdict: FindingKind | None
    finding_ids: tuple[int, ...]

    def label(self, language: Language = Language.INDONESIAN) -> str:
        """What is counted and when, in words."""
        return self.key.label(language)


def side_by_side(session: Session, region: str, year: int) -> list[SideBySide]:
    """Everything counted for a region and year, totals first; the verdicts are the last check's."""
    return side_by_sides(session, region=region, year=year).get((region, year), [])


def side_by_sides(
    session: Session, *, region: str | None = None, year: int | None = None, with_descendants: bool = False
) -> dict[tuple[str, int], list[SideBySide]]:
    """The same for every region and year that was reported on, in order; all read at once."""
    wanted = FigureFilter(region=region, year=year, with_descendants=with_descendants)
    reported = [
        as_reported(row, row.region, row.year)
        for row in FigureRepository(session).select(wanted)
        if row.region is not None and row.year is not None
    ]
    published = OfficialRepository(session).current_figures(year=year)
    sources = {row.dataset_id: row for row in published}
    stated = _by_place(statements(reported))
    official: dict[tuple[str, int], dict[Key, list[Official]]] = {}
    for count in with_sums(map(as_official, published), children_of_regions()):
        place = (count.key.region, count.key.span.year)
        official.setdefault(place, {}).setdefault(count.key, []).append(count)
    found = _findings(session, FindingFilter(region=region, year=year, with_descendants=with_descendants))
    places = set(stated) | ({(region, year)} if region is not None and year is not None else set())
    return {
        place: _rows(stated.get(place, {}), official.get(place, {}), sources, found.get(place, ()))
        for place in sorted(places)
    }


def _by_place(stated: Mapping[Key, list[Statement]]) -> dict[tuple[str, int], dict[Key, list[Statement]]]:
    places: dict[tuple[str, int], dict[Key, list[Statement]]] = {}
    for key, same in stated.items():
        places.setdefault((key.region, key.span.year), {})[key] = same
    return places


def _findings(session: Session, wanted: FindingFilter) -> dict[tuple[str, int], list[FindingRow]]:
    places: dict[tuple[str, int], list[FindingRow]] = {}
    for row in FindingRepository(session).select(wanted):
        if row.region is not None and row.year is not None:
            places.setdefault((row.region, row.year), []).append(row)
    return places


def _rows(
    stated: Mapping[Key, Sequence[Statement]],
    official: Mapping[Key, Sequence[Official]],
    sources: Mapping[int, OfficialRow],
    found: Sequence[FindingRow],
) -> list[SideBySide]:
    """Totals that were published, and whatever was reported."""
    keys = {*stated, *(key for key in official if key.breakdown is None)}
    return [
        _row(key, stated.get(key, ()), official.get(key, ()), sources, found)
        for key in sorted(keys, key=_order)
    ]


def _order(key: Key) -> tuple[object, ...]:
    return (
        key.breakdown is not None,
        key.violence != "any",
        key.span.first - key.span.last,
        *(str(part) for part in (key.unit, key.population, key.violence, key.breakdown)),
        key.span,
    )


def _row(
    key: Key,
    stated: Sequence[Statement],
    official: Sequence[Official],
    sources: Mapping[int, OfficialRow],
    found: Sequence[FindingRow],
) -> SideBySide:
    ids = {figure.id for one in stated for figure in one.figures}
    about = [one for one in found if any(figure.id in ids for figure in one.figures)]
    verdicts = {one.kind for one in about}
    return SideBySide(
        key=key,
        official=tuple(_official(count, sources[count.dataset]) for count in official),
        reported=tuple(cell for one in stated for cell in _reported(one)),
        verdict=next((kind for kind in _VERDICTS if kind in verdicts), None),
        finding_ids=tuple(one.id for one in about),
    )


def _official(count: Official, source: OfficialRow) -> OfficialCell:
    return OfficialCell(
        value=count.value,
        publisher=source.publisher or source.portal,
        title=source.title,
        sum_of=count.sum_of,
    )


def _reported(statement: Statement) -> Iterable[ReportedCell]:
    for figure in statement.figures:
        yield ReportedCell(
            value=figure.value,
            qualifier=figure.qualifier,
            outlet=figure.outlet,
            published=figure.published,
            url=figure.url,
            superseded=statement.superseded,
        )
