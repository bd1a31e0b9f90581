"""Layouts of portals as declarations: which columns, what each is, what holds for all rows.

The shipped ones lie in crosscheck/layouts/; a mapping that a user gave can be saved
as one more, so that next month's file of the same portal needs no ``--map``.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from crosscheck.official.words import fold
from models.errors import BadInputError


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionValue:
    """What a value of the region column means that is no region's name."""

    region: str
    breakdown: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One portal's way of writing a table.

    ``distinctive``: the column names alone tell the portal. Otherwise the layout is
    used only when the user names the portal.
    """

    name: str
    portal: str
    columns: frozenset[str]
    publisher: str | None = None
    licence: str | None = None
    distinctive: bool = False
    year_to_retrieval: bool = False
    mapping: Mapping[str, str] = field(default_factory=dict)
    region_values: Mapping[str, RegionValue] = field(default_factory=dict)

    def fits(self, header: Sequence[str], portal: str | None) -> bool:
        """Whether a table with this header, said to be from ``portal``, is written so."""
        same = {fold(name) for name in header} == self.columns
        return same and (portal == self.portal or (portal is None and self.distinctive))


def load_layouts(*folders: Path) -> tuple[Layout, ...]:
    """The layouts in the folders, then the shipped ones.

    Raises:
        BadInputError: a declaration is not TOML or lacks a field.
    """
    return tuple(layout for name, text in _declarations(*folders) for layout in _parse(name, text))


def _declarations(*folders: Path) -> list[tuple[str, str]]:
    own = [entry for folder in folders if folder.is_dir() for entry in sorted(folder.glob("*.toml"))]
    shipped = sorted(
        (entry for entry in files("crosscheck.layouts").iterdir() if entry.name.endswith(".toml")),
        key=lambda entry: entry.name,
    )
    return [(entry.name, entry.read_text(encoding="utf-8")) for entry in (*own, *shipped)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalApi:
    """Where a portal answers programs, and its datasets on violence: slug → title."""

    portal: str
    url: str
    publisher: str | None
    datasets: Mapping[str, str]


def portal_api(portal: str) -> PortalApi:
    """The declared way to ask a portal.

    Raises:
        BadInputError: none is declared.
    """
    known = []
    for _, text in _declarations():
        declared = tomllib.loads(text)
        if "api" in declared:
            known.append(declared["portal"])
            if declared["portal"] == portal:
                return PortalApi(
                    portal=portal,
                    url=declared["api"],
                    publisher=declared.get("publisher"),
                    datasets=declared.get("datasets", {}),
                )
    raise BadInputError(
        f"'{portal}' has no declared interface for programs.",
        cure=f"Download its file and import that, or choose one of: {', '.join(known)}.",
    )


def find_layout(layouts: Iterable[Layout], header: Sequence[str], portal: str | None) -> Layout | None:
    """The first layout that fits the header."""
    return next((layout for layout in layouts if layout.fits(header, portal)), None)


def save_layout(
    folder: Path, *, name: str, portal: str, header: Sequence[str], mapping: Mapping[str, str]
) -> Path:
    """Write a mapping that worked as a declaration; the path of the new file."""
    lines = [
        f"portal = {_quoted(portal)}",
        "",
        "[[layout]]",
        f"name = {_quoted(name)}",
        f"columns = [{', '.join(_quoted(fold(column)) for column in header)}]",
        "",
        "[layout.mapping]",
        *(f"{_quoted(key)} = {_quoted(value)}" for key, value in mapping.items()),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{fold(name).replace(' ', '-')}.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _parse(filename: str, text: str) -> list[Layout]:
    try:
        declared = tomllib.loads(text)
        return [_layout(declared, entry) for entry in declared["layout"]]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise BadInputError(
            f"The layout {filename} cannot be read: {error}.",
            cure="Mend or remove it; see docs/cross-check.md.",
        ) from error


def _layout(declared: Mapping[str, str], entry: Mapping[str, object]) -> Layout:
    mapping = entry.get("mapping", {})
    regions = entry.get("region_values", {})
    columns = entry["columns"]
    if not isinstance(mapping, dict) or not isinstance(regions, dict) or not isinstance(columns, list):
        raise TypeError("columns must be a list; mapping and region_values must be tables")
    return Layout(
        name=str(entry["name"]),
        portal=declared["portal"],
        publisher=declared.get("publisher"),
        licence=declared.get("licence"),
        columns=frozenset(fold(column) for column in columns),
        distinctive=bool(entry.get("distinctive", False)),
        year_to_retrieval=bool(entry.get("year_to_retrieval", False)),
        mapping=mapping,
        region_values={fold(name): RegionValue(**value) for name, value in regions.items()},
    )
