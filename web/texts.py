"""Texts of the pages: one gettext catalogue a language, and the vocabulary as readers say it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from babel.messages.pofile import read_po

from models import labels
from models.vocabulary import (
    Deed,
    Direction,
    FindingKind,
    FindingState,
    Language,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    RecordKind,
    Role,
    Severity,
    Unit,
    Verdict,
    Violence,
)
from storage.review_queue import QueueState

Texts = Mapping[str, str]
_SHARED: Mapping[type[StrEnum], Mapping[Language, Mapping[Any, str]]] = {
    Unit: labels.UNITS,
    Population: labels.POPULATIONS,
    Violence: labels.VIOLENCE,
    Qualifier: labels.QUALIFIERS,
    FindingKind: labels.FINDING_KINDS,
    Severity: labels.SEVERITIES,
    FindingState: labels.STATES,
}
_OWN: Mapping[type[StrEnum], str] = {
    Deed: "deed",
    Direction: "direction",
    ProgrammeAction: "action",
    ProgrammeKind: "kind",
    QueueState: "queue",
    RecordKind: "record",
    Role: "role",
    Verdict: "verdict",
}
UNKNOWN = "–"


@cache
def load_texts(language: Language) -> Texts:
    """Every text of the pages in one language, by the name that templates use."""
    with (files("web") / "catalogues" / f"{language.value}.po").open("rb") as lines:
        catalogue = read_po(lines, locale=language.value)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


_FIELDS: Mapping[str, type[StrEnum]] = {
    "unit": Unit,
    "population": Population,
    "violence": Violence,
    "qualifier": Qualifier,
    "action": ProgrammeAction,
    "direction": Direction,
    "verdict": Verdict,
    "record": RecordKind,
    "role": Role,
    "state": FindingState,
}


def of_field(name: str, value: object) -> object:
    """A stored value of a field as the word of its vocabulary, where it has one."""
    vocabulary = _FIELDS.get(name)
    return value if vocabulary is None or value is None else vocabulary(str(value))


def term(word: object, texts: Texts, language: Language) -> str:
    """A vocabulary word as readers say it; a dash for what is unknown."""
    if word is None:
        return UNKNOWN
    if not isinstance(word, StrEnum):
        return str(word)
    kind = type(word)
    shared = _SHARED.get(kind)
    if shared is not None:
        return shared[language][word]
    return texts[f"{_OWN[kind]}_{word.value}"] if kind in _OWN else word.value
