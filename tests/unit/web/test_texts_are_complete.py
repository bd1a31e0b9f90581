"""Both catalogues say everything the pages ask for, and nothing else."""

import re
from pathlib import Path

import pytest

import web
from models.vocabulary import (
    Deed,
    Direction,
    FindingKind,
    FindingState,
    Frequency,
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
    WhenEmpty,
)
from storage.figure_table import FigureOrder
from storage.review_queue import QueueState
from web.correcting import FIELDS
from web.routes.subscribing import NOTICES
from web.texts import load_texts, term
from web.tiles import Measure

PACKAGE = Path(web.__file__).parent
TERMS = [
    *Unit, *Population, *Violence, *Qualifier, *FindingKind, *Severity, *FindingState, *Direction,
    *ProgrammeAction, *ProgrammeKind, *Verdict, *Role, *Deed, *RecordKind, *QueueState,
]  # fmt: skip
_ASKED = re.compile(r'\bt\("([a-z_]+)"\)')
_WRITTEN = re.compile(r'\btexts(?:\(self\.language\))?\["([a-z_]+)"\]')
_LINKED = re.compile(r'\("/[a-z]+", "([a-z_]+)"\)')
_LISTED = re.compile(r'\("/[a-z]+", "([a-z_]+)"\)|"([a-z_]+)"(?=[,)\]])')
_PLACEHOLDER = re.compile(r"\{[a-z]+\}")


def _templates() -> str:
    return "".join(path.read_text("utf-8") for path in sorted((PACKAGE / "templates").iterdir()))


def _code() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))


def _asked() -> set[str]:
    composed = {f"sort_{order}" for order in FigureOrder}
    composed |= {f"measure_{measure}" for measure in Measure}
    composed |= {f"direction_{word}" for word in Direction} | {f"kind_{word}" for word in ProgrammeKind}
    composed |= {f"action_{word}" for word in ProgrammeAction}
    composed |= {f"verdict_{word}" for word in Verdict} | {f"role_{word}" for word in Role}
    composed |= {f"deed_{word}" for word in Deed} | {f"record_{word}" for word in RecordKind}
    composed |= {f"queue_{word}" for word in QueueState} | {f"field_name_{name}" for name in FIELDS}
    composed |= {f"frequency_{word}" for word in Frequency} | {f"empty_{word}" for word in WhenEmpty}
    composed |= {f"language_{word}" for word in Language}
    composed |= {f"{notice}{ending}" for notice in NOTICES for ending in ("", "_text")}
    judged = ("verdict", "name", "action", "direction", "delta", "from_year", "to_year")
    composed |= {f"field_name_{name}" for name in judged}
    messages = re.findall(r'"(not_found|bad_request|database_gone|forbidden|refused|broken)"', _code())
    composed |= {f"{key}{ending}" for key in messages for ending in ("", "_text")}
    composed |= set(_WRITTEN.findall(_code())) | set(_LINKED.findall(_code()))
    return composed | set(_ASKED.findall(_templates()))


def test_both_languages_say_the_same_things() -> None:
    catalogues = [load_texts(language) for language in Language]
    assert catalogues[0].keys() == catalogues[1].keys()


@pytest.mark.parametrize("language", list(Language))
def test_everything_asked_for_is_said(language: Language) -> None:
    assert sorted(_asked() - load_texts(language).keys()) == []


def test_nothing_is_said_that_no_page_asks_for() -> None:
    listed = {word for pair in _LISTED.findall(_templates()) for word in pair if word}
    assert sorted(load_texts(Language.INDONESIAN).keys() - _asked() - listed) == []


def test_placeholders_agree() -> None:
    indonesian, english = (load_texts(language) for language in Language)
    differing = [
        key
        for key, text in indonesian.items()
        if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(english[key]))
    ]
    assert differing == []


@pytest.mark.parametrize("language", list(Language))
def test_every_word_of_the_vocabulary_can_be_said(language: Language) -> None:
    texts = load_texts(language)
    silent = [word for word in TERMS if word is not Qualifier.EXACT and not term(word, texts, language)]
    assert silent == []


def test_unknown_is_a_dash() -> None:
    assert term(None, load_texts(Language.ENGLISH), Language.ENGLISH) == "–"
