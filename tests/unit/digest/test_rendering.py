"""An issue made by hand, as both parts of a mail."""

from dataclasses import replace
from datetime import date

import pytest

from digest.issue import (
    Change,
    FigureLine,
    FindingItem,
    Issue,
    ProgrammeItem,
    Quote,
    RegionChart,
    Silence,
    Story,
    YearPair,
)
from digest.render import render
from digest.texts import load_texts
from digest.window import Window
from models.vocabulary import FindingKind, Language, ProgrammeAction, ProgrammeKind, Severity

QUOTE = Quote(
    outlet="media.test",
    url="https://media.test/a?b=1&c=2",
    published=date(2026, 11, 18),
    evidence="1.254 kasus <b>",
)
ISSUE = Issue(
    since=date(2026, 11, 15),
    until=date(2026, 11, 21),
    regions=("Banten",),
    language=Language.INDONESIAN,
    findings=(
        FindingItem(
            change=Change.NEW,
            kind=FindingKind.DIFFERS,
            severity=Severity.SERIOUS,
            region="Kota Serang",
            year=2025,
            sentence="Kota Serang, tahun 2025: kalimat temuan.",
            numbers=(("reported", 1254), ("official", 900)),
            quotes=(QUOTE,),
        ),
    ),
    stories=(
        Story(
            title="Angka naik",
            outlet="media.test",
            url="https://media.test/a",
            published=None,
            copies=("lain.test",),
            lines=(
                FigureLine(text="Kota Serang: 64 kasus", beside=("tahun 2024: 60",), evidence="64 kasus"),
            ),
            more=2,
        ),
    ),
    more_stories=1_300,
    programmes=(
        ProgrammeItem(
            name="Teman Curhat",
            kind=ProgrammeKind.HOTLINE,
            action=ProgrammeAction.LAUNCHED,
            region=None,
            quote=QUOTE,
        ),
    ),
    silences=(Silence(region="Kota Ambon", last=date(2025, 2, 3)),),
    charts=(
        RegionChart(
            region="Banten",
            what="kasus kekerasan",
            rows=(
                YearPair(year=2023, reported=None, official=1_254),
                YearPair(year=2024, reported=60, official=None),
            ),
        ),
    ),
)


def test_both_parts_tell_everything_in_the_same_order() -> None:
    rendered = render(ISSUE)
    marks = ["kalimat temuan", "Kota Serang: 64 kasus", "dan 1.300 berita lain", "Teman Curhat", "Kota Ambon"]
    for part in (rendered.html, rendered.text):
        places = [part.index(mark) for mark in marks]
        assert places == sorted(places)
        assert "1.254" in part
        assert "juga di lain.test" in part
        assert "tahun 2024: 60" in part
        assert "tanpa tanggal" in part
    assert rendered.subject == (
        "Kawal Kasus 15–21 November 2026: 1 temuan berubah, 1.301 berita berangka, 1 program"
    )


def test_quotes_cannot_break_the_markup() -> None:
    rendered = render(ISSUE)
    assert "1.254 kasus &lt;b&gt;" in rendered.html
    assert "1.254 kasus <b>" in rendered.text
    assert 'href="https://media.test/a?b=1&amp;c=2"' in rendered.html


def test_another_language_has_its_own_words_and_numbers() -> None:
    rendered = render(ISSUE, Language.ENGLISH)
    assert "1,254" in rendered.text
    assert "and 1,300 more" in rendered.text
    assert "tidak" not in rendered.text.replace("kalimat temuan", "")


def test_an_empty_issue_has_no_empty_headings() -> None:
    empty = replace(ISSUE, findings=(), stories=(), more_stories=0, programmes=(), silences=())
    rendered = render(empty)
    assert "<h2" not in rendered.html
    assert load_texts(Language.INDONESIAN)["empty"] in rendered.text


@pytest.mark.parametrize("name", ["id", "en"])
def test_both_languages_have_the_same_words_with_the_same_blanks(name: str) -> None:
    texts, other = load_texts(Language(name)), load_texts(Language.ENGLISH)
    assert texts.blanks() == other.blanks()


def test_a_window_takes_whole_days_in_jakarta_and_everything_inside_its_regions() -> None:
    window = Window(since=date(2026, 11, 15), until=date(2026, 11, 21), regions=("36", "32.01"))
    assert window.start.isoformat() == "2026-11-15T00:00:00+07:00"
    assert window.end.isoformat() == "2026-11-22T00:00:00+07:00"
    assert [window.covers(region) for region in ("36.73", "32.01.05", "32.76", "ID", None)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert Window(since=window.since, until=window.until).covers(None)
    assert window.is_news(None)
    assert not window.is_news(date(2026, 9, 1))
