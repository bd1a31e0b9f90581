"""The API: rows, cursors, ETags, refusals, and its own description."""

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from exports.codebook import TableName, schema_of
from models.records import FigureRecord

COLUMNS = schema_of(TableName.FIGURES).columns
LISTS = ["figures", "findings", "programmes", "articles", "official-figures"]


@pytest.mark.parametrize("name", LISTS)
def test_cursors_walk_through_all_rows_once(client: TestClient, name: str) -> None:
    whole = client.get(f"/api/v1/{name}?limit=1000").json()
    assert whole["next"] is None
    walked: list[dict[str, object]] = []
    page: dict[str, Any] = {"next": 0}
    while page["next"] is not None:
        page = client.get(f"/api/v1/{name}?limit=2&after={page['next']}").json()
        walked += page["rows"]
    assert walked == whole["rows"] != []


def test_a_figure_has_every_field_of_the_codebook(client: TestClient) -> None:
    row = client.get("/api/v1/figures?region=36.73&year=2020").json()["rows"][0]
    assert set(COLUMNS) <= set(row)
    assert {name for name in FigureRecord.__slots__ if name not in {"start", "end"}} <= set(row)
    assert client.get(f"/api/v1/figures/{row['id']}").json() == row


def test_figures_are_filtered_as_on_the_page(client: TestClient) -> None:
    rows = client.get("/api/v1/figures?region=Kota Serang&year=2024&violence=any").json()["rows"]
    assert sorted(row["value"] for row in rows) == [74, 81]


def test_findings_carry_what_they_were_made_from(client: TestClient) -> None:
    row = client.get("/api/v1/findings?kind=differs").json()["rows"][0]
    assert ([one["value"] for one in row["figures"]], [one["value"] for one in row["official"]]) == (
        [81],
        [60],
    )


def test_regions_are_suggested_and_listed(client: TestClient) -> None:
    assert client.get("/api/v1/regions?q=kota serang").json()["rows"][0]["code"] == "36.73"
    assert len(client.get("/api/v1/regions").json()["rows"]) == 38
    assert {row["code"] for row in client.get("/api/v1/regions?region=36").json()["rows"]} >= {
        "36.04",
        "36.73",
    }


def test_csv_by_header(client: TestClient) -> None:
    answer = client.get("/api/v1/figures?region=36.73", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 16


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/figures?year=2020")
    again = client.get("/api/v1/figures?year=2020", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/v1/figures?year=2021", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("figures?unit=wrong", 422),
        ("figures?limit=0", 422),
        ("figures?region=atlantis", 404),
        ("figures/999999", 404),
        ("nothing", 404),
    ],
)
def test_refusals_are_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert "detail" in answer.json()


def test_the_api_describes_itself(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(described) == {
        *(f"/api/v1/{name}" for name in LISTS),
        "/api/v1/figures/{figure_id}",
        "/api/v1/regions",
    }
    assert all(
        "422" in one["get"]["responses"] and "404" in one["get"]["responses"] for one in described.values()
    )
