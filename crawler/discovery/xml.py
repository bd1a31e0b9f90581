"""XML from strangers: no entities, no network, bounded, also packed with gzip."""

import gzip
import zlib
from io import BytesIO

from lxml import etree

from crawler.discovery.found import UnreadableListError

MAX_BYTES = 50 * 1024 * 1024
"""Uncompressed size of one sitemap, the bound of the sitemap protocol."""


def parse_xml(body: bytes) -> etree._Element:
    """The root of an XML document, repaired where it is slightly broken.

    Raises:
        UnreadableListError: it is no XML, or larger than allowed when unpacked.
    """
    content = _unpacked(body).lstrip()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableListError(f"no XML: {error}") from error
    if root is None:
        raise UnreadableListError("no XML")
    return root


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str | None:
    """The text of the first child that has one of these names, in the order of the names."""
    for name in names:
        for child in element:
            if local_name(child) == name and child.text and child.text.strip():
                return child.text.strip()
    return None


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.GzipFile(fileobj=BytesIO(body)) as packed:
            content = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableListError(f"broken gzip: {error}") from error
    if len(content) > MAX_BYTES:
        raise UnreadableListError(f"more than {MAX_BYTES} bytes when unpacked")
    return content
