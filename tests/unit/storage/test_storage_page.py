from pathlib import Path

import pytest

from storage.schema import METADATA

PAGE = (Path(__file__).parents[3] / "docs" / "storage.md").read_text("utf-8")


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_every_column_is_explained(table: str) -> None:
    section = PAGE.partition(f"### `{table}`\n")[2].partition("###")[0]
    explained = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
    assert explained == [column.name for column in METADATA.tables[table].columns]


def test_no_table_is_explained_that_is_not_there() -> None:
    explained = {line[5:-1] for line in PAGE.splitlines() if line.startswith("### `")}
    assert explained == set(METADATA.tables)
