"""What discovery finds, and how dates are written in feeds and sitemaps."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One address with what the place that lists it says about its time."""

    url: str
    published: date | None = None
    modified: datetime | None = None


class UnreadableListError(Exception):
    """A feed, sitemap or list of posts is not what its address says."""


def parse_moment(text: str | None) -> datetime | None:
    """An aware instant out of an RFC 822 or ISO 8601 date; a time without a zone is western Indonesia's."""
    if not text or not text.strip():
        return None
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=WIB)).astimezone(UTC)
    except OverflowError:
        return None


def local_day(moment: datetime | None) -> date | None:
    """The day in western Indonesia, where most of the press sits."""
    return None if moment is None else moment.astimezone(WIB).date()


def is_wanted(found: Found, *, since: date | None, until: date | None) -> bool:
    """Whether an address may lie within the days asked for; what is unknown may."""
    if since and found.published and found.published < since:
        return False
    changed = local_day(found.modified)
    if since and found.published is None and changed and changed < since:
        return False
    return not (until and found.published and found.published > until)
