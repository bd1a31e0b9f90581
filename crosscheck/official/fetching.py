"""Tables asked of a portal's interface for programs, page by page, until all records are there."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from crosscheck.official.importing import ImportOptions, PlannedTable, default_places, plan_table
from crosscheck.official.layouts import load_layouts, portal_api
from crosscheck.official.places import Places
from crosscheck.official.raw import RawTable
from crosscheck.official.tables import tables_of
from crosscheck.official.textfiles import records_sheet
from models.errors import BadInputError, SourceError

USER_AGENT = "KawalKasus/0.1 (pembanding angka resmi)"
_MOST_RECORDS = 1_000_000
_TRIES = 3
_TIMEOUT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How a portal is asked. ``url`` stands in for the declared address, for a mirror or a test."""

    url: str | None = None
    page_size: int = 1000
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep


def fetch_tables(
    portal: str, *, today: date, options: FetchOptions | None = None, places: Places | None = None
) -> tuple[PlannedTable, ...]:
    """Every declared dataset of a portal, read as it would be imported.

    Raises:
        SourceError: the portal does not answer, or not as described.
        BadInputError: no interface is declared, or a table is unclear.
    """
    api = portal_api(portal)
    asked = options or FetchOptions()
    layouts = load_layouts()
    known = places or default_places()
    plans = []
    for slug, title in api.datasets.items():
        table = fetch_table(f"{asked.url or api.url}/{slug}", slug, asked)
        told = ImportOptions(portal=portal, title=title, publisher=api.publisher, retrieved=today)
        plan = plan_table(table, told, layouts=layouts, places=known)
        plans.append(replace(plan, title=title))
    return tuple(plans)


def fetch_table(url: str, name: str, options: FetchOptions) -> RawTable:
    """All records of one dataset as a table.

    Raises:
        SourceError: the answer is no list of records, or records are missing at the end.
    """
    records: list[dict[str, object]] = []
    while len(records) < _MOST_RECORDS:
        answer = _ask(f"{url}?{urlencode({'limit': options.page_size, 'skip': len(records)})}", options)
        page, total = _records(answer, url)
        if page and page == records[-len(page) :]:
            raise SourceError(
                f"{url} gives the same page again and again.", cure="Download its file instead."
            )
        records.extend(page)
        if not page or len(records) >= total:
            break
        options.sleep(options.pause)
    if len(records) != total:
        raise SourceError(
            f"{url} promised {total} records and gave {len(records)}.",
            cure="Try again later; nothing was stored.",
        )
    tables = tables_of((records_sheet(records, name=name),)) if records else ()
    if not tables:
        raise BadInputError(f"{url} holds no table.", cure="See on the portal whether it was moved.")
    return tables[0]


def _ask(url: str, options: FetchOptions) -> object:
    """The answer, asked for again after troubles that may pass."""
    trouble = ""
    for attempt in range(1, _TRIES + 1):
        try:
            return _ask_once(url)
        except HTTPError as error:
            error.close()
            trouble = f"HTTP {error.code}"
            if error.code < 500:
                break
        except (URLError, TimeoutError, ConnectionError) as error:
            trouble = str(error)
        if attempt < _TRIES:
            options.sleep(options.pause * 2**attempt)
    raise SourceError(f"{url} does not answer: {trouble}.", cure="Try again later.")


def _ask_once(url: str) -> object:
    if not url.startswith(("https://", "http://")):
        raise SourceError(f"{url} is no web address.", cure="Give one that begins with https://.")
    request = Request(url, headers={"User-Agent": USER_AGENT, "Accept": "application/json"})  # noqa: S310
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
        body = answer.read()
    try:
        return json.loads(body)
    except ValueError as error:
        cure = "See whether the portal changed."
        raise SourceError(f"{url} did not answer with JSON.", cure=cure) from error


def _records(answer: object, url: str) -> tuple[list[dict[str, object]], int]:
    """The records of one page, and how many there are in all."""
    data = answer.get("data") if isinstance(answer, Mapping) else None
    meta = answer.get("meta") if isinstance(answer, Mapping) else None
    total = meta.get("total_record") if isinstance(meta, Mapping) else None
    if (
        not isinstance(data, list)
        or not all(isinstance(one, dict) for one in data)
        or not isinstance(total, int)
    ):
        raise SourceError(
            f"{url} answers otherwise than described ('data' and 'meta.total_record').",
            cure="Download its file instead, and tell the maintainers.",
        )
    return data, total
