"""Where the crawled pages of a store come from: live sites, or this machine."""

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from models.crawling import Page, Run, UrlOutcome
from models.vocabulary import RunKind

_LOOPBACK = r"^https?://(127\.|localhost[:/]|\[::1\])"


def holds_loopback_pages(session: Session) -> bool:
    """Whether a crawl ever stored a page of this machine, as the demo does."""
    return _holds(session, Page.url.regexp_match(_LOOPBACK))


def holds_live_pages(session: Session) -> bool:
    """Whether a crawl ever stored a page of another machine."""
    return _holds(session, ~Page.url.regexp_match(_LOOPBACK))


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    crawled = (
        select(UrlOutcome.url)
        .join(Run, Run.id == UrlOutcome.run_id)
        .join(Page, Page.url == UrlOutcome.url)
        .where(Run.kind == RunKind.CRAWL, condition)
    )
    return bool(session.scalar(select(exists(crawled))))
