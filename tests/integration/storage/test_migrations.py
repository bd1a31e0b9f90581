from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, create_engine, inspect, text

from storage import schema
from storage.database import Database
from storage.migrations import HEAD

CATALOGUE = """
SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid), ''
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = 'public'::regnamespace
UNION ALL
SELECT 'index', tablename, indexname, indexdef, '' FROM pg_indexes WHERE schemaname = 'public'
"""


def catalogue(connection: Connection) -> set[tuple[str, ...]]:
    rows = connection.execute(text(CATALOGUE)).all()
    return {tuple(row) for row in rows if row[1] != "alembic_version"}


@pytest.fixture
def empty(empty_url: URL) -> Iterator[Connection]:
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def migrated(database_url: URL) -> Iterator[Connection]:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_migrations_build_exactly_what_the_models_say(empty: Connection, migrated: Connection) -> None:
    schema.METADATA.create_all(empty)
    assert catalogue(empty) == catalogue(migrated)


def test_alembic_finds_nothing_left_to_migrate(migrated: Connection) -> None:
    context = MigrationContext.configure(migrated)
    assert compare_metadata(context, schema.METADATA) == []


def test_every_revision_goes_up_and_down_again(empty: Connection) -> None:
    scripts = ScriptDirectory.from_config(schema.alembic_config(empty))
    assert scripts.get_heads() == [HEAD]
    for script in reversed(list(scripts.walk_revisions())):
        before = catalogue(empty)
        schema.upgrade(empty, script.revision)
        assert schema.current_revision(empty) == script.revision
        above = catalogue(empty)
        schema.downgrade(empty, script.down_revision or "base")
        assert catalogue(empty) == before
        schema.upgrade(empty, script.revision)
        assert catalogue(empty) == above


def test_the_way_down_leaves_nothing_behind(migrated: Connection) -> None:
    schema.downgrade(migrated, "base")
    assert inspect(migrated).get_table_names() == ["alembic_version"]
    assert schema.current_revision(migrated) is None


def test_two_programs_that_start_at_once_migrate_once(empty_url: URL) -> None:
    databases = [Database(empty_url), Database(empty_url)]
    with ThreadPoolExecutor() as threads:
        for done in [threads.submit(database.prepare) for database in databases]:
            done.result()
    with databases[0].engine.begin() as connection:
        assert schema.current_revision(connection) == HEAD
        assert connection.scalar(text("SELECT count(*) FROM reference_data")) == 1
    for database in databases:
        database.close()
