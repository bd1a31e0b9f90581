"""Front pages, sections and archives: links to articles, and to the next page of the list."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.discovery.found import Found, UnreadableListError
from crawler.urls import day_in_path, is_web_address

_NEXT_TEXT = re.compile(
    r"^\W*(?:selanjutnya|berikutnya|next|older posts?|lebih lama|halaman berikutnya|›|»|>)\W*$", re.IGNORECASE
)
_NEXT_CLASS = re.compile(r"(?:^|[\s_-])(?:next|pagination-next|older)(?:$|[\s_-])", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CANONICAL_WINDOW = 200_000
_CANONICAL = re.compile(
    r"<link\b(?=[^>]*\brel\s*=\s*[\"']?canonical\b)[^>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE
)


def read_links(html: str, *, url: str) -> tuple[Found, ...]:
    """Every web address the page links to, in its order, each once.

    Raises:
        UnreadableListError: it is no HTML.
    """
    entries: dict[str, Found] = {}
    for link in parse_html(html).iter("a"):
        for address in _absolute(link.get("href"), url):
            entries.setdefault(address, Found(url=address, published=day_in_path(address)))
    return tuple(entries.values())


def read_feed_links(html: str, *, url: str) -> tuple[str, ...]:
    """The feeds a page names in its head.

    Raises:
        UnreadableListError: it is no HTML.
    """
    feeds: dict[str, None] = {}
    for link in parse_html(html).iter("link"):
        kind = (link.get("type") or "").lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind.endswith(("rss+xml", "atom+xml")):
            feeds.update(dict.fromkeys(_absolute(link.get("href"), url)))
    return tuple(feeds)


def next_page(html: str, *, url: str) -> str | None:
    """The address of the list's next page, where the page names one.

    Raises:
        UnreadableListError: it is no HTML.
    """
    root = parse_html(html)
    for link in (*root.iter("link"), *root.iter("a")):
        if "next" in (link.get("rel") or "").lower().split():
            return next(_absolute(link.get("href"), url), None)
    for link in root.iter("a"):
        names = f"{link.get('class') or ''} {_parent_class(link)}"
        if _NEXT_TEXT.match(link.text_content()) or _NEXT_CLASS.search(names):
            return next(_absolute(link.get("href"), url), None)
    return None


def stated_canonical(html: str, *, url: str) -> str | None:
    """The address an article's page calls its own."""
    found = _CANONICAL.search(html, 0, _CANONICAL_WINDOW)
    return next(_absolute(found[1].replace("&amp;", "&"), url), None) if found else None


def parse_html(html: str) -> HtmlElement:
    """The root of a page, however broken.

    Raises:
        UnreadableListError: it is empty or no HTML.
    """
    if not html.strip():
        raise UnreadableListError("an empty page")
    try:
        return document_fromstring(
            html, parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (LxmlError, ValueError) as error:
        raise UnreadableListError(f"no HTML: {error}") from error


def _absolute(href: str | None, base: str) -> Iterator[str]:
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return
    try:
        address = urljoin(base, href.strip())
        urlsplit(address)
    except ValueError:
        return
    if is_web_address(address):
        yield address


def _parent_class(link: HtmlElement) -> str:
    parent = link.getparent()
    return (parent.get("class") or "") if parent is not None and parent.tag == "li" else ""
