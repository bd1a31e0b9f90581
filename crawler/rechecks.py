"""When a known article is asked again: often while it is young or just changed, ever more rarely later."""

from datetime import datetime, timedelta

from storage.pages import KnownPage

SHORTEST = timedelta(hours=6)
LONGEST = timedelta(days=90)
GROWTH = 0.5
"""An article that has not changed for a time is asked again after this share of that time."""


def next_check(page: KnownPage) -> datetime:
    """When a page is due again; a page that went is asked on the same schedule, to see it come back."""
    quiet = page.last_fetched - page.changed
    return page.last_fetched + min(max(quiet * GROWTH, SHORTEST), LONGEST)


def is_due(page: KnownPage, *, now: datetime) -> bool:
    """Whether a page is to be asked again now; one that was no article is not."""
    return page.has_body and page.is_article and next_check(page) <= now
