"""Why a column was read as it was, or a cell was not read, in both languages."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Self

from crosscheck.phrases import phrases
from models.vocabulary import Language


class Reason(str):
    """A template of crosscheck/texts in English, which can also be said in another language."""

    __slots__ = ("_template", "_values")
    _template: str
    _values: Mapping[str, str]

    def __new__(cls, template: str, /, **values: str) -> Self:
        """Fill the template's blanks; a value that is a reason itself is said along."""
        reason = super().__new__(cls, _filled(template, values, Language.ENGLISH))
        reason._template, reason._values = template, values
        return reason

    def said(self, language: Language) -> str:
        """The sentence in a reader's language."""
        return _filled(self._template, self._values, language)


def either(choices: Iterable[str]) -> str:
    """One or more names, with 'or' between them."""
    return reduce(lambda one, other: Reason("import_or", one=one, other=other), choices)


def both(things: Iterable[str]) -> str:
    """One or more names, with 'and' between them."""
    return reduce(lambda one, other: Reason("import_and", one=one, other=other), things)


def _filled(template: str, values: Mapping[str, str], language: Language) -> str:
    said = {
        name: value.said(language) if isinstance(value, Reason) else value for name, value in values.items()
    }
    return phrases(language)[template].format_map(said)
