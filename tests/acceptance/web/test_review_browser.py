"""A reviewer's work in a browser: from login to export, by keys, by mouse, without a script."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL

from kawal.gold import write_reviewed
from models.vocabulary import Verdict
from storage.database import Database
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.findings import FindingRepository
from storage.reviews import ReviewRepository
from tests.acceptance.web.conftest import Site, served
from tests.acceptance.web.looking import Shoot, serious_barriers
from tests.acceptance.web.test_browser import SCREENS
from tests.conftest import Stocked, fresh_database
from tests.integration.web.staff import CHEAP, PASSWORD, employ
from web.app import create_app

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

REVIEW_PAGES = {
    "login": "/masuk",
    "queue": "/tinjau",
    "review": "/tinjau/angka/{figure}",
    "log": "/tinjau/riwayat",
    "agreement": "/tinjau/kesepakatan",
    "adding": "/tinjau/tambah/{article}",
    "account": "/akun",
    "accounts": "/akun/semua",
    "decide": "/temuan/{finding}",
}


class Office(Site):
    """Where reviewers work, and what lies behind it."""

    database: Database

    def figure(self, year: int, value: int) -> FigureRow:
        with self.database.session() as session:
            rows = FigureRepository(session).select(FigureFilter(region="36.73", year=year))
        [row] = [row for row in rows if row.value == value]
        return row


@pytest.fixture(scope="module")
def office(server_url: URL, stocked: Stocked) -> Iterator[Office]:
    for url in fresh_database(server_url, stocked.template):
        database = Database(url)
        with database.session() as session:
            employ(session)
        app = create_app(database)
        app.state.passwords = CHEAP
        with served(app) as root:
            opened = Office(root, stocked.numbers)
            opened.database = database
            yield opened
        database.close()


def enter(browser: Any, office: Office, name: str = "ani", **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.goto(office.root + "/masuk?after=/tinjau")
    page.fill("input[name=name]", name)
    page.fill("input[name=password]", PASSWORD)
    page.click(".login button")
    assert page.url == office.root + "/tinjau"
    return page


def choose_with_the_mouse(page: Any, words: str) -> None:
    """Drag over words of the article, as a hand would."""
    corners = page.evaluate(
        """words => {
            const walk = document.createTreeWalker(document.getElementById("teks"), NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                node.parentElement.scrollIntoView({ block: "center" });
                const boxes = [...range.getClientRects()];
                const first = boxes[0], last = boxes[boxes.length - 1];
                const middle = (box) => box.top + box.height / 2;
                return [first.left + 0.5, middle(first), last.right, middle(last)];
            }
        }""",
        words,
    )
    assert corners is not None, words
    page.mouse.move(corners[0], corners[1])
    page.mouse.down()
    page.mouse.move(corners[2], corners[3], steps=5)
    page.mouse.up()


def test_a_whole_review_from_login_to_export(
    browser: Any, office: Office, shoot: Shoot, tmp_path: Path
) -> None:
    row, part = office.figure(2023, 70), office.figure(2023, 70 // 3)
    page = enter(browser, office)
    page.goto(f"{office.root}/tinjau/angka/{row.id}")
    choose_with_the_mouse(page, "kasus kekerasan terhadap perempuan")
    expect(page.locator("#isian-evidence")).to_have_value("kasus kekerasan terhadap perempuan")
    page.fill("#isian-evidence", "70  kasus kekerasan")
    page.fill("#isian-value", "71")
    page.fill("#isian-region", "Kabupaten Serang")
    page.select_option("#isian-unit", "victims")
    page.fill("input[name=comment]", "tertukar dengan kabupaten")
    shoot(page, "review-correcting")
    page.press("#isian-region", "Enter")
    page.wait_for_url("**answered=*")
    assert "Jawaban tersimpan" in page.inner_text("[role=status]")
    page.goto(f"{office.root}/tinjau/angka/{part.id}")
    page.click("button[value=rejected]")
    page.wait_for_url("**answered=*")
    page.goto(f"{office.root}/angka?region=36.04&year=2023")
    assert "dikoreksi" in page.inner_text("table.cards tbody tr:has-text('71')")
    with page.expect_download() as download:
        page.click("a:has-text('CSV')")
    assert ",corrected" in Path(download.value.path()).read_text("utf-8")
    with office.database.session() as session:
        write_reviewed(session, tmp_path, partly=False)
    [file] = tmp_path.iterdir()
    [figure] = json.loads(file.read_text("utf-8"))["figures"]
    assert (figure["value"], figure["unit"], figure["region"]) == (71, "victims", "36.04")
    assert figure["evidence"] == "70 kasus kekerasan"
    page.context.close()


def test_a_missed_figure_is_added_with_the_mouse(browser: Any, office: Office, tmp_path: Path) -> None:
    row = office.figure(2022, 63)
    page = enter(browser, office)
    page.goto(f"{office.root}/berita/{row.article_id}")
    page.click("a:has-text('Tambahkan angka yang terlewat')")
    choose_with_the_mouse(page, "naik 5 kasus")
    expect(page.locator("#isian-evidence")).to_have_value("naik 5 kasus")
    page.fill("#isian-value", "5")
    page.select_option("#isian-unit", "cases")
    page.fill("#isian-region", "Kota Serang")
    page.fill("#isian-year", "2022")
    page.select_option("#isian-population", "women_children")
    page.click("button:has-text('Tambahkan angka ini')")
    assert "Jenis kekerasan" in page.inner_text("[role=alert]")
    page.select_option("#isian-violence", "any")
    page.locator("h1").click()
    page.keyboard.press("s")
    page.wait_for_url("**answered=*")
    assert page.locator("mark:has-text('naik 5 kasus')").count() == 1
    page.goto(f"{office.root}/angka?region=36.73&year=2022")
    assert "ditambahkan peninjau" in page.inner_text("table.cards tbody tr:has-text('naik 5 kasus')")
    with office.database.session() as session:
        write_reviewed(session, tmp_path, partly=True)
    told = [json.loads(file.read_text("utf-8")) for file in tmp_path.iterdir()]
    [figures] = [one["figures"] for one in told if one["id"] == f"reviewed-{row.article_id}"]
    assert (5, "naik 5 kasus") in [(one["value"], one["evidence"]) for one in figures]
    page.context.close()


def test_a_password_is_changed_and_an_account_closed(browser: Any, office: Office) -> None:
    page = enter(browser, office, "rina")
    page.click("a:has-text('Akun (rina)')")
    page.fill("input[name=password]", PASSWORD)
    page.fill("input[name=new]", "sandi baru rina")
    page.fill("input[name=again]", "sandi baru rina")
    page.click(".login button")
    assert "Kata sandi diganti" in page.inner_text("[role=status]")
    admin = enter(browser, office, "tini")
    admin.goto(office.root + "/akun/semua")
    row = admin.locator("tr:has(th:text-is('rina'))")
    row.locator("select").select_option("reviewer")
    row.locator("button:has-text('Simpan')").click()
    page.goto(office.root + "/tinjau")
    assert page.inner_text("h1") == "Tinjauan"
    row.locator("button:has-text('Tutup akun')").click()
    page.goto(office.root + "/tinjau")
    assert "/masuk" in page.url
    for one in (page, admin):
        one.context.close()


def test_keys_answer_skip_and_undo(browser: Any, office: Office) -> None:
    page = enter(browser, office)
    page.click("a:has-text('Mulai meninjau')")
    page.wait_for_url("**/tinjau/angka/*")
    first = page.url
    page.keyboard.press("l")
    page.wait_for_url(lambda url: url != first)
    skipped_to = page.url
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "isian-value"
    before = page.input_value("#isian-value")
    page.keyboard.type("a")
    assert page.url == skipped_to
    page.fill("#isian-value", before)
    page.keyboard.press("Escape")
    for key, verdict in (("a", Verdict.ACCEPTED), ("t", Verdict.REJECTED), ("r", Verdict.UNSURE)):
        page.keyboard.press(key)
        page.wait_for_selector("[role=status]")
        with office.database.session() as session:
            [newest] = ReviewRepository(session).newest(limit=1)
        assert (newest.verdict, newest.reviewer) == (verdict, "ani")
        page.keyboard.press("b")
        page.wait_for_url("**/tinjau/riwayat")
        with office.database.session() as session:
            assert ReviewRepository(session).newest(limit=1)[0].undone_at is not None
        page.goto(skipped_to)
    page.uncheck("#pintasan")
    page.locator("h1").click()
    page.keyboard.press("t")
    page.reload()
    assert page.url == skipped_to
    assert not page.is_checked("#pintasan")
    page.context.close()


def test_reviewing_works_without_javascript(browser: Any, office: Office) -> None:
    row = office.figure(2019, 46)
    page = enter(browser, office, "budi", java_script_enabled=False)
    page.goto(f"{office.root}/tinjau/angka/{row.id}")
    page.fill("#isian-evidence", "kata yang tidak ada")
    page.click("button[value=corrected]")
    assert "Kutipan" in page.inner_text("[role=alert]")
    page.fill("#isian-evidence", "46 kasus")
    page.fill("#isian-period", "2019-01/2019-09")
    page.click("button[value=corrected]")
    assert "Jawaban tersimpan" in page.inner_text("main")
    stored = office.figure(2019, 46)
    assert (stored.period, stored.verdict, stored.evidence) == (
        "2019-01/2019-09",
        Verdict.CORRECTED,
        "46 kasus",
    )
    page.context.close()


def test_the_words_of_review_are_in_both_languages(browser: Any, office: Office) -> None:
    page = enter(browser, office)
    page.click(".language")
    assert page.inner_text("h1") == "Review"
    page.goto(f"{office.root}/tinjau/angka/{office.figure(2022, 63).id}")
    assert "Not sure" in page.inner_text(".verdicts")
    page.context.close()


def test_a_finding_is_decided_with_a_comment(browser: Any, office: Office) -> None:
    page = enter(browser, office)
    page.goto(office.root + "/temuan")
    page.click(".finding .label a >> nth=0")
    page.select_option(".decide select", "dismissed")
    page.fill(".decide input[name=comment]", "cakupan berbeda")
    page.click(".decide button")
    assert "cakupan berbeda" in page.inner_text(".finding")
    assert page.input_value(".decide select") == "dismissed"
    page.context.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_pages_of_review_fit_and_have_no_serious_barrier(
    browser: Any, office: Office, shoot: Shoot, screen: str
) -> None:
    page = enter(browser, office, "tini", **SCREENS[screen])
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    serious = []
    with office.database.session() as session:
        [finding] = FindingRepository(session).most_serious(limit=1)
    row = office.figure(2020, 57)
    numbers = {"figure": row.id, "finding": finding.id, "article": row.article_id}
    for name, path in REVIEW_PAGES.items():
        if name == "login":
            page.context.clear_cookies()
        page.goto(office.root + path.format(**numbers))
        shoot(page, f"people-{name}-{screen}")
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(width) <= 0, name
        serious += [(name, *barrier) for barrier in serious_barriers(page)]
        if name == "login":
            page.fill("input[name=name]", "tini")
            page.fill("input[name=password]", PASSWORD)
            page.click(".login button")
    page.context.close()
    assert (serious, troubles) == ([], [])
