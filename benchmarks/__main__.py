"""``python -m benchmarks``: what the program costs beside others, in one run on one machine.

Three parts, all of them unless some are named: reading (beside other extractors, on the same
pages), crawling (beside ``scrapy bench``), and cross-checking. ``--write`` needs all three.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from benchmarks.contenders import CONTENDERS, is_installed
from benchmarks.corpus import build_corpus
from benchmarks.crawl_speed import measure_crawl, measure_known
from benchmarks.crosscheck_speed import measure_check
from benchmarks.measuring import Measurement, measure_apart
from benchmarks.page import render_check, render_crawl, render_known, render_tables, write_page
from benchmarks.steps import time_steps

Told = Callable[[str], None]
CHECKED = 10_000
"""Reported figures in the store that is cross-checked; ``benchmarks/crosscheck_speed.py`` takes others."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the parts, print each table when it is there, and write them into a page when asked."""
    options = _parser().parse_args(arguments)
    if options.write and options.parts:
        raise SystemExit("--write needs all parts: leave out --reading, --crawl and --crosscheck.")
    out, err = Console(), Console(stderr=True)
    begin = time.perf_counter()
    tables: list[str] = []
    for part in options.parts or PARTS:
        tables.append(PARTS[part](options, lambda text: _tell(err, begin, text)))
        out.print(Markdown(tables[-1]))
    if options.write:
        write_page(options.write, "\n\n".join(tables))
    return 0


def _tell(console: Console, begin: float, text: str) -> None:
    console.print(
        f"{time.perf_counter() - begin:4.0f} s  {text} …", style="dim", markup=False, highlight=False
    )


def _reading(options: argparse.Namespace, tell: Told) -> str:
    measurements: list[Measurement] = []
    for name in CONTENDERS:
        if not is_installed(name):
            tell(f"{name}: not installed, left out (pip install 'kawal-kasus[bench]')")
            continue
        tell(name)
        measurements.append(measure_apart(name, rounds=options.rounds, saved=options.pages))
    tell("steps of one article")
    return render_tables(measurements, time_steps(build_corpus()), saved=options.pages is not None)


def _crawling(options: argparse.Namespace, tell: Told) -> str:
    tell("a crawl beside scrapy bench")
    speed = render_crawl(measure_crawl())
    tell("ten thousand known pages")
    return f"{speed}\n\n{render_known(measure_known())}"


def _checking(options: argparse.Namespace, tell: Told) -> str:
    tell(f"cross-check of {CHECKED:,} figures")
    return render_check([measure_check(CHECKED)])


PARTS: Mapping[str, Callable[[argparse.Namespace, Told], str]] = {
    "reading": _reading,
    "crawl": _crawling,
    "crosscheck": _checking,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    for part in PARTS:
        parser.add_argument(
            f"--{part}", dest="parts", action="append_const", const=part, help=f"only this part ({part})"
        )
    parser.add_argument("--rounds", type=int, default=2, help="the best of so many counts")
    parser.add_argument("--pages", type=Path, help="folder of saved pages for the stream's other news")
    parser.add_argument("--write", type=Path, help="Markdown page that gets the tables (docs/performance.md)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
