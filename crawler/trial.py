"""Tries a declaration out on the live site, storing nothing."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field

from crawler.declarations import Declaration
from crawler.processes import conversation
from crawler.protocol import trial_line
from models.settings import Settings
from models.vocabulary import Outcome

PAGES = 3
_DELAY = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedAddress:
    """What became of one address of a trial."""

    url: str
    outcome: Outcome
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPage:
    """A page that came, to be read."""

    url: str
    body: bytes
    charset: str | None


@dataclass(slots=True, kw_only=True)
class Trial:
    """What a trial found.

    Attributes:
        ended: every address that was requested and how it ended.
        pages: the first pages that came.
        listed: by list, the addresses it names.
        feeds: feeds that list pages point to.
        sitemaps: sitemaps that robots.txt names.
    """

    ended: list[TriedAddress] = field(default_factory=list)
    pages: list[TriedPage] = field(default_factory=list)
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    feeds: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)


def try_outlet(
    declaration: Declaration,
    settings: Settings,
    *,
    base: str | None = None,
    pages: int = PAGES,
    delay: float = _DELAY,
) -> Trial:
    """Ask a site for its declared lists and for a few articles.

    Args:
        declaration: the outlet.
        settings: what may be fetched.
        base: where its site is served instead of at its domain.
        pages: how many articles.
        delay: seconds between two requests.

    Raises:
        SourceError: the child hung or crashed.
    """
    trial = Trial()
    order = trial_line(declaration.model_dump_json(), settings, base=base, pages=pages, delay=delay)
    with conversation(order) as messages:
        for message in messages:
            _note(trial, message)
    return trial


def _note(trial: Trial, message: Mapping[str, object]) -> None:
    match message:
        case {"ended": {"url": str(url), "outcome": str(outcome), "detail": detail}}:
            told = detail if isinstance(detail, str) else None
            trial.ended.append(TriedAddress(url=url, outcome=Outcome(outcome), detail=told))
        case {"page": {"url": str(url), "charset": charset, "body": str(body)}}:
            told = charset if isinstance(charset, str) else None
            trial.pages.append(TriedPage(url=url, body=b64decode(body), charset=told))
        case {"listed": {"url": str(url), "addresses": list(addresses), "feeds": list(feeds)}}:
            trial.listed[url] = tuple(map(str, addresses))
            trial.feeds += [feed for feed in map(str, feeds) if feed not in trial.feeds]
        case {"sitemaps": list(sitemaps)}:
            trial.sitemaps += [sitemap for sitemap in map(str, sitemaps) if sitemap not in trial.sitemaps]
