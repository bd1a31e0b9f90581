"""Why a finding no longer follows."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from crosscheck.compare.values import Material


class ClosedReason(StrEnum):
    """What has become of the figures that a finding rested on."""

    ARTICLE_GONE = "article_gone"
    """An article it rests on is no longer there, or no longer tells any figure."""
    FIGURE_CHANGED = "figure_changed"
    """The article is there, but states or is read to state another figure."""
    OFFICIAL_CHANGED = "official_changed"
    """The official count was withdrawn or superseded."""
    NO_LONGER_FOLLOWS = "no_longer_follows"
    """All its figures stand, but others explain them now, or the tolerances changed."""


def closing_reasons(vanishing: Mapping[str, Mapping[str, object]], material: Material) -> dict[str, str]:
    """The reason for each finding that is about to be closed, by identity."""
    stated = {(figure.url, figure.value) for figure in material.reported}
    urls = {url for url, _ in stated} | {trend.url for trend in material.trends}
    sources = {(dataset.portal, dataset.title) for dataset in material.datasets.values()}
    counts = {
        (material.datasets[count.dataset].portal, material.datasets[count.dataset].title, count.value)
        for count in material.official
    }
    reasons: dict[str, str] = {}
    for identity, numbers in vanishing.items():
        reports = list(_records(numbers.get("reports")))
        datasets = list(_records(numbers.get("datasets")))
        if any(report.get("url") not in urls for report in reports):
            reason = ClosedReason.ARTICLE_GONE
        elif any((report.get("url"), report.get("value")) not in stated for report in reports):
            reason = ClosedReason.FIGURE_CHANGED
        elif any(_official_gone(dataset, sources, counts) for dataset in datasets):
            reason = ClosedReason.OFFICIAL_CHANGED
        else:
            reason = ClosedReason.NO_LONGER_FOLLOWS
        reasons[identity] = str(reason)
    return reasons


def _official_gone(
    dataset: Mapping[str, object], sources: set[tuple[str, str]], counts: set[tuple[str, str, int]]
) -> bool:
    source = (str(dataset.get("portal")), str(dataset.get("title")))
    if source not in sources:
        return True
    value = dataset.get("value")
    # A sum stands in no row, so only counts of the table itself can be looked for.
    return not dataset.get("sum_of") and isinstance(value, int) and (*source, value) not in counts


def _records(value: object) -> Iterable[Mapping[str, object]]:
    return (entry for entry in value if isinstance(entry, dict)) if isinstance(value, list) else ()
