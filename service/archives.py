"""WARC files into the store: the same path as crawled pages, each record to one named end, resumable."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from crawler.declarations import Declaration
from crawler.urls import is_on_site, page_key
from crawler.warc import Capture, fingerprint, is_warc, read_captures
from extractors.reading.gate import gate_page
from models.vocabulary import Outcome
from service.importing import UNKNOWN_OUTLET
from service.reading import Desk, read_page_of
from storage.database import Database
from storage.imports import ImportRepository
from storage.pages import PageChange, PageRepository
from storage.runs import RunRepository
from storage.sources import SourceRepository

_TOGETHER = 20
"""Records in one transaction; a kill loses at most so many, and they are read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveReport:
    """What became of a file's records, those of an import that was stopped before included."""

    path: Path
    records: int
    counts: Counter[Outcome]


@dataclass(slots=True)
class _Archive:
    """One import in hand: where addresses belong, and how each page known is written."""

    declared: Sequence[Declaration]
    declared_only: bool
    run_id: int
    forms: dict[str, dict[str, str]] = field(default_factory=dict)

    def outlet_of(self, url: str) -> str | None:
        """The declared outlet an address belongs to, the one with the longest domain."""
        own = [one for one in self.declared if is_on_site(url, domain=one.outlet)]
        return max(own, key=lambda one: len(one.outlet)).name if own else None

    def known_form(self, session: Session, source_name: str, url: str) -> str:
        """The address under which a page is stored, whatever variant of it was captured."""
        if source_name not in self.forms:
            known = PageRepository(session).known_urls(source_name)
            self.forms[source_name] = {page_key(one): one for one in known}
        return self.forms[source_name].setdefault(page_key(url), url)


def split_archives(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """WARC files, those in folders included, and what else was named."""
    archives: dict[Path, None] = {}
    others: list[Path] = []
    for path in paths:
        if not path.is_dir():
            if is_warc(path):
                archives.setdefault(path)
            else:
                others.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if file.is_file())
        archives.update(dict.fromkeys(file for file in inside if is_warc(file)))
        if not inside or any(not is_warc(file) for file in inside):
            others.append(path)
    return list(archives), others


def import_archive(
    database: Database,
    desk: Desk,
    path: Path,
    *,
    run_id: int,
    declared: Sequence[Declaration],
    declared_only: bool = False,
    on_record: Callable[[int], None] = lambda records: None,
) -> ArchiveReport:
    """Store the articles of a WARC file; an import that was stopped goes on after its last record.

    Args:
        database: the open store.
        desk: what reading needs.
        path: the file.
        run_id: the run every outcome is noted under.
        declared: the outlets whose addresses are known; they are in the store already.
        declared_only: whether pages of other sites are passed over, as ``refused_address``.
        on_record: called with the number of records done.

    Raises:
        BadInputError: the file is no WARC file or damaged; what came before the damage is stored.
    """
    mark = fingerprint(path)
    archive = _Archive(declared, declared_only, run_id)
    with database.session() as session:
        SourceRepository(session).ensure(UNKNOWN_OUTLET, outlet=UNKNOWN_OUTLET)
        progress = ImportRepository(session).open(mark, path, now=desk.clock())
        records = progress.records
        after = progress.position if records else None
        counts = Counter({Outcome(name): number for name, number in progress.counts.items()})
    captures = read_captures(path, after=after)
    while together := list(_batch(captures)):
        done = counts.copy()
        with database.session() as session:
            for capture in together:
                done[_store(session, desk, archive, capture)] += 1
            ImportRepository(session).advance(
                mark, position=together[-1].position, records=records + len(together), counts=done
            )
        counts, records = done, records + len(together)
        on_record(records)
    with database.session() as session:
        ImportRepository(session).finish(mark, now=desk.clock())
    return ArchiveReport(path=path, records=records, counts=counts)


def _batch(captures: Iterator[Capture]) -> Iterator[Capture]:
    return islice(captures, _TOGETHER)


def _store(session: Session, desk: Desk, archive: _Archive, capture: Capture) -> Outcome:
    """Store one capture and read it; note its outcome under its address."""
    source_name = archive.outlet_of(capture.url)
    if source_name is None:
        source_name, capture = _foreign(session, archive, capture)
    url = archive.known_form(session, source_name, capture.url)
    outcome, detail = capture.outcome, capture.detail
    if capture.outcome is Outcome.PENDING:
        outcome, detail = _store_page(session, desk, capture, url, source_name)
    size = len(capture.body or b"")
    RunRepository(session).record_outcome(
        archive.run_id, url, source_name, outcome, detail=detail, body_bytes=size
    )
    return outcome


def _foreign(session: Session, archive: _Archive, capture: Capture) -> tuple[str, Capture]:
    """Whose a capture of no declared outlet is; what cannot matter leaves no outlet behind."""
    if archive.declared_only:
        return UNKNOWN_OUTLET, _instead(capture, Outcome.REFUSED_ADDRESS, "no declared outlet")
    if capture.body is None:
        return UNKNOWN_OUTLET, capture
    if not gate_page(capture.body, charset=capture.charset).passed:
        return UNKNOWN_OUTLET, _instead(capture, Outcome.IRRELEVANT, "no word of the field")
    host = (urlsplit(capture.url).hostname or "").removeprefix("www.")[:60]
    SourceRepository(session).ensure(host, outlet=host)
    return host, capture


def _instead(capture: Capture, outcome: Outcome, detail: str) -> Capture:
    return Capture(
        position=capture.position, url=capture.url, moment=capture.moment, outcome=outcome, detail=detail
    )


def _store_page(
    session: Session, desk: Desk, capture: Capture, url: str, source_name: str
) -> tuple[Outcome, str | None]:
    pages = PageRepository(session)
    moment = capture.moment or desk.clock()
    known = pages.get(url)
    if known is not None and known.body_sha256 is not None and known.last_fetched > moment:
        return Outcome.UNCHANGED, "a later state of it is stored"
    change = pages.record_fetch(
        url,
        source_name,
        status=200,
        body=capture.body,
        now=moment,
        content_type=capture.content_type,
        charset=capture.charset,
        etag=capture.etag,
        last_modified=capture.last_modified,
    )
    if change is PageChange.UNCHANGED:
        return Outcome.UNCHANGED, None
    page = pages.get(url)
    if page is None:
        raise LookupError(f"page {url} is gone within its own transaction")
    return read_page_of(session, page, desk)
