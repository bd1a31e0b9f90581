"""Sentences to trends: direction, earlier year, later year. Published 2025-06-10 unless the row says so."""

from datetime import date

import pytest

from extractors.document import read_document
from extractors.trends import find_trends
from models.records import ArticleText

Wanted = list[tuple[str, int | None, int | None]]
PUBLISHED = date(2025, 6, 10)

ROWS: list[tuple[str, Wanted]] = [
    # A verb with both years.
    ("Kasus kekerasan anak naik dari 12 kasus pada 2022 menjadi 20 kasus pada 2023.", [("up", 2022, 2023)]),
    (
        "Pada 2024 kekerasan terhadap perempuan turun menjadi 9 kasus dari 15 kasus di 2023.",
        [("down", 2023, 2024)],
    ),
    ("Dari 31 kasus di 2021, angka kekerasan pada 2022 melonjak jadi 58 kasus.", [("up", 2021, 2022)]),
    ("Dibandingkan tahun 2020, kasus KDRT pada tahun 2021 mengalami penurunan.", [("down", 2020, 2021)]),
    ("Sejak 2019 hingga 2023 laporan kekerasan terus bertambah.", [("up", 2019, 2023)]),
    ("Jumlah korban kekerasan pada 2022 lebih tinggi ketimbang 2021.", [("up", 2021, 2022)]),
    ("Angka kekerasan 2023 lebih rendah daripada 2022.", [("down", 2022, 2023)]),
    ("Bila 2024 disandingkan dengan 2023, aduan kekerasan meroket 60 persen.", [("up", 2023, 2024)]),
    ("Kasus pencabulan tahun 2023 ada 11, sedangkan 2022 masih 7, artinya meningkat.", [("up", 2022, 2023)]),
    (
        "Tahun 2021 kekerasan anak tercatat 40 kasus, lalu menyusut menjadi 22 kasus di tahun 2022.",
        [("down", 2021, 2022)],
    ),
    # One year and 'the year before'.
    (
        "Sepanjang 2023 tercatat 80 kasus kekerasan, bertambah 12 kasus dibanding tahun sebelumnya.",
        [("up", 2022, 2023)],
    ),
    ("Kasus kekerasan seksual tahun 2024 menurun ketimbang setahun sebelumnya.", [("down", 2023, 2024)]),
    (
        "Tahun 2022 ada 64 kasus kekerasan. Angka itu naik, sebab di 2021 hanya 51 kasus.",
        [("up", 2021, 2022)],
    ),
    (
        "Selama 2024 polisi menangani 30 kasus KDRT. Jumlah tersebut lebih sedikit dari tahun 2023.",
        [("down", 2023, 2024)],
    ),
    # The year of publication.
    ("Kasus kekerasan anak tahun ini meningkat.", [("up", None, 2025)]),
    ("Tahun ini kekerasan terhadap perempuan turun dibandingkan tahun lalu.", [("down", 2024, 2025)]),
    ("Jumlah kekerasan perempuan dan anak naik dibanding tahun 2024.", [("up", 2024, 2025)]),
    ("Tren kekerasan terhadap anak di kabupaten itu menurun.", [("down", None, 2025)]),
    # Every year, with and without the series.
    ("Setiap tahun kasus kekerasan terhadap anak bertambah.", [("up", None, None)]),
    ("Dari tahun ke tahun kekerasan terhadap perempuan makin sedikit.", [("down", None, None)]),
    (
        "Kasus kekerasan anak terus naik tiap tahun. Tahun 2021 ada 7 kasus, 2022 ada 12 kasus, dan 2023 "
        "ada 27 kasus.",
        [("up", 2021, 2023)],
    ),
    # Steps of a series, two directions.
    (
        "Pada 2021 pencabulan bertambah jadi 11 kasus dari 7 kasus di 2020, lalu turun ke angka 6 kasus "
        "pada 2022.",
        [("up", 2020, 2021), ("down", 2021, 2022)],
    ),
    (
        "Pada 2022 kekerasan terhadap anak naik menjadi 88 kasus, sebaliknya kekerasan terhadap "
        "perempuan turun menjadi 56 kasus.",
        [("up", None, 2022), ("down", None, 2022)],
    ),
    # Flat.
    ("Jumlah kasus kekerasan 2024 stagnan dibanding 2023.", [("flat", 2023, 2024)]),
    ("Angka kekerasan anak pada 2023 tidak mengalami kenaikan.", [("flat", None, 2023)]),
    # Restated: once.
    (
        "Kasus kekerasan di kota ini naik pada 2023. Kekerasan itu naik dari 40 kasus pada 2022, kata "
        "kepala dinas.",
        [("up", 2022, 2023)],
    ),
    (
        "KASUS NAIK\n\nKasus kekerasan anak di kota ini meningkat sepanjang 2024. Dinas mencatat 61 "
        "kasus, naik dibanding "
        "2023 yang 48 kasus.\n\nKenaikan itu dipicu makin beraninya warga melapor, kata kepala dinas.",
        [("up", 2023, 2024)],
    ),
    (
        "Polda menangani 200 kasus kekerasan terhadap anak selama Januari-Juni 2024. Pada periode yang "
        "sama tahun 2023 "
        "tercatat 150 kasus. Artinya terjadi peningkatan sebesar 33 persen.",
        [("up", 2023, 2024)],
    ),
    (
        "Tahun 2022 tercatat 30 kasus KDRT, tahun 2023 turun menjadi 22 kasus, dan tahun 2024 tinggal 15 "
        "kasus.",
        [("down", 2022, 2023), ("down", 2023, 2024)],
    ),
    (
        "Kekerasan terhadap perempuan tahun 2023 sama dengan tahun 2022, yaitu 33 kasus.",
        [("flat", 2022, 2023)],
    ),
    ("Syukurlah tahun ini kekerasan perempuan turun, kekerasan anak juga turun.", [("down", None, 2025)]),
    # Not stated: wishes, aims, doubts, questions, negations, fluctuation.
    ("Pemkot berharap angka kekerasan anak menurun tahun depan.", []),
    ("Sosialisasi digencarkan agar kasus kekerasan berkurang.", []),
    ("Semoga kekerasan terhadap perempuan makin berkurang.", []),
    ("Upaya itu untuk menurunkan angka kekerasan terhadap anak.", []),
    ("Apakah kasus kekerasan anak tahun ini naik?", []),
    ("Belum bisa disebut kasus kekerasan naik atau turun.", []),
    ("Bukan berarti kasus kekerasan boleh disebut turun dari tahun sebelumnya.", []),
    ("Dari tahun ke tahun kasus kekerasan naik turun.", []),
    ("Jangan sampai kasus kekerasan anak bertambah.", []),
    ("Dengan begitu kekerasan pasti bisa berkurang.", []),
    # The period compared with, a start, a conclusion, and other words for the same.
    ("Selama Januari-Mei 2025 KDRT 7 kasus, turun 3 kasus dari Januari-Mei 2024.", [("down", 2024, 2025)]),
    ("Laporan kekerasan anak bertambah 20 persen dari enam bulan pertama 2024.", [("up", 2024, 2025)]),
    ("Kasus KDRT disebut menurun sejak 2022.", [("down", 2022, 2025)]),
    ("Ada 40 aduan kekerasan. Tahun 2024, 52 aduan. Jadi turun dua belas.", [("down", 2024, 2025)]),
    (
        "Kekerasan anak pada 2024 ditekan menjadi 21 kasus dari semula 30 kasus pada 2023.",
        [("down", 2023, 2024)],
    ),
    ("Pada 2024 jumlah kasus kekerasan 38, persis seperti 2023.", [("flat", 2023, 2024)]),
    ("Dinas menargetkan jumlah kasus kekerasan menurun 20 persen.", []),
    ("Ia membantah kabar bahwa kasus kekerasan anak meningkat.", []),
    ("Modus kekerasan tidak banyak berubah.", []),
    # Counts side by side, without a word for the change.
    ("Tahun ini ada 19 perkara kekerasan anak, padahal 2023 cuma 13.", [("up", 2023, 2025)]),
    ("Kasus kekerasan anak pada 2024 ada 23, sekarang 34 kasus.", [("up", 2024, 2025)]),
    ("Kekerasan perempuan 2024 ada dua puluh, sekarang sebelas kasus.", [("down", 2024, 2025)]),
    ("Ada 32 laporan kekerasan sepanjang tahun ini. Tahun lalu cuma 18.", [("up", 2024, 2025)]),
    ("Kekerasan anak 2024 ada 23, sekarang 21 kasus dan tahun belum habis.", []),
    ("Kasus pencurian 2024 ada 23, sekarang 34 kasus.", []),
    ("Kasus kekerasan tahun 2022 ada 30, tahun 2021 juga 30.", []),
    ("Tahun ini ada 40 laporan kekerasan anak, padahal tahun lalu 30.", [("up", 2024, 2025)]),
    ("Tahun lalu laporan KDRT 20, tahun ini sudah 31.", [("up", 2024, 2025)]),
    ("Pada 2023 hanya ada 12 kasus kekerasan anak, tetapi 2024 sudah 20.", [("up", 2023, 2024)]),
    ("Kekerasan anak sepanjang 2024 mencapai 45 kasus. Tahun sebelumnya hanya 30.", [("up", 2023, 2024)]),
    # The year after the one told.
    (
        "Pada 2021 ada 58 kasus kekerasan. Setahun kemudian turun jadi 49 kasus, lalu melonjak ke 77 kasus "
        "pada 2023.",
        [("down", 2021, 2022), ("up", 2022, 2023)],
    ),
    # Further words for the same.
    ("Perkara KDRT stabil di angka 15 pada 2024.", [("flat", None, 2024)]),
    ("Jumlah kekerasan anak sama saja dengan tahun 2024.", [("flat", 2024, 2025)]),
    ("Pada 2021 ada 85 korban kekerasan, hampir dua kali lipat 2019.", [("up", 2019, 2021)]),
    ("Pada 2024 kekerasan anak 40 kasus. Ada kenaikan delapan kasus.", [("up", None, 2024)]),
    ("Turunnya permohonan dispensasi kawin disambut baik.", []),
    # Told in other words.
    ("Kasus kekerasan anak makin ramai dibanding tahun lalu.", [("up", 2024, 2025)]),
    ("Tahun 2024 ada 30 kasus kekerasan, 2023 ada 22. Berarti ada tambahan 8 kasus.", [("up", 2023, 2024)]),
    ("Kekerasan anak 2024 sudah melampaui catatan tahun 2023.", [("up", 2023, 2024)]),
    ("Laporan KDRT 2024 jumlahnya lebih rendah dari 2023.", [("down", 2023, 2024)]),
    ("Pengaduan kekerasan tidak lagi setinggi tahun lalu.", [("down", 2024, 2025)]),
    ("Perkara cabul berhasil diturunkan dibanding 2024.", [("down", 2024, 2025)]),
    ("Jumlah korban kekerasan tahun ini tak jauh beda dengan 2024.", [("flat", 2024, 2025)]),
    ("Jumlah korban kekerasan tahun ini tak beda jauh dengan 2024.", [("flat", 2024, 2025)]),
    (
        "Laporan kekerasan terus menurun dalam tiga tahun: 60 laporan pada 2021, 52 pada 2022, 31 pada 2023.",
        [("down", 2021, 2023)],
    ),
    ("Kasus kekerasan tahun 2024 tidak naik maupun turun.", [("flat", None, 2024)]),
    ("Kasus KDRT tahun 2024 begitu-begitu saja.", [("flat", None, 2024)]),
    # Every verb of the class, and words that need a time beside them.
    ("Kasus kekerasan anak melompat pada 2024.", [("up", None, 2024)]),
    ("Kasus kekerasan anak naik signifikan pada 2024.", [("up", None, 2024)]),
    ("Laporan kekerasan turun signifikan dibanding 2024.", [("down", 2024, 2025)]),
    ("Jumlah korban kekerasan tumbuh 12 persen dibanding 2024.", [("up", 2024, 2025)]),
    ("Dibandingkan tahun lalu, kasus kekerasan jauh lebih banyak.", [("up", 2024, 2025)]),
    ("Kekerasan anak makin parah ketimbang tahun lalu.", [("up", 2024, 2025)]),
    ("Kekerasan anak pada 2024 belum pernah sebanyak ini.", [("up", None, 2024)]),
    ("Pada 2024 ada 30 kasus kekerasan. Angka itu tertinggi dalam lima tahun.", [("up", None, 2024)]),
    ("Pada 2024 ada 30 kasus kekerasan, identik dengan 2023.", [("flat", 2023, 2024)]),
    ("Korban KDRT dari 40 orang pada 2023 menjadi 54 orang pada 2024.", [("up", 2023, 2024)]),
    ("Jika pada 2023 laporan kekerasan 40 kasus, pada 2024 hanya 31 kasus.", [("down", 2023, 2024)]),
    ("Tahun 2023 ada 40 kasus kekerasan, lalu pada 2024 tersisa 31.", [("down", 2023, 2024)]),
    ("Pada 2024 ada 54 kasus kekerasan. Setahun sebelumnya baru 40.", [("up", 2023, 2024)]),
    ("Pada 2024 ada 54 kasus kekerasan, dibanding tahun 2023 yang 40 kasus.", [("up", 2023, 2024)]),
    ("Kenaikan kasus kekerasan anak dari 2023 ke 2024 mencapai 35 persen.", [("up", 2023, 2024)]),
    ("Laporan kekerasan dulu sepi, sekarang ramai.", [("up", None, 2025)]),
    ("Dulu jarang, kini marak. Begitulah kekerasan anak di pesisir.", [("up", None, 2025)]),
    ("Pada 2024 ada 30 kasus kekerasan. Jumlah itu melampaui catatan 2023.", [("up", 2023, 2024)]),
    (
        "Pada 2024 ada 30 kasus kekerasan. Jumlahnya menanjak selama tiga tahun. Ada 18 kasus pada 2022 dan "
        "24 kasus pada 2023.",
        [("up", 2022, 2024)],
    ),
    ("Jika tahun 2023 KDRT 24 kasus, tahun 2024 angkanya 19 kasus.", [("down", 2023, 2024)]),
    ("Pengaduan kekerasan meningkat sejak kanal dibuka pada 2022.", [("up", 2022, 2025)]),
    ("Kekerasan anak belum menunjukkan tanda-tanda menurun.", []),
    ("Tahun lalu 40 kasus kekerasan anak, tahun ini per Mei sudah 35 kasus.", []),
    # What is hard to bring down has not come down; other crimes, other senses.
    ("Angka kekerasan anak susah turun.", []),
    ("Kekerasan anak tak kunjung turun dari takhtanya.", []),
    ("Ketika perkara lain turun, kekerasan anak malah naik pada 2024.", [("up", None, 2024)]),
    ("Kejahatan umum 712 kasus, turun 6 persen dibanding 2024.", []),
    # Bare series and people on the move state nothing.
    ("Kasus kekerasan anak 2021 ada 4, 2022 ada 7, 2023 ada 5.", []),
    ("Kekerasan seksual paling tinggi, yakni 40 kasus pada 2024.", []),
    ("Korban kekerasan turun ke Makale untuk melapor.", []),
    ("Perkara kekerasan anak itu naik ke polisi.", []),
    ("Perkara kekerasan anak itu naik sidang.", []),
    ("Kasus kekerasan anak Mei 14, sebelum turun ke 6 kasus pada Juni.", []),
    ("Jumlah pendamping korban kekerasan ditambah dari 4 menjadi 6 orang.", []),
    ("Kekerasan fisik lebih banyak ketimbang psikis.", []),
    # The subject stands sentences before, the year in a count beside.
    (
        "Tahun 2024 ada 60 kasus kekerasan. Hal itu dikatakan kepala dinas. Memang ada peningkatan "
        "dari 2023.",
        [("up", 2023, 2024)],
    ),
    (
        "Pada 2021 ada 30 kasus kekerasan. Begitu sekolah dibuka, angkanya melonjak lagi, 52 kasus pada "
        "2022, lalu 57 kasus pada 2023.",
        [("up", 2021, 2022)],
    ),
    (
        "Tahun 2022 ada 40 kasus kekerasan, tahun 2023 hingga Oktober kembali turun ke 31 kasus.",
        [("down", 2022, 2023)],
    ),
    (
        "Tahun 2023 naik menjadi 50 kasus kekerasan, sekarang belum habis tahun sudah 67.",
        [("up", None, 2023), ("up", 2023, 2025)],
    ),
    ("Dibandingkan catur wulan pertama tahun 2024, kasus kekerasan turun.", [("down", 2024, 2025)]),
    # The whole and a part of it.
    ("Kasus kekerasan turun dibanding 2024, terutama KDRT.", [("down", 2024, 2025), ("down", 2024, 2025)]),
    ("Kasus kekerasan turun dibanding 2024, terutama di pesisir.", [("down", 2024, 2025)]),
    (
        "Kekerasan turun dari 201 kasus pada 2024 menjadi 168 kasus. Penurunan paling besar terjadi pada "
        "kekerasan anak, dari 138 menjadi 107 kasus.",
        [("down", 2024, 2025), ("down", 2024, 2025)],
    ),
    # What went up and down is told by its last step only.
    (
        "Angka kekerasan naik turun. Tahun 2021 ada 32 kasus, 2022 melonjak ke 47 kasus, dan turun menjadi "
        "20 kasus pada 2024.",
        [("down", 2022, 2024)],
    ),
    # No statement.
    ("Korban naik mobil lima jam ke kota.", []),
    ("Kecamatan itu memuncaki daftar dengan 97 kasus kekerasan.", []),
    ("Tiga kecamatan tersisa nihil laporan kekerasan.", []),
    ("Kepala dinas belum mau menyimpulkan ada penurunan kasus kekerasan.", []),
    ("Ia tidak yakin kekerasan betul-betul berkurang.", []),
    ("Korban bercerita setelah perutnya membesar.", []),
    ("Korban baru bercerita setelah nilainya jeblok.", []),
    ("Masih ada tambahan dua kasus kekerasan yang berkasnya belum lengkap.", []),
    ("Kasus kekerasan ditangani, konselor ditambah sehingga jumlahnya naik menjadi 10 orang.", []),
    ("Tindak pidana yang dilaporkan turun 6 persen dibanding 2024.", []),
    # Something else rises, or nobody rises at all.
    ("Kesadaran warga untuk melapor kekerasan makin tinggi.", []),
    ("Anggaran perlindungan anak naik menjadi Rp 2 miliar pada 2024.", []),
    ("Laporan polisi turun 3 persen dibanding 2023.", []),
    ("Kasus itu naik ke tahap penyidikan.", []),
    ("Petugas kami sering turun ke sekolah bicara soal kekerasan.", []),
    ("Peningkatan kapasitas pendamping korban kekerasan digelar dua hari.", []),
    ("Kecelakaan lalu lintas meningkat dibanding tahun lalu.", []),
    ("Angka perceraian naik dari 400 menjadi 450 perkara.", []),
    ("Keluarga korban naik pitam.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_statements(text: str, wanted: Wanted) -> None:
    document = read_document(ArticleText(id="x", text=text, published=PUBLISHED))
    found = [(str(t.direction), t.from_year, t.to_year) for t in find_trends(document)]
    assert found == wanted


def test_last_year_precedes_the_year_that_january_looks_back_on() -> None:
    text = "Sepanjang 2023 ada 15 perkara KDRT. Jumlah itu sama dengan tahun lalu."
    document = read_document(ArticleText(id="x", text=text, published=date(2024, 1, 4)))
    assert [(t.from_year, t.to_year) for t in find_trends(document)] == [(2022, 2023)]


def test_unknown_publication_leaves_the_year_open() -> None:
    document = read_document(ArticleText(id="x", text="Kasus kekerasan anak masih naik."))
    assert [(t.from_year, t.to_year) for t in find_trends(document)] == [(None, None)]


def test_change_is_kept_as_delta() -> None:
    text = "Sepanjang 2023 tercatat 80 kasus kekerasan, bertambah 12 kasus dibanding tahun sebelumnya."
    (trend,) = find_trends(read_document(ArticleText(id="x", text=text)))
    assert trend.delta == 12
    assert text[trend.start : trend.end] == trend.evidence
