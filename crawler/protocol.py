"""What parent and child tell each other: one JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlRequest:
    """What to crawl.

    Attributes:
        names: declared outlets; they are in the store already.
        run_id: the run every outcome is noted under.
        since: only articles published from this day on, as far as their dates are known.
        until: only articles published up to this day.
        delay: seconds between two requests to one site, in place of the declared ones;
            robots.txt may ask for more.
        base_addresses: by outlet name, where its site is served instead of at its domain.
        limit: how many new pages of one outlet are fetched at most.
        forced: whether known pages are asked again before they are due.
        only_leads: whether lists are left alone and only addresses that wait are asked.
        passing: declarations, as JSON, of outlets that stand in no file.
    """

    names: tuple[str, ...]
    run_id: int
    since: date | None = None
    until: date | None = None
    delay: float | None = None
    base_addresses: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    forced: bool = False
    only_leads: bool = False
    passing: tuple[str, ...] = ()


def order_line(request: CrawlRequest, settings: Settings, *, declarations: Path | None) -> str:
    """The order a child reads from its standard input."""
    return json.dumps(
        {
            "names": request.names,
            "run_id": request.run_id,
            "since": request.since.isoformat() if request.since else None,
            "until": request.until.isoformat() if request.until else None,
            "delay": request.delay,
            "base_addresses": dict(request.base_addresses),
            "limit": request.limit,
            "forced": request.forced,
            "only_leads": request.only_leads,
            "passing": request.passing,
            "declarations": str(declarations) if declarations else None,
            "settings": _plain(settings),
        }
    )


def trial_line(declaration: str, settings: Settings, *, base: str | None, pages: int, delay: float) -> str:
    """The order to try one declaration, given as JSON, without a store."""
    trial = {"declaration": json.loads(declaration), "base": base, "pages": pages, "delay": delay}
    return json.dumps({"trial": trial, "settings": _plain(settings)})


def read_settings(order: Mapping[str, Any]) -> Settings:
    """The settings of an order."""
    told = order["settings"]
    return Settings(**{**told, "data_dir": Path(told["data_dir"])})


def read_order(line: str) -> tuple[CrawlRequest, Settings, Path | None]:
    """The order back out of its line."""
    order: dict[str, Any] = json.loads(line)
    settings = read_settings(order)
    order.pop("settings")
    folder = order.pop("declarations")
    request = CrawlRequest(
        **{
            **order,
            "names": tuple(order["names"]),
            "since": _day(order["since"]),
            "until": _day(order["until"]),
            "passing": tuple(order["passing"]),
        }
    )
    return request, settings, Path(folder) if folder else None


def _plain(settings: Settings) -> dict[str, Any]:
    return {
        "data_dir": str(settings.data_dir),
        "database_url": settings.database_url,
        "allow_private_networks": settings.allow_private_networks,
        "contact": settings.contact,
        "log_format": settings.log_format,
        "log_level": settings.log_level,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
