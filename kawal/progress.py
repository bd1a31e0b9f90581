"""Progress on standard error: bars for people, silence for pipes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


def _bars(err: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=err, transient=True, disable=not err.is_terminal)


def tracked(err: Console, items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the items while a bar advances."""
    with _bars(err) as bars:
        yield from bars.track(items, description=label)


@contextmanager
def counting(err: Console, label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Give a function ``report(done, total)`` for work whose size is found out on the way."""
    with _bars(err) as bars:
        task = bars.add_task(label, total=None)

        def report(done: int, total: int | None) -> None:
            bars.update(task, completed=done, total=total)

        yield report
