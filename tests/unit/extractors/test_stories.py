from extractors.stories import containment, first_telling, shingles

ORIGINAL = (
    "Dinas Pemberdayaan Perempuan mencatat 31 kasus sepanjang semester pertama. Kepala bidang menyebut "
    "angka itu turun tipis dibanding tahun sebelumnya. Pendampingan psikolog diberikan kepada seluruh "
    "korban, dan warga diminta segera melapor bila melihat tanda-tanda kekerasan di lingkungannya."
)
EDITED = ORIGINAL.replace("turun tipis", "menurun").replace("segera ", "")
SHORTENED = ORIGINAL[: ORIGINAL.index(", dan warga")] + "."
OTHER = (
    "Tim futsal kabupaten menang telak pada laga pembuka. Pelatih memuji kerja keras para pemain yang "
    "berlatih sejak bulan lalu di lapangan milik desa, meski hujan turun hampir setiap sore sehingga "
    "lapangan sering tergenang dan jadwal latihan berubah-ubah sampai menjelang pertandingan."
)


def test_copies_with_small_edits_tell_one_story() -> None:
    assert first_telling(EDITED, [(7, OTHER), (9, ORIGINAL)]) == 9
    assert first_telling(SHORTENED, [(9, ORIGINAL)]) == 9


def test_another_event_is_another_story() -> None:
    assert first_telling(OTHER, [(9, ORIGINAL)]) is None
    assert first_telling(ORIGINAL, []) is None


def test_the_earliest_of_equal_copies_is_the_first_telling() -> None:
    assert first_telling(ORIGINAL, [(12, ORIGINAL), (4, ORIGINAL)]) == 4


def test_a_few_words_are_too_short_to_tell() -> None:
    assert containment(shingles("Baca selengkapnya di sini"), shingles("Baca selengkapnya di sini")) == 0.0
