"""A reviewer adds what the machine missed, through the pages."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy import URL

from storage.database import Database
from tests.conftest import Stocked, fresh_database
from tests.integration.web.filling import SCRIPT, Filled
from tests.integration.web.staff import employ, log_in, token_in
from tests.integration.web.test_reviewing import entered, exported

FIELDS = {
    "value": "5", "unit": "cases", "region": "Kota Serang", "year": "2020", "period": "",
    "population": "women_children", "violence": "any", "breakdown": "", "qualifier": "exact", "source": "",
    "evidence": "naik 5 kasus",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(server_url: URL, stocked: Stocked) -> Iterator[Database]:
    for url in fresh_database(server_url, stocked.template):
        opened = Database(url)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def numbers(store: Database, stocked: Stocked) -> Filled:
    with store.session() as session:
        employ(session)
    return stocked.numbers


@pytest.fixture
def ani(store: Database, numbers: Filled) -> Iterator[TestClient]:
    yield from entered(store, "ani")


def add(client: TestClient, article: int, **changes: str) -> Response:
    path = f"/tinjau/tambah/{article}"
    csrf = token_in(client.get(path).text)
    return client.post(path, data={"csrf": csrf, **FIELDS, **changes})


def test_an_added_figure_is_in_every_room(ani: TestClient, numbers: Filled) -> None:
    answer = add(ani, numbers.serang_2020, comment="terlewat")
    assert answer.status_code == 303
    saved = ani.get(answer.headers["location"]).text
    assert "Angka ditambahkan" in saved
    rows = [row for row in exported(ani, region="36.73", year="2020") if row["value"] == "5"]
    assert [(row["verdict"], row["evidence"], row["confidence"]) for row in rows] == [
        ("added", "naik 5 kasus", "1.0")
    ]
    [served] = [
        row for row in ani.get("/api/v1/figures?region=36.73&year=2020").json()["rows"] if row["value"] == 5
    ]
    assert served["verdict"] == "added"
    for path in ("/angka?region=36.73&year=2020", f"/berita/{numbers.serang_2020}", "/wilayah/36.73"):
        assert "ditambahkan peninjau" in ani.get(path).text, path
    undo = token_in(saved), saved.split("/tinjau/batal/")[1].split('"')[0]
    assert ani.post(f"/tinjau/batal/{undo[1]}", data={"csrf": undo[0]}).status_code == 303
    assert "ditambahkan peninjau" not in ani.get("/angka?region=36.73&year=2020").text


@pytest.mark.parametrize(
    ("changes", "unclear"),
    [
        ({"evidence": "kata yang tidak ada"}, "Kutipan"),
        ({"evidence": ""}, "Kutipan"),
        ({"value": "lima"}, "Jumlah"),
        ({"population": ""}, "Terhadap"),
        ({"violence": "any'; DROP TABLE figure"}, "Jenis kekerasan"),
        ({"region": "Negeri Dongeng"}, "Wilayah"),
    ],
)
def test_a_form_that_is_unclear_comes_back_as_typed(
    ani: TestClient, numbers: Filled, changes: dict[str, str], unclear: str
) -> None:
    answer = add(ani, numbers.serang_2020, source=SCRIPT, **changes)
    assert answer.status_code == 422
    alert = answer.text.split('role="alert"')[1].split("</div>")[0]
    assert f">{unclear}</a>" in alert
    assert "<script>alert" not in answer.text
    assert not [row for row in exported(ani, region="36.73", year="2020") if row["value"] == "5"]


def test_the_same_figure_twice_is_refused(ani: TestClient, numbers: Filled) -> None:
    assert add(ani, numbers.serang_2020).status_code == 303
    assert add(ani, numbers.serang_2020).status_code == 409


def test_old_versions_and_unknown_articles_take_no_figures(ani: TestClient, numbers: Filled) -> None:
    csrf = token_in(ani.get("/").text)
    for article in (numbers.renewed, 99_999):
        assert ani.get(f"/tinjau/tambah/{article}").status_code == 404
        sent = {"csrf": csrf, **FIELDS}
        assert ani.post(f"/tinjau/tambah/{article}", data=sent).status_code == 404


def test_the_form_of_review_cannot_add(ani: TestClient) -> None:
    csrf = token_in(ani.get("/").text)
    for path in ("/tinjau/angka/1", "/tinjau/trend/1/jawab", "/tinjau/programme/1/jawab"):
        assert ani.post(path, data={"csrf": csrf, "verdict": "added"}).status_code == 422, path


def test_what_is_added_is_masked_for_readers(store: Database, ani: TestClient, numbers: Filled) -> None:
    words = "Salah satu korban bernama Melati Puspita"
    sent = {"evidence": words, "value": "1", "unit": "victims", "year": "2023", "region": "Kabupaten Serang"}
    assert add(ani, numbers.victim, **sent).status_code == 303
    for reader in entered(store, "rina"):
        for path in ("/angka?region=36.04", "/api/v1/figures?region=36.04", "/angka.csv?region=36.04"):
            body = reader.get(path).text
            assert "[disamarkan]" in body
            assert "Melati" not in body


def test_readers_are_shown_no_way_to_it(store: Database, numbers: Filled, ani: TestClient) -> None:
    path = f"/berita/{numbers.serang_2020}"
    assert "/tinjau/tambah/" in ani.get(path).text
    ani.post("/keluar", data={"csrf": token_in(ani.get("/").text)})
    assert "/tinjau/tambah/" not in ani.get(path).text
    log_in(ani, "rina")
    assert ani.get(f"/tinjau/tambah/{numbers.serang_2020}").status_code == 403
