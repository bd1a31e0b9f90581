"""Dated archives: one list page a day or a month."""

from collections.abc import Iterator
from datetime import date, timedelta

_DAYS_AT_MOST = 3660


def archive_addresses(template: str, *, since: date, until: date) -> Iterator[str]:
    """The addresses of an archive's pages for these days, the newest first.

    Args:
        template: an address with ``{year}``, ``{month}`` and perhaps ``{day}``, filled with
            four, two and two digits.
        since: the first day.
        until: the last day; at most ten years later.
    """
    seen: set[str] = set()
    day = until
    while day >= since and (until - day).days <= _DAYS_AT_MOST:
        address = template.format(year=f"{day:%Y}", month=f"{day:%m}", day=f"{day:%d}")
        if address not in seen:
            seen.add(address)
            yield address
        day -= timedelta(days=1)
