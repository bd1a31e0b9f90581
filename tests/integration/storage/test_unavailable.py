import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

import psycopg
import pytest
from sqlalchemy import URL
from sqlalchemy.exc import OperationalError

from models.errors import DatabaseUnavailableError, SettingError
from models.settings import Settings
from storage.database import Database, open_database
from storage.pages import PageRepository
from storage.server import libpq_address, normalised
from storage.sources import SourceRepository


@pytest.fixture
def guarded(server_url: URL, database_url: URL) -> Iterator[URL]:
    """The address of an account that needs a password and owns nothing."""
    admin = libpq_address(server_url.set(database="postgres"))
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("CREATE ROLE guarded LOGIN PASSWORD 'benar'")
        path = connection.execute("SHOW hba_file").fetchone()
        assert path is not None
        rules = Path(path[0])
        before = rules.read_text()
        rules.write_text("local all guarded scram-sha-256\n" + before)
        connection.execute("SELECT pg_reload_conf()")
        yield database_url.set(username="guarded", password="benar")  # noqa: S106
        rules.write_text(before)
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("DROP ROLE guarded")


def opening(address: str | URL, tmp_path: Path) -> str:
    if isinstance(address, URL):
        address = libpq_address(address)
    settings = Settings(data_dir=tmp_path, database_url=address)
    with pytest.raises(DatabaseUnavailableError) as caught, open_database(settings):
        pass
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_a_dead_server_is_named_with_the_cure(tmp_path: Path) -> None:
    said = opening("postgresql://kawal@127.0.0.1:1/kawal", tmp_path)
    assert "The database does not answer: connection failed" in said
    assert "correct KAWAL_DATABASE_URL" in said
    assert "\n" not in said


def test_a_wrong_password_is_named(guarded: URL, tmp_path: Path) -> None:
    assert "refuses the password" in opening(guarded.set(password="salah"), tmp_path)  # noqa: S106


def test_a_user_without_rights_is_named(guarded: URL, empty_url: URL, tmp_path: Path) -> None:
    assert "may not do this" in opening(guarded.set(database=empty_url.database), tmp_path)


def test_a_missing_database_is_named(database_url: URL, tmp_path: Path) -> None:
    assert "does not exist on the server" in opening(database_url.set(database="tiada"), tmp_path)


def test_a_newer_schema_is_refused(database: Database) -> None:
    with database.session() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseUnavailableError, match="revision 9999"):
        database.prepare()


def test_an_old_server_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.schema._OLDEST_SERVER", 990_000)
    with pytest.raises(DatabaseUnavailableError, match="or newer is needed"):
        database.prepare()


def test_a_server_that_dies_at_work_loses_nothing_committed(database: Database, now: datetime) -> None:
    with database.session() as session:
        SourceRepository(session).upsert("satu", outlet="Satu")
    with pytest.raises(DatabaseUnavailableError, match="does not answer"), database.session() as session:
        SourceRepository(session).upsert("dua", outlet="Dua")
        own = session.connection().exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with database.engine.begin() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({own}, 5000)")
        SourceRepository(session).upsert("tiga", outlet="Tiga")
    with database.session() as session:
        assert [source.name for source in SourceRepository(session).list()] == ["satu"]


def test_a_full_disk_undoes_the_step_and_says_so(database: Database, now: datetime) -> None:
    with database.session() as session:
        SourceRepository(session).upsert("satu", outlet="Satu")
        session.connection().exec_driver_sql(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END$$"
        )
        session.connection().exec_driver_sql(
            "CREATE TRIGGER full_disk BEFORE INSERT ON page FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )
    with (
        pytest.raises(DatabaseUnavailableError, match=r"disk .* is full.*Free space"),
        database.session() as session,
    ):
        SourceRepository(session).upsert("dua", outlet="Dua")
        PageRepository(session).record_fetch("http://satu.test/", "satu", status=200, body=b"x", now=now)
    with database.session() as session:
        assert [source.name for source in SourceRepository(session).list()] == ["satu"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("only an administrator may mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_disk_that_really_fills_up_keeps_what_was_stored(small_disk: Path, now: datetime) -> None:
    settings = Settings(data_dir=small_disk / "data")
    stored = 0
    with (
        pytest.raises(DatabaseUnavailableError, match=r"disk .* is full"),
        open_database(settings) as database,
    ):
        with database.session() as session:
            SourceRepository(session).upsert("satu", outlet="Satu")
        noise = Random(7)  # noqa: S311
        while True:
            body = noise.randbytes(1_000_000)
            with database.session() as session:
                PageRepository(session).record_fetch(
                    f"http://satu.test/{stored}", "satu", status=200, body=body, now=now
                )
            stored += 1
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    with open_database(settings) as database, database.session() as session:
        assert len(PageRepository(session).known_urls("satu")) == stored


def test_errors_of_the_program_stay_what_they_are(database: Database) -> None:
    with pytest.raises(OperationalError, match="canceling statement"), database.session() as session:
        session.connection().exec_driver_sql("SET statement_timeout = 20")
        session.connection().exec_driver_sql("SELECT pg_sleep(5)")


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:p@host/db", "postgres://u:p@host/db", "postgresql+psycopg://u:p@host/db"],
)
def test_every_spelling_of_an_address_is_understood(address: str) -> None:
    assert normalised(address).render_as_string(hide_password=False) == "postgresql+psycopg://u:p@host/db"


@pytest.mark.parametrize(
    ("address", "said"), [("sqlite:///x.db", "names sqlite"), ("nonsense", "not a database")]
)
def test_other_addresses_are_refused(address: str, said: str) -> None:
    with pytest.raises(SettingError, match=said):
        normalised(address)
