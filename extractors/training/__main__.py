"""``python -m extractors.training --data DIR``: rebuild the shipped weights."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from extractors.nlp.weights import SHIPPED
from extractors.training.component import Paths
from extractors.training.plan import components
from extractors.training.running import train_all, train_one
from models.errors import KawalError

_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train what the arguments ask for; the exit code is 0 when all of it was trained."""
    options = _parser().parse_args(arguments)
    console = Console(stderr=True)
    paths = Paths(data=options.data.resolve(), gold=options.gold.resolve(), work=options.work.resolve())
    try:
        if options.component:
            train_one(options.component, paths)
        else:
            train_all(
                paths,
                options.weights.resolve(),
                console=console,
                jobs=options.jobs,
                force=options.force,
                only=options.only,
            )
    except KawalError as error:
        console.print(f"[red]{error}[/red]")
        return error.exit_code
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extractors.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/ and ner/")
    parser.add_argument("--gold", type=Path, default=_ROOT / "tests" / "gold" / "open", help="coded articles")
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="where finished weights go")
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "training", help="intermediate files")
    parser.add_argument("--jobs", type=int, default=2, help="components trained at a time, one core each")
    parser.add_argument("--force", action="store_true", help="train again what is up to date")
    parser.add_argument("--only", type=_names, default=(), help="components to train, separated by commas")
    parser.add_argument("--component", choices=[c.name for c in components()], help=argparse.SUPPRESS)
    return parser


def _names(text: str) -> tuple[str, ...]:
    """Names of components.

    Raises:
        argparse.ArgumentTypeError: one of them is unknown.
    """
    known = [c.name for c in components()]
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
