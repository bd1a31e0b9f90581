"""Reading pages that wait, and reading stored articles again."""

from collections.abc import Mapping
from typing import Any

from service.queueing import defer
from service.reading import read_waiting
from service.reading import reextract as read_again
from service.workroom import Workroom
from storage.pages import PageRepository

BATCH = 50
"""Pages of one job: about a minute's work, so that several machines share what waits."""


def read(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read a batch of waiting pages; a further job is queued first when more wait than one can take."""
    with room.database.session() as session:
        waiting = PageRepository(session).count_waiting()
        if waiting > BATCH:
            defer(session, "read")
    if not waiting:
        return {"waiting": 0}
    counts = read_waiting(
        room.database, room.desk(), run_id=None, limit=BATCH, should_stop=room.stopping.is_set
    )
    return {"waiting": waiting, "read": {outcome.value: count for outcome, count in counts.items()}}


def reextract(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read a batch of articles again whose extraction is older than the present extractors."""
    number = read_again(room.database, room.desk(), limit=BATCH)
    if number == BATCH and not room.stopping.is_set():
        with room.database.session() as session:
            defer(session, "reextract")
    return {"articles": number}
