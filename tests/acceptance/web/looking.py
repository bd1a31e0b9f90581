"""What every page that is looked at is asked: who is kept out by it, and a picture when wanted."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

Shoot = Callable[[Any, str], None]


def serious_barriers(page: Any) -> list[tuple[str, str]]:
    """The rules of accessibility that a page breaks, each with its first element."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    # What passes is told with one element a rule: describing them all costs more than finding them.
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"]
    return [
        (one["id"], one["nodes"][0]["html"][:160])
        for one in found.response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


def shooter() -> Shoot:
    """Save pictures of whole pages into the folder KAWAL_TEST_PICTURES; without it, none are made."""
    folder = os.environ.get("KAWAL_TEST_PICTURES")

    def shoot(page: Any, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return shoot
