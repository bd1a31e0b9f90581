"""The WordPress REST API's list of posts."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.discovery.found import Found, UnreadableListError, local_day, parse_moment

PER_PAGE = 50


def posts_address(api: str, *, page: int = 1, since: date | None = None, until: date | None = None) -> str:
    """The address of one page of posts, newest first, between two days."""
    parts = urlsplit(api)
    query = dict(parse_qsl(parts.query))
    query |= {"per_page": str(PER_PAGE), "page": str(page), "_fields": "link,date_gmt,modified_gmt,date"}
    if since:
        query["after"] = datetime.combine(since - timedelta(days=1), time.max).isoformat(timespec="seconds")
    if until:
        query["before"] = datetime.combine(until + timedelta(days=1), time.min).isoformat(timespec="seconds")
    return urlunsplit(parts._replace(query=urlencode(query)))


def read_posts(body: bytes) -> tuple[Found, ...]:
    """The posts of one page.

    Raises:
        UnreadableListError: it is no list of posts.
    """
    try:
        posts = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableListError(f"no JSON: {error}") from error
    if not isinstance(posts, list):
        raise UnreadableListError("no list of posts")
    return tuple(_found(posts))


def _found(posts: list[object]) -> Iterator[Found]:
    for post in posts:
        if not isinstance(post, dict) or not isinstance(post.get("link"), str):
            raise UnreadableListError("a post without an address")
        moment = _moment(post, "date_gmt") or parse_moment(_text(post, "date"))
        yield Found(
            url=post["link"], published=local_day(moment), modified=_moment(post, "modified_gmt") or moment
        )


def _moment(post: dict[str, object], field: str) -> datetime | None:
    text = _text(post, field)
    return parse_moment(f"{text}+00:00") if text else None


def _text(post: dict[str, object], field: str) -> str | None:
    value = post.get(field)
    return value if isinstance(value, str) else None
