"""An outlet's own reader: where its pages keep headline, story and date."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from extractors.reading.tree import block_lines, join_rows, prune, squeezed


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """CSS selectors of one page layout; the first that matches counts."""

    name: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    date: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutReading:
    """What one layout found on one page."""

    title: str | None
    text: str
    dates: tuple[tuple[str, str], ...]


def read_layout(root: HtmlElement, layout: Layout) -> LayoutReading | None:
    """Read a page by its outlet's layout; None when the page is not laid out so. Changes ``root``."""
    title = next((squeezed(node.text_content()) for node in _found(root, layout.title)), None)
    dates = tuple(("layout", _date_text(node)) for node in _found(root, layout.date)[:1])
    body = next(iter(_found(root, layout.body)), None)
    if body is None:
        return None
    for selector in layout.drop:
        for node in body.cssselect(selector):
            if node.getparent() is not None:
                node.drop_tree()
    prune(body)
    join_rows(body)
    return LayoutReading(title=title or None, text="\n".join(block_lines(body)), dates=dates)


def _found(root: HtmlElement, selectors: tuple[str, ...]) -> list[HtmlElement]:
    for selector in selectors:
        if nodes := [node for node in root.cssselect(selector) if squeezed(node.text_content())]:
            return nodes
    return []


def _date_text(node: HtmlElement) -> str:
    return node.get("datetime") or node.get("content") or squeezed(node.text_content())
