"""The data package: valid by Frictionless' own judgement, complete, replaceable."""

import csv
import json
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from exports.codebook import TableName, schema_of
from exports.describing import Resource
from exports.files import FileFormat
from exports.package import DATASET, DESCRIPTION, write_package
from models.errors import BadInputError
from models.vocabulary import Language
from storage.database import Database

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def _write(
    database: Database, folder: Path, file_format: FileFormat = FileFormat.CSV
) -> tuple[Resource, ...]:
    with database.session() as session:
        return write_package(
            session, folder, now=NOW, version="1.2", file_format=file_format, language=Language.ENGLISH
        )


def _json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def package(filled_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    _write(filled_database, folder)
    return folder


def test_frictionless_finds_it_valid(package: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", DESCRIPTION, "--json"],
        cwd=package, capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["valid"], done.stdout[-3000:]
    assert {task["name"] for task in report["tasks"]} == set(TableName)
    assert done.returncode == 0


def test_the_description_tells_fields_terms_sources_and_hashes(package: Path) -> None:
    described = _json(package / DESCRIPTION)
    assert "the outlet and the agency" in described["licenses"][0]["title"]
    assert "kabarserang.test" in {source["title"] for source in described["sources"]}
    for resource in described["resources"]:
        content = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert resource["rows"] == len(list(csv.reader(content.decode().splitlines(keepends=True)))) - 1
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == list(schema_of(TableName(resource["name"])).columns)
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_search_engines_are_told_what_it_is(package: Path) -> None:
    told = _json(package / DATASET)
    assert (told["@context"], told["@type"]) == ("https://schema.org/", "Dataset")
    assert told["temporalCoverage"] == "2018/2025"
    assert {file["contentUrl"] for file in told["distribution"]} == {f"{name}.csv" for name in TableName}
    assert told["description"]
    assert told["usageInfo"]


def test_writing_again_replaces_it(filled_database: Database, package: Path) -> None:
    before = {path.name: path.read_bytes() for path in package.iterdir()}
    _write(filled_database, package)
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before


def test_parquet_files_may_stand_in_it(filled_database: Database, tmp_path: Path) -> None:
    resources = _write(filled_database, tmp_path / "new", FileFormat.PARQUET)
    assert {resource.path for resource in resources} == {f"{name}.parquet" for name in TableName}


def test_other_files_are_never_mixed_with_it(filled_database: Database, tmp_path: Path) -> None:
    (tmp_path / "naskah.txt").write_text("penting", "utf-8")
    with pytest.raises(BadInputError, match="holds other files"):
        _write(filled_database, tmp_path)
    with pytest.raises(BadInputError, match="no workbooks"):
        _write(filled_database, tmp_path / "new", FileFormat.XLSX)
