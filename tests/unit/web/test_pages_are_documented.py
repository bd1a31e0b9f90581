"""Every address of the pages is in docs/pages.md."""

from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from web.routes import (
    accounts,
    adding,
    articles,
    bulletins,
    explore,
    feeds,
    figures,
    findings,
    people,
    provinces,
    reference,
    regions,
    review,
    reviewing,
    searching,
    subscribing,
)

PAGE = (Path(__file__).parents[3] / "docs" / "pages.md").read_text("utf-8")
PATHS = [
    route.path
    for module in (
        accounts,
        adding,
        articles,
        bulletins,
        explore,
        feeds,
        figures,
        findings,
        people,
        provinces,
        reference,
        regions,
        review,
        reviewing,
        searching,
        subscribing,
    )
    for route in module.router.routes
    if isinstance(route, APIRoute)
]


@pytest.mark.parametrize("path", PATHS)
def test_the_address_is_documented(path: str) -> None:
    assert f"`{path}`" in PAGE
