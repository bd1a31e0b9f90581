"""Saved articles and pages into the store, as if crawled; importing twice changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.orm import Session

from extractors.pipeline import extract
from extractors.reading.files import host_of, read_article_file, read_html_file
from extractors.reading.page import ArticlePage
from models.records import ArticleText
from models.vocabulary import Outcome
from service.reading import Desk, read_waiting, settle_article
from storage.articles import ArticleRepository
from storage.database import Database
from storage.pages import PageChange, PageRepository
from storage.runs import RunRepository
from storage.sources import SourceRepository

UNKNOWN_OUTLET = "unknown"
READER = "import"


def import_files(
    database: Database,
    desk: Desk,
    files: Iterable[Path],
    *,
    run_id: int,
    on_file: Callable[[], None] = lambda: None,
) -> Counter[Outcome]:
    """Store the articles of these files; give how many ended how.

    Each file is one transaction, so what was stored before a bad file stays.

    Raises:
        BadInputError: a file is not what its ending says.
    """
    counts: Counter[Outcome] = Counter()
    for path in files:
        if path.suffix.lower() in {".html", ".htm"}:
            _import_page(database, desk, path, run_id=run_id)
            counts += read_waiting(database, desk, run_id=run_id)
        else:
            counts += _import_texts(database, desk, path, run_id=run_id)
        on_file()
    return counts


def _import_texts(database: Database, desk: Desk, path: Path, *, run_id: int) -> Counter[Outcome]:
    articles = read_article_file(path)
    counts: Counter[Outcome] = Counter()
    with database.session() as session:
        for article in articles:
            counts[_import_text(session, desk, article, run_id=run_id)] += 1
    return counts


def _import_text(session: Session, desk: Desk, article: ArticleText, *, run_id: int) -> Outcome:
    outlet = article.outlet or UNKNOWN_OUTLET
    source_name = _source_of(session, outlet)
    url = article.url or f"file:///{quote(outlet)}/{quote(article.id)}"
    pages = PageRepository(session)
    runs = RunRepository(session)
    pages.record_fetch(url, source_name, status=200, body=None, now=desk.clock())
    page = pages.get(url)
    if page is None:
        raise LookupError(f"page {url} is gone within its own transaction")
    extraction = extract(article, desk.toolkit)
    outcome = Outcome.IRRELEVANT
    known = ArticleRepository(session).current(page.id) is not None
    if extraction.relevant or known:
        stored, change = ArticleRepository(session).store_reading(
            page,
            title=article.title,
            text=article.text,
            published=article.published,
            reader=READER,
            now=desk.clock(),
            external_id=article.id,
        )
        outcome = settle_article(session, stored, change, extraction)
    pages.set_outcome(page.id, outcome)
    runs.record_outcome(run_id, url, source_name, outcome, body_bytes=len(article.text.encode()))
    return outcome


def _import_page(database: Database, desk: Desk, path: Path, *, run_id: int) -> None:
    """Store a saved page under its canonical address, or its file name when it names none."""
    reading = read_html_file(path)
    canonical = reading.canonical_url if isinstance(reading, ArticlePage) else None
    body = path.read_bytes()
    with database.session() as session:
        source_name = _source_of(session, host_of(canonical) or UNKNOWN_OUTLET)
        url = canonical or f"file:///{UNKNOWN_OUTLET}/{quote(path.name)}"
        pages = PageRepository(session)
        change = pages.record_fetch(url, source_name, status=200, body=body, now=desk.clock())
        outcome = Outcome.UNCHANGED if change is PageChange.UNCHANGED else Outcome.PENDING
        RunRepository(session).record_outcome(run_id, url, source_name, outcome, body_bytes=len(body))


def _source_of(session: Session, outlet: str) -> str:
    """The declared outlet of that domain, or one made for it."""
    sources = SourceRepository(session)
    for source in sources.list():
        if outlet in (source.outlet, source.name):
            return source.name
    sources.upsert(outlet, outlet=outlet)
    return outlet
