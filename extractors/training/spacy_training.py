"""``spacy train`` from Python: documents in, the best pipeline out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.training.component import SEED

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def blank_pipeline() -> "Language":
    """SpaCy's Indonesian tokenizer and nothing else."""
    import spacy  # noqa: PLC0415

    return spacy.blank("id")


def write_docs(path: Path, docs: Sequence["Doc"]) -> None:
    """Write documents as spaCy's trainer reads them."""
    from spacy.tokens import DocBin  # noqa: PLC0415

    DocBin(docs=docs, store_user_data=False).to_disk(path)


def run_spacy(config: Path, folder: Path, **overrides: Any) -> "Language":
    """Train on ``train.spacy`` and ``dev.spacy`` of a folder; the best pipeline, loaded.

    ``overrides`` are settings of the config by their dotted names.
    """
    import spacy  # noqa: PLC0415
    from spacy.cli.train import train  # noqa: PLC0415

    places = {f"paths.{part}": str(folder / f"{part}.spacy") for part in ("train", "dev")}
    train(config, folder, overrides={**places, "system.seed": SEED, **overrides})
    return spacy.load(folder / "model-best")
