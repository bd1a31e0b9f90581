"""``--format`` and ``--output`` of the commands that list rows, and ``kawal export``."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kawal.main import app
from storage.database import Database

LISTS = [("figures",), ("findings",), ("programmes",), ("trends",), ("official", "figures")]


@pytest.fixture
def kawal(filled_database: Database, monkeypatch: pytest.MonkeyPatch) -> "type[Kawal]":
    monkeypatch.setenv("KAWAL_DATABASE_URL", filled_database.conninfo)
    return Kawal


class Kawal:
    """The command, run in this process."""

    @staticmethod
    def run(*arguments: object) -> Result:
        return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_each_list_is_given_in_each_format(
    kawal: type[Kawal], command: tuple[str, ...], tmp_path: Path
) -> None:
    printed = kawal.run(*command, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed.stdout)))
    assert rows != []
    records = json.loads(kawal.run(*command, "--json").stdout)
    assert kawal.run(*command, "--format", "json").stdout == kawal.run(*command, "--json").stdout
    if command != ("programmes",):
        assert [row["id"] for row in rows] == [str(record["id"]) for record in records]
    for ending, start in (("csv", b"id,"), ("xlsx", b"PK"), ("parquet", b"PAR1"), ("json", b"[")):
        path = tmp_path / f"berkas.{ending}"
        assert kawal.run(*command, "-o", path).exit_code == 0
        assert path.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_filters_hold_for_files_too(kawal: type[Kawal]) -> None:
    printed = kawal.run("figures", "--region", "36.73", "--year", "2024", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert {(row["region"], row["year"]) for row in rows} == {("36.73", "2024")}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--json", "--format", "csv"), "exclude each other"),
        (("-o", "angka.doc"), "does not end in"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    kawal: type[Kawal], arguments: tuple[str, ...], problem: str
) -> None:
    answer = kawal.run("figures", *arguments)
    assert problem in str(answer.exception)


def test_the_whole_package_comes_by_one_command(kawal: type[Kawal], tmp_path: Path) -> None:
    answer = kawal.run("export", tmp_path / "paket")
    assert answer.exit_code == 0
    assert "figures.csv" in answer.stdout
    assert (tmp_path / "paket" / "datapackage.json").is_file()
