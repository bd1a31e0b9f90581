"""Shipped weights say nothing of the machine they were made on."""

from pathlib import Path

import pytest
import torch

from extractors.nlp.weights import SHIPPED
from extractors.training.privacy import forget_paths

HOMES = (b"/home/", b"/root/", b"/tmp/", b"/Users/")


def test_a_models_settings_keep_names_without_folders(tmp_path: Path) -> None:
    file = tmp_path / "pos.pt"
    weights = torch.ones(2)
    config = {"train_file": "/home/somebody/train.conllu", "data_dir": "data/pos", "hidden": 20}
    torch.save({"model": weights, "config": config}, file, _use_new_zipfile_serialization=False)
    forget_paths(file)
    kept = torch.load(file, weights_only=False)
    assert kept["config"] == {"train_file": "train.conllu", "data_dir": "data/pos", "hidden": 20}
    assert torch.equal(kept["model"], weights)


def test_a_spacy_config_names_no_corpus(tmp_path: Path) -> None:
    file = tmp_path / "config.cfg"
    file.write_text(
        '[paths]\ntrain = "/home/x/train.spacy"\ndev = "/home/x/dev.spacy"\nvectors = null\n', "utf-8"
    )
    forget_paths(file)
    assert file.read_text("utf-8") == "[paths]\ntrain = null\ndev = null\nvectors = null\n"


@pytest.mark.parametrize(
    "file", sorted(SHIPPED.rglob("*.pt")) + sorted(SHIPPED.rglob("*.cfg")), ids=lambda file: file.name
)
def test_no_shipped_file_knows_where_it_was_made(file: Path) -> None:
    content = file.read_bytes()
    assert [home for home in HOMES if home in content] == []
