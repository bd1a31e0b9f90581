"""Addresses of pages: one form for many variants, and where an outlet's site ends."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_ga|_gl|"
    r"ref|ref_src|ref_url|source|src|share|shared|from|fb_\w+|hl|_hs\w+|spm|cmpid|campaign|xtor|wt_mc|_thumbnail_id)",
    re.IGNORECASE,
)
_VARIANT = re.compile(
    r"(?:amp|m|mobile|outputtype|output|print|tmpl|replytocom|page|showpage|view)", re.IGNORECASE
)
_VARIANT_VALUES = re.compile(r"(?:1|0|amp|true|component|print|all|\d{1,3}|)", re.IGNORECASE)
_AMP_PATH = re.compile(r"/(?:amp|amp\.html|print)/?$", re.IGNORECASE)
_EDITION_HOST = re.compile(r"^(?:www\d?|m|amp|mobile)\.")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=/|$)")


def is_web_address(url: str) -> bool:
    """Whether an address is http or https, names a host and carries no user name."""
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_fine:
        return False
    return "@" not in parts.netloc and not re.search(r"[\s\\]", url)


def canonical_url(url: str, *, base: str | None = None) -> str:
    """The address to request and store: absolute, no fragment, no tracking, no AMP or print edition.

    The path's trailing slash stays as given, since sites redirect to the form
    they like; :func:`page_key` joins both forms.

    Raises:
        ValueError: the address cannot be taken apart.
    """
    parts = urlsplit(safe_url_string(urljoin(base or "", url.strip())))
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and str(parts.port) != _DEFAULT_PORTS.get(scheme):
        host = f"{host}:{parts.port}"
    path = _AMP_PATH.sub("/", parts.path) if _AMP_PATH.search(parts.path) else parts.path or "/"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _is_noise(name, value)
    ]
    return urlunsplit((scheme, host, re.sub(r"//+", "/", path), urlencode(kept), ""))


def page_key(url: str) -> str:
    """What all variants of one page share: no scheme, edition host, trailing slash or index file."""
    parts = urlsplit(canonical_url(url))
    path = re.sub(r"/(?:index\.(?:html?|php))?$", "", parts.path)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{_EDITION_HOST.sub('', parts.netloc)}{path}{'?' + query if query else ''}"


def is_variant(one: str, other: str) -> bool:
    """Whether two addresses of a site name one story: the same last path segment, or the same long number."""
    slugs = [_slug(one), _slug(other)]
    if slugs[0] and slugs[0] == slugs[1]:
        return True
    numbers = [set(re.findall(r"\d{5,}", urlsplit(url).path)) for url in (one, other)]
    return bool(numbers[0] & numbers[1])


def rebased(url: str, *, domain: str, base: str | None) -> str:
    """The address on another base, for an outlet's own addresses; others stay."""
    if base is None or not is_on_site(url, domain=domain):
        return url
    parts, target = urlsplit(url), urlsplit(base)
    return urlunsplit((target.scheme, target.netloc, parts.path, parts.query, parts.fragment))


def is_on_site(url: str, *, domain: str, base: str | None = None) -> bool:
    """Whether an address belongs to an outlet: its domain, a subdomain, or the base it is crawled at."""
    if not is_web_address(url):
        return False
    parts = urlsplit(url)
    if base is not None and parts.netloc == urlsplit(base).netloc:
        return True
    host = (parts.hostname or "").lower().rstrip(".")
    return host == domain or host.endswith(f".{domain}")


def day_in_path(url: str) -> date | None:
    """The date of an address such as ``/2025/10/15/slug``."""
    found = _DAY_IN_PATH.search(urlsplit(url).path)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _is_noise(name: str, value: str) -> bool:
    if _TRACKING.fullmatch(name):
        return True
    return bool(_VARIANT.fullmatch(name) and _VARIANT_VALUES.fullmatch(value))


def _slug(url: str) -> str:
    segment = urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]
    slug = re.sub(r"\.(?:html?|php|aspx?)$", "", segment)
    return slug if len(slug) >= 12 else ""
