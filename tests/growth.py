"""Whether the time of a function grows with its input only in proportion, whatever else the machine does."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_TRIES = 6
_TIMES = 4
_ALLOWED = 3 * _TIMES
_NOISE = 0.05


def assert_grows_in_proportion(prepare: Callable[[int], T], run: Callable[[T], object], *, size: int) -> None:
    """Fails where four times the input takes more than twelve times as long (square growth takes sixteen).

    A pause of the machine makes one measurement longer, never shorter: the least of up to six tries
    counts, in seconds of this process alone and without the garbage of other tests.

    Args:
        prepare: the input of a size; its own time does not count.
        run: what is measured.
        size: of the smaller input.
    """
    small, large = prepare(size), prepare(_TIMES * size)
    run(prepare(max(1, size // 20)))
    least = [float("inf"), float("inf")]
    for _ in range(_TRIES):
        least = [min(known, _seconds(run, each)) for known, each in zip(least, (small, large), strict=True)]
        if least[1] < _ALLOWED * least[0] + _NOISE:
            return
    raise AssertionError(f"{size}: {least[0]:.3f} s, {_TIMES * size}: {least[1]:.3f} s, in {_TRIES} tries")


def _seconds(run: Callable[[T], object], given: T) -> float:
    with _no_collection():
        start = time.process_time()
        run(given)
        return time.process_time() - start


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
