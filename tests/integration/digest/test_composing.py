"""A week with planned news: what is in the issue, in which order, and what is not."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from crosscheck.official.importing import ImportOptions, import_file
from crosscheck.run import check
from digest.compose import compose
from digest.issue import Change, Issue
from digest.preview import preview
from digest.render import render
from models.crawling import Page
from models.records import Extraction, FigureRecord, ProgrammeRecord
from models.vocabulary import (
    FindingKind,
    Language,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)
from storage.articles import ArticleRepository
from storage.extractions import ExtractionRepository
from tests.integration.crosscheck.conftest import AddStory, Fact

LEBAK, PANDEGLANG, SERANG, DEPOK, AMBON = "36.02", "36.01", "36.73", "32.76", "81.71"
TABLE = """kode_kabupaten_kota,nama_kabupaten_kota,jumlah_kasus_terhadap_perempuan_dan_anak,satuan,tahun
3602,LEBAK,120,KASUS,2025
3601,PANDEGLANG,50,KASUS,2025
3673,KOTA SERANG,71,KASUS,2025
"""
SINCE, UNTIL = date(2026, 11, 15), date(2026, 11, 21)


def _import(session: Session, folder: Path, text: str, now: datetime) -> None:
    path = folder / "kasus.csv"
    path.write_text(text, encoding="utf-8")
    import_file(session, path, ImportOptions(portal="data.contoh.go.id"), now=now)


@pytest.fixture
def week(session: Session, add_story: AddStory, tmp_path: Path, now: datetime) -> Session:
    """Two weeks: what stood there before, and what came in the last seven days."""
    before = now - timedelta(days=10)
    add_story("lama", [Fact(value=77, region=PANDEGLANG, year=2025)], published=date(2026, 11, 9), now=before)
    add_story("lalu", [Fact(value=60, region=SERANG, year=2024)], published=date(2026, 1, 9), now=before)
    add_story("sunyi", [Fact(value=9, region=AMBON, year=2024)], published=date(2025, 2, 3), now=before)
    _import(session, tmp_path, TABLE, before)
    check(session, before)
    # Pandeglang's official figure is revised upwards: less far apart than before, yet not equal.
    _import(session, tmp_path, TABLE.replace("LANG,50", "LANG,70"), now)
    add_story("satu", [Fact(value=120, region=LEBAK, year=2025)], published=date(2026, 11, 18), now=now)
    wire = add_story("dua", [Fact(value=64, region=SERANG, year=2025)], published=date(2026, 11, 19), now=now)
    for copy in ("tiga", "empat"):
        article = add_story(
            copy, [Fact(value=64, region=SERANG, year=2025)], published=date(2026, 11, 19), now=now
        )
        ArticleRepository(session).mark_duplicate(article.id, wire.id)
    add_story("lima", [Fact(value=88, region=DEPOK, year=2025)], published=date(2026, 11, 20), now=now)
    add_story("arsip", [Fact(value=31, region=DEPOK, year=2019)], published=date(2020, 1, 20), now=now)
    check(session, now)
    return session


def _issue(session: Session, *regions: str, language: Language = Language.INDONESIAN) -> Issue:
    return compose(session, since=SINCE, until=UNTIL, regions=regions, language=language)


def test_findings_come_first_the_most_serious_before_the_rest(week: Session) -> None:
    issue = _issue(week)
    told = [(item.change, item.kind, item.region, item.numbers) for item in issue.findings]
    assert told == [
        (Change.NEW, FindingKind.DIFFERS, "Kota Serang", (("reported", 64), ("official", 71))),
        (Change.CHANGED, FindingKind.DIFFERS, "Kabupaten Pandeglang", (("reported", 77), ("official", 70))),
    ]
    assert issue.confirmed == 1
    assert "64 kasus" in issue.findings[0].sentence
    assert issue.findings[0].quotes[0].evidence.startswith("Tercatat 64")


def test_a_finding_that_grows_is_worse_and_one_that_vanishes_is_resolved(
    week: Session, add_story: AddStory, now: datetime
) -> None:
    later = now + timedelta(days=7)
    add_story("lama", [Fact(value=99, region=PANDEGLANG, year=2025)], published=date(2026, 11, 24), now=later)
    add_story("dua", [Fact(value=71, region=SERANG, year=2025)], published=date(2026, 11, 25), now=later)
    check(week, later)
    issue = compose(week, since=date(2026, 11, 22), until=date(2026, 11, 28))
    told = [(item.change, item.region, item.closed_reason) for item in issue.findings]
    assert told == [
        (Change.WORSE, "Kabupaten Pandeglang", None),
        (Change.RESOLVED, "Kota Serang", "figure_changed"),
    ]


def test_a_wire_story_in_three_outlets_is_one_line_and_the_archive_is_no_news(week: Session) -> None:
    stories = _issue(week).stories
    assert [(story.outlet, story.copies) for story in stories] == [
        ("lima.test", ()),
        ("dua.test", ("tiga.test", "empat.test")),
        ("satu.test", ()),
    ]
    (line,) = stories[1].lines
    assert line.text == "Kota Serang: 64 kasus kekerasan terhadap perempuan dan anak, tahun 2025"
    assert line.beside == ("tahun 2024: 60", "angka resmi 71, berbeda")


def test_only_the_readers_regions_are_told(week: Session) -> None:
    issue = _issue(week, "32", LEBAK)
    assert [story.outlet for story in issue.stories] == ["lima.test", "satu.test"]
    assert issue.findings == ()
    assert issue.regions == ("Jawa Barat", "Kabupaten Lebak")


def test_regions_silent_for_half_a_year_are_named(week: Session) -> None:
    silent = [(one.region, one.last) for one in _issue(week).silences]
    assert ("Kota Ambon", date(2025, 2, 3)) in silent
    assert "Kota Depok" not in [region for region, _ in silent]


def test_a_programme_is_new_once(week: Session, add_story: AddStory, now: datetime) -> None:
    def tell(name: str, at: datetime, action: ProgrammeAction) -> None:
        article = add_story(name, [Fact(value=5, region=LEBAK, year=2023)], published=at.date(), now=at)
        evidence = "Tercatat"
        record = ProgrammeRecord(
            name="Teman Curhat",
            aliases=(),
            kind=ProgrammeKind.SERVICE,
            region=LEBAK,
            action=action,
            evidence=evidence,
            start=0,
            end=len(evidence),
            confidence=0.9,
        )
        extraction = Extraction(
            article_id=str(article.id), relevant=True, relevance=0.9, programmes=(record,)
        )
        ExtractionRepository(week).store(article.id, extraction)

    tell("program1", now, ProgrammeAction.MENTIONED)
    assert [item.name for item in _issue(week).programmes] == ["Teman Curhat"]
    tell("program2", now + timedelta(days=7), ProgrammeAction.RUNNING)
    next_week = compose(week, since=date(2026, 11, 22), until=date(2026, 11, 28))
    assert next_week.programmes == ()
    tell("program3", now + timedelta(days=14), ProgrammeAction.LAUNCHED)
    third = compose(week, since=date(2026, 11, 29), until=date(2026, 12, 5))
    assert [item.action for item in third.programmes] == [ProgrammeAction.LAUNCHED]


def test_a_week_without_news_is_one_sentence(session: Session) -> None:
    issue = compose(session, since=SINCE, until=UNTIL)
    rendered = render(issue)
    assert issue.is_empty
    assert "Tidak ada temuan, angka, atau program baru" in rendered.text
    assert rendered.subject == "Kawal Kasus 15–21 November 2026: tidak ada yang baru"


def test_victims_are_masked_wherever_an_article_is_quoted(
    session: Session, add_story: AddStory, now: datetime
) -> None:
    article = add_story("kutip", published=date(2026, 11, 20), now=now)
    text = "Korban berinisial QX (13) satu dari 45 kasus di Kota Serang tahun 2025."
    page = session.get(Page, article.page_id)
    assert page is not None
    stored, _ = ArticleRepository(session).store_reading(
        page,
        title="Siswi SMPN 9 Cibaliung berinisial QX melapor",
        text=text,
        published=date(2026, 11, 20),
        reader="generic",
        now=now,
    )
    figure = FigureRecord(
        value=45,
        unit=Unit.CASES,
        region=SERANG,
        year=2025,
        period=None,
        population=Population.ALL,
        violence=Violence.ANY,
        breakdown=None,
        qualifier=Qualifier.EXACT,
        source=None,
        evidence=text,
        start=0,
        end=len(text),
        confidence=0.9,
    )
    extraction = Extraction(article_id=str(stored.id), relevant=True, relevance=0.9, figures=(figure,))
    ExtractionRepository(session).store(stored.id, extraction)
    rendered = render(compose(session, since=SINCE, until=UNTIL))
    for part in (rendered.html, rendered.text):
        assert "45 kasus" in part
        assert "QX" not in part
        assert "Cibaliung" not in part


def test_a_preview_writes_both_parts_in_the_language_asked_for(
    week: Session, tmp_path: Path, now: datetime
) -> None:
    files = preview(week, now=now, output_dir=tmp_path / "out", language=Language.ENGLISH, regions=("36",))
    assert files.html.name == "digest-2026-11-21-36-en.html"
    text, html = files.text.read_text(encoding="utf-8"), files.html.read_text(encoding="utf-8")
    assert "FINDINGS THAT CHANGED" in text
    assert "Regions: Banten" in text
    for story in ("64 cases of violence against women and children", "official 71, differs"):
        assert story in text
        assert story in html
    assert "<style>" not in html.split("data-css-inline")[0]
    assert 'style="' in html
