"""Bytes to text: the declared charset where it holds, a safe detection where it does not."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WINDOW = 4096
_DETECTION_WINDOW = 65_536
# Browsers read these labels as their Windows superset (WHATWG Encoding, "Names and labels").
_SUPERSETS = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252")
_UNREADABLE_SHARE = 0.02
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20)])


class Decoded(NamedTuple):
    """Text and the charset that gave it."""

    text: str
    charset: str


def decode(body: bytes, *, declared: str | None = None) -> Decoded | None:
    """The text of a page, or None when no charset makes text of it.

    Order: byte-order mark, strict UTF-8, the HTTP header's charset, the page's
    ``<meta>``, detection. Strict UTF-8 stands before the declarations because
    other text hardly ever passes for it, while declarations are often stale.
    """
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return _checked(body.decode(charset, errors="replace"), charset.removesuffix("-sig"))
    if _is_utf8(body):
        return _checked(body.decode("utf-8", errors="replace"), "utf-8")
    for label in (declared, _from_meta(body)):
        if (known := _known(label)) and (decoded := _strict(body, known)):
            return decoded
    return _detected(body)


def _is_utf8(body: bytes) -> bool:
    """Whether a body is UTF-8, allowing for a few stray bytes or a cut in the middle of a character."""
    text = body.decode("utf-8", errors="replace")
    strays = text.count("\ufffd")
    return strays == 0 or len(_BEYOND_ASCII.findall(text)) >= 6 * strays


def _strict(body: bytes, charset: str) -> Decoded | None:
    try:
        return _checked(body.decode(charset), charset)
    except UnicodeError:
        return None


def _checked(text: str, charset: str) -> Decoded | None:
    return Decoded(text, charset) if _is_text(text) else None


def _is_text(text: str) -> bool:
    """Whether next to none of it is control characters or stands for undecodable bytes."""
    sample = text[:200_000]
    encoded = sample.encode("utf-8", errors="surrogatepass")
    odd = sample.count("\ufffd") + len(encoded) - len(encoded.translate(None, _CONTROLS))
    return odd <= _UNREADABLE_SHARE * len(sample)


def _from_meta(body: bytes) -> str | None:
    found = _META.search(body, 0, _META_WINDOW)
    return found[1].decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_SUPERSETS.get(label, label)).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, name)


def _detected(body: bytes) -> Decoded | None:
    best = from_bytes(body[:_DETECTION_WINDOW]).best()
    decoded = _strict(body, best.encoding) if best else None
    return decoded or _checked(body.decode("cp1252", errors="replace"), "cp1252")
