"""How the unattended work stands, for a person and for programs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from service.machine import is_alive, this_machine
from service.queueing import KINDS
from storage.health import HealthRepository
from storage.pages import PageRepository
from storage.queue import LIFE_SIGN, QueueRepository, WorkerRow
from storage.slots import LastSlot, SlotRepository


def standing(session: Session, *, now: datetime) -> dict[str, Any]:
    """Clock, jobs, workers, pages that wait and alarms, as JSON."""
    queue = QueueRepository(session)
    jobs: dict[str, dict[str, int]] = {}
    for (kind, status), number in queue.counts().items():
        jobs.setdefault(kind, {})[status] = number
    return {
        "clock": [_slot(slot) for slot in SlotRepository(session).latest()],
        "jobs": jobs,
        "workers": [_worker(row, now) for row in queue.workers()],
        "pages_waiting": PageRepository(session).count_waiting(),
        "alarms": [
            {
                "outlet": alarm.outlet,
                "kind": alarm.kind.value,
                "since": alarm.since.isoformat(timespec="minutes"),
                "id": alarm.sentence_id,
                "en": alarm.sentence_en,
            }
            for alarm in HealthRepository(session).standing()
        ],
    }


def _slot(slot: LastSlot) -> Mapping[str, Any]:
    kind = KINDS.get(slot.schedule)
    follows = None if kind is None or kind.every is None else slot.due + kind.every
    return {
        "schedule": slot.schedule,
        "last": slot.due.isoformat(timespec="seconds"),
        "next": None if follows is None else follows.isoformat(timespec="seconds"),
        "clock": slot.clock,
    }


def _worker(row: WorkerRow, now: datetime) -> Mapping[str, Any]:
    alive = now - row.last_heartbeat < LIFE_SIGN
    if row.host == this_machine() and row.pid is not None and row.started is not None:
        alive = alive and is_alive(row.pid, started=row.started)
    return {
        "worker": row.worker_id,
        "machine": row.host,
        "pid": row.pid,
        "queues": list(row.queues or ()),
        "last_sign": row.last_heartbeat.isoformat(timespec="seconds"),
        "alive": alive,
    }
