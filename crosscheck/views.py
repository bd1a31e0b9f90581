"""Official and reported side by side, for one region and year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from crosscheck.compare.statements import Statement, statements
from crosscheck.compare.sums import with_sums
from crosscheck.compare.values import Key, Official
from crosscheck.loading import as_official, as_reported, children_of_regions
from models.labels import period_text, subject
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
        key = self.key
        what = subject(key.unit, key.population, key.violence, key.breakdown, language)
        return f"{what}, {period_text(key.span.year, key.span.period, language)}"


def side_by_side(session: Session, region: str, year: int) -> list[SideBySide]:
    """Everything counted for a region and year, totals first; the verdicts are the last check's."""
    rows = FigureRepository(session).select(FigureFilter(region=region, year=year))
    stated = statements(as_reported(row, region, year) for row in rows)
    published = OfficialRepository(session).current_figures(year=year)
    sources = {row.dataset_id: row for row in published}
    official = _by_key(with_sums(map(as_official, published), children_of_regions()), region)
    found = FindingRepository(session).select(FindingFilter(region=region, year=year))
    keys = sorted({*stated, *(key for key in official if key.breakdown is None or key in stated)}, key=_order)
    return [_row(key, stated.get(key, ()), official.get(key, ()), sources, found) for key in keys]


def _by_key(counts: Iterable[Official], region: str) -> dict[Key, list[Official]]:
    by_key: dict[Key, list[Official]] = {}
    for count in counts:
        if count.key.region == region:
            by_key.setdefault(count.key, []).append(count)
    return by_key


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
    about = [one for one in found if ids & {figure.id for figure in one.figures}]
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
