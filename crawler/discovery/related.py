"""Links to other stories of the field that an article's own text points to: 'Baca juga: …'."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.discovery.found import Found
from crawler.discovery.lists import parse_html
from crawler.urls import day_in_path, is_web_address

_CUE = re.compile(
    r"\b(?:baca\s+(?:juga|pula|selengkapnya)|(?:lihat|simak)\s+juga|(?:berita|artikel)\s+terkait)\b",
    re.IGNORECASE,
)
# A headline names the harm, or the harm's people with the word for a case; more is for reading to judge.
_HARM = (
    r"kekerasan|pencabulan|cabul|perkosa|pelecehan|dilecehkan|setubuh|sodomi|asusila|kdrt|tppo|perdagangan\s+orang"
    r"|perundung|bully|rudapaksa|dp3a\w*|p2tp2a|ppa\b|pernikahan\s+(?:anak|dini)|perkawinan\s+anak|dispensasi\s+"
    r"(?:nikah|kawin)|eksploitasi|telantar"
)
_PEOPLE = r"anak|perempuan|wanita|istri|siswi|santri(?:wati)?|remaja|balita"
_RELEVANT = re.compile(
    rf"\b(?:{_HARM})|\b(?:{_PEOPLE})\b.*\b(?:kasus|korban|pelaku)|\b(?:kasus|korban|pelaku)\b.*\b(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "li", "div", "td", "blockquote", "aside", "section"})
_MOST_WORDS = 60
_MOST_LINKS = 10


def related_links(html: str, *, url: str) -> tuple[Found, ...]:
    """What 'baca juga' and its kin link to, when the link's text is about the field; each address once.

    A link belongs to such a cue when both stand in one block of at most sixty words, or in the
    list right after it.

    Raises:
        UnreadableListError: it is no HTML.
    """
    if not _CUE.search(html):
        return ()
    entries: dict[str, Found] = {}
    for link in _cued_links(parse_html(html)):
        text = " ".join(link.text_content().split())
        address = urljoin(url, (link.get("href") or "").strip())
        if is_web_address(address) and is_relevant_headline(text):
            entries.setdefault(address, Found(url=address, published=day_in_path(address)))
    return tuple(entries.values())[:_MOST_LINKS]


def is_relevant_headline(text: str) -> bool:
    """Whether a headline may be about violence against women or children."""
    return bool(_RELEVANT.search(text))


def _cued_links(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "title"}:
            continue
        if any(text and _CUE.search(text) for text in (element.text, *(child.tail for child in element))):
            yield from _links_near(element)


def _links_near(element: HtmlElement) -> Iterator[HtmlElement]:
    block: HtmlElement = element
    while block.tag not in _BLOCKS and (parent := block.getparent()) is not None:
        block = parent
    if len(block.text_content().split()) <= _MOST_WORDS:
        yield from block.iter("a")
    elif element.tag == "a":
        yield element
    for beside in (element, block):
        following = beside.getnext()
        if following is not None and following.tag in {"ul", "ol"}:
            yield from following.iter("a")
