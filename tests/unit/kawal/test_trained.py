"""The table of trained components on the screen and in the documentation."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractors.nlp.weights import read_manifest
from extractors.training.__main__ import main as train
from kawal.main import app
from models.errors import BadInputError

PAGE = "# Models\n\n<!-- scores of models: written by kawal evaluate -->\n<!-- end of models -->\n\nAfter.\n"


def test_every_component_is_listed_with_its_licence_and_scores(tmp_path: Path) -> None:
    page = tmp_path / "models.md"
    page.write_text(PAGE, "utf-8")

    result = CliRunner().invoke(app, ["models", "info", "--write", str(page)])

    assert result.exit_code == 0
    written = page.read_text("utf-8")
    assert written.endswith("After.\n")
    for component in read_manifest():
        assert f"| {component.name} | {component.version} |" in written
    assert "CC BY-SA" in written
    assert "| written | rules and ranker |" in written


def test_a_page_without_a_place_for_them_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "models.md"
    page.write_text("# Models\n", "utf-8")

    result = CliRunner().invoke(app, ["models", "info", "--write", str(page)])

    assert isinstance(result.exception, BadInputError)
    assert page.read_text("utf-8") == "# Models\n"


def test_an_unknown_component_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        train(["--data", "nowhere", "--only", "ranker,oracle"])

    assert "unknown: oracle" in capsys.readouterr().err
