"""Saved articles into the store, with the real extractors and a real PostgreSQL."""

import json
from pathlib import Path

import pytest

from extractors.toolkit import Toolkit
from models.errors import BadInputError
from models.records import Extraction
from models.vocabulary import Outcome, Unit
from service.importing import import_files
from service.reading import Desk, reextract
from storage.articles import ArticleFilter, ArticleRepository
from storage.counts import count_rows
from storage.database import Database
from storage.extractions import ExtractionRepository
from storage.figures import FigureRepository

RELEVANT = (
    "Dinas Pemberdayaan Perempuan dan Perlindungan Anak (DP3A) Kota Cilegon mencatat {value} kasus kekerasan "
    "terhadap perempuan dan anak sepanjang tahun 2023. Kepala dinas meminta warga segera melapor bila "
    "mengetahui kekerasan di lingkungannya. Pendampingan psikolog dan bantuan hukum diberikan tanpa biaya."
)
IRRELEVANT = (
    "Tim futsal Kota Cilegon menang 5-2 pada laga pembuka turnamen antarkota. Pelatih memuji kerja keras "
    "para pemain yang berlatih sejak bulan lalu. Pertandingan berikutnya digelar pekan depan di sini."
)


def write(folder: Path, name: str, text: str, published: str | None = "2024-01-08") -> Path:
    path = folder / f"{name}.json"
    record = {"id": name, "outlet": "contoh.id", "published": published, "text": text}
    path.write_text(json.dumps(record), "utf-8")
    return path


def test_an_article_is_stored_with_its_figure(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    path = write(tmp_path, "satu", RELEVANT.format(value=31))
    assert import_files(database, desk, [path], run_id=run_id) == {Outcome.STORED: 1}
    with database.session() as session:
        [figure] = FigureRepository(session).select()
    assert (figure.value, figure.unit, figure.region, figure.year) == (31, Unit.CASES, "36.72", 2023)
    assert figure.outlet == "contoh.id"
    assert "31 kasus" in figure.evidence


def test_importing_twice_changes_nothing(database: Database, desk: Desk, run_id: int, tmp_path: Path) -> None:
    path = write(tmp_path, "satu", RELEVANT.format(value=31))
    import_files(database, desk, [path], run_id=run_id)
    with database.session() as session:
        before = count_rows(session)
    assert import_files(database, desk, [path], run_id=run_id) == {Outcome.UNCHANGED: 1}
    with database.session() as session:
        assert count_rows(session) == before


def test_a_changed_text_is_a_new_version(database: Database, desk: Desk, run_id: int, tmp_path: Path) -> None:
    import_files(database, desk, [write(tmp_path, "satu", RELEVANT.format(value=31))], run_id=run_id)
    changed = [write(tmp_path, "satu", RELEVANT.format(value=33))]
    assert import_files(database, desk, changed, run_id=run_id) == {Outcome.UPDATED: 1}
    with database.session() as session:
        assert [row.value for row in FigureRepository(session).select()] == [33]
        versions = ArticleRepository(session).select(ArticleFilter(include_old_versions=True))
    assert sorted(row.version for row in versions) == [1, 2]


def test_an_irrelevant_article_keeps_no_text(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    path = write(tmp_path, "futsal", IRRELEVANT)
    assert import_files(database, desk, [path], run_id=run_id) == {Outcome.IRRELEVANT: 1}
    with database.session() as session:
        assert count_rows(session)["articles"] == 0


def test_a_wire_copy_is_joined_to_its_first_telling(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    first = write(tmp_path, "satu", RELEVANT.format(value=31))
    copy = write(tmp_path, "salinan", RELEVANT.format(value=31).replace("segera ", ""))
    counts = import_files(database, desk, [first, copy], run_id=run_id)
    assert counts == {Outcome.STORED: 1, Outcome.DUPLICATE: 1}
    with database.session() as session:
        assert len(FigureRepository(session).select()) == 1


def test_a_bad_file_stops_and_what_was_stored_stays(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    good = write(tmp_path, "satu", RELEVANT.format(value=31))
    bad = tmp_path / "zzz.json"
    bad.write_text("{", "utf-8")
    with pytest.raises(BadInputError, match=r"zzz\.json"):
        import_files(database, desk, [good, bad], run_id=run_id)
    with database.session() as session:
        assert count_rows(session)["articles"] == 1


def test_a_saved_page_is_read_as_if_crawled(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    page = tmp_path / "halaman.html"
    sentences = RELEVANT.format(value=31).replace(". ", ".</p><p>")
    page.write_text(
        "<!doctype html><html lang=id><head><meta charset=utf-8><title>Angka kekerasan di Cilegon</title>"
        '<link rel=canonical href="https://contoh.id/2024/01/08/angka-kekerasan-cilegon">'
        '<meta property="article:published_time" content="2024-01-08T09:00:00+07:00"></head>'
        f"<body><article><h1>Angka kekerasan di Cilegon</h1><p>{sentences}</p></article></body></html>",
        "utf-8",
    )
    assert import_files(database, desk, [page], run_id=run_id) == {Outcome.STORED: 1}
    with database.session() as session:
        [figure] = FigureRepository(session).select()
    assert figure.url == "https://contoh.id/2024/01/08/angka-kekerasan-cilegon"
    assert (figure.value, figure.published.isoformat() if figure.published else None) == (31, "2024-01-08")


def test_reextraction_reads_only_what_older_extractors_read(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    import_files(database, desk, [write(tmp_path, "satu", RELEVANT.format(value=31))], run_id=run_id)
    assert reextract(database, desk) == 0
    with database.session() as session:
        [article] = ArticleRepository(session).select()
        text = ArticleRepository(session).text(article.id)
        assert text is not None
        outdated = _extraction(desk.toolkit)
        ExtractionRepository(session).store(article.id, outdated)
    assert reextract(database, desk) == 1
    with database.session() as session:
        assert [row.value for row in FigureRepository(session).select()] == [31]


def _extraction(toolkit: Toolkit) -> Extraction:
    versions = {**toolkit.versions, "extractors": "older"}
    return Extraction(article_id="1", relevant=True, relevance=1.0, versions=versions)
