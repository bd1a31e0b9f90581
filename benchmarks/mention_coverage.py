"""How much of a gold folder the mentions cover, before any scope is decided.

``python benchmarks/mention_coverage.py [GOLD]`` prints, for every coded figure: is its
value found as a count inside the evidence, is its period among the periods, its region
among the regions, its source among the agencies of the text. Misses follow the table.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from extractors.agencies import find_agencies
from extractors.mentions import NumberKind, NumberMention
from extractors.numbers import find_numbers
from extractors.periods import find_periods
from extractors.regions import RegionFinder, build_region_finder, document_region, home_of
from models.regions import load_aliases, load_jurisdictions, load_regions

OPEN_GOLD = Path(__file__).parent.parent / "tests" / "gold" / "open"
ASPECTS = ("number", "period", "region", "source")


@dataclass
class Tally:
    """Hits and misses over a folder."""

    figures: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    counts: int = 0
    gold_counts: int = 0
    articles: int = 0
    with_figures: int = 0
    focus: int = 0
    seconds: float = 0.0

    def note(self, aspect: str, *, hit: bool, about: str) -> None:
        """Count one figure under one aspect."""
        self.figures[aspect] += 1
        self.hits[aspect] += hit
        if not hit:
            self.misses.append(f"{aspect}: {about}")


def evidence_spans(text: str, evidence: str) -> list[tuple[int, int]]:
    """Every place where the evidence stands."""
    spans, start = [], text.find(evidence)
    while start >= 0:
        spans.append((start, start + len(evidence)))
        start = text.find(evidence, start + 1)
    return spans


def counted(numbers: Sequence[NumberMention], spans: list[tuple[int, int]], value: int) -> set[int]:
    """Where the value stands as a count inside the evidence."""
    kinds = (NumberKind.COUNT, NumberKind.NONE)
    return {
        number.start
        for number in numbers
        if number.kind in kinds
        and number.value == value
        and any(start <= number.start and number.end <= end for start, end in spans)
    }


def read(path: Path, finder: RegionFinder, tally: Tally) -> None:
    """Take one article into the tally."""
    article: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text: str = article["text"]
    published = date.fromisoformat(article["published"]) if article["published"] else None
    home = home_of(article["outlet"] or "", finder.gazetteer)
    started = time.process_time()
    numbers, periods = find_numbers(text), find_periods(text, published)
    regions = finder.find(text, home)
    agencies = find_agencies(text, regions)
    tally.seconds += time.process_time() - started
    tally.articles += 1
    codes = {region.code for region in regions}
    spoken = {(period.year, period.period) for period in periods if not period.dateline}
    credited = {agency.short.lower() for agency in agencies}
    found: set[int] = set()
    for figure in article["figures"]:
        about = f"{article['id']} {figure['value']} | {figure['evidence'][:80]}"
        places = counted(numbers, evidence_spans(text, figure["evidence"]), figure["value"])
        found |= places
        tally.note("number", hit=bool(places), about=about)
        when = (figure["year"], figure["period"])
        tally.note("period", hit=figure["year"] is None or when in spoken, about=f"{about} {when}")
        tally.note("region", hit=figure["region"] in codes | {None}, about=f"{about} {figure['region']}")
        if figure["source"]:
            tally.note(
                "source", hit=figure["source"].lower() in credited, about=f"{about} {figure['source']}"
            )
    tally.counts += sum(number.kind is NumberKind.COUNT for number in numbers)
    tally.gold_counts += len(found)
    if article["figures"]:
        focus = document_region(regions, text, home)
        tally.with_figures += 1
        tally.focus += focus is not None and focus.code == article["figures"][0]["region"]


def table_of(tally: Tally) -> Table:
    """The tally as a table."""
    table = Table(title=f"{tally.articles} articles")
    for heading in ("aspect", "figures", "covered", "share"):
        table.add_column(heading, justify="left" if heading == "aspect" else "right")
    for aspect in ASPECTS:
        total, hits = tally.figures[aspect], tally.hits[aspect]
        table.add_row(aspect, str(total), str(hits), f"{hits / max(total, 1):.4f}")
    table.add_section()
    table.add_row(
        "counts that a figure holds",
        str(tally.counts),
        str(tally.gold_counts),
        f"{tally.gold_counts / max(tally.counts, 1):.4f}",
    )
    table.add_row(
        "article's region is its first figure's",
        str(tally.with_figures),
        str(tally.focus),
        f"{tally.focus / max(tally.with_figures, 1):.4f}",
    )
    table.add_row("milliseconds per article", "", "", f"{1000 * tally.seconds / max(tally.articles, 1):.1f}")
    return table


def main() -> int:
    """Print the table and the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=OPEN_GOLD)
    parser.add_argument("--misses", action="store_true", help="list every figure that is not covered")
    options = parser.parse_args()
    finder = build_region_finder(load_regions(), load_aliases(), load_jurisdictions())
    tally = Tally()
    for path in sorted(options.gold.glob("*.json")):
        read(path, finder, tally)
    console = Console()
    console.print(table_of(tally))
    if options.misses:
        for miss in tally.misses:
            console.print(miss, markup=False, highlight=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
