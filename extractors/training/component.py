"""One trainable component: what it reads, what it needs first, how it is built and what it leaves."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.evaluation.gold import GoldArticle, read_gold
from models.errors import BadInputError

FOLDS = 5
SEED = 20
"""One seed for everything; each trainer sets Python's, NumPy's and PyTorch's generators from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One set of training data, for attribution and for the hash of the inputs."""

    name: str
    licence: str
    url: str
    files: tuple[str, ...]
    """Paths below the data folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where one training run reads and writes."""

    data: Path
    gold: Path
    work: Path

    @property
    def written(self) -> Path:
        """Articles that were written and coded for the project, beside the gold articles."""
        return self.gold.parent / "written"

    def out(self, component: str) -> Path:
        """Folder of a component's finished files, created when missing."""
        folder = self.work / component / "out"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def scratch(self, component: str) -> Path:
        """Folder for a component's intermediate files, created when missing."""
        folder = self.work / component / "scratch"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainable:
    """One component. ``build`` trains it into ``paths.out(name)`` and returns its scores."""

    name: str
    engine: str
    target: str
    """Folder below the weights folder that its files are installed in."""
    sources: tuple[Source, ...]
    settings: Mapping[str, Any]
    build: Callable[[Paths], Mapping[str, float]]
    needs: tuple[str, ...] = ()
    uses_gold: bool = False
    steps: int = 0
    """Steps that its log counts up to, for the progress bar; 0 when unknown."""
    extra: Mapping[str, str] = field(default_factory=dict)


def file_hash(path: Path) -> str:
    """SHA-256 of a file.

    Raises:
        BadInputError: the file is missing.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise BadInputError(
            f"{path} is missing.", cure="Name the folder of training data with --data."
        ) from error


def combined_hash(parts: Iterable[str]) -> str:
    """SHA-256 over several strings, each closed by a newline."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\n")
    return digest.hexdigest()


FIGURE_CODE = ("figures", "regions", "periods", "numbers", "agencies")
"""The packages whose readings and features the ranker learns from."""


def code_hash(packages: Iterable[str]) -> str:
    """SHA-256 over the source of some of the extractors' packages."""
    root = Path(__file__).resolve().parents[1]
    files = [path for package in packages for path in sorted((root / package).rglob("*.py"))]
    return combined_hash(file_hash(path) for path in files)


def read_parts(paths: Paths) -> dict[str, tuple[GoldArticle, ...]]:
    """The coded articles that may be learned from, by where they come from."""
    folders = {"open": paths.gold, "written": paths.written}
    return {name: read_gold(folder) for name, folder in folders.items() if folder.is_dir()}


def fold_of(article_id: str) -> int:
    """The fold that an article belongs to in every cross-validation, by its id."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % FOLDS


def gold_hash(paths: Paths) -> str:
    """Hash over all coded articles that may be learned from."""
    articles = [*sorted(paths.gold.glob("*.json")), *sorted(paths.written.glob("*.json"))]
    return combined_hash(file_hash(path) for path in articles)


def input_hash(component: Trainable, paths: Paths, needed: Mapping[str, str]) -> str:
    """Hash over everything that decides a component: data, settings, seed and what it builds on."""
    parts = [component.name, json.dumps(dict(component.settings), sort_keys=True), str(SEED)]
    parts += [file_hash(paths.data / file) for source in component.sources for file in source.files]
    if component.uses_gold:
        parts.append(gold_hash(paths))
    parts += [needed[name] for name in component.needs]
    return combined_hash(parts)
