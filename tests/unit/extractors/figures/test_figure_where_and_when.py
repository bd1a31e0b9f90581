"""The region and the time of figures in many wordings; sentences of our own, a line a case."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.extractors.figures.readings import figures_of

_TABLE = Path(__file__).with_name("where_and_when.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", _TABLE)
def test_where_and_when(line: str) -> None:
    day, text, expected = line.split("\t")
    published = date.fromisoformat(day) if day else None
    found = figures_of(text.replace("\\n", "\n"), published=published)
    read = [f"{one.value} {one.region or '-'} {one.year or '-'} {one.period or '-'}" for one in found]
    assert sorted(read) == sorted(expected.split("; "))
