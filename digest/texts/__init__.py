"""The digest's words, one file a language."""

import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter

from models.vocabulary import Language


class Texts:
    """The words of one language by name."""

    def __init__(self, language: Language, words: dict[str, str]) -> None:
        self.language = language
        self._words = words

    def __getitem__(self, name: str) -> str:
        """The words of that name."""
        return self._words[name]

    def blanks(self) -> dict[str, frozenset[str]]:
        """The names of the words, each with its blanks."""
        return {
            name: frozenset(blank for _, blank, _, _ in Formatter().parse(words) if blank)
            for name, words in self._words.items()
        }

    def fill(self, name: str, **values: object) -> str:
        """The words with their blanks filled."""
        return self._words[name].format(**values)


@cache
def load_texts(language: Language) -> Texts:
    """The words of a language."""
    text = (files("digest.texts") / f"{language}.toml").read_text(encoding="utf-8")
    return Texts(language, tomllib.loads(text))
