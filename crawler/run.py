"""Runs a crawl in a child process and tells how it goes; imports no Scrapy itself."""

import json
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from crawler.protocol import CrawlRequest, order_line
from models import errors
from models.errors import KawalError, SourceError
from models.settings import Settings
from models.vocabulary import Outcome

__all__ = ["CrawlReport", "CrawlRequest", "crawl"]

Progress = Callable[[int, int | None], None]

SILENCE = 180.0
"""Seconds without a sign of life after which a child counts as hung; it beats every ten."""

_GRACE = 45.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """How a crawl went.

    Attributes:
        outcomes: by outlet, how many addresses ended how, as told while crawling; the store
            holds the final ones.
        interrupted: whether it was stopped before its end.
        problems: pages our own code stumbled over, to be looked at.
        left_over: by outlet, how many new pages were left for the next crawl.
        peak_memory: the most memory the child held, in bytes.
    """

    outcomes: Mapping[str, Mapping[Outcome, int]]
    interrupted: bool
    problems: tuple[str, ...]
    left_over: Mapping[str, int]
    peak_memory: int


def crawl(
    request: CrawlRequest,
    settings: Settings,
    on_progress: Progress = lambda done, total: None,
    *,
    declarations: Path | None = None,
    silence: float = SILENCE,
) -> CrawlReport:
    """Crawl outlets; pages and outcomes are in the store when it returns.

    Stopping it at any moment loses nothing that was told: run it again to go on.

    Args:
        request: what to crawl.
        settings: where the store is and what may be fetched.
        on_progress: called with the number of ended and of asked-for addresses.
        declarations: a folder of declarations other than the bundled one.
        silence: seconds without a sign of life after which the child is ended.

    Raises:
        SourceError: an outlet is not declared, or the child hung or crashed.
        DatabaseUnavailableError: the store failed on the way.
        KeyboardInterrupt: it was stopped; the child ended cleanly first.
    """
    if not request.names:
        return CrawlReport(outcomes={}, interrupted=False, problems=(), left_over={}, peak_memory=0)
    with tempfile.TemporaryFile() as complaints, _child(complaints) as child:
        _order(child, order_line(request, settings, declarations=declarations))
        try:
            return _listen(child, complaints, on_progress, silence=silence)
        except KeyboardInterrupt:
            _stop(child)
            raise


@contextmanager
def _child(complaints: IO[bytes]) -> Iterator[subprocess.Popen[str]]:
    """A child in a session of its own: Ctrl-C reaches it through us, once."""
    child = subprocess.Popen(
        [sys.executable, "-m", "crawler.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


def _order(child: subprocess.Popen[str], line: str) -> None:
    if child.stdin is None:
        raise ValueError("the child was started without a pipe to its standard input")
    child.stdin.write(line + "\n")
    child.stdin.flush()


def _listen(
    child: subprocess.Popen[str], complaints: IO[bytes], on_progress: Progress, *, silence: float
) -> CrawlReport:
    counts: dict[str, Counter[Outcome]] = {}
    asked: dict[str, int] = {}
    for message in _messages(child, silence=silence):
        if "report" in message:
            return _report(message["report"], counts)
        if "error" in message:
            raise _error(message)
        if "source" in message:
            counts.setdefault(message["source"], Counter())[Outcome(message["outcome"])] += 1
            asked[message["source"]] = message["asked"]
            done = sum(sum(of_one.values()) for of_one in counts.values())
            on_progress(done, max(done, sum(asked.values())))
    raise SourceError(
        f"The crawler ended unexpectedly: {_last_words(complaints)}", cure="See logs/crawl.log."
    )


def _messages(child: subprocess.Popen[str], *, silence: float) -> Iterator[dict[str, Any]]:
    """The child's lines until it closes its output.

    Raises:
        SourceError: no line came for ``silence`` seconds.
    """
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pump, args=(child, lines), name="crawl-lines", daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=silence)
        except queue.Empty as error:
            child.kill()
            raise SourceError(
                f"The crawler gave no sign of life for {silence:.0f} seconds and was ended.",
                cure="Run it again; it goes on where it stopped. See logs/crawl.log.",
            ) from error
        if line is None:
            return
        yield json.loads(line)


def _pump(child: subprocess.Popen[str], lines: "queue.Queue[str | None]") -> None:
    if child.stdout is not None:
        for line in child.stdout:
            lines.put(line)
    lines.put(None)


def _stop(child: subprocess.Popen[str]) -> None:
    """Ask the child to stop cleanly and give it time to write what it has."""
    child.send_signal(signal.SIGINT)
    try:
        child.wait(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()


def _report(told: Mapping[str, Any], counts: Mapping[str, Mapping[Outcome, int]]) -> CrawlReport:
    return CrawlReport(
        outcomes=counts,
        interrupted=told["interrupted"],
        problems=tuple(told["problems"]),
        left_over=told["left_over"],
        peak_memory=told["peak_memory"],
    )


def _error(message: Mapping[str, str]) -> KawalError:
    """The child's error, of the same class."""
    kind = getattr(errors, message["error"], KawalError)
    error: KawalError = kind(message["problem"], cure=message["cure"])
    return error


def _last_words(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read().decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "without a word."
