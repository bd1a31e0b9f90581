"""The schema's history; ``HEAD`` is its newest revision (a test compares it with Alembic)."""

HEAD = "0017"
