"""Which outlets are due for a crawl."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from crawler.declarations import Declaration
from models.vocabulary import RunKind
from storage.runs import RunRepository

BETWEEN_CRAWLS = timedelta(hours=6)


def due_outlets(session: Session, declared: Sequence[Declaration], *, now: datetime) -> list[Declaration]:
    """The outlets to crawl now: within their declared hours, and not crawled for a while."""
    last = RunRepository(session).last_started(RunKind.CRAWL)
    return [
        declaration
        for declaration in declared
        if declaration.is_open_at(now)
        and (declaration.name not in last or now - last[declaration.name] >= BETWEEN_CRAWLS)
    ]
