"""The codebook: which fields a table has, of what type, and what each means in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from models import vocabulary
from models.vocabulary import Language


class FieldType(StrEnum):
    """Types of values, as Table Schema calls them."""

    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    DATE = "date"
    DATETIME = "datetime"


class TableName(StrEnum):
    """The tables that leave the store."""

    FIGURES = "figures"
    FINDINGS = "findings"
    PROGRAMMES = "programmes"
    TRENDS = "trends"
    OFFICIAL_FIGURES = "official-figures"
    OFFICIAL_DATASETS = "official-datasets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One exported field; ``words`` is the vocabulary it takes its values from, else empty."""

    name: str
    type: FieldType
    meaning: Mapping[Language, str]
    words: tuple[StrEnum, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """One exported table, its fields in the order of its columns."""

    name: TableName
    title: Mapping[Language, str]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(field.name for field in self.fields)


@cache
def schema_of(table: TableName) -> TableSchema:
    """What ``exports/codebook.toml`` says of one table."""
    text = (files("exports") / "codebook.toml").read_text(encoding="utf-8")
    declared = tomllib.loads(text)
    own = declared["tables"][table.value]
    special = own.get("fields", {})
    return TableSchema(
        name=table,
        title=_both(own["title"]),
        fields=tuple(_field(name, special.get(name) or declared["fields"][name]) for name in own["order"]),
    )


def _field(name: str, said: Mapping[str, Any]) -> Field:
    words = said.get("words")
    return Field(
        name=name,
        type=FieldType(said["type"]),
        meaning=_both(said),
        words=tuple(getattr(vocabulary, words)) if words else (),
    )


def _both(said: Mapping[str, str]) -> dict[Language, str]:
    return {language: said[language.value] for language in Language}
