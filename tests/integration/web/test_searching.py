"""One search: what it understands, where it looks, what it must not find."""

import pytest
from fastapi.testclient import TestClient

from tests.integration.web.filling import SCRIPT, VICTIM_WORDS, Filled

NAMES = [name for name in VICTIM_WORDS if "Ciruas" not in name]
"""Ciruas is a place too, whose figures may be shown to whoever asks for it."""


def test_a_region_and_a_year_lead_to_the_sentence(client: TestClient) -> None:
    page = client.get("/cari", params={"q": "kota serang 2020"}).text
    assert "mencatat 57 kasus kekerasan" in page
    assert "mencatat 63 kasus" not in page
    assert 'href="/wilayah/36.73#tahun-2020"' in page


def test_a_question_in_everyday_words_is_answered(client: TestClient) -> None:
    page = client.get("/cari", params={"q": "berapa laporan di Kota Serang tahun 2020?"}).text
    assert "mencatat 57 kasus kekerasan" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pencabulan", "12 kasus pencabulan anak"),
        ("mencabuli", "12 kasus pencabulan anak"),
        ("sahabat serang", "layanan Sahabat Serang"),
        ("UPTD tangani", "UPTD PPA tangani 81 kasus"),
    ],
)
def test_sentences_programmes_and_titles_are_found_by_their_stems(
    client: TestClient, words: str, found: str
) -> None:
    assert found in client.get("/cari", params={"q": words}).text


def test_a_whole_name_leads_to_its_region_from_the_front_page(client: TestClient) -> None:
    answer = client.get("/cari", params={"q": "Kota Serang", "place": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/wilayah/36.73")
    several = client.get("/cari", params={"q": "serang", "place": "1"})
    assert several.status_code == 200
    assert 'href="/wilayah/36.04"' in several.text
    assert 'href="/wilayah/36.73"' in several.text


@pytest.mark.parametrize("name", [*NAMES, "SMPN 4", "Melati"])
def test_a_hidden_name_is_neither_shown_nor_found(client: TestClient, name: str) -> None:
    page = client.get("/cari", params={"q": name}).text
    assert "suarabanten.test" not in page
    assert "/berita/" not in page


def test_what_else_stands_in_the_same_title_is_found(client: TestClient, filled: Filled) -> None:
    page = client.get("/cari", params={"q": "korban didampingi"}).text
    assert f'href="/berita/{filled.victim}"' in page
    assert "Melati" not in page


@pytest.mark.parametrize("words", ["-melati kasus", '"melati puspita" or kasus', "didampingi -melati"])
def test_signs_of_a_query_language_are_nothing_but_words(client: TestClient, words: str) -> None:
    assert client.get("/cari", params={"q": words}).text.count("Melati") == 0


@pytest.mark.parametrize(
    "words",
    ["' OR '1'='1", "'; DROP TABLE figure; --", "a & | ! ( :* <->", SCRIPT, "%", "\\", "\u202e", "2020"],
)
def test_hostile_words_find_nothing_and_break_nothing(client: TestClient, words: str) -> None:
    answer = client.get("/cari", params={"q": words})
    assert answer.status_code == 200
    assert "<script" not in answer.text


def test_without_words_it_explains_itself(client: TestClient) -> None:
    page = client.get("/cari").text
    assert "misalnya: kekerasan seksual Kota Serang 2020" in page
    assert 'name="q"' in page
