"""``kawal evaluate`` on a small folder of articles written here."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kawal.main import app

TEXT = (
    "Serang – UPTD PPA Kota Serang menangani 41 kasus kekerasan terhadap anak sepanjang 2024. "
    "Dari jumlah itu 23 kasus kekerasan seksual dan 18 kasus kekerasan fisik."
)


def _row(value: int, violence: str, evidence: str) -> dict[str, object]:
    return {
        "value": value,
        "unit": "cases",
        "region": "36.73",
        "year": 2024,
        "period": None,
        "population": "children",
        "violence": violence,
        "breakdown": None,
        "qualifier": "exact",
        "source": "UPTD PPA Kota Serang",
        "evidence": evidence,
    }


def _gold(folder: Path) -> Path:
    folder.mkdir()
    figures = [_row(41, "any", "41 kasus"), _row(23, "sexual", "23 kasus"), _row(99, "physical", "18 kasus")]
    article = {
        "id": "contoh",
        "published": "2025-01-09",
        "text": TEXT,
        "relevant": True,
        "figures": figures,
        "programmes": [],
        "trends": [],
    }
    (folder / "contoh.json").write_text(json.dumps(article), "utf-8")
    return folder


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["--lang", "en", "evaluate", *map(str, arguments)])


def test_scores_errors_and_phenomena_are_printed(tmp_path: Path) -> None:
    result = _run(_gold(tmp_path / "open"), "--by-field", "--by-phenomenon", "--by-article", "--errors", 5)
    assert result.exit_code == 0, result.output
    assert "value+region" in result.output
    assert "kabupaten and kota of one name" in result.output
    assert "contoh: 99 cases · 36.73 · 2024 · children · physical" in result.output


def test_the_json_is_for_programs(tmp_path: Path) -> None:
    result = _run(_gold(tmp_path / "open"), "--json")
    core = next(row for row in json.loads(result.output) if row["measure"] == "core")
    assert (core["hits"], core["missed"]) == (2, 1)


def test_an_ablation_without_calibration_changes_no_figure(tmp_path: Path) -> None:
    result = _run(_gold(tmp_path / "open"), "--ablate", "calibration", "--json")
    rows = json.loads(result.stdout)
    whole = {row["measure"]: row["f1"] for row in rows if "without" not in row}
    fewer = {row["measure"]: row["f1"] for row in rows if row.get("without") == "calibration"}
    assert fewer == whole


def test_report_and_page_are_written(tmp_path: Path) -> None:
    page, report = tmp_path / "evaluation.md", tmp_path / "report.html"
    page.write_text("<!-- scores of open: written by kawal evaluate -->\n<!-- end of open -->\n", "utf-8")
    result = _run(_gold(tmp_path / "open"), "--write", page, "--report", report)
    assert result.exit_code == 0, result.output
    assert "| core: value, region, year |" in page.read_text("utf-8")
    assert 'class="missed strong"' in report.read_text("utf-8")


@pytest.mark.parametrize(
    "option", [("--errors", 3), ("--by-article",), ("--by-phenomenon",), ("--report", "r.html")]
)
def test_single_articles_of_a_sealed_folder_are_refused(tmp_path: Path, option: tuple[object, ...]) -> None:
    result = _run(_gold(tmp_path / "sealed"), *option)
    assert result.exit_code != 0
    assert "while nobody looks" in str(result.exception)


def test_totals_of_a_sealed_folder_are_told(tmp_path: Path) -> None:
    page = tmp_path / "evaluation.md"
    page.write_text("<!-- scores of sealed: written by kawal evaluate -->\n<!-- end of sealed -->\n", "utf-8")
    result = _run(_gold(tmp_path / "sealed"), "--write", page)
    assert result.exit_code == 0, result.output
    assert "phenomenon" not in page.read_text("utf-8")
