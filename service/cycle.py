"""One cycle of work: crawl, read, cross-check; each part is a run of its own."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from structlog.contextvars import bind_contextvars

from crawler.declarations import Declaration, load_declarations
from crawler.processes import never
from crawler.run import CrawlRequest, crawl
from crosscheck.run import CheckReport, check
from extractors.toolkit import Toolkit
from models.errors import SourceError
from models.masking import VERSION as MASKING
from models.settings import Settings
from models.vocabulary import Outcome, RunKind, RunStatus
from service.polling import due_outlets
from service.reading import Clock, Desk, read_waiting
from storage.database import Database
from storage.runs import RunRepository
from storage.sources import SourceRepository

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOrder:
    """What is to be collected; empty ``names`` means every declared outlet that is due.

    ``force`` takes outlets and asks known pages before they are due; null means for named outlets only.
    """

    names: Sequence[str] = ()
    since: date | None = None
    until: date | None = None
    delay: float | None = None
    base_addresses: Mapping[str, str] = field(default_factory=dict)
    force: bool | None = None

    @property
    def is_forced(self) -> bool:
        """Whether what is not due is collected too: who names an outlet wants it looked at now."""
        return bool(self.names) if self.force is None else self.force


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSummary:
    """What became of every URL of one crawl, per outlet, and how many body bytes came over the line."""

    run_id: int
    outcomes: Mapping[str, Mapping[Outcome, int]]
    body_bytes: Mapping[str, int]
    read: Mapping[Outcome, int]


def make_desk(toolkit: Toolkit, clock: Clock, *, added: Path | None = None) -> Desk:
    """Give reading what it needs: trained parts and the outlets' own readers."""
    return Desk(
        # What readers may see is worked out at reading, so rules of masking are versions of it too.
        toolkit=replace(toolkit, versions={**toolkit.versions, "masking": MASKING}),
        readers={one.name: one.reader_on for one in load_declarations(added=added)},
        clock=clock,
    )


def declare_sources(database: Database, declarations: Sequence[Declaration]) -> None:
    """Store the outlets as they are declared now."""
    with database.session() as session:
        repository = SourceRepository(session)
        for declaration in declarations:
            repository.upsert(
                declaration.name,
                outlet=declaration.outlet,
                owner=declaration.owner,
                home_region=declaration.home_region,
                declaration=declaration.model_dump(mode="json"),
            )


@contextmanager
def open_run(database: Database, kind: RunKind, *, clock: Clock) -> Iterator[int]:
    """A new run's number while the block runs; closed by how the block ends."""
    with database.session() as session:
        run_id = RunRepository(session).start(kind, now=clock()).id
    try:
        yield run_id
    except BaseException as error:
        _close(database, clock, run_id, error)
        raise
    _close(database, clock, run_id, None)


def chosen(names: Sequence[str], *, added: Path | None = None) -> tuple[Declaration, ...]:
    """Give the declarations of these names, or all of them.

    Raises:
        SourceError: an outlet is not declared.
    """
    declared = {declaration.name: declaration for declaration in load_declarations(added=added)}
    unknown = [name for name in names if name not in declared]
    if unknown:
        raise SourceError(
            f"No outlet is declared as {unknown[0]!r}.", cure="See kawal sources list, or kawal sources add."
        )
    return tuple(declared[name] for name in names) if names else tuple(declared.values())


def collect(
    database: Database,
    settings: Settings,
    desk: Desk,
    order: CrawlOrder,
    *,
    on_progress: Progress = lambda done, total: None,
) -> CrawlSummary:
    """Crawl the outlets and read what came; the run is closed whatever happens.

    Raises:
        SourceError: an outlet is not declared.
    """
    declarations = chosen(order.names, added=settings.outlets_dir)
    declare_sources(database, declarations)
    with database.session() as session:
        if not order.names and not order.is_forced:
            declarations = tuple(due_outlets(session, declarations, now=desk.clock()))
        runs = RunRepository(session)
        runs.interrupt_running(RunKind.CRAWL, now=desk.clock())
        run_id = runs.start(RunKind.CRAWL, now=desk.clock()).id
    try:
        crawl(_request(order, declarations, run_id), settings, on_progress=on_progress)
        read = read_waiting(database, desk, run_id=run_id)
    except BaseException as error:
        _close(database, desk.clock, run_id, error)
        raise
    _close(database, desk.clock, run_id, None)
    return summary(database, run_id, read)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCrawl:
    """How one crawl of one outlet went; its pages may still wait to be read."""

    run_id: int
    outcomes: Mapping[Outcome, int]
    left_over: int
    interrupted: bool


def crawl_outlet(
    database: Database,
    settings: Settings,
    declaration: Declaration,
    *,
    clock: Clock,
    delay: float | None = None,
    should_stop: Callable[[], bool] = never,
) -> OutletCrawl:
    """Crawl one outlet in a run of its own; its pages wait to be read afterwards.

    Raises:
        SourceError: the child hung, crashed, or another process crawls the outlet.
        DatabaseUnavailableError: the store failed on the way.
    """
    name = declaration.name
    declare_sources(database, [declaration])
    with database.session() as session:
        runs = RunRepository(session)
        runs.interrupt_running(RunKind.CRAWL, now=clock(), source_name=name)
        run_id = runs.start(RunKind.CRAWL, now=clock(), source_name=name).id
    bind_contextvars(run_id=run_id, outlet=name)
    request = CrawlRequest(names=(name,), run_id=run_id, delay=delay)
    try:
        report = crawl(request, settings, should_stop=should_stop)
    except BaseException as error:
        _close(database, clock, run_id, error)
        raise
    _close(database, clock, run_id, None, interrupted=report.interrupted)
    return OutletCrawl(
        run_id=run_id,
        outcomes=report.outcomes.get(name, {}),
        left_over=report.left_over.get(name, 0),
        interrupted=report.interrupted,
    )


def summary(database: Database, run_id: int, read: Counter[Outcome]) -> CrawlSummary:
    """Give what became of every URL of a run."""
    with database.session() as session:
        runs = RunRepository(session)
        return CrawlSummary(
            run_id=run_id,
            outcomes=runs.outcome_table(run_id),
            body_bytes=runs.body_bytes(run_id),
            read=read,
        )


def crosscheck_all(database: Database, clock: Clock) -> CheckReport:
    """Lay everything reported beside everything official, anew."""
    with database.session() as session:
        return check(session, now=clock())


def _request(order: CrawlOrder, declarations: Sequence[Declaration], run_id: int) -> CrawlRequest:
    return CrawlRequest(
        names=tuple(declaration.name for declaration in declarations),
        since=order.since,
        until=order.until,
        delay=order.delay,
        base_addresses=dict(order.base_addresses),
        run_id=run_id,
        forced=order.is_forced,
    )


def _close(
    database: Database, clock: Clock, run_id: int, error: BaseException | None, *, interrupted: bool = False
) -> None:
    status = RunStatus.INTERRUPTED if interrupted else RunStatus.FINISHED
    if error is not None:
        status = RunStatus.INTERRUPTED if isinstance(error, KeyboardInterrupt) else RunStatus.FAILED
    with database.session() as session:
        RunRepository(session).finish(
            run_id, status, now=clock(), error=None if error is None else str(error)
        )
