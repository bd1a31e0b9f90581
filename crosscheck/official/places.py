"""Regions of official tables: by code system and name together, never by likeness alone.

Kemendagri and BPS number regions differently (199 of 514 kabupaten and kota), so a
code alone is read only when both systems agree on it or the caller names the system.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from importlib.resources import files

from crosscheck.official.reasons import Reason, either
from models.regions import AliasEntry, RegionEntry, within
from models.vocabulary import RegionKind

_PREFIXES = {
    "kabupaten": RegionKind.KABUPATEN,
    "kab": RegionKind.KABUPATEN,
    "kota": RegionKind.KOTA,
    "provinsi": RegionKind.PROVINCE,
    "prov": RegionKind.PROVINCE,
    "propinsi": RegionKind.PROVINCE,
    "kecamatan": RegionKind.KECAMATAN,
    "kec": RegionKind.KECAMATAN,
}
_FILLERS = {"administrasi", "adm", "administratif"}
_WORDS = {"kep": "kepulauan"}
_ALIAS_NOTES = ("singkatan", "ejaan lain", "nama lama")
_SPELT_ALIKE = 0.75


class Level(StrEnum):
    """Which sort of region a column names."""

    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    ANY = "any"


_KINDS = {
    Level.PROVINCE: {RegionKind.PROVINCE, RegionKind.NATIONAL},
    Level.REGENCY: {RegionKind.KABUPATEN, RegionKind.KOTA},
    Level.DISTRICT: {RegionKind.KECAMATAN},
    Level.ANY: {RegionKind.NATIONAL, RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA},
}


class CodeSystem(StrEnum):
    """Who numbered the regions."""

    KEMENDAGRI = "kemendagri"
    BPS = "bps"


@dataclass(frozen=True, slots=True)
class Place:
    """What a row's region was read as: a code, or the reason why not."""

    code: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What the whole table says about the names in it.

    ``bare_is_kabupaten``: some names begin with 'Kota', so a name that two regions
    share and that has no prefix is the kabupaten.
    """

    level: Level = Level.ANY
    area: str = "ID"
    bare_is_kabupaten: bool = False
    codes: CodeSystem | None = None


class Places:
    """Looks regions up by name and by code."""

    def __init__(self, regions: Iterable[RegionEntry], aliases: Iterable[AliasEntry] = ()) -> None:
        self.by_code = {region.code: region for region in regions}
        self._children: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        for region in self.by_code.values():
            if region.parent_code is not None:
                self._children.setdefault(region.parent_code, set()).add(region.code)
            self._add(region.name, region.code)
            self._add(region.short_name, region.code)
        for alias in aliases:
            if alias.note.startswith(_ALIAS_NOTES) and alias.code in self.by_code:
                self._add(alias.alias, alias.code)
        self._digits = {code.replace(".", ""): code for code in self.by_code if code != "ID"}
        self._bps = _bps_codes()
        self._renumbered = set(self._bps.values())

    def _add(self, name: str, code: str) -> None:
        kind = self.by_code[code].kind
        _, bare = _parts(name)
        self._by_name.setdefault(_compact(_tokens(name)), set()).add(code)
        self._by_name.setdefault(f"{kind}|{_compact(bare)}", set()).add(code)

    def name(self, code: str) -> str:
        """The official name of a region."""
        return self.by_code[code].name

    def children(self, code: str) -> frozenset[str]:
        """The regions directly below one."""
        return frozenset(self._children.get(code, ()))

    def named(self, name: str, context: PlaceContext) -> set[str]:
        """The codes of every region the name may mean there."""
        prefix, bare = _parts(name)
        if prefix is not None:
            found = self._fitting(
                self._by_name.get(f"{prefix}|{_compact(bare)}", set()), context, kind=prefix
            )
            if found:
                return found
        found = self._fitting(self._by_name.get(_compact(_tokens(name)), set()), context)
        if found or prefix is not None:
            return found or self._after_abbreviation(name, context)
        return self._after_abbreviation(name, context)

    def _after_abbreviation(self, name: str, context: PlaceContext) -> set[str]:
        """'DIY Yogyakarta' names one region twice."""
        first, *rest = _tokens(name) or [""]
        twice = self._by_name.get(first, set()) & self._by_name.get(_compact(rest), set())
        return self._fitting(twice, context) if rest else set()

    def _fitting(self, codes: set[str], context: PlaceContext, *, kind: RegionKind | None = None) -> set[str]:
        kinds = {kind} if kind is not None else _KINDS[context.level]
        return {code for code in codes if self.by_code[code].kind in kinds and within(code, context.area)}

    def coded(self, code: str, system: CodeSystem | None) -> set[str]:
        """The regions a code may stand for, in one system or in both."""
        digits = re.sub(r"\D", "", code)
        found = set()
        if system is not CodeSystem.BPS and digits in self._digits:
            found.add(self._digits[digits])
        if system is not CodeSystem.KEMENDAGRI:
            same = self._digits.get(digits)
            bps = self._bps.get(digits) or (same if same not in self._renumbered else None)
            found.update([bps] if bps in self.by_code else [])
        return found

    def resolve(self, *, name: str | None, code: str | None, context: PlaceContext) -> Place:
        """The one region that name and code agree on."""
        coded = self.coded(code, context.codes) if code else set()
        named = self.named(name, context) if name else set()
        both = coded & named
        if len(both) == 1:
            return Place(both.pop())
        if code and not coded and not named:
            return Place(None, _unheard(code, name))
        if named and not code:
            return self._by_name_alone(str(name), named, context)
        return self._by_code_alone(str(code), coded, name, named) if code else self._unknown(name)

    def _by_name_alone(self, name: str, named: set[str], context: PlaceContext) -> Place:
        if len(named) > 1 and context.bare_is_kabupaten:
            kabupaten = {code for code in named if self.by_code[code].kind is RegionKind.KABUPATEN}
            named = kabupaten if len(kabupaten) == 1 else named
        if len(named) == 1:
            return Place(next(iter(named)))
        choices = either(f"{self.name(code)} ({code})" for code in sorted(named))
        return Place(None, Reason("import_ambiguous", name=name, choices=choices))

    def _by_code_alone(self, code: str, coded: set[str], name: str | None, named: set[str]) -> Place:
        if len(coded) > 1 and not name:
            choices = either(self.name(found) for found in sorted(coded))
            return Place(None, Reason("import_two_codes", code=code, choices=choices))
        if not name and coded:
            return Place(next(iter(coded)))
        if not named and len(coded) == 1 and name and self._spelt_alike(name, next(iter(coded))):
            return Place(next(iter(coded)))
        said = either(self.name(found) for found in sorted(coded)) if coded else Reason("import_none")
        return Place(None, Reason("import_code_and_name", code=code, choices=said, name=str(name)))

    def _spelt_alike(self, name: str, code: str) -> bool:
        _, bare = _parts(name)
        official = _compact(_parts(self.name(code))[1])
        return SequenceMatcher(None, _compact(bare), official).ratio() >= _SPELT_ALIKE

    def _unknown(self, name: str | None) -> Place:
        return Place(None, Reason("import_no_such_region", name=name) if name else Reason("import_no_region"))


def _unheard(code: str, name: str | None) -> Reason:
    if name:
        return Reason("import_no_code_or_name", code=code, name=name)
    return Reason("import_no_code", code=code)


def uses_kota_prefix(names: Iterable[str]) -> bool:
    """Whether some, not all, names begin with 'Kota' and none with 'Kabupaten'."""
    prefixes = [_parts(name)[0] for name in names if name]
    return (
        RegionKind.KOTA in prefixes
        and RegionKind.KABUPATEN not in prefixes
        and any(prefix is None for prefix in prefixes)
    )


def _tokens(name: str) -> list[str]:
    words = re.sub(r"[^0-9a-z]+", " ", name.casefold()).split()
    return [_WORDS.get(word, word) for word in words if word not in _FILLERS]


def _compact(tokens: Iterable[str]) -> str:
    return "".join(tokens)


def _parts(name: str) -> tuple[RegionKind | None, list[str]]:
    """The kind a name's prefix (or 'Bogor, Kota') tells, and the name without it."""
    tokens = _tokens(name)
    if len(tokens) > 1 and tokens[0] in _PREFIXES:
        return _PREFIXES[tokens[0]], tokens[1:]
    if len(tokens) > 1 and tokens[-1] in _PREFIXES and re.search(r"[,(]", name):
        return _PREFIXES[tokens[-1]], tokens[:-1]
    return None, tokens


def _bps_codes() -> dict[str, str]:
    """BPS digits → Kemendagri code, for the regions whose numbers differ."""
    with (files("crosscheck.data") / "bps_codes.csv").open("r", encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["bps"]: row["kemendagri"] for row in rows}
