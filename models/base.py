"""The declarative base and the column types all tables share."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """All mapped classes are keyword-only dataclasses."""

    metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, stored in UTC; naive datetimes are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive values, convert the rest to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r} has no place in the store")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back whatever the server's time zone is."""
        return None if value is None else value.astimezone(UTC)


class Word(TypeDecorator[Any]):
    """A member of one vocabulary, stored as its text; anything else is refused."""

    impl = String(32)
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Refuse words outside the vocabulary."""
        return None if value is None else self.vocabulary(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], StrEnum | None]:
        """Give the enum member back; looked up, for hundreds of thousands of rows come through here."""
        members: dict[str | None, StrEnum | None] = {word.value: word for word in self.vocabulary}
        return {None: None, **members}.__getitem__


def allowed(column: str, vocabulary: type[StrEnum]) -> str:
    """SQL text of a check that ``column`` holds a word of ``vocabulary``."""
    words = ", ".join(f"'{word.value}'" for word in vocabulary)
    return f"{column} IN ({words})"
