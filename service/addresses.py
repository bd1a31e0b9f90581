"""A list of addresses into the store: crawled politely, whatever outlets they belong to."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from crawler.declarations import Declaration, load_declarations
from crawler.run import CrawlRequest, crawl
from crawler.urls import canonical_url, is_on_site, is_web_address, page_key
from models.errors import BadInputError
from models.settings import Settings
from models.vocabulary import RunKind
from service.cycle import CrawlSummary, Progress, declare_sources, open_run, summary
from service.reading import Desk, read_waiting
from storage.database import Database
from storage.leads import LeadRepository, WaitingLead


def read_addresses(path: Path) -> list[str]:
    """The addresses of a file, one a line; empty lines and those that begin with ``#`` are left out.

    Raises:
        BadInputError: the file cannot be read as UTF-8, holds none, or a line is no web address.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path} cannot be read: {error}.", cure="Give a text file in UTF-8.") from error
    told = [(number, line.strip()) for number, line in enumerate(lines, 1)]
    addresses = [(number, line) for number, line in told if line and not line.startswith("#")]
    for number, line in addresses:
        if not is_web_address(line):
            raise BadInputError(
                f"{path}, line {number}: {line[:80]!r} is no web address.",
                cure="Write one http(s) address a line.",
            )
    if not addresses:
        raise BadInputError(f"{path} holds no address.", cure="Write one http(s) address a line.")
    return [line for _, line in addresses]


def collect_addresses(
    database: Database,
    settings: Settings,
    desk: Desk,
    addresses: Iterable[str],
    *,
    delay: float | None = None,
    on_progress: Progress = lambda done, total: None,
) -> CrawlSummary:
    """Crawl these addresses and read what came; variants of one page are asked once.

    Stopped, the same call goes on: what is known by then is asked conditionally.

    Raises:
        BadInputError: an address lies on no site that has a name.
        SourceError: the crawl hung or crashed.
    """
    by_outlet = _by_outlet(addresses, load_declarations(added=settings.outlets_dir))
    outlets = [declaration for declaration, _ in by_outlet]
    declare_sources(database, outlets)
    with database.session() as session:
        for declaration, own in by_outlet:
            LeadRepository(session).add(declaration.name, own, now=desk.clock())
    with open_run(database, RunKind.CRAWL, clock=desk.clock) as run_id:
        request = CrawlRequest(
            names=(),
            run_id=run_id,
            delay=delay,
            only_leads=True,
            passing=tuple(_open(declaration).model_dump_json() for declaration in outlets),
        )
        crawl(request, settings, on_progress)
        read = read_waiting(database, desk, run_id=run_id)
    return summary(database, run_id, read)


def _by_outlet(
    addresses: Iterable[str], declared: Sequence[Declaration]
) -> list[tuple[Declaration, list[WaitingLead]]]:
    found: dict[str, tuple[Declaration, dict[str, WaitingLead]]] = {}
    for address in addresses:
        url = canonical_url(address)
        own = [one for one in declared if is_on_site(url, domain=one.outlet)]
        outlet = max(own, key=lambda one: len(one.outlet)) if own else _passing(url)
        _, leads = found.setdefault(outlet.name, (outlet, {}))
        leads.setdefault(page_key(url), WaitingLead(url=url))
    return [(outlet, list(leads.values())) for outlet, leads in found.values()]


def _open(declaration: Declaration) -> Declaration:
    """The outlet with every address an article's: who lists addresses knows what they are."""
    return declaration.model_copy(update={"article_patterns": ("^/",), "not_article_patterns": ()})


def _passing(url: str) -> Declaration:
    """An outlet for a site nobody declared."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    name = re.sub(r"[^a-z0-9]+", "_", host).strip("_")[:50]
    if "." not in host or not re.fullmatch(r"[a-z0-9.-]+", host):
        raise BadInputError(f"{url[:80]} lies on no public site.", cure="Leave it out.")
    return Declaration.model_validate(
        {
            "name": name if name[:1].isalpha() else f"situs_{name}",
            "outlet": host,
            "title": host,
            "kind": "lists",
            "sections": (f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/",),
            "article_patterns": ("^/",),
            "verified": False,
        }
    )
