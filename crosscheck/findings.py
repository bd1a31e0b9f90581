"""Everything that follows when all material is laid side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.compare.articles import bad_sums
from crosscheck.compare.official import (
    Comparison,
    Dimension,
    OfficialIndex,
    compare_statement,
)
from crosscheck.compare.regions import (
    missing_official,
    missing_reported,
    official_roll_ups,
    parents_of,
    reported_roll_ups,
)
from crosscheck.compare.reports import conflicts, falling_totals
from crosscheck.compare.statements import Statement, parts_of_totals, statements
from crosscheck.compare.sums import with_sums
from crosscheck.compare.tolerances import Tolerances
from crosscheck.compare.trends import denied_trends
from crosscheck.compare.values import Key, Material
from crosscheck.drafts import Drafter
from models.regions import within
from models.vocabulary import FindingKind
from storage.reconciling import FindingDraft


def find_all(
    material: Material, tolerances: Tolerances, *, this_year: int, area: str | None = None
) -> list[FindingDraft]:
    """Every finding that follows from the material, each once; those of one area if it is named."""
    drafter = Drafter(material, tolerances)
    by_key = statements(material.reported)
    official = with_sums(material.official, material.children)
    parents = parents_of(material.children)
    compared = list(_compared(material, by_key, OfficialIndex(official), tolerances))
    elsewhere = {
        (one.statement.key.region, one.statement.key.span.year)
        for one in compared
        if Dimension.REGION in one.dimensions
    }
    absent = [
        *(
            one
            for one in missing_official(material, official, this_year=this_year)
            if (one.region, one.year) not in elsewhere
        ),
        *missing_reported(material, official),
    ]
    drafts = [
        *map(drafter.comparison, compared),
        *map(drafter.conflict, conflicts(by_key, tolerances)),
        *map(drafter.bad_sum, bad_sums(material.reported, tolerances)),
        *map(drafter.falling_total, falling_totals(by_key, tolerances)),
        *map(drafter.denied_trend, denied_trends(material.trends, material.reported, tolerances)),
        *map(drafter.roll_up, reported_roll_ups(by_key, parents, tolerances)),
        *map(drafter.roll_up, official_roll_ups(official, parents)),
        *map(drafter.missing, absent),
    ]
    own = (draft for draft in drafts if area is None or within(str(draft.region_code), area))
    return list({draft.identity: draft for draft in own}.values())


def _compared(
    material: Material,
    by_key: Mapping[Key, Sequence[Statement]],
    index: OfficialIndex,
    tolerances: Tolerances,
) -> Iterator[Comparison]:
    parts = parts_of_totals(material.reported)
    twins = namesakes(material.names)
    for stated in by_key.values():
        for statement in stated:
            is_part = all(figure.id in parts for figure in statement.figures)
            found = compare_statement(statement, index, tolerances, is_part=is_part)
            yield from found or (() if is_part else _of_namesake(statement, index, twins))


def _of_namesake(
    statement: Statement, index: OfficialIndex, twins: Mapping[str, str]
) -> Iterable[Comparison]:
    """The same count published only for the kabupaten or kota of the same name."""
    key = statement.key
    twin = twins.get(key.region)
    if twin is None or key.unit is None or statement.superseded or index.around(key):
        return
    counts = index.exactly(key.in_region(twin))
    if counts:
        yield Comparison(
            kind=FindingKind.NOT_COMPARABLE,
            statement=statement,
            official=(counts[0],),
            dimensions=(Dimension.REGION,),
        )


def namesakes(names: Mapping[str, str]) -> dict[str, str]:
    """The kota of a kabupaten's name in the same province, and the reverse."""
    short: dict[tuple[str, str], list[str]] = {}
    for code, name in names.items():
        for prefix in ("Kabupaten ", "Kota "):
            if name.startswith(prefix):
                short.setdefault((code[:2], name.removeprefix(prefix)), []).append(code)
    pairs = [codes for codes in short.values() if len(codes) == 2]
    return {one: other for pair in pairs for one, other in (pair, reversed(pair))}
