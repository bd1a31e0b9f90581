"""Who gets in, who does not, and what attackers try."""

import time
import timeit
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text

from models.people import LoginAttempt, LoginSession
from models.settings import Settings
from models.vocabulary import Deed, Role
from storage.accounts import AccountRepository
from storage.database import Database
from storage.logbook import Logbook
from tests.integration.web.filling import NOW, VICTIM_WORDS, Filled
from tests.integration.web.staff import CHEAP, PASSWORD, employ, log_in, token_in
from web.app import create_app
from web.passwords import Passwords
from web.people import safe_next
from web.routes.people import TRIES_A_NAME, TRIES_AN_ADDRESS

CLOSED = [
    "/",
    "/angka",
    "/berita",
    "/temuan",
    "/wilayah/36.73",
    "/provinsi",
    "/media",
    "/resmi",
    "/tentang",
    "/tinjau",
]
CLOSED_FILES = [
    "/angka.csv",
    "/angka.xlsx",
    "/temuan.atom",
    "/wilayah/36.73/angka.atom",
    "/api/v1/figures",
    "/api/v1/findings",
    "/api/v1/articles",
]
REVIEWING = ["/tinjau", "/tinjau/lanjut", "/tinjau/riwayat", "/tinjau/kesepakatan", "/tinjau/angka/1"]
ELSEWHERE = [
    "https://jahat.test/", "//jahat.test", "/\\jahat.test", "\\\\jahat.test", "javascript:alert(1)", "jahat",
    "/\tjahat", "http:jahat", " //jahat.test", "/\r\nSet-Cookie: a=b", "",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def people(filled_database: Database, filled: Filled) -> None:
    with filled_database.session() as session:
        employ(session)


@pytest.fixture(autouse=True)
def nobody_waits(filled_database: Database) -> Iterator[None]:
    yield
    with filled_database.session() as session:
        session.execute(text("DELETE FROM login_attempt"))


@pytest.fixture(scope="module", autouse=True)
def cheap_passwords(app: FastAPI) -> None:
    app.state.passwords = CHEAP


@pytest.fixture
def closed(filled_database: Database, tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path, open_reading=False)
    opened = create_app(filled_database, settings)
    opened.state.passwords = CHEAP
    with TestClient(opened, follow_redirects=False) as client:
        yield client


def test_who_logs_in_is_named_until_logging_out(client: TestClient, filled_database: Database) -> None:
    assert log_in(client, " ANI ").status_code == 303
    page = client.get("/").text
    assert "(ani)" in page
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.post("/keluar", data={"csrf": token_in(page)}).status_code == 303
    assert "(ani)" not in client.get("/").text
    with filled_database.session() as session:
        deeds = [entry.deed for entry in Logbook(session).newest(limit=2)]
    assert deeds == [Deed.LOGGED_OUT, Deed.LOGGED_IN]


def test_the_cookie_is_out_of_reach(client: TestClient) -> None:
    cookie = log_in(client, "ani").headers["set-cookie"]
    assert cookie.startswith("kawal=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_over_a_secure_line_the_cookie_is_bound_to_it(app: FastAPI) -> None:
    with TestClient(app, base_url="https://kawal.test", follow_redirects=False) as client:
        cookie = log_in(client, "ani").headers["set-cookie"]
        assert cookie.startswith("__Host-kawal=")
        assert "Secure" in cookie
        assert "Path=/" in cookie
        assert "Domain" not in cookie
        assert client.get("/tinjau").status_code == 200


def test_only_hashes_of_tokens_and_passwords_are_kept(client: TestClient, filled_database: Database) -> None:
    log_in(client, "ani")
    token = client.cookies["kawal"]
    with filled_database.session() as session:
        assert token not in {kept.token_sha256 for kept in session.query(LoginSession)}
        account = AccountRepository(session).get("ani")
    assert account is not None
    assert account.password_hash.startswith("$argon2id$")
    assert PASSWORD not in account.password_hash


@pytest.mark.parametrize("csrf", ["", "0" * 64, "ä", "' OR 1=1"])
def test_a_form_with_another_token_is_refused(client: TestClient, csrf: str) -> None:
    client.get("/masuk")
    assert client.post("/masuk", data={"csrf": csrf, "name": "ani", "password": PASSWORD}).status_code == 403
    log_in(client, "ani")
    for path in ("/keluar", "/temuan/1", "/tinjau/angka/1", "/tinjau/batal/1", "/tinjau/trend/1/jawab"):
        sent = {"csrf": csrf, "verdict": "rejected", "state": "dismissed"}
        assert client.post(path, data=sent).status_code == 403, path
    assert "(ani)" in client.get("/").text


def test_a_form_without_cookie_or_of_another_session_is_refused(app: FastAPI, client: TestClient) -> None:
    token = token_in(client.get("/masuk").text)
    with TestClient(app, follow_redirects=False) as victim:
        sent = {"csrf": token, "name": "ani", "password": PASSWORD}
        assert victim.post("/masuk", data=sent).status_code == 403
        log_in(victim, "budi")
        log_in(client, "ani")
        mine = token_in(client.get("/").text)
        assert victim.post("/keluar", data={"csrf": mine}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_sent_by_another_site_is_refused_even_with_its_token(client: TestClient, site: str) -> None:
    log_in(client, "ani")
    token = token_in(client.get("/").text)
    answer = client.post("/keluar", data={"csrf": token}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403


def test_a_planted_session_is_not_logged_in_with(client: TestClient) -> None:
    client.cookies.set("kawal", "ditanam-penyerang", domain="testserver.local", path="/")
    log_in(client, "ani")
    tokens = {cookie.value for cookie in client.cookies.jar if cookie.name == "kawal"}
    fresh = tokens - {"ditanam-penyerang"}
    assert fresh
    client.cookies.clear()
    client.cookies.set("kawal", "ditanam-penyerang")
    assert "(ani)" not in client.get("/").text


def test_logging_in_again_ends_the_session_before(app: FastAPI, client: TestClient) -> None:
    log_in(client, "ani")
    before = client.cookies["kawal"]
    token = token_in(client.get("/").text)
    client.post("/masuk", data={"csrf": token, "name": "budi", "password": PASSWORD})
    assert client.cookies["kawal"] != before
    with TestClient(app) as thief:
        thief.cookies.set("kawal", before)
        assert "(ani)" not in thief.get("/").text


def test_guessing_at_one_name_has_to_wait_everywhere(app: FastAPI, filled_database: Database) -> None:
    with TestClient(app, follow_redirects=False) as client:
        answers = [log_in(client, "ani", f"tebakan nomor {number}") for number in range(TRIES_A_NAME)]
        assert {answer.status_code for answer in answers} == {401}
        refused = log_in(client, "ani")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "900")
    # Another process over the same store knows of the tries, wherever they come from.
    again = create_app(filled_database)
    again.state.passwords = CHEAP
    with TestClient(again, client=("192.0.2.9", 1), follow_redirects=False) as other:
        assert log_in(other, "ani").status_code == 429
        assert log_in(other, "budi").status_code == 303
    with filled_database.session() as session:
        session.execute(text("UPDATE login_attempt SET tried_at = tried_at - interval '16 minutes'"))
    with TestClient(app, follow_redirects=False) as client:
        assert log_in(client, "ani").status_code == 303


def test_guessing_at_many_names_from_one_address_has_to_wait(app: FastAPI, filled_database: Database) -> None:
    with filled_database.session() as session:
        session.execute(
            text(
                "INSERT INTO login_attempt (name_sha256, address, tried_at)"
                " SELECT n::text, '192.0.2.7', now() FROM generate_series(1, :n) AS n"
            ),
            {"n": TRIES_AN_ADDRESS},
        )
    with TestClient(app, client=("192.0.2.7", 1), follow_redirects=False) as client:
        assert log_in(client, "ani").status_code == 429
    with TestClient(app, client=("192.0.2.8", 1), follow_redirects=False) as client:
        assert log_in(client, "ani").status_code == 303


def test_an_ipv6_network_counts_as_one_address(app: FastAPI, filled_database: Database) -> None:
    for host in ("2001:db8:1:2::a", "2001:db8:1:2:ffff::b"):
        with TestClient(app, client=(host, 1), follow_redirects=False) as client:
            log_in(client, host, "salah salah salah")
    with filled_database.session() as session:
        assert {kept.address for kept in session.query(LoginAttempt)} == {"2001:db8:1:2::/64"}


def test_an_unknown_name_takes_as_long_and_says_the_same(filled_database: Database) -> None:
    opened = create_app(filled_database)
    with filled_database.session() as session:
        kept = opened.state.passwords.hashed(PASSWORD)
        AccountRepository(session).add("eka", role=Role.READER, password_hash=kept, who="kawal", now=NOW)

    def tried(client: TestClient, name: str) -> tuple[float, str]:
        token = token_in(client.get("/masuk").text)
        begin = time.perf_counter()
        answer = client.post("/masuk", data={"csrf": token, "name": name, "password": "salah salah salah"})
        return time.perf_counter() - begin, answer.text.replace(token_in(answer.text), "")

    with TestClient(opened) as client:
        known = [tried(client, "eka") for _ in range(4)]
        unknown = [tried(client, "tidakada") for _ in range(4)]
    assert {page for _, page in known} == {page for _, page in unknown}
    ratio = min(took for took, _ in unknown) / min(took for took, _ in known)
    assert 0.3 < ratio < 3.3


def test_strong_hashing_is_the_work_for_any_name() -> None:
    passwords = Passwords()
    assert passwords.is_weak(CHEAP.hashed(PASSWORD))
    assert passwords.fits(passwords.hashed(PASSWORD), PASSWORD)
    one_hash = _least_seconds(lambda: passwords.hashed(PASSWORD))
    assert not passwords.fits(None, PASSWORD)
    assert _least_seconds(lambda: passwords.fits(None, PASSWORD)) > one_hash / 4


def _least_seconds(run: Callable[[], object]) -> float:
    return min(timeit.repeat(run, number=1, repeat=3))


def test_a_closed_account_is_out_at_once(client: TestClient, filled_database: Database) -> None:
    with filled_database.session() as session:
        kept = CHEAP.hashed(PASSWORD)
        AccountRepository(session).add(
            "dina", role=Role.REVIEWER, password_hash=kept, who="kawal", now=datetime.now(UTC)
        )
    log_in(client, "dina")
    assert client.get("/tinjau").status_code == 200
    with filled_database.session() as session:
        AccountRepository(session).disable("dina", who="kawal", now=datetime.now(UTC))
    assert client.get("/tinjau").status_code == 303
    assert log_in(client, "dina").status_code == 401


def test_a_session_ends_when_unused_and_in_any_case(client: TestClient, filled_database: Database) -> None:
    for column, age in (("used_at", "9 hours"), ("created_at", "8 days")):
        log_in(client, "ani")
        with filled_database.session() as session:
            session.execute(text(f"UPDATE login_session SET {column} = {column} - interval '{age}'"))  # noqa: S608
        assert client.get("/tinjau").status_code == 303


@pytest.mark.parametrize("path", REVIEWING)
def test_readers_do_not_review(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 303
    log_in(client, "rina")
    assert client.get(path).status_code == 403


def test_a_reader_cannot_act_as_a_reviewer(client: TestClient, filled_database: Database) -> None:
    log_in(client, "rina")
    token = token_in(client.get("/").text)
    sent = {"csrf": token, "verdict": "rejected", "state": "dismissed", "role": "admin", "reviewer": "tini"}
    for path in ("/tinjau/angka/1", "/tinjau/programme/1/jawab", "/tinjau/batal/1", "/temuan/1"):
        assert client.post(path, data=sent).status_code == 403
    with filled_database.session() as session:
        assert session.scalar(text("SELECT count(*) FROM review")) == 0


@pytest.mark.parametrize("after", ELSEWHERE)
def test_logging_in_leads_nowhere_else(client: TestClient, after: str) -> None:
    assert log_in(client, "ani", after=after).headers["location"] == "/"


def test_logging_in_leads_back(client: TestClient) -> None:
    wanted = client.get("/tinjau?state=unsure").headers["location"]
    form = client.get(wanted)
    assert 'value="/tinjau?state=unsure"' in form.text
    assert log_in(client, "ani", after="/tinjau?state=unsure").headers["location"] == "/tinjau?state=unsure"
    assert safe_next("/angka?a=/b//c") == "/angka?a=/b//c"


@pytest.mark.parametrize("path", CLOSED)
def test_closed_reading_asks_for_login(closed: TestClient, path: str) -> None:
    answer = closed.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/masuk?after=")


@pytest.mark.parametrize("path", CLOSED_FILES)
def test_closed_files_and_api_are_refused_to_programs(closed: TestClient, path: str) -> None:
    answer = closed.get(path)
    assert answer.status_code == 401
    assert "kasus" not in answer.text


def test_closed_reading_opens_to_a_reader(closed: TestClient) -> None:
    log_in(closed, "rina")
    for path in [*CLOSED[:-1], *CLOSED_FILES]:
        assert closed.get(path).status_code == 200, path
    assert closed.get("/static/kawal.css").status_code == 200


def test_reviewers_see_the_text_and_readers_do_not(client: TestClient, filled: Filled) -> None:
    log_in(client, "rina")
    page = client.get(f"/berita/{filled.victim}").text
    assert [word for word in VICTIM_WORDS if word in page] == []
    token = token_in(client.get("/").text)
    client.post("/keluar", data={"csrf": token})
    log_in(client, "ani")
    page = client.get(f"/berita/{filled.victim}").text
    assert [word for word in VICTIM_WORDS if word not in page] == []
    for path in ("/angka.csv", "/api/v1/figures", "/temuan.atom"):
        leaving = client.get(path).text
        assert [word for word in VICTIM_WORDS if word in leaving] == [], path


def test_long_bodies_are_not_read(client: TestClient) -> None:
    assert client.post("/masuk", content=b"a" * 70_000).status_code == 413
    chunks = (b"name=ani" for _ in range(3))
    assert client.post("/masuk", content=chunks).status_code == 411


def test_names_and_null_characters_do_no_harm(client: TestClient) -> None:
    for name in ("a\0b", "<script>alert(1)</script>", "' OR 1=1 --", "ani\n"):
        answer = log_in(client, name, "salah salah salah")
        assert answer.status_code == 401
        assert "<script>alert" not in answer.text
