"""Issues are composed once, when their days are over, and never again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from digest.compose import compose
from digest.render import render
from digest.slots import Span, last_slot, next_slot, span_of
from digest.window import WIB
from models.subscribing import DigestEdition, Subscriber
from models.vocabulary import Frequency, Language
from models.wishes import Wishes
from storage.database import Database
from storage.issues import IssueRepository
from storage.subscribers import SubscriberRepository, wishes_of

_WEEK = timedelta(days=6)


def freeze_closed(database: Database, *, now: datetime) -> int:
    """Compose every edition of days that are over and that somebody or the archive will want.

    Each is one transaction, so whoever is stopped goes on where it was. Gives how many were composed.
    """
    with database.session() as session:
        readers = SubscriberRepository(session).confirmed()
    wanted = {**_of_archive(now), **_of_readers(readers, now)}
    count = 0
    for frequency, span, wishes in wanted.values():
        with database.session() as session:
            count += edition_of(session, frequency, span, wishes, now=now)[1]
    return count


def edition_of(
    session: Session, frequency: Frequency, span: Span, wishes: Wishes, *, now: datetime
) -> tuple[DigestEdition, bool]:
    """The frozen edition for these wishes, and whether it was composed just now."""
    issues = IssueRepository(session)
    issue = issues.issue(frequency, span.since, span.until, now=now)
    kept = issues.edition(issue.id, wishes.edition)
    if kept is not None:
        return kept, False
    # The days of the issue rule: whoever asks later for other wishes still reads the same days.
    content = compose(
        session,
        since=issue.since,
        until=issue.until,
        regions=wishes.regions,
        topics=wishes.topics,
        language=wishes.language,
    )
    rendered = render(content)
    edition = DigestEdition(
        issue_id=issue.id,
        wishes=wishes.edition,
        language=wishes.language,
        composed_at=now,
        is_empty=content.is_empty,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        page=rendered.page,
        charts=[{"name": picture.name, "alt": picture.alt} for picture in rendered.pictures],
    )
    pictures = {picture.name: picture.png for picture in rendered.pictures}
    return issues.add(edition, pictures), True


Wanted = dict[tuple[Frequency, date, str], tuple[Frequency, Span, Wishes]]


def _of_archive(now: datetime) -> Wanted:
    """The last whole week, Monday to Sunday, for the whole country, in every language."""
    today = now.astimezone(WIB).date()
    sunday = today - timedelta(days=today.weekday() + 1)
    span = Span(sunday - _WEEK, sunday)
    return {
        (Frequency.WEEKLY, sunday, language): (Frequency.WEEKLY, span, Wishes(language=language))
        for language in Language
    }


def _of_readers(readers: Iterable[Subscriber], now: datetime) -> Wanted:
    """What is due, and what will be due next, where its days are over already."""
    today = now.astimezone(WIB).date()
    wanted: Wanted = {}
    for reader in readers:
        if reader.unsubscribed_at is not None or reader.paused_reason is not None:
            continue
        wishes = wishes_of(reader)
        for slot in (last_slot(wishes, now), next_slot(wishes, now)):
            span = span_of(wishes, slot)
            if span.until < today and slot > begins(reader):
                wanted[wishes.frequency, span.until, wishes.edition] = (wishes.frequency, span, wishes)
    return wanted


def begins(reader: Subscriber) -> datetime:
    """Since when slots count: since the address was confirmed and the hour was chosen."""
    known = (reader.confirmed_at, reader.wished_at, reader.created_at)
    return max(instant for instant in known if instant is not None)
