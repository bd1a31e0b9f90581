"""``python -m benchmarks``: speed and memory beside other extractors, in one run on the same pages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from benchmarks.contenders import CONTENDERS, is_installed
from benchmarks.corpus import build_corpus
from benchmarks.crawl_speed import measure_crawl, measure_known
from benchmarks.measuring import Measurement, measure_apart
from benchmarks.page import render_crawl, render_tables, write_page
from benchmarks.steps import time_steps


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them into a page when asked."""
    options = _parser().parse_args(arguments)
    console = Console()
    if options.crawl:
        console.print(Markdown(render_crawl(measure_crawl(), measure_known())))
        return 0
    measurements: list[Measurement] = []
    for name in CONTENDERS:
        if not is_installed(name):
            console.print(
                f"{name}: not installed, left out (pip install 'kawal-kasus[bench]')", style="yellow"
            )
            continue
        measurements.append(measure_apart(name, rounds=options.rounds, saved=options.pages))
    tables = render_tables(measurements, time_steps(build_corpus()), saved=options.pages is not None)
    tables = f"{tables}\n\n{render_crawl(measure_crawl(), measure_known())}"
    console.print(Markdown(tables))
    if options.write:
        write_page(options.write, tables)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--pages", type=Path, help="folder of saved pages for the stream's other news")
    parser.add_argument("--write", type=Path, help="Markdown page that gets the tables (docs/performance.md)")
    parser.add_argument("--crawl", action="store_true", help="only the crawl's speed and cost")
    return parser


if __name__ == "__main__":
    sys.exit(main())
