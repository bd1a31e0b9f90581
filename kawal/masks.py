"""Masking what leaves the system: texts of articles, wherever they stand in a record."""

from typing import Any

from models.masking import masked

_PRINTED = frozenset({"evidence", "title", "sentence_id", "sentence_en", "comment"})


def masked_record(record: dict[str, Any]) -> dict[str, Any]:
    """Give the record with victims masked in every text taken from an article, nested ones included."""
    return {key: _value(key, value) for key, value in record.items()}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, str):
        return masked(value) if key in _PRINTED else value
    if isinstance(value, dict):
        return masked_record(value)
    if isinstance(value, list):
        return [_value(key, item) for item in value]
    return value
