"""Proposes a declaration for a site from its home page."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.declarations import Declaration
from crawler.trial import Trial, try_outlet
from crawler.urls import canonical_url, is_on_site, is_web_address
from models.errors import SourceError
from models.settings import Settings
from models.vocabulary import Outcome

_FEEDS = ("feed/", "rss", "rss.xml", "feed.xml", "rss/terkini.xml", "?format=feed&type=rss")
_SITEMAPS = ("sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml", "news-sitemap.xml", "sitemap-news.xml")
_API = "wp-json/wp/v2/posts"
_ANY_PAGE = r"^/."
_SLUG = r"[\w%.~-]{8,}"
_MOST_PATTERNS = 4
_LITERALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A declaration that fits what a site offers, and the trial that shows it."""

    declaration: Declaration
    trial: Trial


def propose_outlet(
    home: str, settings: Settings, *, name: str | None = None, region: str | None = None, delay: float = 2.0
) -> Proposal:
    """Find a site's feeds, sitemaps, WordPress API and the form of its articles' addresses.

    Args:
        home: the site's home page.
        settings: what may be fetched.
        name: the outlet's short name; by default made from its domain.
        region: Kemendagri code of its home.
        delay: seconds between two requests.

    Raises:
        SourceError: it is no web address, or the site offers no list of articles.
    """
    if not is_web_address(home):
        raise SourceError(
            f"{home!r} is no web address.", cure="Give the home page, such as https://contoh.id/."
        )
    first = _offer(home, name=name, region=region)
    looked = try_outlet(first, settings, pages=0, delay=delay)
    wide = _offer(
        home,
        name=name,
        region=region,
        feeds=(*looked.feeds, *(urljoin(home, path) for path in _FEEDS)),
        sitemaps=(*looked.sitemaps, *(urljoin(home, path) for path in _SITEMAPS)),
        api=urljoin(home, _API),
    )
    offers = try_outlet(wide, settings, pages=0, delay=delay)
    narrow = _narrowed(wide, offers)
    return Proposal(declaration=narrow, trial=try_outlet(narrow, settings, delay=delay))


def article_patterns(addresses: Iterable[str]) -> tuple[str, ...]:
    """Patterns that the paths of most of these addresses match, the commonest first.

    Years, months, days and long numbers become digits, the last segment a slug; a folder stays
    literal when there are few of its kind.
    """
    paths = [urlsplit(address).path for address in addresses]
    shapes = Counter(shape for path in paths if (shape := _shape(path)) is not None)
    folders: dict[tuple[str, ...], list[set[str]]] = {}
    for path in paths:
        if (shape := _shape(path)) is not None:
            words = folders.setdefault(shape, [set() for _ in shape])
            for word, seen in zip(_segments(path), words, strict=True):
                seen.add(word)
    common = [shape for shape, count in shapes.most_common(_MOST_PATTERNS) if count >= 0.05 * len(paths)]
    return tuple(_pattern(shape, folders[shape]) for shape in common)


def as_toml(declaration: Declaration) -> str:
    """The declaration as the text of its file."""
    content = declaration.model_dump(mode="json", exclude_defaults=True)
    content["verified"] = declaration.verified
    lines = [
        f"{name} = {_value(name, value)}" for name, value in content.items() if not isinstance(value, dict)
    ]
    lines += ["", "[politeness]", f"delay = {declaration.politeness.delay}", ""]
    return "\n".join(lines)


def _offer(
    home: str,
    *,
    name: str | None,
    region: str | None,
    feeds: Sequence[str] = (),
    sitemaps: Sequence[str] = (),
    api: str | None = None,
) -> Declaration:
    """A declaration of everything a site might have."""
    domain = (urlsplit(home).hostname or "").removeprefix("www.")

    def own(addresses: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(address for address in addresses if is_on_site(address, domain=domain)))

    short = re.sub(r"[^a-z0-9]+", "_", domain.rsplit(".", 1)[0].lower()).strip("_")
    return Declaration.model_validate(
        {
            "name": name or (short if short[:1].isalpha() else f"situs_{short}"),
            "outlet": domain,
            "title": domain,
            "home_region": region,
            "kind": "lists",
            "feeds": own(feeds),
            "sitemaps": own(sitemaps),
            "wordpress_api": api,
            "sections": (home,),
            "section_pages": 1,
            "article_patterns": (_ANY_PAGE,),
            "verified": False,
        }
    )


def _narrowed(wide: Declaration, offers: Trial) -> Declaration:
    """Keep what answered, and say what articles look like."""
    answered = {tried.url for tried in offers.ended if tried.outcome is Outcome.DISCOVERY}
    full = {url for url in answered if offers.listed.get(url)}
    feeds = tuple(url for url in wide.feeds if url in full)
    sitemaps = tuple(url for url in wide.sitemaps if url in answered)
    api = next((url for url in full if wide.wordpress_api and url.startswith(wide.wordpress_api)), None)
    patterns = article_patterns(_articles(wide, offers))
    if not patterns:
        raise SourceError(
            f"{wide.outlet} offers no list of articles that can be told from other pages.",
            cure="Declare it by hand: see docs/add-an-outlet.md.",
        )
    kind = "wordpress" if api else "feed" if feeds else "sitemap" if sitemaps else "lists"
    return Declaration.model_validate(
        wide.model_dump()
        | {
            "kind": kind,
            "feeds": feeds[:2],
            "sitemaps": sitemaps[:2],
            "wordpress_api": wide.wordpress_api if api else None,
            "article_patterns": patterns,
            "section_pages": 3,
        }
    )


def _articles(wide: Declaration, offers: Trial) -> list[str]:
    """Addresses that are articles for sure, from feeds, API and sitemaps; otherwise links with long slugs."""
    sections = set(wide.sections)
    sure = [address for url, listed in offers.listed.items() if url not in sections for address in listed]
    likely = [address for url in sections for address in offers.listed.get(url, ())]
    own = [address for address in sure or likely if is_on_site(address, domain=wide.outlet)]
    return [canonical_url(address) for address in own]


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment]


def _shape(path: str) -> tuple[str, ...] | None:
    """The kinds of a path's segments; None for a path that ends in no slug."""
    segments = _segments(path)
    if not segments or not re.fullmatch(_SLUG, segments[-1]):
        return None
    if len(re.findall(r"[-_]", segments[-1])) < 2 and not re.search(r"\d{4,}", path):
        return None
    return (*(_kind(segment) for segment in segments[:-1]), "slug")


def _kind(segment: str) -> str:
    if re.fullmatch(r"(?:19|20)\d{2}", segment):
        return "year"
    if re.fullmatch(r"\d{2}", segment):
        return "two"
    return "number" if segment.isdecimal() else "folder"


def _pattern(shape: tuple[str, ...], words: list[set[str]]) -> str:
    forms = {"year": r"\d{4}", "two": r"\d{2}", "number": r"\d+", "slug": _SLUG}
    parts = []
    for kind, seen in zip(shape, words, strict=True):
        literal = "|".join(sorted(map(re.escape, seen)))
        folder = f"(?:{literal})" if 1 < len(seen) <= _LITERALS else literal if len(seen) == 1 else r"[\w-]+"
        parts.append(forms.get(kind, folder))
    return f"^/{'/'.join(parts)}/?$"


def _value(name: str, value: object) -> str:
    if name.endswith("patterns") and isinstance(value, list):
        return f"[{', '.join(chr(39) + str(pattern) + chr(39) for pattern in value)}]"
    return json.dumps(value, ensure_ascii=False)
