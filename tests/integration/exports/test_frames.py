"""``import kawal`` in a notebook: data frames of a filled store, and what is asked wrongly."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pandas
import pytest

import kawal
from exports.codebook import TableName, schema_of
from models.errors import BadInputError, ExtraMissingError
from storage.database import Database
from tests.integration.web.filling import VICTIM_WORDS

TABLES: dict[TableName, Callable[..., pandas.DataFrame]] = {
    TableName.FIGURES: kawal.figures,
    TableName.FINDINGS: kawal.findings,
    TableName.OFFICIAL_FIGURES: kawal.official,
    TableName.PROGRAMMES: kawal.programmes,
    TableName.TRENDS: kawal.trends,
}


@pytest.fixture(autouse=True)
def _this_store(filled_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAWAL_DATABASE_URL", filled_database.conninfo)


def test_importing_loads_nothing_heavy() -> None:
    heavy = "{'pandas', 'numpy', 'sqlalchemy', 'typer', 'torch'}"
    script = f"import sys, kawal; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_a_frame_by_the_codebook(name: TableName) -> None:
    frame = TABLES[name]()
    assert len(frame) > 0
    assert [frame.index.name, *frame.columns] == list(schema_of(name).columns)
    text = " ".join(str(value) for value in frame.to_numpy().ravel())
    assert [word for word in VICTIM_WORDS if word in text] == []


def test_types_keep_unknown_unknown() -> None:
    frame = kawal.figures()
    assert str(frame["value"].dtype) == "Int64"
    assert str(frame["published"].dtype) == "datetime64[s]"
    assert list(frame["unit"].cat.categories) == ["cases", "victims", "reports", "perpetrators"]
    assert frame["breakdown"].isna().any()
    assert kawal.findings()["first_seen"].dt.tz is not None


def test_filters_hold() -> None:
    frame = kawal.figures(region="Kota Serang", year=2024)
    assert set(zip(frame["region"], frame["year"], strict=True)) == {("36.73", 2024)}
    assert len(kawal.figures(region="36", within=True)) > len(kawal.figures(region="36.73"))
    assert len(kawal.figures(year=1990)) == 0
    assert set(kawal.findings(kind="differs")["kind"]) <= {"differs"}


def test_one_store_answers_often(filled_database: Database) -> None:
    with kawal.open_store(database_url=filled_database.conninfo) as store:
        assert store.figures(year=2024).equals(kawal.figures(year=2024))
        assert len(store.official()) > 0


@pytest.mark.parametrize(
    ("wanted", "problem"), [({"region": "Atlantis"}, "No region"), ({"region": "Bogor"}, "several regions")]
)
def test_a_region_that_cannot_be_meant_is_refused(wanted: dict[str, Any], problem: str) -> None:
    with pytest.raises(BadInputError, match=problem):
        kawal.figures(**wanted)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadInputError, match="Choose from match, differs"):
        kawal.findings(kind="wrong")


@pytest.mark.parametrize(("library", "cure"), [("pandas", r"kawal-kasus\[pandas\]")])
def test_a_missing_library_comes_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, library: str, cure: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissingError, match=cure):
        kawal.figures()
