"""Where the shipped weights lie, and what each component is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import BadInputError, ModelMissingError

_ROOT = Path(__file__).resolve().parent.parent
SHIPPED = _ROOT / "weights"
MANIFEST_NAME = "manifest.json"

_RULES = frozenset({".py", ".csv", ".toml", ".json"})
_NO_RULES = frozenset({"evaluation", "training", "weights"})
_CURE = "Run 'make train DATA=…' or install the package again with its weights."


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One trained component as the manifest describes it."""

    name: str
    version: str
    engine: str
    files: Mapping[str, Mapping[str, Any]]
    """Path below the weights folder → ``bytes`` and ``sha256``."""
    training_data: tuple[Mapping[str, str], ...]
    """Each source: ``name``, ``licence``, ``url``, ``sha256``."""
    scores: Mapping[str, float] = field(default_factory=dict)
    seed: int | None = None
    seconds: float | None = None
    inputs: str = ""
    """Hash over training data, settings and seed; equal hashes need no new training."""

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(int(file["bytes"]) for file in self.files.values())


def read_manifest(weights: Path | None = None) -> tuple[Component, ...]:
    """Components of the manifest, in the order in which they were trained.

    Raises:
        ModelMissingError: there is no manifest.
        BadInputError: the manifest cannot be read.
    """
    path = (weights or SHIPPED) / MANIFEST_NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_component(entry) for entry in content["components"])
    except FileNotFoundError as error:
        raise ModelMissingError(f"{path} is missing.", cure=_CURE) from error
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise BadInputError(f"{path} is not a manifest of trained components.", cure=_CURE) from error


def component_versions(*names: str, weights: Path | None = None) -> dict[str, str]:
    """The versions of some components, which every prediction is signed with.

    Raises:
        ModelMissingError: there is no manifest, or it lacks one of them.
    """
    known = {component.name: component.version for component in read_manifest(weights)}
    missing = [name for name in names if name not in known]
    if missing:
        raise ModelMissingError(f"The manifest of weights lacks {', '.join(missing)}.", cure=_CURE)
    return {name: known[name] for name in names}


def rules_version() -> str:
    """Short hash over the code and word lists by which articles are read, weights and trainers left out."""
    digest = hashlib.sha256()
    for path in sorted(_ROOT.rglob("*")):
        if path.suffix in _RULES and not _NO_RULES & set(path.relative_to(_ROOT).parts):
            digest.update(path.relative_to(_ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:8]


def _component(entry: Mapping[str, Any]) -> Component:
    return Component(**{**entry, "training_data": tuple(entry["training_data"])})


def require_files(directory: Path, names: tuple[str, ...]) -> None:
    """Check that a component's files are all there.

    Raises:
        ModelMissingError: at least one is missing.
    """
    missing = [name for name in names if not (directory / name).exists()]
    if missing:
        raise ModelMissingError(f"{directory} lacks {', '.join(missing)}.", cure=_CURE)
