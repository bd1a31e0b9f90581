"""Dates as Indonesian newspapers and HTTP print them."""

from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

from babel.dates import format_datetime as format_in_words

_FORMS = {
    "day_first": "EEEE, d MMMM y",
    "month_first": "EEEE, MMMM d, y",
    "short": "d MMMM y",
    "clock": "HH.mm",
    "k2": "EEEE, dd MMMM y HH:mm",
}


def in_words(when: datetime, form: str = "day_first") -> str:
    """'Rabu, 15 Oktober 2025' and the other forms the four sites use."""
    return format_in_words(when, _FORMS[form], locale="id_ID")


def http_date(when: datetime) -> str:
    """The date as HTTP headers carry it; ``when`` is in UTC."""
    return format_datetime(when, usegmt=True)


def feed_date(when: datetime) -> str:
    """The date as RSS carries it, with the newsroom's own offset."""
    return format_datetime(when)


def parse_http_date(text: str | None) -> datetime | None:
    """The instant a conditional request names; null when it names none."""
    if text is None:
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None
