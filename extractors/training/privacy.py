"""What trainers write into their files about the machine they ran on, taken out before files are shipped."""

import re
from pathlib import Path
from typing import Any

_SPACY_PATHS = re.compile(r'^(train|dev) = "[^"]*"$', re.MULTILINE)


def forget_paths(file: Path) -> None:
    """Take the paths of this machine out of a Stanza model's settings or a spaCy config; others stay."""
    if file.name == "config.cfg":
        file.write_text(_SPACY_PATHS.sub(r"\1 = null", file.read_text("utf-8")), encoding="utf-8")
    elif file.suffix == ".pt":
        _forget_in_model(file)


def _forget_in_model(file: Path) -> None:
    import torch  # noqa: PLC0415

    # Written a moment ago by the trainer: no stranger's file is unpickled.
    model: dict[str, Any] = torch.load(file, map_location="cpu", weights_only=False)
    model["config"] = {name: _bare(value) for name, value in model["config"].items()}
    torch.save(model, file, _use_new_zipfile_serialization=False)


def _bare(value: object) -> object:
    return Path(value).name if isinstance(value, str) and value.startswith("/") else value
