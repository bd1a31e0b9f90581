"""A backup restored elsewhere is the same store; nothing is filled that is not empty."""

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, text

from models.errors import BadInputError, DatabaseUnavailableError
from models.settings import Settings
from service.backing_up import back_up, restore
from service.queueing import defer
from storage.database import Database
from storage.pages import PageRepository
from storage.server import libpq_address
from storage.sources import SourceRepository

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TABLES = """
SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname IN ('public', 'queue', 'clock') ORDER BY 1
"""


def rows(database: Database) -> dict[str, int]:
    """How many rows every table holds, the libraries' tables included."""
    with database.session() as session:
        names = session.scalars(text(TABLES)).all()
        counted = {name: text(f"SELECT count(*) FROM {name}") for name in names}  # noqa: S608
        return {name: session.scalar(query) or 0 for name, query in counted.items()}


@pytest.fixture
def filled(database: Database, settings: Settings) -> Database:
    with database.session() as session:
        SourceRepository(session).upsert("contoh", outlet="contoh.test", home_region="36.73")
        url, body = "https://contoh.test/a", b"<p>100% \x00 isi</p>"
        PageRepository(session).record_fetch(url, "contoh", status=200, body=body, now=NOW)
        defer(session, "crosscheck")
    settings.outlets_dir.mkdir(parents=True)
    (settings.outlets_dir / "contoh.toml").write_text('name = "contoh"\n', "utf-8")
    settings.layouts_dir.mkdir(parents=True)
    (settings.layouts_dir / "tabel.toml").write_text('portal = "contoh"\n', "utf-8")
    (settings.data_dir / "link.key").write_text("rahasia", "ascii")
    return database


@pytest.fixture
def backup(filled: Database, settings: Settings, tmp_path: Path) -> Path:
    file = tmp_path / "kawal.tar"
    assert back_up(settings, file, now=NOW) == file.stat().st_size
    return file


def test_what_was_backed_up_is_there_again(
    backup: Path, filled: Database, empty_url: URL, tmp_path: Path
) -> None:
    elsewhere = Settings(data_dir=tmp_path / "new", database_url=libpq_address(empty_url))
    assert restore(elsewhere, backup)["made"] == NOW.isoformat()
    restored = Database(empty_url)
    restored.prepare()
    assert rows(restored) == rows(filled)
    with restored.session() as session:
        pages = PageRepository(session)
        page = pages.get("https://contoh.test/a")
        assert page is not None
        assert pages.body(page) == b"<p>100% \x00 isi</p>"
        assert defer(session, "crosscheck") is None
        assert defer(session, "read") is not None
    restored.close()
    assert (elsewhere.outlets_dir / "contoh.toml").read_text("utf-8") == 'name = "contoh"\n'
    assert (elsewhere.layouts_dir / "tabel.toml").read_text("utf-8") == 'portal = "contoh"\n'
    key = elsewhere.data_dir / "link.key"
    assert (key.read_text("ascii"), key.stat().st_mode & 0o777) == ("rahasia", 0o600)


def test_a_store_that_is_not_empty_is_left_alone(backup: Path, filled: Database, settings: Settings) -> None:
    before = rows(filled)
    with pytest.raises(DatabaseUnavailableError, match="not empty"):
        restore(settings, backup)
    assert rows(filled) == before


def test_a_backup_is_for_its_owner_alone_and_leaves_nothing_unfinished(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in backup.parent.iterdir() if "unfinished" in path.name] == []


def test_another_file_is_no_backup(empty_url: URL, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new", database_url=libpq_address(empty_url))
    file = tmp_path / "x.tar"
    file.write_bytes(b"not a tar")
    with pytest.raises(BadInputError, match="no backup"):
        restore(settings, file)
    with tarfile.open(file, "w"):
        pass
    with pytest.raises(BadInputError, match="no backup of this program"):
        restore(settings, file)


def test_a_dump_that_is_cut_off_fills_nothing(backup: Path, empty_url: URL, tmp_path: Path) -> None:
    cut = tmp_path / "cut.tar"
    with tarfile.open(backup) as whole, tarfile.open(cut, "w") as archive:
        whole.extractall(tmp_path / "parts", filter="data")
        dump = tmp_path / "parts" / "database.dump"
        dump.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])
        for path in (tmp_path / "parts" / "about.json", dump):
            archive.add(path, path.name)
    settings = Settings(data_dir=tmp_path / "new", database_url=libpq_address(empty_url))
    with pytest.raises(DatabaseUnavailableError, match="pg_restore"):
        restore(settings, cut)
    database = Database(empty_url)
    assert rows(database) == {}
    database.close()
