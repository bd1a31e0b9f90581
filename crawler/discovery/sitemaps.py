"""Sitemaps, news sitemaps and sitemap indexes."""

import re
from dataclasses import dataclass
from datetime import date

from lxml import etree

from crawler.discovery.found import Found, UnreadableListError, local_day, parse_moment
from crawler.discovery.xml import child_text, local_name, parse_xml

_NOT_ARTICLES = re.compile(
    r"(?:category|categories|kategori|tags?|post_tag|author|penulis|page|product|attachment|image|video|format)"
    r"[-_]?(?:sitemap|s)?\d*\.xml",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What one sitemap lists: pages, or further sitemaps."""

    pages: tuple[Found, ...] = ()
    sitemaps: tuple[Found, ...] = ()


def read_sitemap(body: bytes) -> Sitemap:
    """The addresses of a sitemap or of a sitemap index, newest first where dates are given.

    Sitemaps of categories, tags, authors and images are left out of an index.

    Raises:
        UnreadableListError: it is neither.
    """
    root = parse_xml(body)
    kind = local_name(root)
    if kind not in {"urlset", "sitemapindex"}:
        raise UnreadableListError(f"no sitemap but <{kind}>")
    entries: dict[str, Found] = {}
    for element in root:
        if location := child_text(element, "loc"):
            modified = parse_moment(child_text(element, "lastmod"))
            entries.setdefault(location, Found(url=location, published=_news_day(element), modified=modified))
    newest = sorted(entries.values(), key=_age, reverse=True)
    if kind == "urlset":
        return Sitemap(pages=tuple(newest))
    return Sitemap(sitemaps=tuple(found for found in newest if not _NOT_ARTICLES.search(found.url)))


def _news_day(element: etree._Element) -> date | None:
    for child in element:
        if local_name(child) == "news":
            return local_day(parse_moment(child_text(child, "publication_date")))
    return None


def _age(found: Found) -> float:
    return found.modified.timestamp() if found.modified else 0.0
