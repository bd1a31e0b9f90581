import csv
import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from models.regions import load_aliases, load_jurisdictions, load_regions, parent_of, within
from models.vocabulary import RegionKind

REGIONS = {entry.code: entry for entry in load_regions()}


def test_counts_are_the_regulations() -> None:
    assert Counter(entry.kind for entry in REGIONS.values()) == {
        RegionKind.NATIONAL: 1,
        RegionKind.PROVINCE: 38,
        RegionKind.KABUPATEN: 416,
        RegionKind.KOTA: 98,
        RegionKind.KECAMATAN: 7285,
    }


@pytest.mark.parametrize(
    ("code", "name", "short_name", "parent"),
    [
        ("36.04", "Kabupaten Serang", "Serang", "36"),
        ("36.73", "Kota Serang", "Serang", "36"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "Jakarta Pusat", "31"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "Kepulauan Seribu", "31"),
        ("71.09", "Kabupaten Kepulauan Siau Tagulandang Biaro", "Kepulauan Siau Tagulandang Biaro", "71"),
        ("36", "Banten", "Banten", "ID"),
    ],
)
def test_names(code: str, name: str, short_name: str, parent: str) -> None:
    entry = REGIONS[code]
    assert (entry.name, entry.short_name, entry.parent_code) == (name, short_name, parent)


def test_parents_come_before_children() -> None:
    seen: set[str | None] = {None}
    for entry in load_regions():
        assert entry.parent_code in seen
        assert entry.parent_code == parent_of(entry.code)
        seen.add(entry.code)


def test_every_other_name_points_at_a_region() -> None:
    assert {alias.code for alias in load_aliases()} <= REGIONS.keys()
    assert {office.code for office in load_jurisdictions()} <= REGIONS.keys()


def test_no_alias_is_listed_twice_for_one_region() -> None:
    pairs = Counter((alias.alias, alias.code) for alias in load_aliases())
    assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "area", "inside"),
    [("36.73.01", "36", True), ("36.73", "36.73", True), ("36.73", "36.7", False), ("36", "ID", True)],
)
def test_within(code: str, area: str, inside: bool) -> None:
    assert within(code, area) is inside


def test_the_table_is_what_the_script_would_write() -> None:
    pytest.importorskip("lokal")
    root = Path(__file__).parents[3]
    spec = importlib.util.spec_from_file_location("build_regions", root / "scripts" / "build_regions.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with (root / "models" / "data" / "regions.csv").open(encoding="utf-8", newline="") as lines:
        shipped = [tuple(row) for row in csv.reader(line for line in lines if not line.startswith("#"))]
    assert shipped[1:] == script.rows(script.read_names())
