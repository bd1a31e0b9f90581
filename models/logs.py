"""Structured logs: one line an event, for people or as JSON, the library's own included.

``structlog.contextvars.bind_contextvars`` binds what all later lines of a piece of work carry
(run, job, outlet). Text of articles never gets into a line: what a database says about the
row it refused is cut off.
"""

import fcntl
import logging
import re
import sys
from itertools import pairwise
from logging import Handler
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any

import structlog

from models.settings import Settings

_ROW = re.compile(r"(DETAIL:|CONTEXT:|\[parameters:).*", re.DOTALL)
_QUIET = {
    "apscheduler": logging.WARNING,
    "procrastinate": logging.WARNING,
    "asyncio": logging.WARNING,
    "scrapy.core.scraper": logging.INFO,  # Below that it writes whole pages.
}
_LOG_BYTES = 5 * 1024 * 1024
_KEPT_FILES = 3


def configure_logs(settings: Settings, *, file: Path | None = None, **bound: object) -> None:
    """Send all logging of this process to standard error or a file, as the settings say.

    Args:
        settings: the form and the least level.
        file: the file to append to, instead of standard error.
        bound: what every line carries.
    """
    as_json = settings.log_format == "json"
    handler = _handler(file)
    handler.setFormatter(_formatter(as_json=as_json, colours=file is None and sys.stderr.isatty()))
    # Scrapy sets its own loggers to debug, whatever the root says.
    handler.setLevel(settings.log_level.upper())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(max(level, root.level))
    structlog.configure(
        processors=[
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    structlog.contextvars.bind_contextvars(**bound)


def without_rows(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Cut what the database quotes of a row from texts and tracebacks."""
    return {
        key: _ROW.sub(r"\1 …", value) if isinstance(value, str) else value for key, value in event.items()
    }


def _shared() -> list[structlog.typing.Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _formatter(*, as_json: bool, colours: bool) -> logging.Formatter:
    last: list[structlog.typing.Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        without_rows,
    ]
    if as_json:
        last.append(structlog.processors.JSONRenderer(ensure_ascii=False, default=str))
    else:
        last.append(structlog.dev.ConsoleRenderer(colors=colours))
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_shared(), processors=last)


def _handler(file: Path | None) -> Handler:
    if file is None:
        return logging.StreamHandler(sys.stderr)
    file.parent.mkdir(parents=True, exist_ok=True)
    _rotate(file)
    # Several children append to one file; each notices when another has turned it over.
    return WatchedFileHandler(file, encoding="utf-8")


def _rotate(file: Path) -> None:
    """Turn a file that has grown over; one process at a time."""
    with file.with_name(f".{file.name}.lock").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not file.exists() or file.stat().st_size < _LOG_BYTES:
            return
        generations = [
            file,
            *(file.with_name(f"{file.name}.{number}") for number in range(1, _KEPT_FILES + 1)),
        ]
        for newer, older in reversed(list(pairwise(generations))):
            if newer.exists():
                newer.replace(older)
