"""Lines for people and for programs, with what is bound, and without rows of the database."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import logging, sys
from pathlib import Path
import structlog
from models.logs import configure_logs
from models.settings import Settings
settings = Settings(data_dir=Path("."), log_format=sys.argv[1], log_level=sys.argv[2])
configure_logs(settings, file=Path(sys.argv[3]) if len(sys.argv) > 3 else None, run_id=7)
structlog.get_logger("service.x").info("job done", outlet="contoh")
logging.getLogger("scrapy.core.engine").setLevel(logging.DEBUG)
logging.getLogger("scrapy.core.engine").debug("fine detail")
logging.getLogger("other").warning("it was %s", "so")
try:
    raise ValueError("refused\\nDETAIL:  Failing row contains (1, Nama Korban).")
except ValueError:
    structlog.get_logger("service.x").exception("job failed")
"""


def logged(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    assert done.stdout == ""
    return done.stderr


def test_json_lines_carry_what_is_bound() -> None:
    lines = [json.loads(line) for line in logged("json", "info").splitlines()]
    assert [line["event"] for line in lines] == ["job done", "it was so", "job failed"]
    assert {line["run_id"] for line in lines} == {7}
    assert (lines[0]["outlet"], lines[0]["level"], lines[0]["logger"]) == ("contoh", "info", "service.x")
    assert lines[0]["timestamp"].endswith("Z")


@pytest.mark.parametrize("form", ["json", "console"])
def test_no_row_of_the_database_is_told(form: str) -> None:
    said = logged(form, "info")
    assert "Nama Korban" not in said
    assert "refused" in said


def test_the_level_holds_for_libraries_that_set_their_own() -> None:
    assert "fine detail" not in logged("console", "info")
    assert "fine detail" in logged("console", "debug")
    assert "job done" not in logged("console", "warning")


def test_a_file_that_has_grown_is_turned_over(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "crawl.log"
    file.parent.mkdir()
    for generation in range(5):
        with file.open("ab") as grown:
            grown.truncate(5 * 1024 * 1024)
        assert logged("json", "info", file) == ""
        assert len(file.read_text("utf-8").splitlines()) == 3, generation
    kept = sorted(path.name for path in file.parent.iterdir() if not path.name.startswith("."))
    assert kept == ["crawl.log", "crawl.log.1", "crawl.log.2", "crawl.log.3"]
