import hashlib
from pathlib import Path

import pytest

from extractors.nlp.weights import MANIFEST_NAME, SHIPPED, read_manifest
from extractors.training.manifest import is_current, read_entries, write_manifest
from models.errors import BadInputError, ModelMissingError

MEBIBYTE = 1 << 20


def entry(name: str, **changes: object) -> dict[str, object]:
    return {
        "name": name,
        "version": "1.0",
        "engine": "stanza",
        "files": {},
        "training_data": [],
        "scores": {},
        "seed": 1,
        "seconds": 1,
        "inputs": "abc",
    } | changes


def test_entries_are_kept_in_the_order_of_the_plan(tmp_path: Path) -> None:
    for name in ("pos", "tokenize", "pos"):
        write_manifest(tmp_path, entry(name), order=["tokenize", "pos"])

    assert [c.name for c in read_manifest(tmp_path)] == ["tokenize", "pos"]


def test_a_component_is_current_while_inputs_and_files_are_unchanged(tmp_path: Path) -> None:
    (tmp_path / "pos.pt").write_bytes(b"1234")
    known = entry("pos", files={"pos.pt": {"bytes": 4, "sha256": ""}})

    assert is_current(known, "abc", tmp_path)
    assert not is_current(known, "abd", tmp_path)
    assert not is_current(None, "abc", tmp_path)
    (tmp_path / "pos.pt").write_bytes(b"123")
    assert not is_current(known, "abc", tmp_path)


def test_missing_and_broken_manifests_are_told_apart(tmp_path: Path) -> None:
    assert read_entries(tmp_path) == {}
    with pytest.raises(ModelMissingError, match="make train"):
        read_manifest(tmp_path)
    (tmp_path / MANIFEST_NAME).write_text("{}", encoding="utf-8")
    with pytest.raises(BadInputError, match="not a manifest"):
        read_manifest(tmp_path)


def test_shipped_files_are_the_ones_that_were_scored() -> None:
    for component in read_manifest():
        for name, known in component.files.items():
            content = (SHIPPED / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == known["sha256"], name


def test_every_shipped_file_is_accounted_for() -> None:
    accounted = {name for component in read_manifest() for name in component.files}
    lying = {p.relative_to(SHIPPED).as_posix() for p in SHIPPED.rglob("*") if p.is_file()}

    assert lying - accounted <= {MANIFEST_NAME, "NOTICE", "stanza/resources.json", "__init__.py"}


def test_shipped_weights_are_small_and_attributed() -> None:
    components = read_manifest()

    assert sum(component.size for component in components) < 60 * MEBIBYTE
    assert max(known["bytes"] for c in components for known in c.files.values()) < 20 * MEBIBYTE
    notice = (SHIPPED / "NOTICE").read_text(encoding="utf-8")
    for source in (source for component in components for source in component.training_data):
        assert source["licence"]
        assert source["name"] in notice
