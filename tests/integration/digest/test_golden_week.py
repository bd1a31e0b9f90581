"""The planned week reads exactly as it was read aloud and agreed to."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from digest.compose import compose
from digest.issue import Change
from digest.render import render
from models.vocabulary import Language, Topic
from tests.integration.digest.planned_week import SINCE, UNTIL, fill_week

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def week(session: Session, tmp_path: Path) -> Session:
    fill_week(session, tmp_path)
    return session


@pytest.mark.parametrize(
    ("name", "regions", "language"),
    [
        ("indonesia.txt", (), Language.INDONESIAN),
        ("banten.txt", ("36", "36.73"), Language.INDONESIAN),
        ("english.txt", ("36",), Language.ENGLISH),
    ],
)
def test_the_text_is_the_golden_one(
    week: Session, name: str, regions: tuple[str, ...], language: Language
) -> None:
    issue = compose(week, since=SINCE, until=UNTIL, regions=regions, language=language)
    assert render(issue).text == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_planned_items_are_there_in_the_planned_order(week: Session) -> None:
    issue = compose(week, since=SINCE, until=UNTIL)
    changes = [(item.change, item.region) for item in issue.findings]
    assert changes == [
        (Change.NEW, "Kota Serang"),
        (Change.RESOLVED, "Kabupaten Lebak"),
    ]
    wire = next(story for story in issue.stories if story.outlet == "antar.test")
    assert len(wire.copies) == 4
    assert [len(story.lines) for story in issue.stories] == [1] * len(issue.stories)
    assert [one.region for one in issue.silences] == ["Kota Ambon"]


def test_topics_leave_out_what_was_not_chosen(week: Session) -> None:
    issue = compose(week, since=SINCE, until=UNTIL, topics=(Topic.TRAFFICKING,))
    assert issue.is_empty
    children = compose(week, since=SINCE, until=UNTIL, topics=(Topic.CHILDREN,))
    assert "lampung.test" in {story.outlet for story in children.stories}
    assert children.programmes == ()
    programmes = compose(week, since=SINCE, until=UNTIL, topics=(Topic.PROGRAMMES,))
    assert [item.name for item in programmes.programmes] == ["Rumah Kolaborasi"]
    assert programmes.stories == ()
