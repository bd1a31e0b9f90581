"""From stored pages to stored articles and figures, one transaction a page.

A process killed at any moment loses at most the page in hand, which is still
waiting and is read again.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from extractors.pipeline import extract
from extractors.reading.gate import gate_page
from extractors.reading.page import ArticlePage, NotArticle, read_page
from extractors.stories import first_telling
from extractors.toolkit import Toolkit
from models.crawling import Page
from models.reading import Article
from models.records import ArticleText, Extraction
from models.vocabulary import Outcome
from storage.articles import ArticleRepository, ReadingChange
from storage.database import Database
from storage.extractions import ExtractionRepository
from storage.pages import PageRepository
from storage.runs import RunRepository
from storage.sources import SourceRepository
from storage.stories import StoryRepository

STORY_DAYS = 7
"""A wire story is copied within days; a year-end figure told again next year is another report."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What reading needs besides the page: trained parts, outlets' readers, the time.

    ``readers`` tell, by outlet, which own reader fits pages fetched on a day.
    """

    toolkit: Toolkit
    readers: Mapping[str, Callable[[date], str | None]]
    clock: Clock


def read_waiting(
    database: Database,
    desk: Desk,
    *,
    run_id: int | None,
    on_page: Callable[[Outcome], None] = lambda outcome: None,
    limit: int | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Counter[Outcome]:
    """Read every page that waits; give how many ended how.

    URLs that any run left pending get their final outcome.

    Args:
        database: the open store.
        desk: what reading needs.
        run_id: the run in hand, whose own outcome of a page is replaced in any case; null when none is.
        on_page: called after each page, for progress.
        limit: how many pages at most.
        should_stop: asked before each page.
    """
    counts: Counter[Outcome] = Counter()
    settled: set[int] = set()
    while (limit is None or counts.total() < limit) and not should_stop():
        outcome = _read_next(database, desk, run_id, settled)
        if outcome is None:
            break
        counts[outcome] += 1
        on_page(outcome)
    with database.session() as session:
        RunRepository(session).recount(settled)
    return counts


def _read_next(database: Database, desk: Desk, run_id: int | None, settled: set[int]) -> Outcome | None:
    with database.session() as session:
        waiting = PageRepository(session).to_read(limit=1)
        if not waiting:
            return None
        page = waiting[0]
        outcome, detail = read_page_of(session, page, desk)
        runs = RunRepository(session)
        settled |= runs.settle_pending(page.url, outcome, detail=detail)
        if run_id is not None:
            runs.settle(run_id, page.url, outcome, detail=detail)
        return outcome


def read_page_of(session: Session, page: Page, desk: Desk) -> tuple[Outcome, str | None]:
    """Read a page's kept body into an article and its figures; give what it is and why it is none."""
    pages = PageRepository(session)
    body = pages.body(page)
    if body is None:
        raise ValueError(f"page {page.id} waits to be read but keeps no body")
    known = ArticleRepository(session).current(page.id) is not None
    if not known and not gate_page(body, charset=page.charset).passed:
        return _forget(pages, page, "no word of the field")
    fetched = page.last_fetched.date()
    reader_on = desk.readers.get(page.source_name)
    reader = None if reader_on is None else reader_on(fetched)
    reading = read_page(body, url=page.url, charset=page.charset, reader=reader, fetched=fetched)
    if isinstance(reading, NotArticle):
        pages.mark_read(page.id, reading.outcome)
        return reading.outcome, reading.reason
    return _store(session, page, reading, desk, known=known)


def _forget(pages: PageRepository, page: Page, reason: str) -> tuple[Outcome, str]:
    """Victims stay unnamed: a page that is not needed keeps its hash, not its text."""
    pages.drop_body(page.id)
    return Outcome.IRRELEVANT, reason


def _store(
    session: Session, page: Page, reading: ArticlePage, desk: Desk, *, known: bool
) -> tuple[Outcome, str | None]:
    pages = PageRepository(session)
    extraction = extract(_article_text(session, page, reading), desk.toolkit)
    if not extraction.relevant and not known:
        return _forget(pages, page, f"relevance {extraction.relevance:.2f}")
    article, change = ArticleRepository(session).store_reading(
        page,
        title=reading.title,
        text=reading.text,
        published=reading.published,
        reader=reading.reader,
        now=desk.clock(),
    )
    outcome = settle_article(session, article, change, extraction)
    pages.mark_read(page.id, outcome)
    return outcome, None


def settle_article(
    session: Session, article: Article, change: ReadingChange, extraction: Extraction
) -> Outcome:
    """Store what was extracted and join wire copies; give what became of the page."""
    if change is ReadingChange.UNCHANGED and article.extraction_versions == dict(extraction.versions):
        return Outcome.UNCHANGED
    ExtractionRepository(session).store(article.id, extraction)
    original = join_story(session, article)
    if change is ReadingChange.NEW_VERSION:
        return Outcome.UPDATED
    if change is ReadingChange.UNCHANGED:
        return Outcome.UNCHANGED
    return Outcome.STORED if original is None else Outcome.DUPLICATE


def join_story(session: Session, article: Article) -> int | None:
    """Point a wire copy at its first telling; give that article's id, or null.

    The same words with other numbers are another report: hidden as a copy, its number would be lost.
    """
    neighbours = StoryRepository(session).neighbours(article, days=STORY_DAYS)
    original = first_telling(article.text, neighbours)
    if original is not None and StoryRepository(session).contradicts(article.id, original):
        original = None
    ArticleRepository(session).mark_duplicate(article.id, original)
    return original


def _article_text(session: Session, page: Page, reading: ArticlePage) -> ArticleText:
    source = SourceRepository(session).get(page.source_name)
    return ArticleText(
        id=str(page.id),
        text=reading.text,
        title=reading.title,
        url=page.url,
        outlet=None if source is None else source.outlet,
        published=reading.published,
        home_region=None if source is None else source.home_region,
    )


def reextract(
    database: Database, desk: Desk, *, on_article: Callable[[], None] = lambda: None, limit: int | None = None
) -> int:
    """Read stored articles again whose extraction is older than the present extractors.

    Reviews survive: they belong to page, evidence and value. Gives how many were read.
    """
    done = 0
    while limit is None or done < limit:
        with database.session() as session:
            repository = ExtractionRepository(session)
            waiting = repository.to_extract(desk.toolkit.versions, limit=1)
            if not waiting:
                return done
            repository.store(int(waiting[0].id), extract(waiting[0], desk.toolkit))
        done += 1
        on_article()
    return done
