"""How far the import of archive files has come."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Update, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.collecting import ImportProgress
from models.vocabulary import Outcome


class ImportRepository:
    """All SQL on ``import_progress``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, fingerprint: str, path: Path, *, now: datetime) -> ImportProgress:
        """Where an import of this file stands; a finished one begins anew."""
        values = {
            "fingerprint": fingerprint,
            "path": str(path),
            "started": now,
            "ended": None,
            "position": 0,
            "records": 0,
            "counts": {},
        }
        row = upsert(ImportProgress).values(values)
        again = row.on_conflict_do_update(
            index_elements=["fingerprint"], set_=values, where=ImportProgress.ended.is_not(None)
        )
        self._session.execute(again)
        progress = self._session.get(ImportProgress, fingerprint, populate_existing=True)
        if progress is None:
            raise LookupError(f"the import of {path} is gone within its own transaction")
        return progress

    def advance(
        self, fingerprint: str, *, position: int, records: int, counts: Mapping[Outcome, int]
    ) -> None:
        """Note that a file is read up to a position, and what became of its records so far."""
        values = {
            "position": position,
            "records": records,
            "counts": {outcome.value: number for outcome, number in counts.items()},
        }
        self._session.execute(self._one(fingerprint).values(values))

    def finish(self, fingerprint: str, *, now: datetime) -> None:
        """Note that a file has been read to its end."""
        self._session.execute(self._one(fingerprint).values(ended=now))

    def _one(self, fingerprint: str) -> Update:
        return update(ImportProgress).where(ImportProgress.fingerprint == fingerprint)
