"""A command, setting, outlet, table or exit code that the docs do not name fails here."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer

from crawler.declarations import load_declarations
from kawal.main import app
from models.base import Base
from models.errors import KawalError
from models.records import FigureRecord
from models.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def _commands(command: Any, path: str) -> list[str]:
    below = getattr(command, "commands", None)
    if below is None:
        return [path]
    return [name for key, sub in below.items() for name in _commands(sub, f"{path} {key}")]


COMMANDS = _commands(typer.main.get_command(app), "kawal")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`{command}`" in _page("commands.md")


def test_no_documented_command_is_missing() -> None:
    documented = {
        line.split("`")[1] for line in _page("commands.md").splitlines() if line.startswith("| `kawal")
    }
    assert documented == set(COMMANDS)


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(field: str) -> None:
    assert f"`{field}`" in _page("settings.md")


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_table_is_documented(table: str) -> None:
    assert f"`{table}`" in _page("storage.md")


def test_every_outlet_is_documented() -> None:
    page = _page("sources.md")
    missing = [declaration.name for declaration in load_declarations() if f"`{declaration.name}`" not in page]
    assert missing == []


@pytest.mark.parametrize("field", [field.name for field in fields(FigureRecord)])
def test_every_exported_field_is_in_the_codebook(field: str) -> None:
    assert f"`{field}`" in _page("codebook.md")


@pytest.mark.parametrize("error", KawalError.__subclasses__())
def test_every_error_is_in_the_page_on_strictness(error: type[KawalError]) -> None:
    assert f"`{error.__name__}`" in _page("strictness.md")


def test_every_decision_and_page_of_the_navigation_exists() -> None:
    listed = [line.split(": ")[1] for line in _navigation() if line.endswith(".md")]
    assert [name for name in listed if not (ROOT / "docs" / name).is_file()] == []


def _navigation() -> list[str]:
    return [line.strip() for line in (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()]
