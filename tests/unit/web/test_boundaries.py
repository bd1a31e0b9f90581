"""A true map from a file: drawn when it can be, refused by name when it cannot."""

import json
from pathlib import Path

import pytest

from models.errors import SettingError
from web.boundaries import read_boundaries

SQUARE = [[[106, -6], [107, -6], [107, -7], [106, -7], [106, -6]]]


def _file(tmp_path: Path, *features: object) -> Path:
    path = tmp_path / "provinsi.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def _feature(properties: dict[str, object], kind: str = "Polygon", coordinates: object = SQUARE) -> object:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


@pytest.mark.parametrize("properties", [{"code": "36"}, {"kode": 36}, {"KODE_PROV": "36", "name": "Banten"}])
def test_a_province_is_known_by_its_code(tmp_path: Path, properties: dict[str, object]) -> None:
    drawn = read_boundaries(_file(tmp_path, _feature(properties))).paths
    assert drawn == {"36": "M220.2 239.4L239.4 239.4L239.4 258.5L220.2 258.5L220.2 239.4Z"}


def test_islands_are_drawn_one_after_the_other(tmp_path: Path) -> None:
    islands = _feature({"code": "21"}, "MultiPolygon", [SQUARE, SQUARE])
    assert read_boundaries(_file(tmp_path, islands)).paths["21"].count("M") == 2


@pytest.mark.parametrize(
    "feature",
    [
        _feature({"name": "Banten"}),
        _feature({"code": "3604"}),
        _feature({"code": "36"}, "Point", [106, -6]),
        _feature({"code": "36"}, coordinates=[[[700_000, 9_300_000], [1, 1], [2, 2]]]),
        {"properties": {"code": "36"}},
    ],
)
def test_what_cannot_be_drawn_is_refused(tmp_path: Path, feature: object) -> None:
    with pytest.raises(SettingError, match=r"provinsi\.geojson is no GeoJSON of provinces"):
        read_boundaries(_file(tmp_path, feature))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be read"):
        read_boundaries(tmp_path / "none.geojson")
