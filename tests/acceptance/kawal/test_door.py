"""The command as a user meets it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

REPORT = {
    "id": "contoh-1",
    "outlet": "contoh.id",
    "published": "2024-01-08",
    "text": (
        "Dinas Pemberdayaan Perempuan dan Perlindungan Anak (DP3A) Kota Cilegon mencatat 31 kasus kekerasan "
        "terhadap perempuan dan anak sepanjang tahun 2023. Kepala dinas meminta warga segera melapor bila "
        "mengetahui kekerasan di lingkungannya."
    ),
}


def kawal(
    *arguments: str | Path, environ: Mapping[str, str] | None = None, into: int = subprocess.PIPE
) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kawal", *map(str, arguments)]
    return subprocess.run(
        command,
        check=False,
        stdout=into,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environ or {})},
        timeout=120,
    )


def sentences(text: str) -> Sequence[str]:
    return [line for line in text.strip().splitlines() if line]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "contoh-1.json"
    path.write_text(json.dumps(REPORT), "utf-8")
    return path


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from kawal.main import run\n"
        "try:\n    run(['--help'])\n"
        "except SystemExit as end:\n"
        "    heavy = {'torch', 'spacy', 'stanza', 'scrapy', 'twisted', 'sqlalchemy', 'trafilatura'}\n"
        "    print('heavy:', sorted(heavy & set(sys.modules)), end.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip().endswith("heavy: [] 0")


@pytest.mark.parametrize("command", ["extract", "figures", "crawl", "official import", "digest preview"])
def test_every_help_shows_an_example(command: str) -> None:
    done = kawal(*command.split(), "--help")
    assert done.returncode == 0
    assert f"Example: kawal {command}" in " ".join(done.stdout.split())


def test_extract_reads_without_a_database(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    done = kawal(
        "extract", article, "--output", output, environ={"KAWAL_DATABASE_URL": "postgresql://127.0.0.1:9/x"}
    )
    assert done.returncode == 0, done.stderr
    record = json.loads(output.read_text("utf-8"))
    [figure] = record["figures"]
    assert (figure["value"], figure["region"], figure["year"]) == (31, "36.72", 2023)
    assert REPORT["text"][figure["start"] : figure["end"]] == figure["evidence"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("kosong.json", b"", "empty"),
        ("rusak.json", b"{", "not JSON"),
        ("tanpa.json", b'{"id": "x"}', "no text"),
        ("latin.txt", b"korban \xe9\xff", "not UTF-8"),
        ("foto.png", b"\x89PNG", "no article file"),
        ("rusak.html", b"<html><body><div><p>Angka <table><<<" + b"\x00\xff" * 40, "no article"),
    ],
)
def test_a_wrong_file_is_one_sentence_with_the_cure(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = kawal("extract", path)
    assert done.returncode == 2
    assert len(sentences(done.stderr)) == 1
    assert told in done.stderr
    assert name in done.stderr


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    done = kawal("extract", tmp_path / "tidak-ada.json")
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_a_full_disk_is_told(article: Path) -> None:
    done = kawal("extract", article, "--output", "/dev/full")
    assert done.returncode == 1
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dead_database_is_told() -> None:
    done = kawal("figures", environ={"KAWAL_DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"})
    assert done.returncode == 3
    assert len(sentences(done.stderr)) == 1
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_told() -> None:
    done = kawal("figures", environ={"KAWAL_ALLOW_PRIVATE_NETWORKS": "mungkin"})
    assert done.returncode == 2
    assert "KAWAL_ALLOW_PRIVATE_NETWORKS" in done.stderr


def test_an_unknown_option_is_told() -> None:
    done = kawal("figures", "--tahun", "2020")
    assert done.returncode == 2
    assert "--tahun" in done.stderr


def test_a_reader_who_has_enough_ends_it_quietly() -> None:
    script = (
        "import sys\n"
        "from kawal import main\n"
        "def much():\n"
        "    for number in range(100_000):\n"
        "        sys.stdout.write(f'{number},baris\\n')\n"
        "sys.exit(main._guarded(much))\n"
    )
    command = f'"{sys.executable}" -c "$0" | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command, script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["0,baris", "141"]
    assert done.stderr == ""
