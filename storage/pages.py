"""Addresses and the last body seen there."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import case, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session, undefer

from models.crawling import Page
from models.vocabulary import Outcome

_ARTICLES = (Outcome.PENDING, Outcome.STORED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.DUPLICATE)
_WAITING = (Page.body.is_not(None), Page.body_sha256.is_distinct_from(Page.read_sha256))


class PageChange(StrEnum):
    """What a fetch brought compared with what was stored."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """What a crawler needs to know of a page seen before; without a body it has nothing to compare with."""

    url: str
    last_fetched: datetime
    etag: str | None
    last_modified: str | None
    has_body: bool
    is_removed: bool
    changed: datetime
    is_article: bool


class PageRepository:
    """All SQL on ``page``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, url: str) -> Page | None:
        """The page at that address, its body not loaded yet."""
        query = select(Page).where(Page.url == url).execution_options(populate_existing=True)
        return self._session.scalar(query)

    def validators(self, url: str) -> tuple[str | None, str | None] | None:
        """The ETag and Last-Modified to ask with; None when nothing is held to compare with."""
        query = select(Page.etag, Page.last_modified)
        row = self._session.execute(query.where(Page.url == url, Page.body_sha256.is_not(None))).one_or_none()
        if row is None or row == (None, None):
            return None
        return row[0], row[1]

    def known_urls(self, source_name: str) -> set[str]:
        """Every address ever seen at an outlet."""
        return set(self._session.scalars(select(Page.url).where(Page.source_name == source_name)))

    def known_pages(self, source_name: str) -> list[KnownPage]:
        """Every page ever seen at an outlet, the one fetched longest ago first."""
        query = select(
            Page.url,
            Page.last_fetched,
            Page.etag,
            Page.last_modified,
            Page.body_sha256.is_not(None).label("has_body"),
            Page.removed_at.is_not(None).label("is_removed"),
            func.coalesce(Page.changed_at, Page.first_seen).label("changed"),
            Page.outcome.in_(_ARTICLES).label("is_article"),
        )
        query = query.where(Page.source_name == source_name).order_by(Page.last_fetched, Page.id)
        return [KnownPage(**row) for row in self._session.execute(query).mappings()]

    def record_fetch(
        self,
        url: str,
        source_name: str,
        *,
        status: int,
        body: bytes | None,
        now: datetime,
        content_type: str | None = None,
        charset: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> PageChange:
        """Store what a fetch brought; the same body twice changes nothing but the time.

        A fetch without a body (an error, a refused size) keeps the body of before.
        """
        page, change = self._locked(url, source_name, now)
        page.last_fetched, page.http_status = now, status
        if body is None:
            return change
        if page.removed_at is not None:
            page.changed_at = now
        page.removed_at = None
        page.content_type, page.charset = content_type, charset
        page.etag, page.last_modified = etag, last_modified
        digest = sha256(body).hexdigest()
        if page.body_sha256 == digest:
            return PageChange.UNCHANGED
        if page.body_sha256 is not None:
            change, page.changed_at = PageChange.CHANGED, now
        page.body, page.body_sha256 = zlib.compress(body), digest
        page.outcome = Outcome.PENDING
        self._session.flush()
        return change

    def mark_unchanged(self, url: str, *, now: datetime) -> None:
        """Note that the server says nothing has changed (304)."""
        came_back = case((Page.removed_at.is_not(None), now), else_=Page.changed_at)
        values = {"last_fetched": now, "removed_at": None, "changed_at": came_back}
        self._session.execute(update(Page).where(Page.url == url).values(values))

    def mark_removed(self, url: str, *, now: datetime) -> bool:
        """Note that the page is gone (404, 410); False when it was never there or gone before.

        ``outcome`` keeps saying what the page was while it was there.
        """
        values = {"removed_at": now, "changed_at": now}
        present = update(Page).where(Page.url == url, Page.removed_at.is_(None))
        gone = self._session.execute(present.values(**values).returning(Page.id))
        self._session.execute(update(Page).where(Page.url == url).values(last_fetched=now))
        return gone.one_or_none() is not None

    def set_outcome(self, page_id: int, outcome: Outcome) -> None:
        """Say what the page turned out to be."""
        self._session.execute(update(Page).where(Page.id == page_id).values(outcome=outcome))

    def mark_read(self, page_id: int, outcome: Outcome) -> None:
        """Say that the stored body has been read and what it turned out to be."""
        values = {"outcome": outcome, "read_sha256": Page.body_sha256}
        self._session.execute(update(Page).where(Page.id == page_id).values(values))

    def drop_body(self, page_id: int, *, outcome: Outcome = Outcome.IRRELEVANT) -> None:
        """Forget the text of a page that is not needed; its hash stays, so it is not read again."""
        values = {"body": None, "outcome": outcome, "read_sha256": Page.body_sha256}
        self._session.execute(update(Page).where(Page.id == page_id).values(values))

    def to_read(self, limit: int, *, source_name: str | None = None) -> list[Page]:
        """Pages whose body waits to be read, locked for this transaction.

        Pages another worker holds are left to it, so any number of workers share the work.
        """
        query = select(Page).where(*_WAITING).order_by(Page.id).limit(limit)
        if source_name is not None:
            query = query.where(Page.source_name == source_name)
        query = query.options(undefer(Page.body)).with_for_update(skip_locked=True)
        return list(self._session.scalars(query.execution_options(populate_existing=True)))

    def count_waiting(self) -> int:
        """How many pages wait to be read."""
        return self._session.scalar(select(func.count()).select_from(Page).where(*_WAITING)) or 0

    def reopen(self, *, source_name: str | None = None) -> int:
        """Let all kept bodies be read again (after a reader was changed); how many there are."""
        query = update(Page).where(Page.body.is_not(None), Page.read_sha256.is_not(None))
        if source_name is not None:
            query = query.where(Page.source_name == source_name)
        return len(self._session.execute(query.values(read_sha256=None).returning(Page.id)).all())

    def body(self, page: Page) -> bytes | None:
        """The body as received; None when none is kept."""
        return None if page.body is None else zlib.decompress(page.body)

    def _locked(self, url: str, source_name: str, now: datetime) -> tuple[Page, PageChange]:
        """The page's row, made if need be; two fetchers of one address take turns."""
        values = {
            "url": url,
            "source_name": source_name,
            "first_seen": now,
            "last_fetched": now,
            "outcome": Outcome.PENDING,
        }
        made = self._session.scalar(
            upsert(Page).values(values).on_conflict_do_nothing(index_elements=["url"]).returning(Page.id)
        )
        query = select(Page).where(Page.url == url).with_for_update()
        page = self._session.scalars(query.execution_options(populate_existing=True)).one()
        return page, PageChange.UNCHANGED if made is None else PageChange.NEW
