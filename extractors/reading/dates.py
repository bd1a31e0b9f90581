"""When an article was published, and what says so; null when nothing does.

Only explicit statements count: metadata, the address, a printed stamp with a
time, a weekday dateline in the story. A page's clock, the day of the crawl and
the dates of neighbouring headlines never do.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from extractors.reading.furniture import is_prose, without_furniture

_EARLIEST = date(1995, 1, 1)
_WIB = timezone(timedelta(hours=7))
_INDONESIAN_OFFSETS = {timedelta(hours=hours) for hours in (7, 8, 9)}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt agst ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6,
}  # fmt: skip
_WEEKDAY = r"(?P<weekday>senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
_NUMERIC = r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})\b"
_WRITTEN = r"(?P<wday>\d{1,2})\s+(?P<wmonth>[a-z]{3,9})\.?\s+(?P<wyear>\d{4})"

_DATELINE = re.compile(rf"\b{_WEEKDAY}\W{{0,4}}(?:{_NUMERIC}|{_WRITTEN})", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:akan|bakal|rencananya|mendatang|besok|lusa)\b[^.]{0,90}$", re.IGNORECASE)
_STAMP = re.compile(
    rf"(?:{_WRITTEN}|{_NUMERIC})\W{{0,5}}(?:pukul\s+|jam\s+)?\d{{1,2}}[:.]\d{{2}}\b", re.IGNORECASE
)
_ISO = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_IN_URL = re.compile(
    r"/(?:[\w-]+/)*?((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\d_-]|$)"
)


class Published(NamedTuple):
    """A publication date and the statement it rests on."""

    day: date | None
    reason: str


def published_date(
    metadata: Iterable[tuple[str, str]],
    *,
    url: str | None,
    head: str,
    text: str,
    not_after: date | None = None,
) -> Published:
    """The date a page states for itself, by the strongest statement.

    Args:
        metadata: (kind, value) pairs in order of trust, such as ('json_ld', '2025-10-15T08:00:00+07:00').
        url: the page's address.
        head: the printed lines around the headline.
        text: the article's text.
        not_after: the day the page was fetched; later dates are not believed.
    """
    for reason, day in _statements(metadata, url, head, text):
        if day and day >= _EARLIEST and (not_after is None or day <= not_after):
            return Published(day, reason)
    return Published(None, "no date is stated")


def _statements(
    metadata: Iterable[tuple[str, str]], url: str | None, head: str, text: str
) -> Iterator[tuple[str, date | None]]:
    for kind, value in metadata:
        yield kind, parse_date(value)
    yield "url", date_in_url(url)
    yield "stamp", printed_stamp(head)
    yield "dateline", dateline(text)


def parse_date(value: str) -> date | None:
    """A date out of one metadata value; a UTC time counts as its day in western Indonesia."""
    value = value.strip()
    if (moment := _iso_moment(value)) is not None:
        if moment.tzinfo is not None and moment.utcoffset() not in _INDONESIAN_OFFSETS:
            moment = moment.astimezone(_WIB)
        return moment.date()
    if iso := _ISO.match(value):
        return _day(iso[1], iso[2], iso[3])
    written = re.search(_WRITTEN, value, re.IGNORECASE)
    if written:
        return _written(written)
    numeric = re.search(_NUMERIC, value)
    return _numeric(numeric) if numeric else None


def date_in_url(url: str | None) -> date | None:
    """The full date in an address such as ``/2025/10/15/slug``; a month alone is none."""
    found = _IN_URL.search(re.sub(r"^[a-z]+://[^/]*", "", url)) if url else None
    return _day(found[1], found[2], found[3]) if found else None


def printed_stamp(head: str) -> date | None:
    """The one date that stands with a time of day around the headline; two differing ones give none."""
    lines = [line for line in head.splitlines() if len(line) <= 120 and not is_prose(line)]
    days = {_of_match(match) for line in lines for match in _STAMP.finditer(line)} - {None}
    return days.pop() if len(days) == 1 else None


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date with a time, as beside every headline of a list."""
    found = _STAMP.search(line)
    return found is not None and len(line) - len(found[0]) < 25


def dateline(text: str) -> date | None:
    """The latest 'Rabu (15/10/2025)' of the story whose weekday is right and that is no plan."""
    days = []
    for line in without_furniture(text).splitlines():
        if not is_prose(line) and len(line) < 140:
            continue
        days += [day for match in _DATELINE.finditer(line) if (day := _dateline_day(line, match))]
    return max(days, default=None)


def _dateline_day(line: str, match: re.Match[str]) -> date | None:
    day = _of_match(match)
    weekday = _WEEKDAYS[re.sub(r"['’`]", "", match["weekday"].lower())]
    if day is None or day.weekday() != weekday or _PLANNED.search(line[: match.start()]):
        return None
    return day


def _iso_moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if value.endswith("Z") and moment.tzinfo is None else moment


def _of_match(match: re.Match[str]) -> date | None:
    return _numeric(match) if match["day"] else _written(match)


def _numeric(match: re.Match[str]) -> date | None:
    year = match["year"]
    return _day(year if len(year) == 4 else f"20{year}", match["month"], match["day"])


def _written(match: re.Match[str]) -> date | None:
    month = MONTHS.get(match["wmonth"].lower())
    return _day(match["wyear"], month, match["wday"]) if month else None


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
