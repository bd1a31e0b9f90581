"""Runs and the one outcome of every URL in them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.crawling import Run, UrlOutcome
from models.vocabulary import Outcome, RunKind, RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """What became of one URL in one run."""

    url: str
    source_name: str
    outcome: Outcome
    detail: str | None = None
    body_bytes: int = 0


class RunRepository:
    """All SQL on ``run`` and ``url_outcome``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, kind: RunKind, *, now: datetime, source_name: str | None = None) -> Run:
        """A new running run; ``source_name`` when it is about one outlet alone."""
        run = Run(kind=kind, started=now, source_name=source_name)
        self._session.add(run)
        self._session.flush()
        return run

    def get(self, run_id: int) -> Run | None:
        """The run of that number."""
        return self._session.get(Run, run_id, populate_existing=True)

    def latest(self, kind: RunKind) -> Run | None:
        """The run of this kind that started last."""
        newest = select(Run).where(Run.kind == kind).order_by(Run.started.desc(), Run.id.desc()).limit(1)
        return self._session.scalar(newest)

    def record_outcome(
        self,
        run_id: int,
        url: str,
        source_name: str,
        outcome: Outcome,
        *,
        detail: str | None = None,
        body_bytes: int = 0,
    ) -> None:
        """Note what became of a URL, in place of what this run noted before."""
        row = OutcomeRow(
            url=url, source_name=source_name, outcome=outcome, detail=detail, body_bytes=body_bytes
        )
        self.record_outcomes(run_id, [row])

    def record_outcomes(self, run_id: int, rows: Iterable[OutcomeRow]) -> None:
        """Note many outcomes at once; the last one given for a URL counts."""
        by_url = {row.url: {"run_id": run_id, **asdict(row)} for row in rows}
        if not by_url:
            return
        statement = upsert(UrlOutcome)
        columns = ("source_name", "outcome", "detail", "body_bytes")
        changed = {column: statement.excluded[column] for column in columns}
        statement = statement.on_conflict_do_update(index_elements=["run_id", "url"], set_=changed)
        # One order for everybody: two writers of the same URLs cannot deadlock.
        self._session.execute(statement, [by_url[url] for url in sorted(by_url)])

    def settle(self, run_id: int, url: str, outcome: Outcome, *, detail: str | None = None) -> None:
        """Replace the outcome of a URL this run has fetched, keeping its size; others are left out."""
        self._session.execute(
            update(UrlOutcome)
            .where(UrlOutcome.run_id == run_id, UrlOutcome.url == url)
            .values(outcome=outcome, detail=detail)
        )

    def settle_pending(self, url: str, outcome: Outcome, *, detail: str | None = None) -> set[int]:
        """Replace the outcome of a URL in every run that left it pending; give these runs."""
        waiting = update(UrlOutcome).where(UrlOutcome.url == url, UrlOutcome.outcome == Outcome.PENDING)
        settled = waiting.values(outcome=outcome, detail=detail).returning(UrlOutcome.run_id)
        return set(self._session.scalars(settled))

    def recount(self, run_ids: Iterable[int]) -> None:
        """Count the URLs by outcome again in runs that have ended and were settled since."""
        for run_id in sorted(run_ids):
            ended = update(Run).where(Run.id == run_id, Run.ended.is_not(None))
            self._session.execute(ended.values(counts=self._counts(run_id)))

    def last_started(self, kind: RunKind) -> dict[str, datetime]:
        """By outlet, when a run about it alone last started."""
        query = select(Run.source_name, func.max(Run.started))
        query = query.where(Run.kind == kind, Run.source_name.is_not(None)).group_by(Run.source_name)
        return {str(name): started for name, started in self._session.execute(query)}

    def outcomes(self, run_id: int, *, outcome: Outcome | None = None) -> tuple[OutcomeRow, ...]:
        """Every URL of a run with what became of it, by outlet and address."""
        columns = (
            UrlOutcome.url,
            UrlOutcome.source_name,
            UrlOutcome.outcome,
            UrlOutcome.detail,
            UrlOutcome.body_bytes,
        )
        query = select(*columns).where(UrlOutcome.run_id == run_id)
        if outcome is not None:
            query = query.where(UrlOutcome.outcome == outcome)
        rows = self._session.execute(query.order_by(UrlOutcome.source_name, UrlOutcome.url))
        return tuple(OutcomeRow(**row) for row in rows.mappings())

    def outcome_table(self, run_id: int) -> dict[str, dict[Outcome, int]]:
        """Per outlet, how many URLs had which outcome; outcomes nobody had are left out."""
        number = func.count()
        query = select(UrlOutcome.source_name, UrlOutcome.outcome, number)
        query = query.where(UrlOutcome.run_id == run_id).group_by(UrlOutcome.source_name, UrlOutcome.outcome)
        table: dict[str, dict[Outcome, int]] = {}
        for source_name, outcome, count in self._session.execute(
            query.order_by(UrlOutcome.source_name, UrlOutcome.outcome)
        ):
            table.setdefault(source_name, {})[outcome] = count
        return table

    def body_bytes(self, run_id: int) -> dict[str, int]:
        """Per outlet, how many bytes of bodies came over the line."""
        query = select(UrlOutcome.source_name, func.sum(UrlOutcome.body_bytes))
        query = query.where(UrlOutcome.run_id == run_id).group_by(UrlOutcome.source_name)
        return {name: int(total) for name, total in self._session.execute(query)}

    def finish(
        self,
        run_id: int,
        status: RunStatus,
        *,
        now: datetime,
        error: str | None = None,
        counts: Mapping[str, int] | None = None,
    ) -> None:
        """Close a run; ``counts`` default to the number of URLs by outcome."""
        if counts is None:
            counts = self._counts(run_id)
        values = {"status": status, "ended": now, "error": error, "counts": dict(counts)}
        self._session.execute(update(Run).where(Run.id == run_id).values(**values))

    def interrupt_running(self, kind: RunKind, *, now: datetime, source_name: str | None = None) -> int:
        """Close runs of this kind that a crash left running; how many there were.

        Only those about that outlet alone, or, without a name, those about several.
        """
        left = update(Run).where(Run.kind == kind, Run.status == RunStatus.RUNNING)
        left = left.where(Run.source_name.is_not_distinct_from(source_name))
        closed = self._session.execute(left.values(status=RunStatus.INTERRUPTED, ended=now).returning(Run.id))
        return len(closed.all())

    def _counts(self, run_id: int) -> dict[str, int]:
        totals: dict[str, int] = {}
        for outcomes in self.outcome_table(run_id).values():
            for outcome, count in outcomes.items():
                totals[outcome.value] = totals.get(outcome.value, 0) + count
        return totals
