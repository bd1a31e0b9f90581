"""Sentences to directions and years, by what is stated rather than by its word. Published 2025-06-10."""

from datetime import date

import pytest

from extractors.document import read_document
from extractors.trends import find_trends
from models.records import ArticleText

PUBLISHED = date(2025, 6, 10)

ROWS: list[tuple[str, list[tuple[str, int | None]]]] = [
    # Steps of a series, two things in one sentence.
    (
        "Kekerasan anak 2021 ke 2022 bertambah enam kasus, 2022 ke 2023 bertambah lagi sembilan kasus.",
        [("up", 2022), ("up", 2023)],
    ),
    (
        "Kekerasan anak naik pada 2022, turun pada 2023, lalu naik lagi pada 2024.",
        [("up", 2022), ("down", 2023), ("up", 2024)],
    ),
    (
        "Kasus KDRT: 30 pada 2022, naik menjadi 41 pada 2023, dan naik lagi menjadi 55 pada 2024.",
        [("up", 2023), ("up", 2024)],
    ),
    (
        "Tahun 2022 laporan kekerasan naik 10 persen, tahun 2023 naik 15 persen, dan tahun 2024 "
        "turun 5 persen.",
        [("up", 2022), ("up", 2023), ("down", 2024)],
    ),
    (
        "Laporan kekerasan anak 40 pada 2021. Tahun berikutnya bertambah jadi 52, dan pada 2023 "
        "kembali bertambah jadi 60.",
        [("up", 2022), ("up", 2023)],
    ),
    (
        "Kekerasan perempuan 2021: 30 kasus. 2022: 41 kasus, naik. 2023: 35 kasus, turun.",
        [("up", 2022), ("down", 2023)],
    ),
    (
        "Kekerasan anak 2024 naik 12 kasus dari 2023; kekerasan perempuan sebaliknya, turun 5 kasus.",
        [("up", 2024), ("down", 2024)],
    ),
    (
        "Dari 18 kasus kekerasan pada 2021, angkanya merambat ke 25 pada 2022, ke 31 pada 2023, dan "
        "ke 44 pada 2024.",
        [("up", 2022), ("up", 2023), ("up", 2024)],
    ),
    (
        "Pada 2022 kekerasan anak turun ke 30 kasus, tetapi setahun kemudian melonjak ke 48.",
        [("down", 2022), ("up", 2023)],
    ),
    (
        "Anak korban kekerasan bertambah dari 20 orang pada 2023 menjadi 31 pada 2024, begitu pula "
        "perempuan, dari 14 menjadi 19.",
        [("up", 2024), ("up", 2024)],
    ),
    (
        "KDRT naik lima kasus, pencabulan naik tiga kasus, sedangkan penelantaran turun dua kasus pada 2024.",
        [("up", 2024), ("up", 2024), ("down", 2024)],
    ),
    (
        "Kekerasan seksual 2024: 31 (naik dari 25). Kekerasan fisik 2024: 12 (turun dari 16).",
        [("up", 2024), ("down", 2024)],
    ),
    (
        "Kekerasan terhadap perempuan turun pada 2024, sementara kekerasan terhadap anak tetap.",
        [("down", 2024), ("flat", 2024)],
    ),
    (
        "Kekerasan perempuan pada 2024 tidak berubah, yang berubah kekerasan anak: naik empat kasus.",
        [("flat", 2024), ("up", 2024)],
    ),
    (
        "Jika kekerasan perempuan menurun, tidak demikian dengan kekerasan anak yang meningkat pada 2024.",
        [("down", 2024), ("up", 2024)],
    ),
    ("2022-2023 kekerasan anak naik 5 kasus; 2023-2024 turun 3 kasus.", [("up", 2023), ("down", 2024)]),
    (
        "Dari 2022 ke 2023 kekerasan anak naik tipis, dari 2023 ke 2024 naik tajam.",
        [("up", 2023), ("up", 2024)],
    ),
    (
        "Tahun 2021 kekerasan anak 20 kasus, 2022 naik menjadi 25, 2023 naik menjadi 31, 2024 naik "
        "menjadi 40.",
        [("up", 2022), ("up", 2023), ("up", 2024)],
    ),
    (
        "Setiap tahun kekerasan anak naik: 2022 naik 5 kasus, 2023 naik 7 kasus, 2024 naik 9 kasus.",
        [("up", 2022), ("up", 2023), ("up", 2024)],
    ),
    (
        "Setelah 2022 mencatat 30 kasus kekerasan, 2023 turun ke 25 dan 2024 turun lagi ke 18.",
        [("down", 2023), ("down", 2024)],
    ),
    (
        "Kekerasan anak melonjak pada 2022 (31 kasus) dibanding 2021 (20 kasus), kemudian melandai "
        "pada 2023 (28 kasus).",
        [("up", 2022), ("down", 2023)],
    ),
    # Standstills.
    ("Kasus kekerasan anak pada 2024 tak bergeming dari angka 2023.", [("flat", 2024)]),
    ("Laporan kekerasan 2024 setali tiga uang dengan 2023, 30 kasus.", [("flat", 2024)]),
    ("Jumlah kekerasan anak bercokol di angka 22 pada 2023 dan 2024.", [("flat", 2024)]),
    ("Kekerasan perempuan pada 2024 tak beda dari 2023: 22 kasus.", [("flat", 2024)]),
    ("Kekerasan anak tahun 2024 bertahan di 19 kasus, sama dengan setahun sebelumnya.", [("flat", 2024)]),
    ("Angka kekerasan masih sama, 14 kasus pada 2023 dan 14 kasus pada 2024.", [("flat", 2024)]),
    ("Tidak ada kenaikan maupun penurunan kasus kekerasan anak pada 2024.", [("flat", 2024)]),
    ("Kekerasan anak pada 2024 statis di angka 30.", [("flat", 2024)]),
    ("Kekerasan anak 2024 sebelas dua belas dengan 2023.", [("flat", 2024)]),
    ("Jumlah korban KDRT 2024 tidak bertambah, tidak pula berkurang dari 2023.", [("flat", 2024)]),
    ("Kekerasan anak pada 2024 tetap di posisi 33 kasus seperti tahun sebelumnya.", [("flat", 2024)]),
    ("Pencabulan anak tidak ada perubahan: 2023 ada enam, 2024 ada enam.", [("flat", 2024)]),
    (
        "Laporan kekerasan terhadap anak tak mengalami perubahan berarti pada 2024 dibanding 2023.",
        [("flat", 2024)],
    ),
    ("Kekerasan anak pada 2024 relatif sama dengan tahun 2023.", [("flat", 2024)]),
    ("Tahun ini kasus kekerasan anak cenderung datar.", [("flat", 2025)]),
    ("Kekerasan anak 2024 sama persis dengan 2023.", [("flat", 2024)]),
    ("Kekerasan anak pada 2024 segitu-gitu saja dibanding 2023.", [("flat", 2024)]),
    ("Laporan kekerasan tak beranjak dari 30 kasus sejak 2022 hingga 2024.", [("flat", 2024)]),
    ("Jumlah laporan kekerasan anak 2024 menyamai 2023.", [("flat", 2024)]),
    ("Angka KDRT 2024 tidak jauh dari 2023.", [("flat", 2024)]),
    ("Angka KDRT 2024 dan 2023 sama, 20 kasus.", [("flat", 2024)]),
    ("Tahun 2023 sebanyak 20 kasus kekerasan, tahun 2024 jumlahnya sama.", [("flat", 2024)]),
    ("Tahun 2024 ada 20 kasus kekerasan anak, angka yang sama dengan tahun sebelumnya.", [("flat", 2024)]),
    ("Kekerasan anak belum naik dan belum turun dibanding 2024.", [("flat", 2025)]),
    ("Kekerasan anak pada 2024 konstan seperti 2023.", [("flat", 2024)]),
    ("Tak ada perbedaan jumlah korban kekerasan antara 2023 dan 2024.", [("flat", 2024)]),
    ("Kasus kekerasan anak tetap 20 sejak 2023 sampai 2024.", [("flat", 2024)]),
    ("Angka kekerasan anak di kota itu mandek sejak 2023.", [("flat", 2025)]),
    ("Kekerasan terhadap anak relatif konstan pada 2024.", [("flat", 2024)]),
    ("Kekerasan terhadap anak pada 2024 tidak lebih dan tidak kurang dari 2023.", [("flat", 2024)]),
    ("Kasus kekerasan pada 2024 bergeming di angka 15.", [("flat", 2024)]),
    ("Kekerasan anak pada 2024 tidak menunjukkan pergerakan dibanding 2023.", [("flat", 2024)]),
    ("Kondisinya masih sama: 12 korban kekerasan pada 2023, 12 korban pada 2024.", [("flat", 2024)]),
    ("Kekerasan anak: 12 (2023), 12 (2024). Tidak berubah.", [("flat", 2024)]),
    ("Tren kekerasan anak stabil pada 2024.", [("flat", 2024)]),
    ("Angka kekerasan anak 2024 hampir sama dengan angka 2023.", [("flat", 2024)]),
    ("Tidak ada peningkatan kasus kekerasan anak pada 2024.", [("flat", 2024)]),
    # Rises.
    (
        "Sesudah turun tiga tahun, pada 2024 kekerasan anak naik menjadi 40 kasus dari 31 kasus.",
        [("up", 2024)],
    ),
    ("Kasus kekerasan seksual pada 2024 dua kali lebih banyak dari 2023.", [("up", 2024)]),
    ("Jumlah laporan kekerasan 2024 hampir dua kali 2023.", [("up", 2024)]),
    ("Laporan kekerasan 2024 lebih 12 kasus dari 2023.", [("up", 2024)]),
    ("Bukannya turun, kekerasan anak pada 2024 malah naik.", [("up", 2024)]),
    ("Kekerasan anak pada 2024 tertinggi sejak 2019.", [("up", 2024)]),
    ("Tahun 2023 tidak ada kasus kekerasan seksual; tahun 2024 muncul empat kasus.", [("up", 2024)]),
    ("Jika 2023 ada 20 aduan kekerasan, 2024 sudah 31.", [("up", 2024)]),
    ("Tren kekerasan anak pada 2024 menunjukkan arah naik.", [("up", 2024)]),
    ("Sepanjang 2024 terjadi 66 kasus kekerasan anak. Bandingkan dengan 2023 yang 40 kasus.", [("up", 2024)]),
    ("Laporan kekerasan pada 2024 menembus 100, padahal 2023 hanya 80.", [("up", 2024)]),
    ("Pencabulan anak pada 2024 tambah lima kasus dibanding 2023.", [("up", 2024)]),
    ("Polisi menangani 31 perkara cabul pada 2024, setahun silam baru 22.", [("up", 2024)]),
    (
        "Persentase perempuan yang mengalami kekerasan naik dari 8 persen pada 2023 menjadi 12 "
        "persen pada 2024.",
        [("up", 2024)],
    ),
    ("KDRT 2024: 45. KDRT 2023: 30. Jadi ada peningkatan.", [("up", 2024)]),
    ("Naik! Kekerasan anak pada 2024 mencapai 60 kasus dari 40 kasus pada 2023.", [("up", 2024)]),
    ("Jumlah korban 2024, 60 orang, melebihi korban kekerasan 2023 yang 41 orang.", [("up", 2024)]),
    ("Kenaikan dialami kekerasan terhadap anak pada 2024.", [("up", 2024)]),
    (
        "Setiap tahun ada saja tambahan korban kekerasan: 2022 ada 30, 2023 ada 35, 2024 ada 41.",
        [("up", 2024)],
    ),
    ("Kabar kurang sedap datang dari data kekerasan anak: 2024 naik 12 kasus.", [("up", 2024)]),
    ("Bocah korban kekerasan bertambah lima orang pada 2024.", [("up", 2024)]),
    ("Kekerasan dalam pacaran meningkat pada 2024.", [("up", 2024)]),
    ("Konsultasi kekerasan lewat hotline melonjak pada 2024.", [("up", 2024)]),
    ("Lebih banyak anak menjadi korban kekerasan pada 2024 dibanding 2023.", [("up", 2024)]),
    ("Jumlahnya naik, dari 20 korban kekerasan pada 2023 menjadi 31 pada 2024.", [("up", 2024)]),
    (
        "Tercatat 31 kasus kekerasan pada 2024 atau 11 kasus lebih banyak daripada tahun sebelumnya.",
        [("up", 2024)],
    ),
    ("Belum lagi setengah tahun, kekerasan anak sudah melebihi jumlah 2024.", [("up", 2025)]),
    ("Peningkatan kekerasan anak pada 2024 mengkhawatirkan DPRD.", [("up", 2024)]),
    ("Menurut Kapolres, ada tren naik kekerasan anak pada 2024.", [("up", 2024)]),
    # Falls.
    ("Laporan kekerasan 2024 kurang 12 kasus dari 2023.", [("down", 2024)]),
    (
        "Angka kekerasan anak dapat ditekan dari 40 kasus pada 2023 menjadi 25 kasus pada 2024.",
        [("down", 2024)],
    ),
    ("Kekerasan seksual pada anak terendah dalam lima tahun pada 2024.", [("down", 2024)]),
    ("Kekerasan anak 2024 lebih terkendali: 25 kasus, sedangkan 2023 ada 40.", [("down", 2024)]),
    ("Perkara kekerasan yang masuk pada 2024 berkurang hampir separuhnya.", [("down", 2024)]),
    ("Pengaduan kekerasan tidak sebanyak 2023; pada 2024 hanya 40 aduan.", [("down", 2024)]),
    ("Kekerasan anak turun jadi 20 kasus pada 2024. Tahun sebelumnya 33.", [("down", 2024)]),
    ("Dua tahun terakhir kekerasan terhadap perempuan menurun.", [("down", 2025)]),
    ("Penurunan terlihat pada kasus KDRT, dari 33 kasus pada 2023 ke 20 kasus pada 2024.", [("down", 2024)]),
    ("Tahun 2023 kita 40 kasus kekerasan, tahun 2024 kita 33. Ada perbaikan.", [("down", 2024)]),
    ("Tren kekerasan perempuan negatif alias turun pada 2024.", [("down", 2024)]),
    ('"Alhamdulillah turun," kata kepala dinas tentang kekerasan anak tahun 2024.', [("down", 2024)]),
    ("Lain halnya dengan KDRT, kasusnya menyusut dari 25 pada 2023 jadi 18 pada 2024.", [("down", 2024)]),
    ("Pada 2023 laporan kekerasan masih 40, pada 2024 sudah tinggal 28.", [("down", 2024)]),
    ("Kekerasan terhadap anak menurun 12 persen (2023-2024).", [("down", 2024)]),
    ("Kasus kekerasan anak 2024 lebih kecil ketimbang tahun 2023.", [("down", 2024)]),
    ("Kalau 2023 kekerasan anak 40 kasus, maka 2024 menjadi 28 kasus.", [("down", 2024)]),
    ("Berkurangnya kekerasan anak pada 2024 disambut gembira.", [("down", 2024)]),
    ("Angka kekerasan anak pada 2024 meluncur turun ke 28 kasus.", [("down", 2024)]),
    ("Kekerasan anak yang dilaporkan menyusut drastis, tinggal 12 kasus pada 2024.", [("down", 2024)]),
    ("Yang turun hanya KDRT pada 2024.", [("down", 2024)]),
    ("Jumlah anak yang dicabuli menurun dari 20 pada 2023 menjadi 12 pada 2024.", [("down", 2024)]),
    ("Santri korban pelecehan seksual berkurang pada 2024.", [("down", 2024)]),
    # No statement, or not of violence.
    ("Angka kekerasan 2024 hanya terpaut satu kasus dari 2023.", []),
    ("Tahun 2023 ada 40 kasus kekerasan anak, tahun 2024 ada 45 kasus.", []),
    ("Kekerasan fisik 12 kasus, lebih banyak dari kekerasan psikis 8 kasus pada 2024.", []),
    ("Kasus kekerasan anak tahun 2024 lebih banyak terjadi di rumah.", []),
    ("Kekerasan anak paling banyak terjadi pada 2023.", []),
    ("Anggaran perlindungan perempuan turun dari Rp 2 miliar pada 2023 menjadi Rp 1 miliar pada 2024.", []),
    ("Jumlah laporan yang dituntaskan naik dari 60 persen pada 2023 menjadi 80 persen pada 2024.", []),
    ("Keberanian korban kekerasan untuk melapor terus naik.", []),
    ("Kami ingin kekerasan anak turun pada 2026.", []),
    ("Jika tidak dicegah, kekerasan anak akan terus naik.", []),
    ("Angka stunting turun dari 20 persen pada 2023 menjadi 15 persen pada 2024.", []),
    ("Dari 40 korban kekerasan pada 2024, 30 anak dan 10 perempuan.", []),
    ("Pencurian naik dari 40 menjadi 60 kasus pada 2024, sementara kekerasan anak ada 20 kasus.", []),
    ("Bertambah lagi korban kekerasan seksual di pesantren itu.", []),
    ("Jumlah korban pencabulan guru itu bertambah menjadi lima orang.", []),
    ("Korban guru itu bertambah jadi tujuh anak setelah dua santri melapor.", []),
    ("Kekerasan anak meningkatkan risiko putus sekolah.", []),
    ("Laporan kekerasan yang naik ke penyidikan 20 kasus pada 2024.", []),
    ("Meningkatnya jumlah penduduk memicu kekerasan.", []),
    ("Kekerasan seksual naik peringkat menjadi yang terbanyak pada 2024.", []),
    ("Tingginya angka kekerasan anak pada 2024 membuat pemkot prihatin.", []),
    ("Hingga Mei 2025 tercatat 31 kasus kekerasan. Periode yang sama tahun lalu 25 kasus.", []),
    ("Kekerasan anak belum menunjukkan penurunan pada 2024.", []),
    ("Dispensasi nikah turun pada 2024.", []),
    ("Perceraian akibat KDRT naik dari 30 perkara pada 2023 menjadi 41 perkara pada 2024.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_wordings(text: str, wanted: list[tuple[str, int | None]]) -> None:
    document = read_document(ArticleText(id="x", text=text, published=PUBLISHED))
    assert [(str(trend.direction), trend.to_year) for trend in find_trends(document)] == wanted
