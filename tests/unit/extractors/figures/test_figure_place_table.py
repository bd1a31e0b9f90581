"""Where a count belongs when its place is named elsewhere in the sentence or before; sentences of our own."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

SULTENG = (
    "DP3A Sulawesi Tengah mencatat kekerasan terhadap perempuan dan anak. Sepanjang 2024 ada 476 kasus. "
)
METRO = "DP3A Kota Metro mencatat kekerasan terhadap perempuan dan anak. Sepanjang 2024 ada 90 kasus. "

PLACED = [
    pytest.param(
        SULTENG + "Tiga puluh tiga anak dan 25 perempuan dewasa di Kabupaten Banggai menjadi korban.",
        ["476 72", "33 72.01", "25 72.01"],
        id="a place after two counts of people is that of both",
    ),
    pytest.param(
        SULTENG + "Di Buol 17 anak berbanding 5 perempuan dewasa, sedangkan Sigi 31 anak dan 13 perempuan.",
        ["476 72", "17 72.05", "5 72.05", "31 72.10", "13 72.10"],
        id="a place before two counts of people is that of both",
    ),
    pytest.param(
        SULTENG + "Kota Palu menangani enam kasus anak: lima pencabulan dan satu penganiayaan.",
        ["476 72", "6 72.71", "5 72.71", "1 72.71"],
        id="parts stay where their total is",
    ),
    pytest.param(
        SULTENG + "Kota Palu paling rawan. Di kota itu ada 97 kasus.",
        ["476 72", "97 72.71"],
        id="a city pointed back to",
    ),
    pytest.param(
        SULTENG + "Yang paling rawan Kota Palu. Dari sana datang 97 laporan.",
        ["476 72", "97 72.71"],
        id="a place pointed back to",
    ),
    pytest.param(
        METRO + "Angka Provinsi Lampung jauh lebih besar. Provinsi itu mencatat 700 kasus.",
        ["90 18.72", "700 18"],
        id="a province pointed back to",
    ),
    pytest.param(
        "Rumah Sakit Bhayangkara Mataram memeriksa korban. "
        "Sepanjang 2024 kekerasan seksual terhadap perempuan 118 kasus, KDRT 97 kasus.",
        ["118 52", "97 52"],
        id="a hospital of the regional police serves the province",
    ),
    pytest.param(
        SULTENG + "Rinciannya:\nKota Palu\n97 kasus\nSigi\n44 kasus\nDonggala\n39 kasus",
        ["476 72", "97 72.71", "44 72.10", "39 72.03"],
        id="a place on a line of its own stands above its counts",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_figures_are_placed_as_a_coder_places_them(text: str, expected: list[str]) -> None:
    assert [f"{figure.value} {figure.region}" for figure in figures_of(text)] == expected


COUNTED = [
    pytest.param(
        METRO + "Anak: fisik 5, psikis 4, seksual 18, anak berhadapan dengan hukum selaku pelaku 1.",
        ["90 cases", "5 cases", "4 cases", "18 cases", "1 perpetrators"],
        id="those who did it, named by one item, are of that item",
    ),
    pytest.param(
        METRO + "Dari perkara pencabulan itu 41 orang telah ditetapkan sebagai tersangka.",
        ["90 cases", "41 perpetrators"],
        id="persons held to have done it",
    ),
    pytest.param(
        SULTENG + "Yang mengalami kekerasan psikis di Kota Palu 18 orang. Sigi menyusul 19, Donggala 13.",
        ["476 cases", "18 victims", "19 victims", "13 victims"],
        id="bare numbers go on with the list of the sentence before",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_bare_numbers_count(text: str, expected: list[str]) -> None:
    assert [f"{figure.value} {figure.unit}" for figure in figures_of(text)] == expected
