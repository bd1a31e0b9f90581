"""One contender in a process of its own: best time of several rounds, memory at the end."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import psutil

from benchmarks.contenders import CONTENDERS
from benchmarks.corpus import build_corpus

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What one contender needed; ``seconds`` is processor time of one core for all ``pages``."""

    name: str
    pages: int
    read: int
    """Pages in which something was found."""
    seconds: float
    memory: float
    """Resident memory in MiB after the last round."""

    @property
    def rate(self) -> float:
        """Pages a second on one core."""
        return self.pages / self.seconds


def measure_apart(name: str, *, rounds: int, saved: Path | None) -> Measurement:
    """Measure one contender in a fresh process, so that memory and imports are its own."""
    arguments = [name, str(rounds), str(saved or "")]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measuring", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    return Measurement(**json.loads(done.stdout.splitlines()[-1]))


def measure(name: str, *, rounds: int, saved: Path | None) -> Measurement:
    """Measure one contender in this process."""
    work = CONTENDERS[name](build_corpus(saved=saved))
    found = work()
    seconds = []
    for _ in range(rounds):
        begin = process_time()
        found = work()
        seconds.append(process_time() - begin)
    return Measurement(
        name=name,
        pages=len(found),
        read=sum(count > 0 for count in found),
        seconds=min(seconds),
        memory=psutil.Process().memory_info().rss / _MEBIBYTE,
    )


if __name__ == "__main__":
    chosen, times, folder = sys.argv[1:]
    result = measure(chosen, rounds=int(times), saved=Path(folder) if folder else None)
    fields = ("name", "pages", "read", "seconds", "memory")
    print(json.dumps({field: getattr(result, field) for field in fields}))
