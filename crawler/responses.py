"""Questions about one response."""

import re
from urllib.parse import urljoin

from scrapy.http import Response

from crawler.media import HTML_TYPES, media_type

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_OPAQUE_TYPES = re.compile(
    r"(?:image|audio|video|font)/|application/(?:pdf|zip|gzip|x-|octet-stream|msword|vnd\.|epub|java)",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|article)\b", re.IGNORECASE)


def header(response: Response, name: str) -> str | None:
    """One header's value as text."""
    value = response.headers.get(name)
    return None if value is None else value.decode("latin-1").strip() or None


def redirect_target(response: Response) -> str | None:
    """Where a redirect leads, absolute; None for any other response."""
    location = header(response, "Location")
    if response.status not in _REDIRECTS or location is None:
        return None
    try:
        return urljoin(response.url, location)
    except ValueError:
        return location


def is_opaque(content_type: str | None) -> bool:
    """Whether a type is certainly no page, feed or list, so that its body need not come."""
    return bool(_OPAQUE_TYPES.match(media_type(content_type)))


def is_html(response: Response) -> bool:
    """Whether a response is an HTML page, by its type or, untold, by its first bytes."""
    told = media_type(header(response, "Content-Type"))
    if told in HTML_TYPES:
        return True
    return told in {"", "text/plain"} and bool(_MARKUP.search(response.body[:2048]))


def declared_charset(response: Response) -> str | None:
    """The charset the Content-Type header names."""
    found = _CHARSET.search(header(response, "Content-Type") or "")
    return found[1][:40] if found else None


def line_bytes(response: Response) -> int:
    """A body's size on the line, before it was unpacked."""
    request = response.request
    size = request.meta.get("line_bytes") if request is not None else None
    return int(size) if size is not None else len(response.body)
