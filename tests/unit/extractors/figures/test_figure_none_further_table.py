"""Further numbers that count no violence, beside those that do; sentences of our own."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

TOLD = [
    (
        "Kepala UPTD PPA menyebut korban baru berumur lima tahun; pelakunya kakek 70 tahun. Ada tiga saksi.",
        [],
    ),
    (
        "Komnas Perempuan menerima 14 pengaduan dari Papua selama 2023. Komnas Perempuan punya 15 "
        "komisioner.",
        [14],
    ),
    (
        "Kementerian menyalurkan DAK Rp 120 miliar ke 305 daerah untuk layanan perempuan dan anak "
        "korban kekerasan.",
        [],
    ),
    (
        "Puskesmas Oesapo menangani 30 ibu hamil dan 41 balita stunting. Perempuan korban kekerasan "
        "juga dilayani.",
        [],
    ),
    (
        "Penyintas itu, anak kedua dari empat bersaudara, dipukuli ayahnya sejak umur enam. Tiga kali"
        " ia lari.",
        [],
    ),
    (
        "Kasus perkosaan itu melibatkan 7 pelaku, 4 sudah ditahan dan 3 masih buron, ujar Kapolres Kupang.",
        [],
    ),
    (
        "Rumah tahanan perempuan di Kupang dihuni 64 orang. Dua belas kasus korupsi, sisanya narkoba.",
        [],
    ),
    (
        "UPTD PPA menggelar layanan keliling di 8 kecamatan dan menjangkau 540 perempuan. Materinya "
        "pencegahan KDRT.",
        [],
    ),
    (
        "Sedikitnya 300 perempuan berunjuk rasa menolak kekerasan seksual di Kota Jayapura.",
        [],
    ),
    (
        "Selama 2023 Polres Alor menangani lima kasus TPPO. Kasus terbaru, 22 warga Alor hendak "
        "dikirim ke Malaysia secara ilegal.",
        [5],
    ),
    (
        "Unit PPA melimpahkan berkas tiga tersangka pengeroyokan terhadap seorang pelajar ke jaksa di"
        " Kota Metro.",
        [],
    ),
    (
        "Sebanyak 41 anak ikut khitanan massal yang digelar Dinas P3A Kota Ternate.",
        [],
    ),
    (
        "Saat ini ada 22 ribu anak yatim di Lombok Timur. Mereka rawan jadi korban kekerasan dan "
        "eksploitasi.",
        [],
    ),
    (
        "Dua angka disodorkan Dinas P3A Kabupaten Ende: korban anak 14 dan korban perempuan 9 orang "
        "sepanjang 2023.",
        [9, 14],
    ),
    (
        "Urutan kecamatan di Kabupaten Ende menurut kasus kekerasan anak 2023: (1) Nangapanda 8 "
        "kasus, (2) Detusoko 6 kasus, (3) Wewaria 5 kasus.",
        [5, 6, 8],
    ),
    (
        "Kasus kekerasan anak di Kabupaten Ende merangkak dari 27 ke 31 pada 2023.",
        [27, 31],
    ),
    (
        "Terpaut sembilan dari tahun lalu, kekerasan anak di Kabupaten Ende tahun 2021 tinggal 38 "
        "kasus. Tahun lalu 47 kasus.",
        [38, 47],
    ),
    (
        "Kekerasan anak di Kabupaten Ende tahun 2021 ada 40 kasus. Penurunan paling terasa, enam "
        "kasus, terjadi di kota.",
        [40],
    ),
    (
        "Pada 2023 korban kekerasan anak di Kabupaten Belu 12 orang; Kabupaten Ende, Kabupaten Ngada "
        "dan Kabupaten Sikka kompak di angka 7.",
        [7, 7, 7, 12],
    ),
    (
        "Kekerasan anak di Kabupaten Ende tahun 2023 masih di bawah 30 kasus, tepatnya 29.",
        [29],
    ),
    (
        "Semula disebut 33, data kekerasan anak Kabupaten Ende 2024 diralat menjadi 31 kasus karena "
        "dua laporan ganda.",
        [31],
    ),
    (
        "Kekerasan anak di Kabupaten Ende tahun 2023 sebanyak 41 kasus. Bupati ingin angkanya tinggal 20.",
        [41],
    ),
    (
        "Polres Ende menerima 22 laporan kekerasan anak tahun 2023: 9 masih lidik, 7 naik sidik, 4 "
        "tahap dua, 2 dihentikan.",
        [2, 4, 7, 9, 22],
    ),
    (
        "WCC Ende menemukan enam dari 21 perkosaan tahun 2020 terjadi di kebun.",
        [6, 21],
    ),
    (
        "Setiap satgas perlindungan anak beranggotakan lima guru dan sepuluh siswa.",
        [],
    ),
    (
        "LBH mendampingi penyintas kekerasan online di Kota Kupang tahun 2022: ancaman sebar foto "
        "(21), peretasan akun (6), doxing (5).",
        [5, 6, 21],
    ),
    (
        "Dalam acara yang dihadiri 80 peserta itu dinas membuka data: korban kekerasan di Kabupaten "
        "Ende tahun 2023 sebanyak 15 orang, perempuan 6 orang dan anak 9 orang.",
        [6, 9, 15],
    ),
    (
        "Tahun 2023 ada 9 anak Ende berhadapan dengan hukum sebagai pelaku, 5 kasus pencurian dan 4 "
        "pencabulan.",
        [4, 5, 9],
    ),
    (
        "Sampai akhir Januari 2022 belum ada laporan kekerasan terhadap perempuan yang masuk ke UPTD "
        "PPA Kabupaten Ende.",
        [0],
    ),
    (
        "Mobil perlindungan sudah keliling 20 desa di Kabupaten Ende dan melayani 310 warga. "
        "Layanannya konsultasi hukum (90 orang) dan cek kesehatan (220 orang).",
        [],
    ),
    (
        "Kekerasan anak di Kabupaten Ende 22 kasus pada semester I 2023. Itu lebih baik dibanding 14 "
        "kasus pada semester yang sama 2022.",
        [14, 22],
    ),
    (
        "Di Kabupaten Ende kasus kekerasan anak 8 (2022). Dua kali lipat lebih dari sebelumnya yang "
        "lima kasus.",
        [5, 8],
    ),
    (
        "Kasus kekerasan anak di Sulawesi Utara berjumlah 44. Manado 20, dan satu di Sitaro.",
        [1, 20, 44],
    ),
    (
        "Polres Ende menangani 13 kasus kekerasan anak. Dua belas selesai. Satu lagi masih di jaksa.",
        [1, 12, 13],
    ),
    (
        "Yang ditangani Unit PPA Polres Flores Timur 62, separuhnya anak (31), sisanya perempuan (31).",
        [31, 31, 62],
    ),
    (
        "Kekerasan terhadap anak di Kabupaten Ngada? Jumlahnya 19, kata Kepala Dinas P3A.",
        [19],
    ),
    (
        "Perkara perlindungan anak di Kejari Ngada meningkat. Tahun 2023 baru 11. Kini 19.",
        [11, 19],
    ),
    (
        "DP3A Kaltim menghimpun 240 kasus kekerasan anak pada 2023, lebih tinggi dari 198 setahun "
        "sebelumnya.",
        [198, 240],
    ),
    (
        "DP3A Kaltim menghimpun 240 kasus kekerasan anak pada 2023, melampaui catatan 2022 yang cuma 198.",
        [198, 240],
    ),
    (
        "Anak korban kekerasan yang dilayani rumah perlindungan: 14 anak, terdiri dari 8 perempuan "
        "dan 6 laki-laki.",
        [6, 8, 14],
    ),
    (
        "Kasus kekerasan anak di Kabupaten Landak 21. Tiga bulan terakhir bertambah 4 kasus lagi, "
        "yang semuanya persetubuhan.",
        [4, 21],
    ),
    (
        "Korban 15, pelaku 12. Begitulah isi 27 perkara anak yang didampingi LPA Kota Bima sepanjang 2022.",
        [12, 15, 27],
    ),
    (
        "Kasat Reskrim menyebut Polres Langsa menangani 31 dengan korban anak sepanjang 2023; "
        "tersangkanya 33 orang.",
        [31, 33],
    ),
    (
        "Yang jadi korban kekerasan seksual di Kota Sorong 12 anak. KDRT dialami tujuh ibu.",
        [7, 12],
    ),
    (
        "Delapan perempuan melapor ke Dinas P3A Kaur karena dipukul suami selama Mei 2023. Lima "
        "berakhir damai, tiga berlanjut ke pengadilan.",
        [3, 5, 8],
    ),
    (
        "Kekerasan di Kabupaten Seluma menimpa 15 orang: perempuan 9, anak 6.",
        [6, 9, 15],
    ),
    (
        "Kasus kekerasan anak di Sulawesi Utara berjumlah 44. Manado 20, dan satu di Sitaro.",
        [1, 20, 44],
    ),
    (
        "Pelecehan terhadap anak di Kota Ambon 51 kasus. Sirimau 13 menjadi kecamatan yang paling rawan.",
        [13, 51],
    ),
    (
        "Selama Januari 2024 di Polres Nagekeo tak satu kasus KDRT pun masuk, sedangkan kekerasan "
        "anak 6 kasus.",
        [0, 6],
    ),
    (
        "UPTD PPA Kabupaten Natuna menerima 11 kasus kekerasan anak. Untuk perdagangan orang nol, "
        "eksploitasi juga kosong.",
        [0, 0, 11],
    ),
    (
        "Tahun 2022 tercatat 28 dan tahun 2023 45 kasus kekerasan perempuan di Kabupaten Sorong, total 73.",
        [28, 45, 73],
    ),
    (
        "Pada 2020 dan 2021 masing-masing 201 serta 377 perempuan mengadu ke LBH APIK Jabar karena "
        "kekerasan.",
        [201, 377],
    ),
    (
        "Perempuan yang minta visum karena dipukul suami di RSUD Kota Serang 36 orang pada 2022. Anak 22.",
        [22, 36],
    ),
    (
        "Aduan kekerasan ke Komnas Perempuan dari Kalimantan Utara: 54 (2022), 17 (2023).",
        [17, 54],
    ),
    (
        "Kekerasan perempuan dan anak di Kabupaten Belu 98 kasus (64 anak, 34 perempuan).",
        [34, 64, 98],
    ),
    (
        "Ratusan perempuan dan anak di Riau menjadi korban kekerasan. Persisnya 511 anak dan 288 perempuan.",
        [288, 511],
    ),
    (
        "Di Kabupaten Kapuas, 112 perempuan disakiti suaminya sepanjang 2023. Lima puluh tujuh di "
        "antaranya memilih bercerai.",
        [57, 112],
    ),
    (
        "Pelaku kekerasan seksual anak di Kota Tidore tahun ini 7 orang, 4 sudah divonis.",
        [4, 7],
    ),
    (
        "Perundungan di sekolah di Kota Batu: SD 9, SMP 9, jumlah 18 kasus.",
        [9, 9, 18],
    ),
    (
        "KABUPATEN PROBOLINGGO mencatat 310 kekerasan terhadap perempuan dan anak.\nKecamatan "
        "Kraksaan | 22\nKecamatan Paiton | 18",
        [18, 22, 310],
    ),
    (
        "Kekerasan anak di Mimika pada Mei 26 kasus, Juni sisa 3.",
        [3, 26],
    ),
    (
        "Korban kekerasan yang melapor ke UPT PPA Dumai 83: 60 anak; 23 dewasa.",
        [23, 60, 83],
    ),
    (
        "Ada 11 anak di Kota Sabang yang jadi korban. Sembilan dilecehkan, dua ditelantarkan.",
        [2, 9, 11],
    ),
    (
        "Jumlah kekerasan terhadap anak di Surabaya tahun 2021 di atas 150, tahun sebelumnya 64.",
        [64, 150],
    ),
    (
        "Polsek Tallo 17, Polsek Rappocini 9. Itulah laporan kekerasan terhadap anak yang diterima "
        "jajaran Polrestabes Makassar pada 2023.",
        [9, 17],
    ),
    (
        "Kekerasan yang menimpa perempuan di Kabupaten Kaimana mendekati 40 sejak Januari 2024.",
        [40],
    ),
    (
        "Satu bulan berjalan, Dinas P3A Kabupaten Sabu Raijua sudah kemasukan tiga pengaduan "
        "kekerasan terhadap anak.",
        [3],
    ),
]


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_only_counts_of_violence_are_figures(text: str, values: list[int]) -> None:
    assert sorted(figure.value for figure in figures_of(text)) == values
