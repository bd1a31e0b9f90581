"""Pages that count nothing and tell of a programme, and pages where one only helps."""

import pytest

from extractors.document import read_document
from extractors.relevance import is_relevant, judge_relevance
from extractors.relevance.named import raised_by_programmes
from models.records import ArticleText

ROWS: list[tuple[str, bool]] = [
    ("Kabupaten itu resmi memiliki Gugus Tugas TPPO. Bupati melantik 32 anggotanya kemarin.", True),
    (
        "Polsek mendirikan Saung Curhat. Bangunan kecil itu dipakai polwan mendengarkan pengaduan ibu-ibu.",
        True,
    ),
    (
        "Polisi menangkap ayah berinisial S (41) yang menyetubuhi anaknya. Tersangka mengancam korban dan "
        "kini "
        "ditahan; barang bukti disita. Satgas PPA Sukamaju mendampingi korban.",
        False,
    ),
    ("Dinas Perpustakaan meluncurkan aplikasi Baca Seru. Minat baca anak diharapkan naik.", False),
    (
        "Banjir merendam 40 desa dan longsor menutup jalan. Relawan Sahabat Anak menghibur pengungsi.",
        False,
    ),
]


@pytest.mark.parametrize(("text", "relevant"), ROWS)
def test_relevance_with_its_programmes(text: str, relevant: bool) -> None:
    document = read_document(ArticleText(id="x", text=text))
    assert is_relevant(raised_by_programmes(judge_relevance(document), document)) is relevant


def test_what_is_relevant_already_stays_as_sure_as_it_is() -> None:
    document = read_document(ArticleText(id="x", text="Satgas PPA menerima laporan kekerasan."))
    assert raised_by_programmes(0.87, document) == 0.87
