"""The codebook: every field of every table explained in both languages, and in the docs."""

from pathlib import Path

import pytest

from exports.codebook import TableName, schema_of
from models.vocabulary import Language

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", TableName)
def test_every_field_is_explained(name: TableName) -> None:
    schema = schema_of(name)
    assert schema.columns[0] == "id"
    assert len(set(schema.columns)) == len(schema.columns)
    for field in schema.fields:
        meanings = [field.meaning[language] for language in Language]
        assert all(meanings)
        assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("name", TableName)
def test_the_docs_say_the_same_of_every_field(name: TableName) -> None:
    page = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    part = page.partition(f"### `{name}`")[2].partition("\n#")[0]
    lines = [
        f"| `{field.name}` | {field.type} | {field.meaning[Language.ENGLISH]}"
        for field in schema_of(name).fields
    ]
    assert [line for line in lines if line not in part] == []
