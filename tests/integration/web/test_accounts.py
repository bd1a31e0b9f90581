"""One's own password, and what admins may do with the accounts of others."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import URL

from models.vocabulary import Deed, Role
from storage.accounts import AccountRepository
from storage.database import Database
from storage.logbook import Logbook
from tests.conftest import fresh_database
from tests.integration.web.staff import CHEAP, PASSWORD, employ, log_in, token_in
from web.app import create_app
from web.routes.people import TRIES_A_NAME

NEW = "kata sandi yang lain"


@pytest.fixture
def store(server_url: URL, template: str) -> Iterator[Database]:
    for url in fresh_database(server_url, template):
        opened = Database(url)
        with opened.session() as session:
            employ(session)
        yield opened
        opened.close()


@pytest.fixture
def office(store: Database) -> FastAPI:
    app = create_app(store)
    app.state.passwords = CHEAP
    return app


@pytest.fixture
def rina(office: FastAPI) -> Iterator[TestClient]:
    yield from entered(office, "rina")


@pytest.fixture
def tini(office: FastAPI) -> Iterator[TestClient]:
    yield from entered(office, "tini")


def entered(app: FastAPI, name: str) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as client:
        assert log_in(client, name).status_code == 303
        yield client


def change(client: TestClient, now: str = PASSWORD, new: str = NEW, again: str | None = None) -> Response:
    csrf = token_in(client.get("/akun").text)
    sent = {"csrf": csrf, "password": now, "new": new, "again": new if again is None else again}
    return client.post("/akun", data=sent)


def number(client: TestClient, name: str) -> str:
    """The number of an account, as an admin's page tells it."""
    row = client.get("/akun/semua").text.split(f">{name}</th>")[1]
    found = re.search(r"/akun/semua/(\d+)/", row)
    assert found is not None
    return found.group(1)


def manage(client: TestClient, name: str, deed: str, **sent: str) -> Response:
    page = client.get("/akun/semua").text
    return client.post(f"/akun/semua/{number(client, name)}/{deed}", data={"csrf": token_in(page), **sent})


def test_a_new_password_logs_every_other_browser_out(office: FastAPI, rina: TestClient) -> None:
    before = rina.cookies["kawal"]
    for elsewhere in entered(office, "rina"):
        answer = change(rina)
        assert (answer.status_code, answer.headers["location"]) == (303, "/akun?done=1")
        assert "Kata sandi diganti" in rina.get("/akun?done=1").text
        assert rina.cookies["kawal"] != before
        assert elsewhere.get("/akun").status_code == 303
    with TestClient(office, follow_redirects=False) as fresh:
        assert log_in(fresh, "rina").status_code == 401
        assert log_in(fresh, "rina", NEW).status_code == 303
        fresh.cookies.clear()
        assert fresh.get("/akun", headers={"Cookie": f"kawal={before}"}).status_code == 303


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"now": "salah sama sekali"}, 401, "tidak cocok"),
        ({"new": "pendek"}, 422, "10 sampai 200"),
        ({"new": "x" * 201}, 422, "10 sampai 200"),
        ({"again": "kata sandi lain lagi"}, 422, "tidak sama"),
        ({"new": PASSWORD}, 422, "harus berbeda"),
    ],
)
def test_a_password_that_cannot_be_taken_changes_nothing(
    office: FastAPI, rina: TestClient, sent: dict[str, str], status: int, said: str
) -> None:
    answer = change(rina, **sent)
    assert answer.status_code == status
    assert said in answer.text
    with TestClient(office, follow_redirects=False) as fresh:
        assert log_in(fresh, "rina").status_code == 303


def test_whoever_finds_an_open_browser_cannot_guess_on(rina: TestClient) -> None:
    for _ in range(TRIES_A_NAME):
        assert change(rina, "tebakan lain lagi").status_code == 401
    answer = change(rina)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_an_admin_gives_roles_that_count_at_once(
    office: FastAPI, store: Database, tini: TestClient, rina: TestClient
) -> None:
    assert rina.get("/tinjau").status_code == 403
    assert manage(tini, "rina", "peran", role="reviewer").status_code == 303
    assert rina.get("/tinjau").status_code == 200
    assert manage(tini, "rina", "peran", role="reader").status_code == 303
    assert rina.get("/tinjau").status_code == 403
    assert manage(tini, "rina", "peran", role="dewa").status_code == 422
    with store.session() as session:
        entries = [entry for entry in Logbook(session).newest(limit=9) if entry.deed is Deed.ROLE_SET]
    assert [(entry.who, entry.detail["before"], entry.detail["role"]) for entry in entries] == [
        ("tini", "reviewer", "reader"),
        ("tini", "reader", "reviewer"),
    ]
    assert "mengganti peran akun" in tini.get("/tinjau/riwayat").text


def test_a_closed_account_is_out_until_it_is_opened(
    office: FastAPI, tini: TestClient, rina: TestClient
) -> None:
    assert manage(tini, "rina", "tutup").status_code == 303
    assert rina.get("/akun").status_code == 303
    with TestClient(office, follow_redirects=False) as fresh:
        assert log_in(fresh, "rina").status_code == 401
        assert "ditutup" in tini.get("/akun/semua").text
        assert manage(tini, "rina", "buka").status_code == 303
        assert log_in(fresh, "rina").status_code == 303


@pytest.mark.parametrize(("deed", "sent"), [("tutup", {}), ("peran", {"role": "reader"})])
def test_an_admin_cannot_lock_everybody_out(
    store: Database, tini: TestClient, deed: str, sent: dict[str, str]
) -> None:
    with store.session() as session:
        mine = AccountRepository(session).get("tini")
        assert mine is not None
        own = mine.id
    csrf = token_in(tini.get("/akun/semua").text)
    assert tini.post(f"/akun/semua/{own}/{deed}", data={"csrf": csrf, **sent}).status_code == 409
    with store.session() as session:
        kept = AccountRepository(session).get("tini")
        assert kept is not None
        assert (kept.role, kept.disabled_at) == (Role.ADMIN, None)


def test_an_unknown_account_is_not_found(tini: TestClient) -> None:
    csrf = token_in(tini.get("/akun/semua").text)
    assert tini.post("/akun/semua/99999/tutup", data={"csrf": csrf}).status_code == 404
