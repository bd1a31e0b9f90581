"""``kawal serve`` with several processes behind one port."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from storage.database import Database
from storage.server import libpq_address
from tests.integration.web.filling import Filled
from web.serving import default_workers

_PATIENCE = 60.0


@pytest.fixture
def served(
    filled_database: Database, filled: Filled, tmp_path: Path
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "KAWAL_DATABASE_URL": libpq_address(filled_database.url),
        "KAWAL_DATA_DIR": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": ":".join(sys.path),
    }
    command = [sys.executable, "-m", "kawal", "serve", "--port", str(port), "--workers", "2"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}", server
        finally:
            server.kill()


def _answer(base: str) -> httpx.Response:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return httpx.get(f"{base}/angka", timeout=_PATIENCE)
        except httpx.TransportError:
            assert time.monotonic() < end
            time.sleep(0.1)


def test_two_processes_answer_at_one_port_and_stop_together(
    served: tuple[str, subprocess.Popen[bytes]],
) -> None:
    base, server = served
    assert _answer(base).status_code == 200
    family = psutil.Process(server.pid).children(recursive=True)
    answering = [one for one in family if "spawn_main" in " ".join(one.cmdline())]
    assert len(answering) == 2
    server.send_signal(signal.SIGTERM)
    assert server.wait(_PATIENCE) == 0
    assert psutil.wait_procs(answering, timeout=_PATIENCE)[1] == []


def test_a_process_a_core_answers_but_not_many() -> None:
    assert 1 <= default_workers() <= 4
