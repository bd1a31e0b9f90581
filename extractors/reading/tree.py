"""Bounded HTML trees, and their text block by block."""

import re

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MAX_TAGS = 60_000
_TAG = re.compile(r"<[a-zA-Z]")
_FEED = re.compile(
    r"\A(?:\s|<\?xml[^>]*>|<\?xml-stylesheet[^>]*>|<!--.*?-->)*<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b",
    re.DOTALL,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
    }
    | {
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
    }
    | {"option", "p", "pre", "section", "table", "td", "th", "tr", "ul", "time"}
)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button"}
)

# Only these tokens of a class or id, as words of their own, mark page furniture.
_FURNITURE = re.compile(
    r"(?:.*[-_])?(?:related\w*|terkait|baca-?juga|comments?(?:list|form)?|komentar|respond|sidebar\w*|widgets?|"
    r"shar(?:e|ing|edaddy)|sosmed|social|breadcrumbs?|crumbs?|popular|populer|terpopuler|trending|adverti\w*|ads?|"
    r"adsbygoogle|iklan|banner|newsletter|pagination|pager|pagenav|menu|navbar|navigation|footer|recommend\w*|"
    r"rekomendasi|lainnya|latest|terbaru|terkini|backtotop|back-to-top|author-?box|next-?prev|prevnext|"
    r"jp-relatedposts|wp-caption-text|caption)(?:[-_].*)?|"
    r"item(?:related|comments\w*|socialsharing|backtotop|latest\w*|navigation|toolbar|tagsblock|authorlatest|links)|"
    r"td-post-(?:next-prev\w*|source-tags)|td-a-rec.*|td_block_related.*|tags|tagcloud",
    re.IGNORECASE,
)
_FURNITURE_TAGS = ("nav", "aside", "footer", "form", "figcaption", "dialog", "menu")
_NEVER = frozenset({"html", "body", "main", "article", "h1"})


def parse_html(html: str) -> HtmlElement | None:
    """The tree of a page; None when it holds no element or more of them than any news page."""
    if len(_TAG.findall(html)) > MAX_TAGS:
        return None
    text = _CONTROL_CHARACTERS.sub("", _XML_DECLARATION.sub("", html, count=1))
    if not text.strip():
        return None
    try:
        # libxml2 drops what is nested deeper than 256 elements unless huge_tree is set (then 2048).
        return document_fromstring(
            text, parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (LxmlError, ValueError):
        return None


def drop_scripts(root: HtmlElement) -> None:
    """Drop, in place, what is never shown: scripts, styles, templates."""
    for element in list(root.iter("script", "style", "noscript", "template", "svg")):
        _drop(element)


def prune(root: HtmlElement) -> None:
    """Drop, in place, what is marked as furniture and blocks that are nothing but a link to another story.

    Tables that lay the page out become plain blocks.
    """
    total = _prose_length(root)
    _free_layout_tables(root)
    for element in list(root.iter(*_SILENT)):
        _drop(element)
    for element in list(root.iter(*_FURNITURE_TAGS)):
        if not _holds_story(element, total):
            _drop(element)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and is_furniture(element) and not _holds_story(element, total):
            _drop(element)
    for element in list(
        root.iter("p", "li", "h2", "h3", "h4", "h5", "h6", "div", "strong", "b", "em", "blockquote")
    ):
        if _is_link_block(element):
            _drop(element)


def join_rows(root: HtmlElement) -> None:
    """Put each row of a table of data on one line, its cells between bars; changes the tree in place."""
    for row in list(root.iter("tr")):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if not cells or any(_holds_a_story(cell) for cell in cells):
            continue
        line = " | ".join(squeezed(cell.text_content()) for cell in cells)
        for cell in cells:
            row.remove(cell)
        row.text = f"| {line} |"


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element's class or id says it stands beside the story."""
    if element.tag in _NEVER:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return any(_FURNITURE.fullmatch(name) for name in names)


def block_lines(root: HtmlElement) -> list[str]:
    """The visible text, one line a block, in reading order. Iterative: pages may nest deeply."""
    lines: list[str] = []
    current: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag
        if closing or not isinstance(tag, str) or tag in _SILENT:
            if closing and tag in _BLOCKS:
                _flush(current, lines)
            if element is not root and (tail := element.tail):
                current.append(tail)
            continue
        if tag in _BLOCKS:
            _flush(current, lines)
        if text := element.text:
            current.append(text)
        stack.append((element, True))
        stack.extend([(child, False) for child in reversed(element)])
    _flush(current, lines)
    return lines


def story_block(root: HtmlElement) -> tuple[HtmlElement | None, int]:
    """The element under which most prose stands, and how much of it.

    A story's paragraphs are siblings; every teaser of a list has a parent of its own.
    """
    sizes: dict[HtmlElement, int] = {}
    for paragraph in root.iter("p", "div", "span", "td"):
        own = _own_text(paragraph)
        holder = paragraph.getparent() if paragraph.tag in {"p", "span"} else paragraph
        if len(own) >= 80 and holder is not None:
            sizes[holder] = sizes.get(holder, 0) + len(own)
    best = max(sizes, key=sizes.__getitem__, default=None)
    return best, sizes[best] if best is not None else 0


def is_feed(html: str) -> bool:
    """Whether a document is a feed or sitemap rather than a page."""
    return bool(_FEED.match(html[:4000]))


def squeezed(text: str | None) -> str:
    """Text with its white space joined."""
    return " ".join((text or "").split())


def _flush(current: list[str], lines: list[str]) -> None:
    if current:
        line = " ".join("".join(current).split())
        if line:
            lines.append(line)
        current.clear()


def _own_text(element: HtmlElement) -> str:
    """Text outside links and outside nested blocks."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in {"a", "div", "p", "ul", "ol", "table", "script", "style"} and isinstance(
            child.tag, str
        ):
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return squeezed("".join(parts))


def _free_layout_tables(root: HtmlElement) -> None:
    """Make plain blocks of tables that lay a page out; a cell of data holds a few words at most."""
    for table in list(root.iter("table")):
        if any(_holds_a_story(cell) for cell in table.iter("td")):
            for part in list(table.iter("table", "tbody", "tr", "td")):
                part.tag = "div"


def _holds_a_story(cell: HtmlElement) -> bool:
    return next(cell.iter("h1", "table"), None) is not None or _prose_length(cell) > 200


def _prose_length(element: HtmlElement) -> int:
    return sum(len(squeezed(paragraph.text_content())) for paragraph in element.iter("p"))


def _holds_story(element: HtmlElement, total: int) -> bool:
    return total > 0 and _prose_length(element) > 0.4 * total


def _is_link_block(element: HtmlElement) -> bool:
    text = squeezed(element.text_content())
    if not 20 <= len(text) <= 300 or element.find(".//h1") is not None:
        return False
    linked = sum(len(squeezed(link.text_content())) for link in element.iter("a"))
    return linked >= 0.85 * len(text) and not any(parent.tag == "h1" for parent in element.iterancestors())


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
