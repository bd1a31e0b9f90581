"""The parent's side of a child process: one order in, messages out, an end in every case."""

import json
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from models import errors
from models.errors import KawalError, SourceError

SILENCE = 180.0
"""Seconds without a sign of life after which a child counts as hung; it beats every ten."""

STOPPED: Mapping[str, Any] = {"interrupted": True, "problems": (), "left_over": {}, "peak_memory": 0}
"""The report of a child that did not live to give one after it was told to stop."""

_GRACE = 45.0
_LOOK = 0.5


def never() -> bool:
    """Nobody asks to stop."""
    return False


@contextmanager
def conversation(
    order: str, *, silence: float = SILENCE, should_stop: Callable[[], bool] = never
) -> Iterator[Iterator[dict[str, Any]]]:
    """Messages of a child that was given an order, up to its report; the child has ended afterwards.

    A KeyboardInterrupt in the block stops the child cleanly first. When ``should_stop`` says so
    it is asked to stop as well, and its report still comes.

    Raises:
        SourceError: the child hung or crashed.
        KawalError: what the child reports as its error.
    """
    with tempfile.TemporaryFile() as complaints, _child(complaints) as child:
        _give(child, order)
        try:
            yield _until_report(child, complaints, silence=silence, should_stop=should_stop)
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
                _close(pipe)


def _close(pipe: IO[str]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        # What was left in the pipe's buffer was meant for a child that has crashed, and that is reported.
        return


def _give(child: subprocess.Popen[str], order: str) -> None:
    if child.stdin is None:
        raise ValueError("the child was started without a pipe to its standard input")
    try:
        child.stdin.write(order + "\n")
        child.stdin.flush()
    except BrokenPipeError:
        # A child that crashed at once is reported by the end of its output.
        return


def _until_report(
    child: subprocess.Popen[str], complaints: IO[bytes], *, silence: float, should_stop: Callable[[], bool]
) -> Iterator[dict[str, Any]]:
    for message in _messages(child, silence=silence, should_stop=should_stop):
        if "error" in message:
            raise _error(message)
        yield message
        if "report" in message:
            return
    words = _last_words(complaints)
    raise SourceError(
        f"The crawler ended unexpectedly: {words}", cure="See logs/crawl.log in the data folder."
    )


def _messages(
    child: subprocess.Popen[str], *, silence: float, should_stop: Callable[[], bool]
) -> Iterator[dict[str, Any]]:
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pump, args=(child, lines), name="crawl-lines", daemon=True).start()
    heard, told, hung = time.monotonic(), False, False
    while True:
        if not told and should_stop():
            child.send_signal(signal.SIGINT)
            heard, silence, told = time.monotonic(), min(silence, _GRACE), True
        try:
            line = lines.get(timeout=min(_LOOK, silence))
        except queue.Empty:
            if time.monotonic() - heard < silence:
                continue
            child.kill()
            line, hung = None, True
        if line is None:
            break
        # After it was told to stop, signs of life buy no more time.
        heard = heard if told else time.monotonic()
        yield json.loads(line)
    if told:
        # Whatever it had told is stored: one that was killed while stopping was stopped.
        yield {"report": STOPPED}
    elif hung:
        raise SourceError(
            f"The crawler gave no sign of life for {silence:.0f} seconds and was ended.",
            cure="Run it again; it goes on where it stopped. See logs/crawl.log in the data folder.",
        )


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


def _error(message: Mapping[str, str]) -> KawalError:
    """The child's error, of the same class."""
    kind = getattr(errors, message["error"], KawalError)
    error: KawalError = kind(message["problem"], cure=message["cure"])
    return error


def _last_words(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read().decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "without a word."
