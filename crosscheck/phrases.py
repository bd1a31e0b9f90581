"""The templates of sentences, read from crosscheck/texts."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from models.vocabulary import Language


@cache
def phrases(language: Language) -> Mapping[str, str]:
    """The templates of one language by name, each on one line."""
    text = (files("crosscheck.texts") / f"{language}.toml").read_text(encoding="utf-8")
    return {name: " ".join(template.split()) for name, template in tomllib.loads(text).items()}
