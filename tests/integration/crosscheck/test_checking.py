"""The whole check on a real database: a dozen regions, run again, articles that go."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from crosscheck.official.importing import ImportOptions, import_file
from crosscheck.run import check, check_regions
from crosscheck.views import side_by_side
from models.official import Finding
from models.reading import Article
from models.vocabulary import Direction, FindingKind, FindingState, Population, Unit
from storage.articles import ArticleRepository
from storage.findings import FindingFilter, FindingRepository, FindingRow
from tests.integration.crosscheck.conftest import AddStory, Fact, Said

LEBAK, PANDEGLANG, CILEGON, TANGSEL = "36.02", "36.01", "36.72", "36.74"
BOGOR, DEPOK, CIMAHI, DIY, SLEMAN, BANTUL = "32.01", "32.76", "32.77", "34", "34.04", "34.02"
TABLE = """kode_kabupaten_kota,nama_kabupaten_kota,jumlah_kasus_terhadap_perempuan_dan_anak,satuan,tahun
3602,LEBAK,120,KASUS,2024
3601,PANDEGLANG,50,KASUS,2024
3672,KOTA CILEGON,30,KASUS,2024
3674,KOTA TANGERANG SELATAN,0,KASUS,2022
"""
PLAN = [
    (FindingKind.MATCH, LEBAK, 2024),
    (FindingKind.DIFFERS, PANDEGLANG, 2024),
    (FindingKind.NOT_COMPARABLE, CILEGON, 2024),
    (FindingKind.CONFLICT, TANGSEL, 2023),
    (FindingKind.MISSING_OFFICIAL, TANGSEL, 2023),
    (FindingKind.ARITHMETIC, BOGOR, 2023),
    (FindingKind.FALLING_TOTAL, DEPOK, 2025),
    (FindingKind.TREND_CONTRADICTED, CIMAHI, 2024),
    (FindingKind.ROLL_UP, DIY, 2022),
]


@pytest.fixture
def scenario(session: Session, add_story: AddStory, tmp_path: Path, now: datetime) -> Session:
    add_story("satu", [Fact(value=120, region=LEBAK, year=2024)])
    add_story("dua", [Fact(value=90, region=PANDEGLANG, year=2024)])
    add_story("tiga", [Fact(value=33, region=CILEGON, year=2024, unit=Unit.VICTIMS)])
    add_story("empat", [Fact(value=200, region=TANGSEL, year=2023)])
    add_story("lima", [Fact(value=230, region=TANGSEL, year=2023)])
    add_story(
        "enam",
        [
            Fact(value=617, region=BOGOR, year=2023),
            Fact(value=406, region=BOGOR, year=2023, population=Population.CHILDREN),
            Fact(value=214, region=BOGOR, year=2023, population=Population.WOMEN),
        ],
    )
    add_story("tujuh", [Fact(value=80, region=DEPOK, year=2025, period="2025-01/2025-06")])
    add_story("delapan", [Fact(value=64, region=DEPOK, year=2025, period="2025-01/2025-10")])
    add_story(
        "sembilan",
        [Fact(value=40, region=CIMAHI, year=2023), Fact(value=55, region=CIMAHI, year=2024)],
        trends=[Said(direction=Direction.DOWN, region=CIMAHI, from_year=2023, to_year=2024)],
    )
    add_story(
        "sepuluh", [Fact(value=300, region=SLEMAN, year=2022), Fact(value=250, region=BANTUL, year=2022)]
    )
    add_story("sebelas", [Fact(value=500, region=DIY, year=2022)])
    table = tmp_path / "kasus.csv"
    table.write_text(TABLE, encoding="utf-8")
    import_file(session, table, ImportOptions(portal="data.contoh.go.id"), now=now)
    return session


def _open(session: Session) -> list[tuple[FindingKind, str | None, int | None]]:
    return sorted((row.kind, row.region, row.year) for row in FindingRepository(session).select())


def _only(session: Session, kind: FindingKind) -> FindingRow:
    (row,) = FindingRepository(session).select(FindingFilter(kind=kind, include_closed=True))
    return row


def test_every_kind_is_found_as_planned_and_none_else(scenario: Session, now: datetime) -> None:
    report = check(scenario, now)
    assert _open(scenario) == sorted(PLAN)
    assert report.counts.new == len(PLAN)
    differs = _only(scenario, FindingKind.DIFFERS)
    assert [figure.value for figure in differs.figures] == [90]
    assert [figure.value for figure in differs.official] == [50]


def test_a_second_check_changes_nothing(scenario: Session, now: datetime) -> None:
    check(scenario, now)
    before = {
        row.id: (row.identity, row.first_seen, row.state) for row in FindingRepository(scenario).select()
    }
    report = check(scenario, now + timedelta(days=1))
    after = {
        row.id: (row.identity, row.first_seen, row.state) for row in FindingRepository(scenario).select()
    }
    assert after == before
    assert (report.counts.new, report.counts.closed, report.counts.kept) == (0, 0, len(PLAN))


def test_what_people_decided_survives_the_next_check(scenario: Session, now: datetime) -> None:
    check(scenario, now)
    repository = FindingRepository(scenario)
    conflict = _only(scenario, FindingKind.CONFLICT)
    repository.set_state(
        conflict.id, FindingState.EXPLAINED, who="ani", now=now, comment="dua cara menghitung"
    )
    check(scenario, now + timedelta(days=1))
    assert _only(scenario, FindingKind.CONFLICT).state is FindingState.EXPLAINED


def test_a_deleted_article_closes_its_findings_with_the_reason(scenario: Session, now: datetime) -> None:
    check(scenario, now)
    article = scenario.scalar(select(Article).where(Article.title == "Berita lima"))
    assert article is not None
    scenario.execute(delete(Article).where(Article.id == article.id))
    report = check(scenario, now + timedelta(days=1))
    conflict = _only(scenario, FindingKind.CONFLICT)
    assert (conflict.state, conflict.closed_reason) == (FindingState.CLOSED, "article_gone")
    assert report.counts.closed == 1


def test_a_changed_figure_closes_its_finding_with_the_reason(
    scenario: Session, add_story: AddStory, now: datetime
) -> None:
    check(scenario, now)
    add_story("dua", [Fact(value=50, region=PANDEGLANG, year=2024)], now=now + timedelta(days=1))
    check(scenario, now + timedelta(days=1))
    differs = _only(scenario, FindingKind.DIFFERS)
    assert (differs.state, differs.closed_reason) == (FindingState.CLOSED, "figure_changed")
    assert (FindingKind.MATCH, PANDEGLANG, 2024) in _open(scenario)


def test_a_revised_table_closes_its_finding_with_the_reason(
    scenario: Session, tmp_path: Path, now: datetime
) -> None:
    check(scenario, now)
    table = tmp_path / "kasus.csv"
    table.write_text(TABLE.replace("PANDEGLANG,50", "PANDEGLANG,88"), encoding="utf-8")
    (imported,) = import_file(scenario, table, ImportOptions(portal="data.contoh.go.id"), now=now)
    assert (imported.version, imported.new) == (2, True)
    check(scenario, now + timedelta(days=1))
    rows = FindingRepository(scenario).select(FindingFilter(kind=FindingKind.DIFFERS, include_closed=True))
    told = sorted((row.numbers["official"], row.state, row.closed_reason) for row in rows)
    assert told == [(50, FindingState.CLOSED, "official_changed"), (88, FindingState.OPEN, None)]


def test_a_syndicated_copy_contradicts_nobody(scenario: Session, add_story: AddStory, now: datetime) -> None:
    copy = add_story("kantorberita", [Fact(value=240, region=LEBAK, year=2024)])
    first = scenario.scalar(select(Article).where(Article.title == "Berita satu"))
    assert first is not None
    ArticleRepository(scenario).mark_duplicate(copy.id, first.id)
    check(scenario, now)
    assert _open(scenario) == sorted(PLAN)


def test_regions_checked_alone_find_what_the_full_check_finds(scenario: Session, now: datetime) -> None:
    check_regions(scenario, now, [CILEGON, f"{BOGOR}.01", "34"])
    partial = _open(scenario)
    assert partial == sorted(entry for entry in PLAN if entry[1] in (CILEGON, BOGOR, DIY))
    check(scenario, now)
    assert _open(scenario) == sorted(PLAN)
    reports = check_regions(scenario, now, ["36", TANGSEL, SLEMAN])
    assert [(report.counts.new, report.counts.closed) for report in reports] == [(0, 0), (0, 0)]
    assert scenario.scalar(select(func.count()).select_from(Finding)) == len(PLAN)


def test_official_and_reported_stand_side_by_side(scenario: Session, now: datetime) -> None:
    check(scenario, now)
    (row,) = side_by_side(scenario, PANDEGLANG, 2024)
    assert row.label() == "kasus kekerasan terhadap perempuan dan anak, tahun 2024"
    assert [(cell.value, cell.publisher) for cell in row.official] == [(50, "data.contoh.go.id")]
    assert [(cell.value, cell.outlet) for cell in row.reported] == [(90, "dua.test")]
    assert row.verdict is FindingKind.DIFFERS
    assert row.finding_ids == (_only(scenario, FindingKind.DIFFERS).id,)
