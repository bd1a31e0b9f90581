"""Each phenomenon is told from the coded records and the text."""

import pytest

from extractors.evaluation.phenomena import score_phenomena
from extractors.evaluation.phenomena_figures import FIGURE_PHENOMENA, FigureView, Places
from models.regions import load_regions

from .making import coded, figure, reading

PLACES = Places(load_regions())


@pytest.mark.parametrize(
    ("name", "value", "evidence", "text", "fields"),
    [
        ("number in words", 23, "dua puluh tiga kasus", "Ada dua puluh tiga kasus.", {}),
        ("thousands", 1254, "1.254 kasus", "Ada 1.254 kasus.", {}),
        ("nought", 0, "nihil", "Pada Mei nihil.", {}),
        ("kabupaten and kota of one name", 5, "5 kasus", "Di Kota Serang 5 kasus.", {}),
        (
            "kecamatan named like a kabupaten or kota",
            5,
            "5 kasus",
            "Di Serang 5 kasus.",
            {"region": "36.73.01"},
        ),
        ("name that is an ordinary word", 5, "5 kasus", "Di Kota Serang 5 kasus.", {}),
        ("region not named in the sentence", 5, "5 kasus", "Kota Serang. Ada 5 kasus.", {}),
        ("year not written in the sentence", 5, "5 kasus", "Tahun 2024. Ada 5 kasus.", {}),
        ("no unit in the evidence", 5, "KDRT 5", "KDRT 5, fisik 3.", {}),
        ("in brackets", 289, "Depok (289)", "Terbanyak Depok (289) dan Bogor (21).", {}),
        ("line of a list", 5, "Fisik: 5", "Rincian:\n- Fisik: 5\n- Psikis: 3", {}),
        ("row of a table", 5, "| Fisik | 5 |", "| Fisik | 5 |", {}),
        ("'masing-masing'", 4, "4 kasus", "Januari dan Maret masing-masing 4 kasus.", {}),
        ("breakdown by age", 4, "4 anak", "Usia 13-17 tahun 4 anak.", {"breakdown": "age:13-17"}),
        ("part of a year or a span", 4, "4 kasus", "Hingga Mei 4 kasus.", {"period": "2024-01/2024-05"}),
    ],
)
def test_a_figure_shows_its_phenomenon(
    name: str, value: int, evidence: str, text: str, fields: dict[str, str]
) -> None:
    criterion = {known: holds for _, known, holds in FIGURE_PHENOMENA}[name]
    record = figure(value, evidence, text, **fields)
    assert criterion(FigureView(coded(text, record), record, PLACES))


def test_an_ordinary_figure_shows_few() -> None:
    text = "Pada 2024 Kota Cilegon mencatat 41 kasus."
    record = figure(41, "mencatat 41 kasus", text, region="36.72")
    view = FigureView(coded(text, record), record, PLACES)
    assert [name for _, name, holds in FIGURE_PHENOMENA if holds(view)] == [
        "total, no breakdown",
        "kabupaten or kota",
    ]


def test_recall_by_depth_and_articles_kept_empty() -> None:
    text = "Pada 2024 Kota Cilegon mencatat 41 kasus."
    record = figure(41, "mencatat 41 kasus", text)
    read = figure(41, "mencatat 41 kasus", text, period="2024-01/2024-06")
    empty = coded("Sosialisasi pencegahan kekerasan digelar.", name="tanpa-angka")
    rows = score_phenomena([coded(text, record), empty], reading(read), PLACES)
    scores = {row.name: (row.of, row.count, row.core, row.main, row.full) for row in rows}
    assert scores["total, no breakdown"] == ("figures", 1, 1.0, 1.0, 0.0)
    assert scores["relevant, without figures"] == ("articles kept empty", 1, 1.0, 1.0, 1.0)
