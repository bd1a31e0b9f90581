"""Reviewing through the pages: what is stored, shown, logged, undone and refused."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import URL

from models.settings import Settings
from models.vocabulary import Deed, FindingKind, FindingState, Verdict
from storage.database import Database
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.findings import FindingFilter, FindingRepository
from storage.logbook import Logbook
from storage.reviews import ReviewRepository
from tests.conftest import Stocked, fresh_database
from tests.integration.web.filling import SCRIPT, Filled
from tests.integration.web.staff import CHEAP, employ, log_in, token_in
from web.app import create_app


@pytest.fixture
def store(server_url: URL, stocked: Stocked) -> Iterator[Database]:
    for url in fresh_database(server_url, stocked.template):
        opened = Database(url)
        yield opened
        opened.close()


@pytest.fixture
def numbers(store: Database, stocked: Stocked) -> Filled:
    with store.session() as session:
        employ(session)
    return stocked.numbers


@pytest.fixture
def ani(store: Database, numbers: Filled) -> Iterator[TestClient]:
    yield from entered(store, "ani")


def entered(store: Database, name: str, settings: Settings | None = None) -> Iterator[TestClient]:
    app = create_app(store, settings)
    app.state.passwords = CHEAP
    with TestClient(app, follow_redirects=False) as client:
        log_in(client, name)
        yield client


def reported(store: Database, year: int, value: int) -> FigureRow:
    with store.session() as session:
        rows = FigureRepository(session).select(FigureFilter(region="36.73", year=year))
    [row] = [row for row in rows if row.value == value]
    return row


def typed(row: FigureRow, **changes: str) -> dict[str, str]:
    known = {
        "value": str(row.value),
        "unit": row.unit or "",
        "region": f"{row.region_name} ({row.region})",
        "year": str(row.year or ""),
        "period": row.period or "",
        "population": row.population,
        "violence": row.violence,
        "breakdown": row.breakdown or "",
        "qualifier": row.qualifier,
        "source": row.source or "",
        "evidence": row.evidence,
    }
    return known | changes


def answer(client: TestClient, row: FigureRow, verdict: str, **sent: str) -> Response:
    path = f"/tinjau/angka/{row.id}"
    csrf = token_in(client.get(path).text)
    return client.post(path, data={"csrf": csrf, "verdict": verdict, **sent})


def exported(client: TestClient, **query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get("/angka.csv", params=query).text)))


def test_a_correction_is_what_every_room_shows(ani: TestClient, store: Database) -> None:
    row = reported(store, 2020, 57)
    sent = typed(row, value="59", region="Kota Cilegon", evidence="57 kasus\n kekerasan")
    assert answer(ani, row, "corrected", comment="Salah kota", **sent).status_code == 303
    rows = [one for one in exported(ani, region="36.72", year="2020") if one["verdict"]]
    assert [(one["value"], one["evidence"], one["verdict"]) for one in rows] == [
        ("59", "57 kasus kekerasan", "corrected")
    ]
    [served] = [
        one for one in ani.get("/api/v1/figures?region=36.72&year=2020").json()["rows"] if one["verdict"]
    ]
    assert (served["value"], served["verdict"]) == (59, "corrected")
    assert "dikoreksi" in ani.get("/angka?region=36.72&year=2020").text
    with store.session() as session:
        [review] = ReviewRepository(session).newest(limit=1)
        [entry] = Logbook(session).newest(limit=1)
    assert (review.reviewer, review.comment, review.machine["value"]) == ("ani", "Salah kota", 57)
    assert (entry.who, entry.deed, entry.detail["verdict"]) == ("ani", Deed.ANSWERED, "corrected")


def test_a_rejected_figure_is_in_no_page_file_or_feed_and_leaves_no_finding(
    ani: TestClient, store: Database
) -> None:
    row = reported(store, 2024, 81)
    answer(ani, row, "rejected")
    for path in (
        "/angka?region=36.73&year=2024",
        "/wilayah/36.73",
        "/angka.csv",
        "/wilayah/36.73/angka.atom",
    ):
        page = ani.get(path)
        assert page.status_code == 200
        assert row.evidence not in page.text, path
    assert ani.get(f"/api/v1/figures/{row.id}").status_code == 404
    with store.session() as session:
        findings = FindingRepository(session).select(FindingFilter(region="36.73", year=2024))
    assert [one for one in findings if 81 in one.numbers.values()] == []
    assert [one.kind for one in findings if one.kind is FindingKind.CONFLICT] == []


def test_undo_brings_back_what_was_there(ani: TestClient, store: Database) -> None:
    row = reported(store, 2020, 57)
    following = answer(ani, row, "rejected").headers["location"]
    target = ani.get(following).headers["location"]
    page = ani.get(target).text
    assert "Jawaban tersimpan" in page
    undo = re.search(r'action="(/tinjau/batal/\d+)"', page)
    assert undo is not None
    assert ani.post(undo.group(1), data={"csrf": token_in(page)}).status_code == 303
    assert reported(store, 2020, 57).verdict is None
    assert "dibatalkan" in ani.get("/tinjau/riwayat").text
    assert ani.post(undo.group(1), data={"csrf": token_in(page)}).status_code == 409


def test_the_queue_goes_on_with_the_next_and_skips(ani: TestClient, store: Database) -> None:
    first = ani.get("/tinjau/lanjut").headers["location"]
    number = first.rsplit("/", 1)[1]
    second = ani.get(f"/tinjau/lanjut?skip={number}").headers["location"]
    assert first != second
    csrf = token_in(ani.get(first).text)
    ani.post(first, data={"csrf": csrf, "verdict": "unsure"})
    assert ani.get("/tinjau/lanjut").headers["location"] == second
    assert f'href="{first}"' in ani.get("/tinjau?state=unsure").text
    assert f'href="{first}"' not in ani.get("/tinjau").text


WRONG = [
    ("value", ""),
    ("value", "-3"),
    ("value", "99999999999"),
    ("unit", "orang"),
    ("region", "Serang"),
    ("region", "Negeri Antah Berantah"),
    ("year", "1800"),
    ("period", "2024-13/2024-14"),
    ("period", "2024-07/2024-01"),
    ("period", "2023-01/2023-07"),
    ("population", ""),
    ("violence", "'; DROP TABLE figure; --"),
    ("breakdown", "tanpa dimensi"),
    ("qualifier", "kira-kira"),
    ("evidence", "kata yang tidak ada di sana"),
    ("evidence", ""),
]


def test_what_cannot_be_understood_comes_back_as_typed(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    path = f"/tinjau/angka/{row.id}"
    csrf = token_in(ani.get(path).text)
    for field, words in WRONG:
        sent = {"csrf": csrf, "verdict": "corrected", **typed(row, **{field: words})}
        refused = ani.post(path, data=sent)
        assert (refused.status_code, f'href="#isian-{field}"' in refused.text) == (422, True), (field, words)
    with store.session() as session:
        assert ReviewRepository(session).newest(limit=1) == []


def test_a_name_of_several_regions_is_answered_with_them(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    refused = answer(ani, row, "corrected", **typed(row, region="Serang"))
    options = re.findall(r'<option value="([^"]+\(\d[^"]*\))">', refused.text)
    assert {"Kabupaten Serang (36.04)", "Kota Serang (36.73)"} <= set(options[:4])


def test_accepting_does_not_lose_what_was_written(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    kept = answer(ani, row, "accepted", **typed(row, value="75"))
    assert kept.status_code == 422
    assert 'value="75"' in kept.text
    assert answer(ani, row, "accepted", **typed(row)).status_code == 303
    assert reported(store, 2024, 74).verdict is Verdict.ACCEPTED


def test_a_correction_that_changes_nothing_is_an_acceptance(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    answer(ani, row, "corrected", **typed(row))
    assert reported(store, 2024, 74).verdict is Verdict.ACCEPTED


def test_markup_in_comments_and_sources_stays_text(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    answer(ani, row, "corrected", comment=SCRIPT, **typed(row, source=SCRIPT, breakdown=f"other:{SCRIPT}"))
    for path in ("/tinjau/riwayat", f"/tinjau/angka/{row.id}", f"/berita/{row.article_id}", "/tinjau"):
        page = ani.get(path).text
        assert SCRIPT not in page
    with store.session() as session:
        finding = FindingRepository(session).select()[0]
    csrf = token_in(ani.get(f"/temuan/{finding.id}").text)
    ani.post(f"/temuan/{finding.id}", data={"csrf": csrf, "state": "explained", "comment": SCRIPT})
    assert SCRIPT not in ani.get(f"/temuan/{finding.id}").text
    assert "&lt;script&gt;" in ani.get(f"/temuan/{finding.id}").text


def test_only_the_page_of_review_allows_a_script_and_it_is_our_file(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    page = ani.get(f"/tinjau/angka/{row.id}")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/static/tinjau.js" defer>']
    for path in ("/", "/tinjau", "/tinjau/riwayat", f"/berita/{row.article_id}", "/masuk"):
        answer_there = ani.get(path)
        assert "script-src" not in answer_there.headers["content-security-policy"]
        assert "<script" not in answer_there.text


def test_people_set_the_state_of_findings(ani: TestClient, store: Database) -> None:
    with store.session() as session:
        finding = FindingRepository(session).select()[0]
    csrf = token_in(ani.get(f"/temuan/{finding.id}").text)
    path = f"/temuan/{finding.id}"
    sent = {
        "csrf": csrf,
        "state": "explained",
        "comment": "Korban bernama Melati Puspita (12) dihitung dua kali",
    }
    assert ani.post(path, data=sent).status_code == 303
    assert ani.post(path, data={"csrf": csrf, "state": "closed"}).status_code == 409
    assert ani.post("/temuan/99999", data={"csrf": csrf, "state": "open"}).status_code == 409
    with store.session() as session:
        stored = FindingRepository(session).get(finding.id)
        [entry] = Logbook(session).newest(limit=1)
    assert stored is not None
    assert stored.state is FindingState.EXPLAINED
    assert (entry.who, entry.deed) == ("ani", Deed.FINDING_SET)
    assert entry.detail["before"] == {"state": "open", "comment": None}
    ani.post("/keluar", data={"csrf": csrf})
    for where in (path, "/api/v1/findings?region=36.73"):
        page = ani.get(where).text
        assert "dihitung dua kali" in page
        assert "Melati" not in page


def test_two_reviewers_do_not_see_each_other_and_their_agreement_is_shown(
    store: Database, numbers: Filled, tmp_path: Path
) -> None:
    two = Settings(data_dir=tmp_path, reviewers=2)
    rows = [reported(store, 2024, 74), reported(store, 2020, 57), reported(store, 2022, 63)]
    for ani in entered(store, "ani", two):
        answer(ani, rows[0], "accepted")
        answer(ani, rows[1], "corrected", comment="rahasia ani", **typed(rows[1], unit="victims"))
        answer(ani, rows[2], "rejected")
        assert "rahasia ani" in ani.get(f"/tinjau/angka/{rows[1].id}").text
    for budi in entered(store, "budi", two):
        assert "rahasia ani" not in budi.get(f"/tinjau/angka/{rows[1].id}").text
        for row in rows[:2]:
            answer(budi, row, "accepted")
        answer(budi, rows[2], "rejected")
        page = budi.get("/tinjau/kesepakatan").text
        assert "<h2>ani, budi</h2>" in page
        cells = re.search(r'<th scope="row">Putusan</th>(.*?)</tr>', page)
        assert cells is not None
        assert re.findall(r">([^<]+)</td>", cells.group(1)) == ["3", "100 %", "1.00"]


def test_programmes_and_trends_are_judged_beside_the_figure(ani: TestClient, store: Database) -> None:
    row = reported(store, 2020, 57)
    path = f"/tinjau/angka/{row.id}"
    page = ani.get(path).text
    actions = re.findall(r'action="(/tinjau/(programme|trend)/\d+/jawab)"', page)
    assert {kind for _, kind in actions} == {"programme", "trend"}
    for action, _ in actions:
        sent = {"csrf": token_in(page), "verdict": "rejected", "figure_id": str(row.id)}
        assert ani.post(action, data=sent).headers["location"] == f"{path}#lain"
        assert ani.post(action, data=sent | {"verdict": "corrected"}).status_code == 422
    assert "/jawab" not in ani.get(path).text


def test_reviewed_articles_are_written_as_gold_that_evaluation_reads(
    ani: TestClient, store: Database, tmp_path: Path
) -> None:
    from extractors.evaluation.gold import read_gold  # noqa: PLC0415
    from kawal.gold import write_reviewed  # noqa: PLC0415

    row = reported(store, 2020, 57)
    answer(ani, row, "corrected", **typed(row, unit="victims"))
    with store.session() as session:
        assert write_reviewed(session, tmp_path / "a", partly=False).left_out == 1
    part = reported(store, 2020, 57 // 3)
    answer(ani, part, "rejected")
    with store.session() as session:
        counts = write_reviewed(session, tmp_path / "b", partly=False)
    assert (counts.written, counts.left_out) == (1, 0)
    [gold] = read_gold(tmp_path / "b")
    assert [(one.value, one.unit) for one in gold.coded.figures] == [(57, "victims")]
    [file] = (tmp_path / "b").iterdir()
    assert json.loads(file.read_text("utf-8"))["notes"] == "reviewed by ani"


def test_an_admin_undoes_what_others_answered(ani: TestClient, store: Database) -> None:
    row = reported(store, 2024, 74)
    answer(ani, row, "rejected")
    for name, status in (("budi", 409), ("tini", 303)):
        for client in entered(store, name):
            csrf = token_in(client.get("/tinjau").text)
            assert client.post("/tinjau/batal/1", data={"csrf": csrf}).status_code == status
    assert reported(store, 2024, 74).verdict is None


def test_old_versions_and_unknown_figures_are_not_reviewed(
    ani: TestClient, store: Database, numbers: Filled
) -> None:
    with store.session() as session:
        wanted = FigureFilter(article_id=numbers.renewed, include_old_versions=True)
        old = FigureRepository(session).select(wanted)
    for number in [999_999, *(row.id for row in old)]:
        assert ani.get(f"/tinjau/angka/{number}").status_code == 404
