"""The pages served as ``kawal serve`` does, and what the processes behind them cost."""

import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psutil
from sqlalchemy import URL

from models.vocabulary import Role
from storage.accounts import AccountRepository, LoginRepository
from storage.database import Database
from storage.server import libpq_address

_REVIEWER = "pengukur"
_TRIES = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server that answers at ``base``, its process, and the process of its database."""

    base: str
    server: psutil.Process
    database: psutil.Process

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        """The answer to one address, which may be a refusal."""
        return httpx.get(f"{self.base}{address}", headers=dict(headers or {}), timeout=120)

    def processor_seconds(self) -> float:
        """What server and database have used since they began, processes that ended included."""
        return sum(_seconds(process) for process in (*_family(self.server), *_family(self.database)))

    def memory(self) -> int:
        """Resident bytes of the server's processes together."""
        return sum(process.memory_info().rss for process in _family(self.server))


def log_in(database: Database) -> str:
    """The token of a reviewer's session, the reviewer made where there is none."""
    token, now = secrets.token_urlsafe(32), datetime.now(UTC)
    with database.session() as session:
        accounts = AccountRepository(session)
        account = accounts.get(_REVIEWER) or accounts.add(
            _REVIEWER,
            role=Role.REVIEWER,
            password_hash="-",  # noqa: S106  # No password has this hash.
            who="bench",
            now=now,
        )
        LoginRepository(session).begin(account, token, now=now)
    return token


@contextmanager
def serving(url: URL, data_dir: Path, scratch: Path, *, workers: int | None) -> Iterator[Served]:
    """``kawal serve`` on a free port over an open embedded database in ``data_dir``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "kawal", "serve", "--port", str(port)]
    command += [] if workers is None else ["--workers", str(workers)]
    environment = {
        "KAWAL_DATABASE_URL": libpq_address(url),
        "KAWAL_DATA_DIR": str(scratch),
        "KAWAL_API_RATE": "0",
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    postmaster = int((data_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    with subprocess.Popen(command, env=environment) as server:
        served = Served(
            base=f"http://127.0.0.1:{port}",
            server=psutil.Process(server.pid),
            database=psutil.Process(postmaster),
        )
        try:
            _wait_for(served)
            yield served
        finally:
            server.terminate()


def _wait_for(served: Served) -> None:
    for _ in range(_TRIES):
        try:
            served.get("/tentang")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The server did not begin to answer.")


def _family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0  # Its time went to its parent's children.
    return float(times.user + times.system + times.children_user + times.children_system)
