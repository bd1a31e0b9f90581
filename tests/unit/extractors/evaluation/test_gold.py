import json
from pathlib import Path

import pytest

from extractors.evaluation.gold import read_gold
from models.errors import BadInputError

RECORD = {
    "id": "satu",
    "published": None,
    "text": "Tercatat 3 kasus.",
    "relevant": True,
    "figures": [],
    "programmes": [],
    "trends": [],
}


def test_a_file_holds_one_article_a_line(tmp_path: Path) -> None:
    place = tmp_path / "berita.jsonl"
    lines = (json.dumps(RECORD | {"id": name}) for name in ("dua", "satu"))
    place.write_text("\n".join(lines), "utf-8")
    assert [gold.article.id for gold in read_gold(place)] == ["dua", "satu"]


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    place = tmp_path / "berita.jsonl"
    place.write_text(json.dumps(RECORD) + "\n{}\n", "utf-8")
    with pytest.raises(BadInputError, match="line 2 is not a coded article"):
        read_gold(place)
