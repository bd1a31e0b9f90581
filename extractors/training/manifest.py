"""Writes ``manifest.json``: what each shipped component is, what made it and how well it does."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.nlp.weights import MANIFEST_NAME

Entry = Mapping[str, Any]


def read_entries(weights: Path) -> dict[str, Entry]:
    """Entries of an existing manifest by component, nothing when there is none yet."""
    path = weights / MANIFEST_NAME
    if not path.exists():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in content["components"]}


def is_current(entry: Entry | None, inputs: str, weights: Path) -> bool:
    """Whether a component was trained from these very inputs and its files are still whole."""
    if entry is None or entry["inputs"] != inputs:
        return False
    files = entry["files"].items()
    return all(
        (weights / name).is_file() and (weights / name).stat().st_size == known["bytes"]
        for name, known in files
    )


def write_manifest(weights: Path, entry: Entry, *, order: Sequence[str]) -> None:
    """Put one component's entry into the manifest, in the order of the plan."""
    entries = {**read_entries(weights), entry["name"]: entry}
    listed = [entries[name] for name in order if name in entries]
    weights.mkdir(parents=True, exist_ok=True)
    path = weights / MANIFEST_NAME
    fresh = path.with_suffix(".tmp")
    fresh.write_text(json.dumps({"components": listed}, indent=1) + "\n", encoding="utf-8")
    fresh.replace(path)
