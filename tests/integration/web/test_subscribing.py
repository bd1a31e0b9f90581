"""Double opt-in, links that work without login, the archive."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from digest.freezing import freeze_closed
from digest.links import VALID, Links, Purpose
from models.mail_settings import MailSettings
from models.settings import Settings
from models.subscribing import Subscriber
from models.vocabulary import Frequency, Letter, TimeZone, Topic
from models.wishes import Wishes
from storage.database import Database
from storage.subscribers import SubscriberRepository
from web.app import create_app

KEY = "kunci-uji"
NOW = datetime.now(UTC)
FORM = {"email": "Ibu@Contoh.test", "regions": "Banten\nKota Serang", "topics": ["sexual", "children"]}


@pytest.fixture
def links() -> Links:
    return Links(KEY, "https://kawal.contoh.test")


@pytest.fixture
def client(database: Database, tmp_path: Path) -> Iterator[TestClient]:
    mail = MailSettings(
        smtp_url="smtp://127.0.0.1:2525",
        sender="Kawal Kasus <buletin@contoh.test>",
        public_url="https://kawal.contoh.test",
        link_key=KEY,
    )
    app = create_app(database, Settings(data_dir=tmp_path, mail=mail))
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


def _person(database: Database, email: str = "ibu@contoh.test") -> Subscriber:
    with database.session() as session:
        found = SubscriberRepository(session).by_email(email)
        assert found is not None
        return found


def _enter(database: Database) -> Subscriber:
    with database.session() as session:
        person = SubscriberRepository(session).add("ibu@contoh.test", Wishes(regions=("36",)), now=NOW)
        person.confirmed_at = NOW
        return person


def test_a_stranger_subscribes_only_by_the_letter(
    client: TestClient, database: Database, links: Links
) -> None:
    answer = client.post("/langganan", data={**FORM, "zone": "WIT", "hour": "19", "frequency": "daily"})
    assert answer.status_code == 202
    person = _person(database)
    assert (person.confirmed_at, person.letter) == (None, Letter.CONFIRM)
    assert (person.regions, person.topics) == (["36", "36.73"], [Topic.SEXUAL, Topic.CHILDREN])
    assert (person.zone, person.hour, person.frequency) == (TimeZone.WIT, 19, Frequency.DAILY)
    path = f"/langganan/konfirmasi/{links.token(Purpose.CONFIRM, person, NOW)}"
    assert client.get(path).status_code == 200
    assert _person(database).confirmed_at is None, "whoever only looks has not confirmed"
    assert client.post(path).status_code == 200
    person = _person(database)
    assert person.confirmed_at is not None
    assert person.letter is None
    first = person.confirmed_at
    assert client.post(path).status_code == 200
    assert _person(database).confirmed_at == first


def test_the_answer_does_not_tell_who_subscribes_already(client: TestClient, database: Database) -> None:
    _enter(database)
    known = client.post("/langganan", data=FORM)
    unknown = client.post("/langganan", data={**FORM, "email": "lain@contoh.test"})
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)
    person = _person(database)
    assert person.regions == ["36"], "a stranger changes nothing"
    assert person.letter is Letter.LINK


def test_names_that_are_unclear_are_asked_back(client: TestClient) -> None:
    answer = client.post("/langganan", data={**FORM, "regions": "Serang; Atlantis"})
    assert answer.status_code == 422
    assert "Atlantis" in answer.text
    assert "Kota Serang" in answer.text
    assert client.post("/langganan", data={**FORM, "email": "bukan alamat"}).status_code == 422
    assert client.post("/langganan", data={**FORM, "hour": "24"}).status_code == 422


def test_one_click_unsubscribes_without_cookie_or_login(
    client: TestClient, database: Database, links: Links
) -> None:
    person = _enter(database)
    path = f"/langganan/berhenti/{links.token(Purpose.STOP, person, NOW)}"
    assert client.get(path).status_code == 200
    assert _person(database).unsubscribed_at is None
    # What RFC 8058 says a mail provider sends: no cookie, no referrer, another site's origin.
    answer = client.post(
        path,
        content="List-Unsubscribe=One-Click",
        headers={"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 200
    assert _person(database).unsubscribed_at is not None
    assert client.post(path).status_code == 200


def test_forged_old_and_foreign_tokens_do_nothing(
    client: TestClient, database: Database, links: Links
) -> None:
    person = _enter(database)
    good = links.token(Purpose.STOP, person, NOW)
    forged = Links("anderer-kunci", "https://kawal.contoh.test").token(Purpose.STOP, person, NOW)
    old = links.token(Purpose.STOP, person, NOW - VALID[Purpose.STOP] - timedelta(days=2))
    other = links.token(Purpose.CHANGE, person, NOW)
    turned = good[:-2] + ("AA" if not good.endswith("AA") else "BB")
    for token in (forged, old, other, turned, "x", "x" * 200):
        assert client.get(f"/langganan/berhenti/{token}").status_code == 410, token
        assert client.post(f"/langganan/berhenti/{token}").status_code == 410, token
    assert client.post("/langganan/berhenti/" + "x" * 400).status_code == 422
    assert _person(database).unsubscribed_at is None
    with database.session() as session:
        changed = SubscriberRepository(session).by_email("ibu@contoh.test")
        assert changed is not None
        changed.links += 1
    assert client.post(f"/langganan/berhenti/{good}").status_code == 410, "withdrawn"
    with database.session() as session:
        assert SubscriberRepository(session).remove("ibu@contoh.test")
    assert client.post(f"/langganan/berhenti/{good}").status_code == 410, "nobody's"


def test_wishes_are_shown_and_changed_by_the_link(
    client: TestClient, database: Database, links: Links
) -> None:
    path = f"/langganan/ubah/{links.token(Purpose.CHANGE, _enter(database), NOW)}"
    assert "Banten</textarea>" in client.get(path).text
    answer = client.post(path, data={"regions": "Kota Ambon", "zone": "WIT", "when_empty": "nothing"})
    assert answer.status_code == 200
    person = _person(database)
    assert (person.regions, person.zone, person.topics) == (["81.71"], TimeZone.WIT, [])
    assert person.wished_at is not None


def test_letters_are_not_a_weapon(client: TestClient, database: Database) -> None:
    client.post("/langganan", data=FORM)
    first = _person(database).letter_asked_at
    with database.session() as session:
        SubscriberRepository(session).letter_done(_person(database).id, Letter.CONFIRM, now=NOW)
    client.post("/langganan", data=FORM)
    assert (_person(database).letter, _person(database).letter_asked_at) == (None, first)
    with database.session() as session:
        for number in range(120):
            SubscriberRepository(session).add(
                f"{number}@contoh.test", Wishes(), now=NOW
            ).letter_asked_at = NOW
    assert client.post("/langganan", data={**FORM, "email": "baru@contoh.test"}).status_code == 429


def test_without_mail_nobody_is_asked_to_subscribe(database: Database) -> None:
    with TestClient(create_app(database)) as closed:
        assert closed.get("/langganan").status_code == 404
        assert closed.post("/langganan", data=FORM).status_code == 404
        assert closed.get("/langganan/berhenti/abc").status_code == 404


def test_the_archive_is_a_page_an_issue_and_a_feed(client: TestClient, database: Database) -> None:
    assert "Belum ada buletin" in client.get("/buletin").text
    assert freeze_closed(database, now=datetime(2026, 11, 23, 1, 0, tzinfo=UTC)) == 2
    assert freeze_closed(database, now=datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) == 0
    assert re.search(r'href="/buletin/2026-11-22"', client.get("/buletin").text)
    page = client.get("/buletin/2026-11-22")
    assert "tidak ada yang baru" in page.text
    assert "nothing new" in client.get("/buletin/2026-11-22?lang=en").text
    assert client.get(f"/buletin/{date(2026, 11, 21)}").status_code == 404
    assert client.get("/buletin/2026-11-22/id/grafik-1.png").status_code == 404
    feed = etree.fromstring(client.get("/buletin.atom?lang=id").content)
    titles = feed.findall("{*}entry/{*}title")
    assert [title.text for title in titles] == ["Kawal Kasus 16–22 November 2026: tidak ada yang baru"]
