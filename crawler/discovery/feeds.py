"""RSS 2.0, RSS 1.0 (RDF) and Atom."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from crawler.discovery.found import Found, UnreadableListError, local_day, parse_moment
from crawler.discovery.xml import child_text, local_name, parse_xml


def read_feed(body: bytes, *, url: str) -> tuple[Found, ...]:
    """The entries of a feed in its order, each address once.

    Raises:
        UnreadableListError: it is no feed.
    """
    root = parse_xml(body)
    if local_name(root) not in {"rss", "RDF", "feed"}:
        raise UnreadableListError(f"no feed but <{local_name(root)}>")
    entries: dict[str, Found] = {}
    for item in root.iter():
        if local_name(item) in {"item", "entry"}:
            for found in _entry(item, url):
                entries.setdefault(found.url, found)
    return tuple(entries.values())


def _entry(item: etree._Element, base: str) -> Iterator[Found]:
    link = _link(item)
    if not link:
        return
    published = parse_moment(child_text(item, "pubDate", "published", "date", "issued"))
    modified = parse_moment(child_text(item, "updated", "modified")) or published
    yield Found(url=urljoin(base, link), published=local_day(published), modified=modified)


def _link(item: etree._Element) -> str | None:
    """RSS writes the address as text, Atom as an attribute; a permalink guid stands in."""
    if text := child_text(item, "link"):
        return text
    for child in item:
        if local_name(child) == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href"))
    for child in item:
        is_address = (child.text or "").strip().startswith(("http://", "https://"))
        if local_name(child) in {"guid", "id"} and child.get("isPermaLink", "true") != "false" and is_address:
            return (child.text or "").strip()
    return None
