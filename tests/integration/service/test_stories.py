"""One wire story in five papers is one report."""

import json
from pathlib import Path

from models.vocabulary import Outcome
from service.importing import import_files
from service.reading import Desk
from storage.articles import ArticleFilter, ArticleRepository
from storage.database import Database
from storage.figures import FigureRepository
from storage.stories import StoryRepository

WIRE = (
    "Dinas Pemberdayaan Perempuan dan Perlindungan Anak (DP3A) Kota Cilegon mencatat {value} kasus kekerasan "
    "terhadap perempuan dan anak sepanjang tahun 2023. Sebagian besar korban mengenal pelakunya, kata kepala "
    "dinas dalam jumpa pers di kantornya. Setiap korban didampingi psikolog dan dibantu di depan "
    "pengadilan tanpa biaya. Kepala dinas meminta warga segera melapor bila mengetahui kekerasan di "
    "lingkungannya, karena korban sering takut bicara lebih dulu. Pengurus RT dan kader posyandu dilatih "
    "mengenali tanda-tandanya sejak dini."
)
TOLD = WIRE.format(value=31)
PAPERS = {
    "kantor-berita.example": f"Cilegon (KB) - {TOLD}",
    "harian-satu.example": TOLD.replace("jumpa pers", "konferensi pers").replace("segera melapor", "melapor"),
    "harian-dua.example": "CILEGON, HARIAN DUA – " + TOLD.replace(" Pengurus RT", "\n\nPengurus RT"),
    "harian-tiga.example": TOLD.partition(" Pengurus RT")[0],
    "harian-empat.example": f"{TOLD}\n\nBaca juga: Jadwal Layanan Keliling Pekan Ini\n\n(red)",
}
OWN = (
    "Wali kota mendatangi rumah aman milik DP3A Kota Cilegon dan berjanji menambah dua psikolog tahun depan. "
    "Menurut catatan dinas itu ada 31 kasus kekerasan terhadap perempuan dan anak sepanjang tahun 2023, dan "
    "antrean pendampingan kini mencapai dua pekan. Anggaran tambahan dibahas bersama dewan bulan depan."
)


def write(folder: Path, outlet: str, text: str, published: str = "2024-01-08") -> Path:
    path = folder / f"{outlet}.json"
    path.write_text(json.dumps({"outlet": outlet, "published": published, "text": text}), "utf-8")
    return path


def test_one_story_in_five_papers_is_one_report(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    files = [write(tmp_path, outlet, text) for outlet, text in PAPERS.items()]
    files += [write(tmp_path, "harian-lima.example", OWN)]
    counts = import_files(database, desk, files, run_id=run_id)
    assert counts == {Outcome.STORED: 2, Outcome.DUPLICATE: 4}
    with database.session() as session:
        figures = [figure for figure in FigureRepository(session).select() if figure.value == 31]
        stories = {figure.outlet: figure.article_id for figure in figures}
        told = StoryRepository(session).tellings(stories["kantor-berita.example"])
    assert set(stories) == {"kantor-berita.example", "harian-lima.example"}
    assert {outlet for outlet, _ in told} == set(PAPERS)
    assert told[0][0] == "kantor-berita.example"


def test_the_same_words_with_another_number_are_another_report(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    files = [write(tmp_path, "a.example", TOLD), write(tmp_path, "b.example", WIRE.format(value=37))]
    assert import_files(database, desk, files, run_id=run_id) == {Outcome.STORED: 2}
    with database.session() as session:
        assert {figure.value for figure in FigureRepository(session).select()} == {31, 37}


def test_a_story_told_again_a_month_later_is_another_report(
    database: Database, desk: Desk, run_id: int, tmp_path: Path
) -> None:
    files = [write(tmp_path, "a.example", TOLD), write(tmp_path, "b.example", TOLD, "2024-02-20")]
    assert import_files(database, desk, files, run_id=run_id) == {Outcome.STORED: 2}
    with database.session() as session:
        assert len(ArticleRepository(session).select(ArticleFilter())) == 2
