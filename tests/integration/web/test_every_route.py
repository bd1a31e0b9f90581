"""Every route of the application, found in the application itself, tried by everybody who must not use it."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from models.settings import Settings
from models.vocabulary import Role
from storage.database import Database
from tests.integration.web.filling import Filled
from tests.integration.web.staff import CHEAP, PEOPLE, employ, log_in, token_in
from web.app import create_app

ANYBODY = ("/masuk", "/keluar")
SIGNED = ("/langganan",)
"""Forms of people without an account: a link out of their own mail, or a letter to their own address."""
FOR_MEMBERS, FOR_REVIEWERS, FOR_ADMINS = ("/akun",), ("/tinjau",), ("/akun/semua",)
WRITES_ON_PAGES = ("/temuan/{finding_id}",)
EXAMPLES = {
    "code": "36.73", "record": "trend", "until": "2026-11-20", "language": "id", "name": "a.png",
    "token": "abc.def.ghi",
}  # fmt: skip
SENT = {
    "verdict": "rejected", "state": "dismissed", "role": "admin", "password": "x" * 12, "new": "y" * 12,
    "again": "y" * 12, "name": "ani", "email": "a@contoh.test",
}  # fmt: skip


@pytest.fixture(scope="module")
def staffed(filled_database: Database, filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    with filled_database.session() as session:
        employ(session)
    opened = create_app(filled_database, Settings(data_dir=tmp_path_factory.mktemp("data")))
    opened.state.passwords = CHEAP
    return opened


@pytest.fixture(scope="module")
def staff(staffed: FastAPI) -> Iterator[dict[str, TestClient]]:
    """A browser of nobody, and one of each role."""
    browsers = {"nobody": TestClient(staffed, follow_redirects=False)}
    for name, role in PEOPLE.items():
        browsers[role.value] = TestClient(staffed, follow_redirects=False)
        assert log_in(browsers[role.value], name).status_code == 303
    yield browsers
    for browser in browsers.values():
        browser.close()


def _routes() -> list[APIRoute]:
    app = create_app(None)  # type: ignore[arg-type]  # Nothing is asked of the store here.
    return [route for route in _flat(app.routes) if isinstance(route, APIRoute)]


def _flat(routes: list[BaseRoute]) -> Iterator[BaseRoute]:
    for route in routes:
        inner = getattr(route, "routes", None) or getattr(
            getattr(route, "original_router", None), "routes", None
        )
        if inner:
            yield from _flat(inner)
        else:
            yield route


ROUTES = _routes()
POSTS = sorted({route.path for route in ROUTES if "POST" in route.methods})
GETS = sorted({route.path for route in ROUTES if "GET" in route.methods})


def needed(path: str, method: str) -> Role | None:
    """The least role that may use a route; None: anybody."""
    if path.startswith(FOR_ADMINS):
        return Role.ADMIN
    if path.startswith(FOR_REVIEWERS) or (method == "POST" and path in WRITES_ON_PAGES):
        return Role.REVIEWER
    return Role.READER if path.startswith(FOR_MEMBERS) else None


def address(path: str) -> str:
    """An address of this route, with numbers and words that exist."""
    return re.sub(r"\{(\w+)\}", lambda found: EXAMPLES.get(found.group(1), "1"), path)


def may(role: str, least: Role | None) -> bool:
    order = list(Role)
    return least is None or (role != "nobody" and order.index(Role(role)) >= order.index(least))


def test_the_list_is_the_whole_application() -> None:
    assert len(POSTS) >= 14
    assert {"/tinjau/tambah/{article_id}", "/akun", "/masuk", "/temuan/{finding_id}"} <= set(POSTS)
    assert {"/", "/cari", "/api/v1/figures", "/angka.csv", "/akun/semua"} <= set(GETS)
    assert {method for route in ROUTES for method in route.methods} <= {"GET", "HEAD", "POST"}


@pytest.mark.parametrize("role", ["nobody", *Role])
@pytest.mark.parametrize("path", GETS)
def test_pages_open_to_whom_they_are_for(staff: dict[str, TestClient], path: str, role: str) -> None:
    answer = staff[role].get(address(path))
    least = needed(path, "GET")
    if may(role, least):
        assert answer.status_code not in {401, 403, 500}
        assert "/masuk" not in answer.headers.get("location", "") or path == "/masuk"
    elif role == "nobody":
        assert (answer.status_code, answer.headers["location"][:12]) == (303, "/masuk?after")
    else:
        assert answer.status_code == 403


@pytest.mark.parametrize("role", ["nobody", *Role])
@pytest.mark.parametrize("path", [path for path in POSTS if not path.startswith((*ANYBODY, *SIGNED))])
def test_forms_are_taken_from_whom_they_are_for(staff: dict[str, TestClient], path: str, role: str) -> None:
    """The token is right: only the role decides. Whoever may use the form is not tried, for it would act."""
    least = needed(path, "POST")
    assert least is not None, f"{path} writes and is open to anybody"
    if may(role, least):
        return
    page = staff[role].get("/masuk" if role == "nobody" else "/").text
    answer = staff[role].post(address(path), data={"csrf": token_in(page), **SENT})
    assert answer.status_code == (303 if role == "nobody" else 403)
    if role == "nobody":
        assert answer.headers["location"].startswith("/masuk?after")


@pytest.mark.parametrize("csrf", [None, "", "0" * 64, "ä", "'; --"])
@pytest.mark.parametrize("path", [path for path in POSTS if not path.startswith(SIGNED)])
def test_no_form_is_taken_without_its_token(
    staff: dict[str, TestClient], path: str, csrf: str | None
) -> None:
    sent = dict(SENT) if csrf is None else {**SENT, "csrf": csrf}
    assert staff["admin"].post(address(path), data=sent).status_code == 403
    assert staff["admin"].get("/akun").status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", [path for path in POSTS if not path.startswith(SIGNED)])
def test_no_form_is_taken_from_another_site(staff: dict[str, TestClient], path: str, site: str) -> None:
    csrf = token_in(staff["admin"].get("/").text)
    headers = {"Sec-Fetch-Site": site}
    answer = staff["admin"].post(address(path), data={**SENT, "csrf": csrf}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_nothing_is_written_by_asking_for_a_page(staff: dict[str, TestClient], path: str) -> None:
    query = "&".join(f"{name}={value}" for name, value in SENT.items())
    for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH"):
        answer = staff["admin"].request(method, f"{address(path)}?{query}")
        assert answer.status_code != 500
        assert answer.status_code in {404, 405} or method in {"GET", "HEAD"}


@pytest.mark.parametrize("path", GETS)
def test_no_answer_lacks_its_headers(staff: dict[str, TestClient], path: str) -> None:
    headers = staff["admin"].get(address(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", [path for path in GETS if "{" in path])
@pytest.mark.parametrize(
    "bad", ["..%2f..%2fetc%2fpasswd", "%00", "-1", "9" * 30, "1%20OR%201=1", "%27--", "%ff"]
)
def test_hostile_parts_of_addresses_find_nothing(staff: dict[str, TestClient], path: str, bad: str) -> None:
    answer = staff["admin"].get(re.sub(r"\{\w+\}", lambda _: bad, path))
    assert answer.status_code in {303, 400, 404, 410, 422}
    assert "root:" not in answer.text
    assert answer.headers.get("location", "/").startswith("/")
