"""Run by Alembic: migrates over the connection that storage/schema.py hands in."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from models.base import UtcDateTime, Word
from storage.schema import METADATA


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Plain column types for new revisions, so that old ones never depend on models/."""
    if kind == "type" and isinstance(item, Word):
        return f"sa.String(length={item.impl_instance.length})"  # type: ignore[attr-defined]
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_item=render_item)
with context.begin_transaction():
    context.run_migrations()
