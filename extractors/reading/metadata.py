"""What a page says about itself: JSON-LD, meta elements, headline, canonical address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from extractors.reading.tree import squeezed

_ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "BlogPosting",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
    }
)
_DATE_METAS = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish-date",
    "content_publisheddate",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "date",
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,60}$|\s*[|]\s*[^|]{2,60}$")
_JSON_LD_MAX = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """Statements of a page about itself, unjudged."""

    title: str | None
    canonical_url: str | None
    dates: tuple[tuple[str, str], ...]
    types: frozenset[str]
    og_type: str | None
    free_to_read: bool | None
    is_article: bool


def read_metadata(root: HtmlElement, *, url: str | None) -> PageMetadata:
    """The metadata of one parsed page."""
    metas = _metas(root)
    nodes = list(_json_ld(root))
    articles = [node for node in nodes if _types(node) & _ARTICLE_TYPES]
    types = frozenset(kind for node in nodes for kind in _types(node))
    return PageMetadata(
        title=_title(root, metas, articles),
        canonical_url=_canonical(root, metas, url),
        dates=tuple(_dates(root, metas, articles)),
        types=types,
        og_type=metas.get("og:type"),
        free_to_read=_free_to_read(nodes),
        is_article=bool(articles)
        or metas.get("og:type", "").lower() == "article"
        or "article:published_time" in metas,
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = squeezed(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(root: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        source = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        if len(source) > _JSON_LD_MAX:
            continue
        try:
            loaded = json.loads(source.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _nodes(loaded)


def _nodes(loaded: object) -> Iterator[Mapping[str, object]]:
    """The top-level nodes of a JSON-LD document, its graph and lists flattened."""
    waiting = [(loaded, 0)]
    while waiting:
        value, depth = waiting.pop(0)
        if isinstance(value, list) and depth < 4:
            waiting += [(item, depth + 1) for item in value[:200]]
        elif isinstance(value, dict):
            yield value
            if depth < 4:
                waiting += [(value[key], depth + 1) for key in ("@graph", "mainEntity") if key in value]


def _types(node: Mapping[str, object]) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(word).rsplit("/", 1)[-1] for word in kinds if word}


def _free_to_read(nodes: list[Mapping[str, object]]) -> bool | None:
    stated = [str(node["isAccessibleForFree"]).lower() for node in nodes if "isAccessibleForFree" in node]
    if not stated:
        return None
    return all(word in {"true", "1", "yes"} for word in stated)


def _title(root: HtmlElement, metas: Mapping[str, str], articles: list[Mapping[str, object]]) -> str | None:
    page = squeezed(root.findtext(".//title")) or None
    printed = [_folded(text) for text in (metas.get("og:title"), page) if text]
    headings = [squeezed(heading.text_content()) for heading in root.iter("h1")]
    for heading in headings:
        if len(heading) >= 12 and _is_printed(_folded(heading), printed):
            return heading
    for article in articles:
        headline = article.get("headline")
        if isinstance(headline, str) and squeezed(headline):
            return squeezed(headline)
    for candidate in (metas.get("og:title"), page, *headings):
        if candidate:
            return _SITE_SUFFIX.sub("", candidate) or candidate
    return None


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _is_printed(heading: str, printed: list[str]) -> bool:
    """Whether a heading is what the page's title says; a section's name over the story is not."""
    return not printed or any(
        heading == text or (len(heading) >= 25 and (heading[:60] in text or text in heading))
        for text in printed
    )


def _canonical(root: HtmlElement, metas: Mapping[str, str], url: str | None) -> str | None:
    """The address a page calls its own; a foreign one or the bare home page is a template's mistake."""
    links = [
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for stated in (*links, metas.get("og:url")):
        if not stated:
            continue
        try:
            address = urljoin(url or "", stated.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if (
            parts.scheme in {"http", "https"}
            and parts.hostname
            and _same_page_family(parts.hostname, parts.path, url)
        ):
            return address
    return None


def _same_page_family(host: str, path: str, url: str | None) -> bool:
    if url is None:
        return True
    own = urlsplit(url)
    if path in {"", "/"} and own.path not in {"", "/"}:
        return False
    return _site(host) == _site(own.hostname or "")


def _site(host: str) -> str:
    """The host without the prefixes that mobile and AMP editions use."""
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host.lower())


def _dates(
    root: HtmlElement, metas: Mapping[str, str], articles: list[Mapping[str, object]]
) -> Iterator[tuple[str, str]]:
    for article in articles:
        for key in ("datePublished", "dateCreated"):
            value = article.get(key)
            if isinstance(value, str):
                yield "json_ld", value
    for name in _DATE_METAS:
        if name in metas:
            yield "meta", metas[name]
    marked = root.xpath("//*[@itemprop='datePublished']")
    yield from _single_day("meta", [_stated_time(element) for element in marked])
    yield from _single_day("time", [_stated_time(element) for element in _header_times(root)])


def _stated_time(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or squeezed(element.text_content())


def _single_day(kind: str, values: list[str]) -> Iterator[tuple[str, str]]:
    """The value that all agree on by day; lists of neighbours disagree and give nothing."""
    stated = [value for value in values if value]
    if len({value[:10] for value in stated}) == 1:
        yield kind, stated[0]


def _header_times(root: HtmlElement) -> list[HtmlElement]:
    """The time elements nearest to the headline, or all of the page when it has no headline."""
    heading = next(root.iter("h1"), None)
    if heading is None:
        return [element for element in root.iter("time") if element.get("datetime")]
    for ancestor in heading.iterancestors():
        times = [element for element in ancestor.iter("time") if element.get("datetime")]
        if times:
            return times
    return []
