"""Names told by the part they play in the sentence, and what stands around them against it."""

from datetime import date

import pytest

from extractors.document import read_document
from extractors.programmes import find_programmes
from extractors.programmes.folding import fold_name
from models.records import ArticleText, ProgrammeRecord
from models.vocabulary import ProgrammeAction, ProgrammeKind

ROWS: list[tuple[str, list[str]]] = [
    # It serves, runs, stands somewhere.
    (
        "Sejak Omah Lerem beroperasi, aduan kekerasan anak naik dua kali lipat.",
        ["Omah Lerem"],
    ),
    (
        "Kelompok itu, Mama Penjaga Kampung, beranggotakan 25 orang dan mengantar korban kekerasan ke "
        "polsek.",
        ["Mama Penjaga Kampung"],
    ),
    (
        "UPTD PPA Kota Bima mencegah kekerasan dengan Motor Si Penjaga yang keliling kampung menerima aduan.",
        ["Motor Si Penjaga"],
    ),
    (
        "Sudah tiga bulan Rumah Singgah Anyelir berdiri. Perempuan korban KDRT dapat menginap di sana.",
        ["Rumah Singgah Anyelir"],
    ),
    # It is handed out, brought into force, gone on with.
    (
        "Pemerintah daerah memberlakukan Jam Malam Sayang Anak untuk menekan kekerasan seksual.",
        ["Jam Malam Sayang Anak"],
    ),
    (
        "Kekerasan dibicarakan di balai adat. Lahirlah Tungku Tanpa Marah di kampung itu.",
        ["Tungku Tanpa Marah"],
    ),
    (
        "Dinas punya dua jurus melawan kekerasan, yakni Tepuk Pundak untuk sekolah.",
        ["Tepuk Pundak"],
    ),
    # It is taken up again.
    (
        "Pengemudi di Ambon memasang stiker Angkot Aman. Program itu lahir setelah pelecehan di angkot.",
        ["Angkot Aman"],
    ),
    (
        "“Tembang Tanpa Tangan”, itulah nama metode mengasuh tanpa kekerasan dari dinas.",
        ["Tembang Tanpa Tangan"],
    ),
    # It stands in a row with a listed programme.
    (
        "Ada tiga pintu aduan kekerasan: Puspaga, Lapor Mas Wali, serta Pojok Dengar di puskesmas.",
        ["Puspaga", "Lapor Mas Wali", "Pojok Dengar"],
    ),
    # A bracket spells out its last word, or every word but freely.
    (
        "Wakil bupati mencanangkan Desa Gemar (Gerakan Mencegah Kekerasan pada Anak dan Remaja).",
        ["Desa Gemar"],
    ),
    (
        "Untuk korban KDRT ada Cakruk Ayem (Cara Nyaman Kumpul dan Rukun Keluarga).",
        ["Cakruk Ayem"],
    ),
    # A phrase that is explained in a sentence of its own, or that keeps its noun.
    (
        "Stasiun membuka Pojok Perempuan dan Anak, disingkat Pojok PUAN, bagi korban kekerasan.",
        ["Pojok PUAN"],
    ),
    ("Warga melaporkan kekerasan lewat e-Jaga, aplikasi baru UPTD PPA.", ["e-Jaga"]),
    ("“Satu Surau Satu Telinga” membuat jemaah berani membicarakan kekerasan.", ["Satu Surau Satu Telinga"]),
    # A title names the thing that the noun before it means.
    ("Korban kekerasan diantar dalam gerakan bertajuk Antar Aman Sampai Rumah.", ["Antar Aman Sampai Rumah"]),
    # Organisations, offices, venues, greetings, datelines, other fields.
    ("Rumah Puan Lestari (RPL), lembaga pendamping korban kekerasan, mendampingi 21 istri.", []),
    ("Forum Peduli Perempuan Muara membacakan catatan akhir tahun tentang kekerasan.", []),
    ("Direktur Sanggar Puan Lestari, Mirna, menilai kekerasan terhadap anak meningkat.", []),
    ("Dinas membahas kekerasan anak di Pendopo Pengayoman, Rabu (3/4).", []),
    ("Aduan kekerasan dapat dikirim lewat WhatsApp\nMANADO – Rumah tangga belum aman bagi perempuan.", []),
    ("Hingga Desember, tim kampanye mendatangi 12 pulau untuk mencegah kekerasan.", []),
    ("Babinsa, Bhabinkamtibmas, dan Tokoh Agama dilibatkan mencegah kekerasan anak.", []),
    ("Ia singgah di Rumah Singgah Perempuan dan Anak milik provinsi.", []),
    ("“Jaga Ibu, Jaga Anak.” Kalimat itu tertulis di tembok, lalu cara melaporkan kekerasan.", []),
    ("Warga menyulap sampah menjadi pupuk melalui Gerakan Emak Hijau.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_names_by_their_part(text: str, wanted: list[str]) -> None:
    found = [{fold_name(form) for form in (record.name, *record.aliases)} for record in _programmes(text)]
    assert len(found) == len(wanted), found
    assert all(any(fold_name(name) in names for names in found) for name in wanted)


def test_a_task_force_called_by_its_place_is_one() -> None:
    found = _programmes(
        "Universitas itu membentuk Satgas PPKPT. Dua laporan kekerasan seksual masuk. "
        "Satgas Unmul bekerja tiga bulan."
    )
    assert len(found) == 1
    assert {"Satgas PPKPT", "Satgas Unmul"} <= {found[0].name, *found[0].aliases}


def _programmes(text: str) -> tuple[ProgrammeRecord, ...]:
    return find_programmes(read_document(ArticleText(id="x", text=text, published=date(2025, 5, 5))))


KINDS: list[tuple[str, ProgrammeKind]] = [
    ("Ada Bisik Puan, aplikasi untuk melaporkan kekerasan.", ProgrammeKind.APP),
    ("Korban KDRT menginap di Lamin Teduh, rumah singgah milik kabupaten.", ProgrammeKind.SPACE),
    ("Aduan kekerasan diterima di nomor siaga Halo Mbak Sri.", ProgrammeKind.HOTLINE),
    ("Relawan kekerasan anak itu menamakan diri komunitas Mama Jaga Kampung.", ProgrammeKind.COMMUNITY),
    ("Dinas menggencarkan gerakan Wani Matur melawan kekerasan.", ProgrammeKind.CAMPAIGN),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_by_the_nearest_noun(text: str, kind: ProgrammeKind) -> None:
    assert [record.kind for record in _programmes(text)] == [kind]


ACTIONS: list[tuple[str, ProgrammeAction]] = [
    ("Bupati melantik Satgas PPA, Kamis.", ProgrammeAction.LAUNCHED),
    ("Kabupaten itu belum punya Satgas TPPO.", ProgrammeAction.PLANNED),
    ("Tahun depan kota itu mengejar predikat Kota Layak Anak.", ProgrammeAction.PLANNED),
    ("Puspaga di kota itu melayani keluarga setiap hari.", ProgrammeAction.RUNNING),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_action_by_the_words_around(text: str, action: ProgrammeAction) -> None:
    assert [record.action for record in _programmes(text)] == [action]
