"""A true map of the provinces, from a GeoJSON file that the operator names.

No boundaries are shipped: their licences differ, and a tile map shows small provinces as well as large ones.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import SettingError

WIDTH = 900.0
_WEST, _EAST, _SOUTH, _NORTH = 94.5, 141.5, -11.5, 6.5
_SCALE = WIDTH / (_EAST - _WEST)
HEIGHT = round(_SCALE * (_NORTH - _SOUTH), 1)
_CODES = ("code", "kode", "kode_prov", "KODE_PROV", "KDPPUM", "prov_id", "id")
_LARGEST = 20_000_000
_CURE = (
    "KAWAL_BOUNDARIES needs GeoJSON of the provinces, under 20 MB, in degrees, each with its two-digit code "
    "(Kemendagri) as 'code' or 'kode'."
)


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The outline of each province, as the ``d`` of an SVG path, by code."""

    paths: Mapping[str, str]


def read_boundaries(path: Path) -> Boundaries:
    """Read the outlines, drawn with equal degrees (plate carrée; Indonesia lies on the equator).

    Raises:
        SettingError: the file is missing, too large, no GeoJSON, or a province has no code.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise SettingError(f"{path} is larger than 20 MB.", cure=_CURE)
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        paths = {_code(feature): _outline(feature["geometry"]) for feature in features}
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror}.", cure=_CURE) from error
    except (ValueError, KeyError, TypeError) as error:
        raise SettingError(f"{path} is no GeoJSON of provinces: {error!r}.", cure=_CURE) from error
    return Boundaries(paths)


def _code(feature: Mapping[str, Any]) -> str:
    properties = {**feature.get("properties", {}), "id": feature.get("id")}
    for name in _CODES:
        value = str(properties.get(name) or "").strip()
        if len(value) == 2 and value.isdecimal():
            return value
    raise ValueError(f"no two-digit code among {sorted(properties)}")


def _outline(geometry: Mapping[str, Any]) -> str:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind not in {"Polygon", "MultiPolygon"}:
        raise ValueError(f"a {kind} has no outline")
    polygons = coordinates if kind == "MultiPolygon" else [coordinates]
    return "".join(_ring(ring) for polygon in polygons for ring in polygon)


def _ring(ring: Sequence[Sequence[float]]) -> str:
    """One closed line; points that fall on the same tenth of a unit are drawn once."""
    points = list(_distinct(_projected(point) for point in ring))
    return f"M{'L'.join(points)}Z" if len(points) > 2 else ""


def _projected(point: Sequence[float]) -> str:
    east, north = float(point[0]), float(point[1])
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise ValueError(f"{east}, {north} is no place in degrees")
    return f"{round((east - _WEST) * _SCALE, 1)} {round((_NORTH - north) * _SCALE, 1)}"


def _distinct(points: Iterator[str]) -> Iterator[str]:
    last = None
    for point in points:
        if point != last:
            yield point
        last = point
