"""Names that the story leads to, in sentences of the test's own; what is counted and who governs stays."""

import pytest

from models.masking import MASK, identifying_spans, masked


def hidden(text: str) -> list[str]:
    return [text[start:end] for start, end in identifying_spans(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dari 28 kasus, salah satunya menimpa Kirani, siswi kelas lima.", ["Kirani"]),
        ("Ada 9 korban, di antaranya Ayuni, Weni dan Tari.", ["Ayuni", "Weni", "Tari"]),
        ("Sebanyak 12 laporan masuk, termasuk yang dialami Jelita.", ["Jelita"]),
        ("Kasus Mirna dilimpahkan ke jaksa.", ["Mirna"]),
        ("Penganiayaan terhadap Yulita terungkap kemarin.", ["Yulita"]),
        ("Kisah Pilu Nuraini: Dinikahkan demi Utang", ["Nuraini"]),
        ("Ayah Cabuli Kinanti Sejak Kelas Dua", ["Kinanti"]),
        ("Petugas menjenguk Sekarwangi di rumah sakit.", ["Sekarwangi"]),
        ("Penyidik memeriksa BN, H.T. dan S.", ["BN", "H.T.", "S"]),
        ("F.R., KL dan N diperiksa di Unit PPA.", ["F.R.", "KL", "N"]),
        ("Pak Sarmin kerap memukul istrinya.", ["Sarmin"]),
        ("Tiga anak perempuan Wagimin dititipkan di rumah aman.", ["Wagimin"]),
        ("Paman korban, Sudarno alias Darno, ditangkap.", ["Sudarno", "Darno"]),
        ("Foto: Ningrum menunjukkan luka di lengannya, ditemani korban lain.", ["Ningrum"]),
        ("Tersangka Yohan Mandala ditahan.", ["Yohan Mandala"]),
        ("Ia dilecehkan dosennya, Dr. Suhendro.", ["Suhendro"]),
        ("Gadis itu disekap pacarnya, Rizal Ramadhan, dua hari.", ["Rizal Ramadhan"]),
        ("Korban adalah karyawati Toko Sumber Rejeki.", ["Sumber Rejeki"]),
        ("Akun korban, @melur_07, dan nomornya 0812-3456-7890 diteror.", ["@melur_07", "0812-3456-7890"]),
        ("Identitas korban: 1. Laras (9); 2. Danendra (7).", ["Laras", "Danendra"]),
        ("Malam itu Puspita diancam suaminya.", ["Puspita"]),
        ("Ningrum dititipkan di rumah aman sejak Senin.", ["Ningrum"]),
        ("Bejat! Sukardi Perkosa Anak Tiri di Kebun", ["Sukardi"]),
        ("Lasmini, pekerja migran, pulang dengan luka bakar.", ["Lasmini"]),
        ("Ibu tiga anak, Rohaya, memilih diam.", ["Rohaya"]),
    ],
)
def test_the_story_leads_to_the_name(text: str, names: list[str]) -> None:
    assert hidden(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dari 28 kasus, di antaranya Cilegon 9 dan Pandeglang 7.",
        "Sebanyak 40 anak, di antaranya dari Kasemen dan Taktakan, ikut Forum Anak.",
        "Kasus Trafficking dan Bullying Meningkat di Banten",
        "Petugas mendampingi Bupati Ratu Zakiyah menjenguk para korban.",
        "Polisi menjerat pelaku dengan UU TPKS dan denda Rp 200 juta.",
        "Hubungi hotline UPTD PPA di 0812-3456-7890 atau @dp3a_contoh.",
        "Anak yang dipukul ayahnya dibawa ke Polres Tapanuli Tengah.",
        "Pelaku, kata Kasat Reskrim AKP Bambang Utomo, sudah ditahan.",
        "Kalau dipukul suaminya, ia diam.",
        "Pasien yang trauma dirujuk ke provinsi.",
        "Ayah Tiri Perkosa Anak di Kebun Sawit",
        "Pekerja PT Sinar Contoh mengikuti sosialisasi pencegahan kekerasan.",
    ],
)
def test_counts_offices_and_places_stay(text: str) -> None:
    assert masked(text) == text


def test_a_thing_elsewhere_in_the_text_is_no_person() -> None:
    text = "Layanan Tunas Kasih dibuka. Di situlah Tunas Kasih menemui istri yang dipukul suaminya."
    assert MASK not in masked(text)
