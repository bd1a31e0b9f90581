"""What a newcomer finds, in which language, and where links lead."""

import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AlarmKind
from storage.database import Database
from storage.health import HealthRepository
from storage.sources import SourceRepository
from tests.integration.web.filling import Filled, add, figure


def test_two_clicks_from_the_front_to_the_sentence(client: TestClient, filled: Filled) -> None:
    asked = client.get("/wilayah?q=kota serang")
    assert asked.headers["location"] == "/wilayah/36.73"
    region = client.get("/wilayah/36.73").text
    link = re.search(rf'href="(/berita/{filled.serang_2020}#angka-(\d+))"', region)
    assert link is not None
    assert "57" in region
    article = client.get(link[1]).text
    mark = re.search(rf'<mark id="angka-{link[2]}">([^<]*)', article)
    assert mark is not None
    assert "57 kasus kekerasan" in mark[1]


def test_the_front_page_says_where_news_and_table_differ_most(client: TestClient) -> None:
    front = client.get("/").text
    first = re.search(r'class="statement">([^<]*)', front)
    assert first is not None
    assert "81 kasus" in first[1]
    assert "60" in first[1]


def test_an_ambiguous_name_shows_the_candidates(client: TestClient) -> None:
    page = client.get("/wilayah?q=serang")
    assert {"/wilayah/36.04", "/wilayah/36.73", "/wilayah/36.73.01"} <= set(
        re.findall(r'href="([^"]*)"', page.text)
    )


def test_an_unknown_name_is_said_to_be_unknown(client: TestClient) -> None:
    page = client.get("/wilayah?q=atlantis")
    assert page.status_code == 404
    assert "Tidak ada wilayah" in page.text


def test_every_point_of_the_chart_leads_to_its_sentence(client: TestClient) -> None:
    page = client.get("/wilayah/36.73").text
    chart = page[page.index('class="chart"') : page.index('class="legend"')]
    points = re.findall(r'<a href="/berita/(\d+)#angka-(\d+)"', chart)
    assert len(points) == 8
    for article, place in points:
        assert f'id="angka-{place}"' in client.get(f"/berita/{article}").text


def test_part_of_a_year_is_drawn_hollow_with_its_months(client: TestClient) -> None:
    chart = client.get("/wilayah/36.73").text
    assert len(re.findall(r'class="o\d part"[^>]*><title>[^<]*Januari–Juli 2025: 38', chart)) == 1


def test_another_series_can_be_drawn_by_address(client: TestClient) -> None:
    page = client.get("/wilayah/36.73?series=cases~women_children~sexual").text
    assert "Kasus kekerasan seksual terhadap perempuan dan anak di Kota Serang" in page


def test_the_language_switch_keeps_the_filters_and_is_remembered(client: TestClient) -> None:
    page = client.get("/angka?region=36.73&year=2024").text
    switch = re.search(r'class="language" href="([^"]*)"', page)
    assert switch is not None
    assert switch[1] == "?region=36.73&amp;year=2024&amp;lang=en"
    english = client.get("/angka?region=36.73&year=2024&lang=en")
    assert "Reported figures" in english.text
    assert "bahasa=en" in english.headers["set-cookie"]
    assert 'lang="en"' in client.get("/").text


def test_an_old_version_leads_to_the_new_one(client: TestClient, filled: Filled) -> None:
    page = client.get(f"/berita/{filled.renewed}").text
    newer = re.search(r'href="/berita/(\d+)">Lihat versi terbaru', page)
    assert newer is not None
    assert "Ada 6 kasus" in client.get(f"/berita/{newer[1]}").text


def test_only_the_newest_official_table_is_compared_but_the_old_one_is_kept(
    client: TestClient, filled: Filled
) -> None:
    region = client.get("/wilayah/36.73").text
    assert f"/resmi/{filled.dataset}?row=" in region
    assert f"/resmi/{filled.dataset - 1}?row=" not in region
    old = client.get(f"/resmi/{filled.dataset - 1}").text
    assert "sudah diganti" in old


def test_outlets_show_trouble_and_silence(client: TestClient) -> None:
    page = client.get("/media").text
    assert "bermasalah: 1" in page
    assert "diam" in page


def test_outlets_show_what_a_person_should_look_at(client: TestClient, filled_database: Database) -> None:
    said = {
        "sentence_id": "Tidak ada berita baru selama 9 hari.",
        "sentence_en": "No new article for 9 days.",
    }
    with filled_database.session() as session:
        health, name = HealthRepository(session), SourceRepository(session).list()[0].name
        now = datetime(2026, 11, 21, tzinfo=UTC)
        health.note(name, {"per_week": 3, "expected_per_week": 20.4}, now=now)
        health.raise_alarm(name, AlarmKind.QUIET, **said, now=now)
    indonesian = client.get("/media").text
    assert said["sentence_id"] in indonesian
    assert "3 (biasanya 20)" in indonesian
    assert said["sentence_en"] in client.get("/media?lang=en").text
    with filled_database.session() as session:
        HealthRepository(session).clear_others([], now=now)
    assert said["sentence_en"] not in client.get("/media?lang=en").text


def test_articles_are_found_by_words(client: TestClient, filled: Filled) -> None:
    page = client.get("/berita?q=kekerasan 2020").text
    assert f"/berita/{filled.serang_2020}" in page
    assert client.get("/berita?q=gajah").text.count('href="/berita/') == 0


def test_findings_can_be_filtered(client: TestClient) -> None:
    assert client.get("/temuan?kind=conflict").text.count('class="statement"') == 1
    assert client.get("/temuan?severity=serious&region=Banten").text.count('class="statement"') == 1
    assert client.get("/temuan?state=dismissed").text.count('class="statement"') == 0
    assert client.get("/temuan?kind=wrong").status_code == 422


def test_programmes_can_be_filtered(client: TestClient) -> None:
    assert "Sahabat Serang" in client.get("/program?region=Banten&action=running").text
    assert "Sahabat Serang" not in client.get("/program?kind=hotline").text


def test_unknown_pages_say_so(client: TestClient) -> None:
    for path in ("/berita/999999", "/wilayah/99", "/temuan/4711", "/resmi/4711", "/tidak-ada"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "<h1>" in answer.text


def test_regions_inside_carry_their_counts(client: TestClient) -> None:
    banten = re.findall(
        r'<a href="/wilayah/(36\.\d\d)">[^<]*</a> <small>(\d+)</small>', client.get("/wilayah/36").text
    )
    assert dict(banten) == {"36.04": "2", "36.72": "1", "36.73": "16"}
    country = re.findall(
        r'<a href="/wilayah/(\d\d)">[^<]*</a> <small>(\d+)</small>', client.get("/wilayah/ID").text
    )
    assert dict(country)["36"] == "20"


@pytest.mark.parametrize("looked", [True, False])
def test_names_found_at_reading_are_covered_and_what_nobody_looked_at_stays_shut(
    client: TestClient, filled_database: Database, looked: bool
) -> None:
    told = "Malam itu Selvi menelepon kakaknya karena dipukul suaminya."
    text = f"Tercatat 12 kasus di Kota Serang. {told} Dinas mendampingi."
    name = text.index("Selvi")
    with filled_database.session() as session:
        number = add(
            session,
            "https://kabarserang.test/selvi",
            text,
            title=None,
            published=None,
            figures=(figure(text, told, 1),),
            persons=((name, name + 5),) if looked else None,
        ).id
    page = client.get(f"/berita/{number}").text
    assert "Tercatat 12 kasus" in page
    assert "Dinas mendampingi" in page
    assert ("menelepon kakaknya" in page) is looked
    assert "Selvi" not in page
