"""The administrative regions of Indonesia as plain values, read from models/data.

Codes and names follow Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025:
38 provinces, 514 kabupaten and kota, 7,285 kecamatan. models/data/regions.csv is written
by scripts/build_regions.py; region_aliases.csv and jurisdictions.csv are kept by hand.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from models.vocabulary import RegionKind

NATIONAL = "ID"
_PREFIXES = (
    "Kabupaten Administrasi ",
    "Kota Administrasi ",
    "Kabupaten ",
    "Kota ",
)


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """One region; ``name`` is the official one ('Kabupaten Serang', 'Banten', 'Ciruas')."""

    code: str
    name: str
    kind: RegionKind
    parent_code: str | None

    @property
    def short_name(self) -> str:
        """The name without Kabupaten or Kota: 'Serang'."""
        if self.kind not in (RegionKind.KABUPATEN, RegionKind.KOTA):
            return self.name
        for prefix in _PREFIXES:
            if self.name.startswith(prefix):
                return self.name.removeprefix(prefix)
        return self.name


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """Another name of a region; one alias may stand for several regions.

    ``note`` begins with the sort of name: singkatan, ejaan lain, nama lama, julukan,
    ibu kota (a seat of government that newspapers use for its kabupaten) or pulau.
    """

    alias: str
    code: str
    note: str


@dataclass(frozen=True, slots=True)
class JurisdictionEntry:
    """An office whose area its name does not tell: 'Polresta Bandung' is Kabupaten Bandung."""

    name: str
    code: str
    note: str


def _rows(filename: str) -> Iterator[dict[str, str]]:
    with (files("models.data") / filename).open("r", encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def load_regions() -> tuple[RegionEntry, ...]:
    """Every region from Indonesia (``ID``) down to kecamatan, parents before children."""
    return tuple(
        RegionEntry(row["code"], row["name"], RegionKind(row["kind"]), row["parent_code"] or None)
        for row in _rows("regions.csv")
    )


def load_aliases() -> tuple[AliasEntry, ...]:
    """Every other name that newspapers use for a region."""
    return tuple(AliasEntry(row["alias"], row["code"], row["note"]) for row in _rows("region_aliases.csv"))


def load_jurisdictions() -> tuple[JurisdictionEntry, ...]:
    """Police, courts, hospitals and organisations with the area they answer for."""
    return tuple(
        JurisdictionEntry(row["name"], row["code"], row["note"]) for row in _rows("jurisdictions.csv")
    )


def parent_of(code: str) -> str | None:
    """The code one level up: '36.73.01' → '36.73' → '36' → 'ID' → null."""
    if code == NATIONAL:
        return None
    return code.rpartition(".")[0] or NATIONAL


def within(code: str, area: str) -> bool:
    """Whether ``code`` is ``area`` or lies inside it."""
    return area in (NATIONAL, code) or code.startswith(f"{area}.")
