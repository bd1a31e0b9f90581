"""What every command needs: settings, language, consoles."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from models.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from storage.database import Database


WIDTH_OF_FILES = 160
"""Columns of tables that go to a file or a pipe."""


class Speech(StrEnum):
    """Languages of what readers see."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The settings and consoles of one invocation."""

    settings: Settings
    lang: Speech
    out: "Console"
    err: "Console"

    def say(self, indonesian: str, english: str) -> None:
        """Print one line in the reader's language."""
        self.out.print(self.word(indonesian, english))

    def word(self, indonesian: str, english: str) -> str:
        """Choose the reader's language."""
        return indonesian if self.lang is Speech.INDONESIAN else english

    @contextmanager
    def database(self) -> Iterator["Database"]:
        """Open the store; the embedded server starts when no other is named."""
        from storage.database import open_database

        with open_database(self.settings) as database:
            yield database


def open_door(lang: Speech) -> Door:
    """Read the environment, once.

    Raises:
        SettingError: a ``KAWAL_*`` variable cannot be used.
    """
    from rich.console import Console

    width = None if sys.stdout.isatty() else WIDTH_OF_FILES
    return Door(
        settings=Settings.from_environment(os.environ, home=Path.home()),
        lang=lang,
        out=Console(width=width),
        err=Console(stderr=True),
    )


def door_of(context: typer.Context) -> Door:
    """Give back what the callback stored."""
    door = context.obj
    if not isinstance(door, Door):
        raise TypeError("a command ran without the callback that reads the settings")
    return door


def report_failure(sentence: str, code: int) -> int:
    """Print one sentence on standard error and pass the exit code on."""
    from rich.console import Console

    Console(stderr=True, soft_wrap=True).print(sentence, style="red", markup=False, highlight=False)
    sys.stderr.flush()
    return code
