"""Short ways to say what was reported and published."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import count
from typing import Any

from crosscheck.compare.tolerances import Tolerances
from crosscheck.compare.values import Dataset, Material, Official, Reported, StatedTrend, make_key
from crosscheck.findings import find_all
from models.regions import load_regions
from models.vocabulary import Direction, FindingKind, Population, Qualifier, Unit, Violence
from storage.reconciling import FindingDraft

_numbers = count(1)
WC, W, C = Population.WOMEN_CHILDREN, Population.WOMEN, Population.CHILDREN
CASES, VICTIMS = Unit.CASES, Unit.VICTIMS


def key_of(region: str, year: int, **changes: Any) -> Any:
    fields = {
        "period": None,
        "unit": CASES,
        "population": WC,
        "violence": Violence.ANY,
        "breakdown": None,
    }
    return make_key(region=region, year=year, **(fields | changes))


def reported(
    region: str,
    year: int,
    value: int,
    *,
    story: int = 1,
    outlet: str | None = None,
    published: date | None = date(2026, 1, 5),
    qualifier: Qualifier = Qualifier.EXACT,
    source: str | None = None,
    **key: Any,
) -> Reported:
    return Reported(
        id=next(_numbers),
        key=key_of(region, year, **key),
        value=value,
        qualifier=qualifier,
        story=story,
        url=f"https://media{story}.example/berita",
        outlet=outlet or f"media{story}.example",
        published=published,
        source=source,
        evidence=f"sebanyak {value}",
    )


def official(region: str, year: int, value: int, *, dataset: int = 1, **key: Any) -> Official:
    return Official(ids=(next(_numbers),), key=key_of(region, year, **key), value=value, dataset=dataset)


def trend(
    region: str,
    direction: Direction,
    from_year: int | None,
    to_year: int | None,
    *,
    story: int = 1,
    **changes: Any,
) -> StatedTrend:
    fields = {"population": WC, "violence": Violence.ANY} | changes
    return StatedTrend(
        id=next(_numbers),
        direction=direction,
        from_year=from_year,
        to_year=to_year,
        region=region,
        story=story,
        url=f"https://media{story}.example/berita",
        outlet=f"media{story}.example",
        published=date(2026, 1, 5),
        **fields,
    )


@cache
def _country() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    regions = load_regions()
    children: dict[str, set[str]] = {}
    for region in regions:
        if region.parent_code is not None:
            children.setdefault(region.parent_code, set()).add(region.code)
    names = {region.code: region.name for region in regions}
    return names, {parent: frozenset(below) for parent, below in children.items()}


def children() -> dict[str, frozenset[str]]:
    return _country()[1]


def material(
    figures: Iterable[Reported] = (), counts: Iterable[Official] = (), trends: Iterable[StatedTrend] = ()
) -> Material:
    names, below = _country()
    counts = tuple(counts)
    return Material(
        reported=tuple(figures),
        official=counts,
        trends=tuple(trends),
        datasets={
            number: Dataset(
                id=number, portal="data.contoh.go.id", title=f"Tabel {number}", publisher="DP3A Contoh"
            )
            for number in {one.dataset for one in counts}
        },
        names=names,
        children=below,
    )


def findings(
    figures: Iterable[Reported] = (),
    counts: Iterable[Official] = (),
    trends: Iterable[StatedTrend] = (),
    tolerances: Tolerances | None = None,
) -> list[FindingDraft]:
    return find_all(material(figures, counts, trends), tolerances or Tolerances(), this_year=2026)


def kinds(found: Iterable[FindingDraft]) -> list[FindingKind]:
    return sorted(draft.kind for draft in found)
