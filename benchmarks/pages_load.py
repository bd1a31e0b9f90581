"""How fast pages answer over a large store, ten readers asking at once.

``python -m benchmarks.pages_load`` fills a database of its own with 200,000 articles and 500,000 figures
(``--data-dir`` keeps it, or takes one filled before), serves it as ``kawal serve`` does, and lets ``wrk``
(Debian's package) ask for region pages, the table of figures under three filters, and findings. Asked anew,
every address is drawn at random and made afresh; kept, few addresses are asked again and again. Then every
other page is asked for by itself, and all figures are read as files while the server's memory is watched.

Processor time is the server's and the database's together; on a busy machine it says more than the clock.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import httpx
from pyarrow.parquet import ParquetFile
from rich.console import Console
from rich.markdown import Markdown

from benchmarks.large_store import FIRST_YEAR, YEARS, fill, renew
from benchmarks.served_pages import Served, log_in, serving
from models.errors import BadInputError
from models.regions import load_regions
from models.settings import Settings
from models.vocabulary import RegionKind, Unit, Violence
from storage.database import Database
from storage.server import running_server

_LUA = """
local paths = {}
for line in io.lines("%s") do table.insert(paths, line) end
math.randomseed(11)
request = function() return wrk.format("GET", paths[math.random(#paths)], {["Cookie"] = "%s"}) end
done = function(summary, latency, requests)
  print(string.format("RESULT %%d %%.0f %%.0f %%.0f %%.1f %%d", summary.requests,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.requests / (summary.duration / 1000000),
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
"""
_ANEW = "made=anew"
"""A cookie the server does not know: such an answer is nobody's to keep."""
_KEPT, _KEPT_SECONDS, _WARM_SECONDS = 40, 3, 3
_OTHERS = (
    "/", "/provinsi", "/provinsi?year=2020", "/media", "/program", "/berita", "/berita?q=kekerasan",
    "/berita?q=nomor+17", "/angka", "/angka?sort=region", "/angka?group=outlet", "/wilayah/ID",
    "/temuan.atom", "/resmi/1", "/berita/777", "/api/v1/figures?limit=100",
)  # fmt: skip
_REVIEW = ("/tinjau", "/tinjau/lanjut")
_FILES = ("/angka.csv", "/angka.parquet")
_LITTLE, _HALF = "?region=32.73", f"?until={FIRST_YEAR + YEARS // 2 - 1}-12-31"
_HEAD = """# Performance of the pages

Written by `python -m benchmarks.pages_load --write docs/performance-pages.md`: {articles:,} articles and
{figures:,} figures, {readers} readers at once, {cores} cores shared by readers, pages and database.
'Anew' is an answer made for this request, every address drawn at random; 'kept' one that the server had made
before. The store's files were read once, so that no answer waits for a disk. Processor time is that of the
pages and the database together.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill, serve, ask, and print the tables."""
    options = _parser().parse_args(arguments)
    if shutil.which("wrk") is None:
        raise BadInputError("wrk is not installed.", cure="apt-get install wrk")
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(data_dir=options.data_dir or Path(scratch))
        with running_server(settings, durable=False) as url:
            database = Database(url)
            database.prepare()
            with database.engine.connect() as connection:
                if connection.exec_driver_sql("SELECT 1 FROM finding LIMIT 1").first():
                    renew(connection)
                else:
                    fill(connection, articles=options.articles, figures=options.figures)
            token = log_in(database)
            database.close()
            _read_once(settings.data_dir)
            with serving(url, settings.data_dir, Path(scratch), workers=options.workers) as served:
                tables = _measured(served, token, Path(scratch), options)
    if options.write:
        head = _HEAD.format(**vars(options), cores=os.cpu_count() or 1)
        options.write.write_text(f"{head}\n{tables}\n", "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--figures", type=int, default=500_000)
    parser.add_argument("--seconds", type=int, default=12, help="how long each kind of page is asked for")
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--workers", type=int, help="processes that answer; as kawal serve, if not said")
    parser.add_argument("--data-dir", type=Path, help="a store filled before, or where to keep this one")
    parser.add_argument("--no-files", action="store_true", help="leave the files of all figures out")
    parser.add_argument("--write", type=Path, help="Markdown page that gets the tables")
    return parser


def _read_once(folder: Path) -> None:
    """Let the system keep the store's files in memory, as it does for a server that has run for a day."""
    for path in folder.rglob("*"):
        if path.is_file() and os.access(path, os.R_OK):
            with path.open("rb") as file:
                while file.read(1 << 20):
                    pass


def _measured(served: Served, token: str, scratch: Path, options: argparse.Namespace) -> str:
    console, tables = Console(), []
    parts: list[Callable[[], str]] = [
        lambda: _under_load(served, scratch, options),
        lambda: _by_themselves(served, token),
    ]
    if not options.no_files:
        parts.append(lambda: _as_files(served))
    for part in parts:
        tables.append(part())
        console.print(Markdown(tables[-1]))
    return "\n\n".join(tables)


def _under_load(served: Served, scratch: Path, options: argparse.Namespace) -> str:
    rows = []
    for name, addresses in _addresses().items():
        # Every process compiles its templates and queries once; that is not what readers wait for.
        _wrk(served, addresses, _ANEW, scratch, options, seconds=_WARM_SECONDS)
        rows.append(
            (f"{name}, anew", *_wrk(served, addresses, _ANEW, scratch, options, seconds=options.seconds))
        )
        few = addresses[:_KEPT]
        for address in few:
            served.get(address)
        rows.append((f"{name}, kept", *_wrk(served, few, "", scratch, options, seconds=_KEPT_SECONDS)))
    heads = ("pages", "answers", "median ms", "95 % under ms", "99 % under ms", "answers/s", "errors")
    return f"## {options.readers} readers at once\n\n" + _table((*heads, "processor ms an answer"), rows)


def _addresses() -> Mapping[str, list[str]]:
    chance = random.Random(7)  # noqa: S311
    kinds = (RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA)
    codes = [region.code for region in load_regions() if region.kind in kinds]
    chance.shuffle(codes)
    third = [*(f"unit={unit}" for unit in Unit), *(f"violence={kind}" for kind in Violence)]

    def region_and_year() -> str:
        return f"region={chance.choice(codes)}&year={chance.randint(2012, 2025)}"

    return {
        "region": [f"/wilayah/{code}" for code in codes],
        "figures, three filters": [f"/angka?{region_and_year()}&{chance.choice(third)}" for _ in range(2000)],
        "findings": ["/temuan", *(f"/temuan?{region_and_year()}" for _ in range(2000))],
    }


def _wrk(
    served: Served,
    addresses: Sequence[str],
    cookie: str,
    scratch: Path,
    options: argparse.Namespace,
    *,
    seconds: int,
) -> list[str]:
    paths, script = scratch / "paths.txt", scratch / "ask.lua"
    paths.write_text("\n".join(addresses), encoding="utf-8")
    script.write_text(_LUA % (paths, cookie), encoding="utf-8")
    command = ["wrk", "-t1", f"-c{options.readers}", f"-d{seconds}s", "--timeout", "20s", "-s", str(script)]
    before = served.processor_seconds()
    said = subprocess.run([*command, served.base], capture_output=True, text=True, check=True).stdout
    spent = served.processor_seconds() - before
    answer = next(line for line in said.splitlines() if line.startswith("RESULT")).split()[1:]
    return [*answer, f"{spent * 1000 / max(1, int(answer[0])):.1f}"]


def _by_themselves(served: Served, token: str) -> str:
    """Every other page once, asked anew, one after the other."""
    rows = []
    for address in (*_OTHERS, *_REVIEW):
        cookie = f"kawal={token}" if address in _REVIEW else _ANEW
        before, begin = served.processor_seconds(), time.perf_counter()
        answer = served.get(address, {"Cookie": cookie})
        seconds = time.perf_counter() - begin
        spent = served.processor_seconds() - before
        rows.append((f"`{address}`", str(answer.status_code), f"{seconds * 1000:.0f}", f"{spent * 1000:.0f}",
                     f"{len(answer.content) / 1000:.0f}"))  # fmt: skip
    return "## One reader\n\n" + _table(("page", "status", "ms", "processor ms", "kB"), rows)


def _as_files(served: Served) -> str:
    """Figures as files, and by how much the server's memory grew while they were sent.

    A little file goes first, so that the libraries of its kind are loaded. Half of all rows and all of them
    shall take the same memory.
    """
    # One connection stays with one of the server's processes.
    with httpx.Client(base_url=served.base, timeout=None) as client:  # noqa: S113
        asked = [f"{address}{query}" for address in _FILES for query in (_LITTLE, _HALF, "")]
        rows = [_sent(served, client, address) for address in asked]
    heads = ("file", "rows", "MB", "seconds", "server's memory grew by, MB")
    return "## Figures as files\n\nOne after the other, in this order.\n\n" + _table(heads, rows)


def _sent(served: Served, client: httpx.Client, address: str) -> tuple[str, ...]:
    before, begin, peak, content = served.memory(), time.perf_counter(), 0, bytearray()
    looked = begin
    lines, size = 0, 0
    with client.stream("GET", address) as answer:
        is_text = "csv" in answer.headers["content-type"]
        for chunk in answer.iter_bytes(65_536):
            size += len(chunk)
            lines += chunk.count(b"\n") if is_text else 0
            if not is_text:
                content += chunk
            if time.perf_counter() - looked > 0.1:
                looked, peak = time.perf_counter(), max(peak, served.memory())
    seconds = time.perf_counter() - begin
    told = lines - 1 if is_text else ParquetFile(BytesIO(content)).metadata.num_rows
    grown = max(0, max(peak, served.memory()) - before) / 1e6
    return f"`{address}`", f"{told:,}", f"{size / 1e6:.1f}", f"{seconds:.1f}", f"{grown:.0f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
