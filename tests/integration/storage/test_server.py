import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from models.errors import DatabaseUnavailableError
from models.settings import Settings
from storage.database import open_database
from storage.embedded import EmbeddedServer, embedded_server
from storage.root_account import open_passage
from storage.server import libpq_address

HOLD = """
import sys
from pathlib import Path
from storage.embedded import embedded_server
with embedded_server(Path(sys.argv[1]), durable=False):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data"
    if (tmp_path / "data" / "postgres").exists():
        EmbeddedServer(tmp_path / "data").stop()


@contextmanager
def another_process(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-c", HOLD, str(data_dir)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process


def runs(data_dir: Path) -> bool:
    return (data_dir / "postgres" / "postmaster.pid").exists()


def test_a_bare_folder_becomes_a_database_and_stays_one(data_dir: Path) -> None:
    settings = Settings(data_dir=data_dir)
    with open_database(settings) as database, database.session() as session:
        session.connection().exec_driver_sql("CREATE TABLE note AS SELECT 7 AS number")
    assert not runs(data_dir)
    with open_database(settings) as database, database.session() as session:
        assert session.connection().exec_driver_sql("SELECT number FROM note").scalar() == 7
    assert not runs(data_dir)


def test_a_half_made_cluster_is_made_again(data_dir: Path) -> None:
    (data_dir / "postgres.new" / "base").mkdir(parents=True)
    (data_dir / "postgres.new" / "PG_VERSION").write_text("18\n")
    with embedded_server(data_dir, durable=False) as url, psycopg.connect(libpq_address(url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not (data_dir / "postgres.new").exists()


def test_two_processes_share_one_server_and_the_last_stops_it(data_dir: Path) -> None:
    with another_process(data_dir) as other:
        with embedded_server(data_dir) as url, psycopg.connect(libpq_address(url)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert runs(data_dir)
        other.communicate()
    assert other.returncode == 0
    assert not runs(data_dir)


def test_a_killed_process_neither_breaks_nor_keeps_the_server(data_dir: Path) -> None:
    with another_process(data_dir) as other:
        other.kill()
    assert runs(data_dir)
    with embedded_server(data_dir) as url, psycopg.connect(libpq_address(url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not runs(data_dir)


def test_a_killed_server_is_started_again(data_dir: Path) -> None:
    with another_process(data_dir) as other:
        postmaster = int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGKILL)
        other.communicate()
    with embedded_server(data_dir) as url, psycopg.connect(libpq_address(url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_server_caught_in_a_half_done_stop_is_started_again(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, durable=False)
    with embedded_server(data_dir, durable=False) as url, psycopg.connect(libpq_address(url)):
        postmaster = int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])
        # The server now refuses newcomers and waits for this connection to end.
        os.kill(postmaster, signal.SIGTERM)
        server.ensure_running()
        with psycopg.connect(libpq_address(url)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_note_that_names_another_process_is_no_server(data_dir: Path) -> None:
    with embedded_server(data_dir, durable=False):
        note = (data_dir / "postgres" / "postmaster.pid").read_text().splitlines()
    note[0] = str(os.getpid())
    (data_dir / "postgres" / "postmaster.pid").write_text("\n".join(note) + "\n")
    with embedded_server(data_dir, durable=False) as url, psycopg.connect(libpq_address(url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_path_too_long_for_a_socket_works_too(tmp_path: Path) -> None:
    deep = tmp_path / ("sangat-panjang-" * 8)
    with embedded_server(deep, durable=False) as url, psycopg.connect(libpq_address(url)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator's folders are closed to the server")
def test_an_administrators_closed_folder_is_opened_for_passage_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    for _ in range(2):
        with embedded_server(home / "data", durable=False) as url:
            assert url.database == "kawal"
        assert home.stat().st_mode & 0o777 == 0o701
        home.chmod(0o700)


def test_nobody_else_may_look_into_the_cluster(data_dir: Path) -> None:
    with embedded_server(data_dir, durable=False):
        assert (data_dir / "postgres").stat().st_mode & 0o077 == 0


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with (
        pytest.raises(DatabaseUnavailableError, match=r"data cannot be used.*KAWAL_DATA_DIR"),
        open_database(Settings(data_dir=tmp_path / "data")),
    ):
        pass


@pytest.fixture
def ordinary_user(tmp_path: Path) -> Iterator[None]:
    """Files are opened without an administrator's rights, and one folder is locked."""
    (tmp_path / "locked").mkdir(mode=0o555)
    if os.geteuid() != 0:
        yield
        return
    open_passage(tmp_path)
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    with (
        pytest.raises(DatabaseUnavailableError, match=r"locked/data cannot be used: Permission denied"),
        embedded_server(locked / "data"),
    ):
        pass


def test_a_cluster_of_another_version_is_refused(data_dir: Path) -> None:
    (data_dir / "postgres").mkdir(parents=True)
    (data_dir / "postgres" / "PG_VERSION").write_text("14\n")
    with pytest.raises(DatabaseUnavailableError, match="written by PostgreSQL 14"), embedded_server(data_dir):
        pass


def test_a_server_that_does_not_start_says_why(data_dir: Path) -> None:
    with embedded_server(data_dir, durable=False):
        pass
    with (data_dir / "postgres" / "postgresql.conf").open("a") as configuration:
        configuration.write("shared_buffers = nonsense\n")
    with (
        pytest.raises(
            DatabaseUnavailableError,
            match=r"does not start: configuration file .* contains errors.*server\.log",
        ),
        embedded_server(data_dir, durable=False),
    ):
        pass
