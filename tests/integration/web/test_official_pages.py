"""Official tables come a page at a time, and a row's address leads to the page that has it."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.integration.web.filling import Filled


def _rows(page: str) -> list[str]:
    return re.findall(r'<tr id="baris-(\d+)"', page)


def test_pages_of_a_table_are_the_table(
    client: TestClient, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/resmi/{filled.dataset}"
    every = _rows(client.get(address).text)
    assert len(every) > 2
    monkeypatch.setattr("web.routes.reference._ROWS", 2)
    pages = [client.get(f"{address}?page={number}").text for number in range(1, 2 + len(every) // 2)]
    assert [row for page in pages for row in _rows(page)] == every
    assert 'rel="next"' in pages[0]
    assert 'rel="prev"' not in pages[0]
    for row in every:
        assert row in _rows(client.get(f"{address}?row={row}").text)
    assert _rows(client.get(f"{address}?row={every[-1]}&page=1").text) == every[:2]


def test_a_row_of_another_table_leads_to_the_first_page(client: TestClient, filled: Filled) -> None:
    assert _rows(client.get(f"/resmi/{filled.dataset}?row=999999").text)
