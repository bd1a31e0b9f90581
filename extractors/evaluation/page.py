"""The scores as Markdown tables, written between markers into a page of the documentation."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from extractors.evaluation.calibration import (
    Sample,
    brier,
    calibration_error,
    errors_found_first,
    ranking_area,
    reliability,
)
from extractors.evaluation.phenomena import PhenomenonRow
from extractors.evaluation.scoring import Row
from models.errors import BadInputError

DEPTH_NAMES = {
    "core": "core: value, region, year",
    "main": "main: + unit, population, violence",
    "full": "full: + period, breakdown kind, qualifier",
    "totals_core": "core, figures without a breakdown",
    "totals_main": "main, figures without a breakdown",
    "programmes": "programmes",
    "trends": "trends",
    "relevant": "relevance",
    "evidence": "evidence is an exact span",
}


def markers(name: str) -> tuple[str, str]:
    """The lines between which the scores of one part stand."""
    return f"<!-- scores of {name}: written by kawal evaluate -->", f"<!-- end of {name} -->"


def write_between(path: Path, name: str, content: str) -> None:
    """Replace what stands between the markers of one part.

    Raises:
        BadInputError: the page has no such markers.
    """
    begin, end = markers(name)
    page = path.read_text("utf-8") if path.exists() else ""
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(page):
        raise BadInputError(
            f"{path} has no place for the scores of {name!r}.", cure=f"Add the lines '{begin}' and '{end}'."
        )
    block = f"{begin}\n\n{content.strip()}\n\n{end}"
    path.write_text(pattern.sub(lambda _: block, page), "utf-8")


def scores_table(rows: Mapping[str, Row]) -> str:
    """Depths, programmes, trends, relevance; then the single fields beside their value."""
    lines = [
        (DEPTH_NAMES.get(name, name.replace("value+", "value and ")), *_numbers(row))
        for name, row in rows.items()
    ]
    return table(("measure", "F1", "95 % interval", "precision", "recall"), lines)


def _numbers(row: Row) -> tuple[str, ...]:
    tally = row.tally
    return (
        _three(tally.f1),
        f"{_three(row.low)}-{_three(row.high)}",
        _three(tally.precision),
        _three(tally.recall),
    )


def ablation_table(rows: Mapping[str, Mapping[str, Row]], measures: Sequence[str]) -> str:
    """F1 of the whole and of each run without something; the empty name is the whole."""
    lines = [
        (name or "nothing", *(_three(found[measure].tally.f1) for measure in measures))
        for name, found in rows.items()
    ]
    return table(("without", *measures), lines)


def phenomena_table(rows: Iterable[PhenomenonRow]) -> str:
    """One line a phenomenon; F1 for articles, recall for the rest."""
    lines = [
        (
            row.group,
            row.name,
            f"{row.count} {row.of}",
            *(_three(score) for score in (row.core, row.main, row.full)),
        )
        for row in rows
    ]
    return table(("group", "phenomenon", "of", "core", "main", "full"), lines)


def reliability_table(samples: Sequence[Sample]) -> str:
    """Claimed and true share in each range of confidence, and what sorting by it finds."""
    bins = table(
        ("confidence", "figures", "mean confidence", "right"),
        [
            (f"{_one(row.low)}-{_one(row.high)}", str(row.count), _three(row.claimed), _three(row.right))
            for row in reliability(samples)
        ],
    )
    return (
        f"{bins}\n\nCalibration error {_three(calibration_error(samples))}, "
        f"Brier score {_three(brier(samples))}. "
        f"A wrong figure is less sure than a right one with chance {_three(ranking_area(samples))}; "
        f"the least sure quarter holds {_three(errors_found_first(samples))} of the wrong figures."
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _one(number: float) -> str:
    return f"{number:.1f}"


def _three(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"
