"""How fast pages answer over a large store, ten readers asking at once.

``python -m benchmarks.pages_load`` fills a database of its own with 200,000 articles and 500,000 figures
(minutes), serves it as ``kawal serve`` does, and lets ``wrk`` (Debian's package) ask for region pages, the
table of figures under three filters, and findings, every address drawn at random. It prints the median and
the 95th percentile of each; then it reads all figures as CSV and prints how the server's memory grew.
"""

import argparse
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.large_store import fill
from models.errors import BadInputError
from models.regions import load_regions
from models.settings import Settings
from models.vocabulary import RegionKind, Unit, Violence
from storage.database import Database
from storage.server import running_server

_LUA = """
local paths = {}
for line in io.lines("%s") do table.insert(paths, line) end
request = function() return wrk.format("GET", paths[math.random(#paths)]) end
done = function(summary, latency, requests)
  print(string.format("RESULT %%d %%.1f %%.1f %%d", summary.requests, latency:percentile(50) / 1000,
                      latency:percentile(95) / 1000, summary.errors.status + summary.errors.timeout))
end
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill, serve, ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--figures", type=int, default=500_000)
    parser.add_argument("--seconds", type=int, default=20, help="how long each kind of page is asked for")
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--data-dir", type=Path, help="a store filled before, or where to keep this one")
    options = parser.parse_args(arguments)
    if shutil.which("wrk") is None:
        raise BadInputError("wrk is not installed.", cure="apt-get install wrk")
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(data_dir=options.data_dir or Path(scratch))
        with running_server(settings, durable=False) as url:
            database = Database(url)
            database.prepare()
            with database.engine.connect() as connection:
                if not connection.exec_driver_sql("SELECT 1 FROM figure LIMIT 1").first():
                    fill(connection, articles=options.articles, figures=options.figures)
            database.close()
            address = url.set(drivername="postgresql").render_as_string(hide_password=False)
            with _served(address, Path(scratch)) as (base, process):
                _ask(base, Path(scratch), options, process)
    return 0


def _ask(base: str, scratch: Path, options: argparse.Namespace, process: psutil.Process) -> None:
    table = Table("pages", "answers", "median ms", "95th percentile ms", "errors")
    for name, addresses in _addresses().items():
        table.add_row(name, *_wrk(base, addresses, scratch, options))
    before = process.memory_info().rss
    rows, peak = _export(base, process)
    Console().print(table)
    grown = (peak - before) / 1e6
    Console().print(f"/angka.csv: {rows:,} rows; the server's memory grew by {grown:.0f} MB at most")


def _addresses() -> dict[str, list[str]]:
    chance = random.Random(7)  # noqa: S311
    kinds = (RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA)
    codes = [region.code for region in load_regions() if region.kind in kinds]
    third = [*(f"unit={unit}" for unit in Unit), *(f"violence={kind}" for kind in Violence)]
    filters = [
        f"/angka?region={chance.choice(codes)}&year={chance.randint(2012, 2025)}&{chance.choice(third)}"
        for _ in range(2000)
    ]
    findings = [
        f"/temuan?region={chance.choice(codes)}&year={chance.randint(2012, 2025)}" for _ in range(2000)
    ]
    return {
        "region": [f"/wilayah/{code}" for code in codes],
        "figures, three filters": filters,
        "findings": ["/temuan", *findings],
    }


def _wrk(base: str, addresses: list[str], scratch: Path, options: argparse.Namespace) -> list[str]:
    paths, script = scratch / "paths.txt", scratch / "ask.lua"
    paths.write_text("\n".join(addresses), encoding="utf-8")
    script.write_text(_LUA % paths, encoding="utf-8")
    command = ["wrk", "-t1", f"-c{options.readers}", f"-d{options.seconds}s", "-s", str(script), base]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(line for line in said.splitlines() if line.startswith("RESULT")).split()[1:]


def _export(base: str, process: psutil.Process) -> tuple[int, int]:
    """Rows of the whole table as CSV, and the server's largest memory while it was sent."""
    rows, peak = -1, 0
    with httpx.stream("GET", f"{base}/angka.csv", timeout=None) as answer:  # noqa: S113
        for chunk in answer.iter_bytes():
            rows += chunk.count(b"\n")
            peak = max(peak, process.memory_info().rss)
    return rows, peak


@contextmanager
def _served(database_url: str, scratch: Path) -> Iterator[tuple[str, psutil.Process]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "kawal", "serve", "--port", str(port)]
    environment = {
        "KAWAL_DATABASE_URL": database_url,
        "KAWAL_DATA_DIR": str(scratch),
        "PATH": "/usr/bin:/bin",
    }
    with subprocess.Popen(command, env=environment) as server:
        base = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                httpx.get(f"{base}/tentang")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        try:
            yield base, psutil.Process(server.pid)
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
