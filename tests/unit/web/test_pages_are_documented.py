"""Every address of the pages is in docs/pages.md; those of the API describe themselves."""

from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from web.app import ADMITTED, OPEN
from web.routes import api

PAGE = (Path(__file__).parents[3] / "docs" / "pages.md").read_text("utf-8")
PATHS = [
    route.path
    for router in (*ADMITTED, *OPEN)
    if router is not api.router
    for route in router.routes
    if isinstance(route, APIRoute)
]


@pytest.mark.parametrize("path", PATHS)
def test_the_address_is_documented(path: str) -> None:
    assert f"`{path}`" in PAGE
