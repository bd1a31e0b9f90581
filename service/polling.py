"""Which outlets are due for a crawl."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from crawler.declarations import Declaration
from crawler.polling import SHORTEST
from models.vocabulary import RunKind
from storage.polling import PollingRepository
from storage.runs import RunRepository


def due_outlets(session: Session, declared: Sequence[Declaration], *, now: datetime) -> list[Declaration]:
    """The outlets to crawl now: within their declared hours, and due or never crawled.

    When an outlet is due is computed and stored at the end of each of its crawls (crawler/polling.py).
    One whose crawl came to no end, because it crashed or was stopped, is left alone for the
    shortest wait.
    """
    due = PollingRepository(session).due_times()
    begun = RunRepository(session).last_started(RunKind.CRAWL)
    return [
        declaration
        for declaration in declared
        if declaration.is_open_at(now)
        and due.get(declaration.name, now) <= now
        and (declaration.name not in begun or now - begun[declaration.name] >= SHORTEST)
    ]
