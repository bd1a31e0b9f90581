"""Statements without a year, dated by the counts that stand around them; and whose they are."""

from datetime import date

import pytest

from extractors.pipeline import extract
from extractors.toolkit import load_bare_toolkit
from models.records import ArticleText

TOOLKIT = load_bare_toolkit()
OPENING = "Dinas mencatat 60 kasus kekerasan terhadap perempuan dan anak di Kota Salatiga sepanjang 2024. "

ROWS: list[tuple[str, list[tuple[str, int | None, int | None]]]] = [
    ("Ia mengatakan pada 2023 ada 75 kasus. Penurunan itu berkat kader kelurahan.", [("down", 2023, 2024)]),
    ("Memang ada peningkatan. Tahun sebelumnya 47 kasus.", [("up", 2023, 2024)]),
    ("Kasus kekerasan di kota itu relatif stabil dibanding tahun sebelumnya.", [("flat", 2023, 2024)]),
    ("Tahun 2023 ada 19 kasus. Naiknya lebih dari tiga kali lipat.", [("up", 2023, 2024)]),
    (
        "Tahun 2023 ada 40 kasus. Tahun 2022 ada 52 kasus. Sempat turun waktu awal korona, "
        "sekarang naik lagi.",
        [("down", 2022, 2023), ("up", 2023, 2024)],
    ),
    ("Pada 2023 jumlahnya 72 kasus, artinya ada tren positif berupa penurunan.", [("down", 2023, 2024)]),
    ("Jika dibandingkan 2023, ada kenaikan meski tidak besar.", [("up", 2023, 2024)]),
    ("Selama tiga tahun terakhir kasus kekerasan terus menurun.", [("down", None, 2024)]),
    ("Kasus kekerasan mengalami penurunan setelah dibentuknya satgas.", [("down", None, 2024)]),
    (
        "Kekerasan terhadap anak tidak banyak bergerak, yakni 30 kasus pada 2023 dan 31 kasus pada 2024.",
        [("flat", 2023, 2024)],
    ),
    ("Jumlah penduduk kota itu meningkat setiap tahun.", []),
    ("Kesadaran melapor meningkat.", []),
    # Said again in another sentence.
    (
        "Jumlah itu turun 12 kasus dibanding 2023. Turunnya kasus tidak lepas dari peran kader.",
        [("down", 2023, 2024)],
    ),
    # A year of something else dates nothing.
    ("Rumah singgah dibuka pada 2019. Kasus kekerasan terhadap anak menurun.", [("down", None, 2024)]),
]


@pytest.mark.parametrize("day", [date(2024, 12, 20), None])
@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_years_of_counts_around(
    text: str, wanted: list[tuple[str, int | None, int | None]], day: date | None
) -> None:
    trends = extract(ArticleText(id="x", text=OPENING + text, published=day), TOOLKIT).trends
    assert [(str(trend.direction), trend.from_year, trend.to_year) for trend in trends] == wanted


def test_where_an_office_is_seated_is_not_where_it_counts() -> None:
    text = OPENING + "Lembaga yang berkantor di Ungaran itu menyebut kasus kekerasan naik dibanding 2023."
    (trend,) = extract(ArticleText(id="x", text=text), TOOLKIT).trends
    assert trend.region == "33.73"


def test_each_place_of_a_list_has_its_own() -> None:
    text = OPENING + "Tiga kecamatan, yakni Sidorejo, Tingkir dan Argomulyo, mengalami kenaikan."
    trends = extract(ArticleText(id="x", text=text), TOOLKIT).trends
    assert sorted(str(trend.region) for trend in trends) == ["33.73.01", "33.73.02", "33.73.03"]


def test_the_place_an_office_lies_in_is_not_what_it_counts() -> None:
    text = OPENING + "Dinas di Salatiga, Jawa Tengah, menyebut kasus kekerasan naik dibanding 2023."
    (trend,) = extract(ArticleText(id="x", text=text), TOOLKIT).trends
    assert trend.region == "33.73"


def test_another_crime_in_the_sentence_is_not_violence() -> None:
    text = OPENING + "Polisi mengungkap sembilan perkara ganja pada 2024, turun dari 13 perkara pada 2023."
    assert extract(ArticleText(id="x", text=text), TOOLKIT).trends == ()
