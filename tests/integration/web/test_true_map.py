"""The true map stands beside the tiles when a boundary file is named."""

import json
from pathlib import Path

from fastapi.testclient import TestClient

from models.settings import Settings
from storage.database import Database
from tests.integration.web.filling import Filled
from web.app import create_app


def test_named_boundaries_are_drawn(filled_database: Database, filled: Filled, tmp_path: Path) -> None:
    ring = [[106, -6], [107, -6], [107, -7], [106, -6]]
    feature = {"properties": {"code": "36"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    file = tmp_path / "provinsi.geojson"
    file.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    settings = Settings(data_dir=tmp_path, boundaries=file)
    with TestClient(create_app(filled_database, settings)) as client:
        page = client.get("/provinsi").text
    assert 'class="true"' in page
    assert '<path d="M220.2 239.4L' in page
