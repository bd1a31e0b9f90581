"""Sixty sentences about victims, in articles: what nobody may read, and what has to stay readable."""

from typing import NamedTuple


class Told(NamedTuple):
    """One sentence of an article."""

    sentence: str
    hidden: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


ARTICLES: tuple[tuple[Told, ...], ...] = (
    (
        Told(
            "Seorang remaja putri berinisial RAH (15) melapor ke Polres Kebumen bersama bibinya.",
            ("RAH",),
            ("Polres Kebumen",),
        ),
        Told(
            "RAH, pelajar kelas IX SMP Negeri 7 Kebumen, didampingi UPTD PPA sejak Mei 2023.",
            ("RAH", "7 Kebumen"),
            ("UPTD PPA", "Mei 2023"),
        ),
    ),
    (
        Told(
            "Kapolres AKBP Teguh Wiyono mengatakan korban NS baru berumur 11 tahun.",
            ("NS",),
            ("AKBP Teguh Wiyono",),
        ),
        Told("Orang tua NS, Suparman dan Lastri, menolak damai.", ("NS", "Suparman", "Lastri"), ()),
    ),
    (
        Told(
            "Dari 14 kasus pencabulan tahun 2022, satu korbannya bernama Fadila Nur Azizah.",
            ("Fadila", "Azizah"),
            ("14 kasus pencabulan tahun 2022",),
        ),
        Told(
            "Fadila kini dititipkan kepada kakeknya di Dusun Krajan, Desa Wonosari.",
            ("Fadila", "Krajan", "Wonosari"),
            (),
        ),
    ),
    (
        Told(
            "Kepala DP3A Kabupaten Sikka Yosefina Bajo menyebut 31 kasus ditangani.",
            (),
            ("Yosefina Bajo", "31 kasus", "DP3A Kabupaten Sikka"),
        ),
    ),
    (
        Told(
            "Gadis 16 tahun asal Desa Nita itu disetubuhi pamannya sendiri, PL (44).",
            ("Desa Nita", "PL"),
            ("16 tahun",),
        ),
    ),
    (
        Told(
            "Jenazah Marselina Wea, korban penganiayaan suaminya, dimakamkan di Kelurahan Kota Uneng.",
            ("Marselina", "Wea", "Kota Uneng"),
            (),
        ),
    ),
    (
        Told(
            "Bocah malang bernama Arkan itu ditemukan di rumah kontrakan Jalan Anggrek Nomor 9.",
            ("Arkan", "Anggrek"),
            (),
        ),
    ),
    (
        Told(
            "Pelaku adalah guru ngaji korban, Ustaz M, di Ponpes Darul Ikhlas.",
            ("Darul Ikhlas",),
            ("guru ngaji",),
        ),
    ),
    (
        Told(
            "Sebanyak 9 santriwati Pesantren Al Munawwar menjadi korban sepanjang 2024.",
            ("Al Munawwar",),
            ("9 santriwati", "sepanjang 2024"),
        ),
        Told("Salah satu santriwati, AF, bercerita kepada ibunya, Nyonya Hasanah.", ("AF", "Hasanah"), ()),
    ),
    (Told("Penyidik memeriksa saksi anak, teman sebangku korban bernama Ghina.", ("Ghina",), ("Penyidik",)),),
    (
        Told(
            "Anak korban, sebut saja Mawar, masih trauma kata Kasat Reskrim AKP Dodi Pratama.",
            ("Mawar",),
            ("AKP Dodi Pratama",),
        ),
    ),
    (
        Told(
            "Perempuan bernama Hartini (42) itu sudah tiga kali melaporkan suaminya, Sugiyono, karena KDRT.",
            ("Hartini", "Sugiyono"),
            ("tiga kali", "KDRT"),
        ),
        Told(
            "Tetangga menyebut Hartini jarang keluar rumah di Perumnas Condongcatur Blok F2.",
            ("Hartini", "Condongcatur"),
            (),
        ),
    ),
    (Told("Korban diketahui merupakan siswi SMK Bina Bangsa jurusan tata boga.", ("Bina Bangsa",), ()),),
    (
        Told(
            "Seorang mahasiswi Universitas Samudra Raya inisial TW menjadi korban pelecehan dosennya.",
            ("TW", "Samudra Raya"),
            ("pelecehan",),
        ),
    ),
    (
        Told(
            "Rektor mencatat 5 laporan ke Satgas PPKS selama 2023.", (), ("5 laporan", "Satgas PPKS", "2023")
        ),
    ),
    (
        Told(
            "Balita berusia empat tahun, putri dari Ahmad Yani Siregar, meninggal setelah dianiaya.",
            ("Ahmad", "Siregar"),
            ("empat tahun",),
        ),
    ),
    (Told("Siswa kelas 4 SDN 02 Pematang Raya dipukul temannya hingga gegar otak.", ("02 Pematang",), ()),),
    (Told("Ibu tiri korban, Rosmaida br Sinaga, mengaku kesal.", ("Rosmaida", "Sinaga"), ()),),
    (
        Told(
            "Dua kakak beradik, DA (9) dan DI (7), diselamatkan tim UPTD PPA Kota Binjai.",
            ("DA (", "DI ("),
            ("UPTD PPA Kota Binjai",),
        ),
        Told(
            "Keduanya anak pasangan Poniman-Sulastri yang tinggal di Lingkungan VII.",
            ("Poniman", "Sulastri"),
            (),
        ),
    ),
    (Told("Wakil Bupati Lombok Timur Rumaksi menyebut 120 pernikahan anak dicegah.", (), ("Rumaksi",)),),
    (
        Told(
            "Korban TPPO asal Desa Lenek bernama Baiq Nurhasanah dipulangkan dari Arab Saudi.",
            ("Lenek", "Baiq", "Nurhasanah"),
            ("Arab Saudi",),
        ),
        Told(
            "Ia lahir di Selong pada 3 Agustus 2008 dan putus sekolah karena hamil akibat diperkosa.",
            ("3 Agustus 2008",),
            (),
        ),
    ),
    (
        Told(
            "Menurut kuasa hukum korban, Advokat Lalu Anton Hariawan, kliennya berinisial BQ takut pulang.",
            ("BQ",),
            ("Lalu Anton Hariawan",),
        ),
    ),
    (
        Told(
            "Korban pemerkosaan itu, Ni Luh Sukerti, bekerja di warung milik bibinya.",
            ("Ni Luh", "Sukerti"),
            (),
        ),
    ),
    (
        Told(
            "Ketua LBH APIK Bali Ni Luh Putu Nilawati menyebut 48 perempuan didampingi pada 2022.",
            (),
            ("Ni Luh Putu Nilawati", "48 perempuan", "2022"),
        ),
    ),
    (
        Told(
            "Anak perempuan 13 tahun dengan inisial KDA diperkosa 11 orang di Parigi Moutong.",
            ("KDA",),
            ("13 tahun", "11 orang", "Parigi Moutong"),
        ),
        Told("Ayah KDA yang bernama Lukman meminta hukuman setimpal.", ("KDA", "Lukman"), ()),
    ),
    (
        Told(
            "Siswi berusia 14 tahun itu tinggal bersama nenek, Ina Bunga, di RT 12 RW 04 Kelurahan Oesapa.",
            ("Ina Bunga", "RT 12", "Oesapa"),
            ("14 tahun",),
        ),
    ),
    (
        Told(
            "Mama dari korban, Yuliana Tefa, melapor ke Polres Kupang pada 2021.",
            ("Yuliana", "Tefa"),
            ("Polres Kupang", "2021"),
        ),
    ),
    (Told("Yohana, bukan nama aslinya, mengaku dijual seharga Rp 2 juta.", ("Yohana",), ()),),
    (Told("Nama korban disamarkan menjadi Bunga oleh penyidik Unit PPA.", ("Bunga",), ("Unit PPA",)),),
    (Told("Mayat bayi itu dibuang ibunya yang masih pelajar SMA Negeri 1 Amfoang.", ("1 Amfoang",), ()),),
    (
        Told(
            "Terlapor AR (50) merupakan ayah kandung dari korban berinisial S.",
            ("AR (", " S."),
            ("ayah kandung",),
        ),
    ),
    (Told("Korban yang akrab disapa Neng Ipah itu kabur lewat jendela.", ("Neng Ipah", "Ipah"), ()),),
    (
        Told(
            "Adik korban, Rafi, menyaksikan ibunya Endang Susilowati dipukul.",
            ("Rafi", "Endang", "Susilowati"),
            (),
        ),
    ),
    (
        Told(
            "Seorang ibu rumah tangga, LM (33), warga Kampung Sawah Lega, mengadu ke P2TP2A.",
            ("LM", "Sawah Lega"),
            ("P2TP2A",),
        ),
    ),
    (
        Told(
            "Ada 27 aduan KDRT ke P2TP2A Garut kata Ketua P2TP2A Garut Diah Kurniasari.",
            (),
            ("27 aduan", "Diah Kurniasari", "Garut"),
        ),
    ),
    (
        Told(
            "Korban Tiara Anggraini, siswi SMA Pelita Harapan Jaya, dirawat di RSUD dr Slamet.",
            ("Tiara", "Anggraini", "Pelita Harapan Jaya"),
            (),
        ),
    ),
    (Told("Putri sulung Haji Maman, yang menjadi korban, sudah kembali bersekolah.", ("Maman",), ()),),
    (
        Told(
            "Istri terdakwa, Wa Ode Salmiah, mengalami luka di kepala.", ("Wa Ode", "Salmiah"), ("terdakwa",)
        ),
    ),
    (
        Told(
            "Kepala Dinas P3A Baubau Wa Ode Soraya menjelaskan 19 kasus pada semester I.",
            (),
            ("Wa Ode Soraya", "19 kasus", "semester I"),
        ),
    ),
    (
        Told(
            "Anak berkebutuhan khusus berinisial MJ itu dilecehkan penjaga SLB Negeri Baubau.",
            ("MJ", "SLB Negeri Baubau"),
            (),
        ),
    ),
    (Told("Kepada wartawan, Ratna (17) bercerita dipaksa menikah oleh pamannya.", ("Ratna",), ()),),
    (
        Told(
            "Menurut tante korban, Mey, peristiwa terjadi di rumahnya di Kelurahan Titiwungen.",
            ("Mey", "Titiwungen"),
            (),
        ),
    ),
    (
        Told(
            "Korban perundungan di SMP Katolik Santa Lusia itu bernama Kevin.", ("Santa Lusia", "Kevin"), ()
        ),
        Told(
            "Kevin adalah anak dari aparatur desa bernama Frans Lumentut.", ("Kevin", "Frans", "Lumentut"), ()
        ),
    ),
    (
        Told(
            "Pelapor, yaitu paman korban bernama Jefri Tumewu, membawa hasil visum.",
            ("Jefri", "Tumewu"),
            ("visum",),
        ),
    ),
    (
        Told(
            "Polda Sulut menangani 62 kasus kekerasan anak, kata Kabid Humas Kombes Iis Kristian.",
            (),
            ("62 kasus", "Iis Kristian", "Polda Sulut"),
        ),
    ),
    (
        Told(
            "Penyintas kekerasan seksual Dian Novitasari berbicara di depan hakim PN Ambon.",
            ("Dian", "Novitasari"),
            ("PN Ambon",),
        ),
    ),
    (Told("Istri oknum polisi Bripka FT, yakni Selvi, babak belur.", ("Selvi",), ()),),
    (
        Told(
            "Bocah SD berinisial YK (10) di Distrik Sentani Timur hilang lalu ditemukan meninggal.",
            ("YK",),
            ("Sentani Timur",),
        ),
        Told("Keluarga mendiang YK di Kampung Asei Kecil menuntut keadilan.", ("YK", "Asei Kecil"), ()),
    ),
    (
        Told(
            "Korban pelecehan merupakan atlet putri PPLP bernama Sisilia Rumbiak, 16 tahun.",
            ("Sisilia", "Rumbiak"),
            ("16 tahun",),
        ),
    ),
    (
        Told(
            "Direktur LBH APIK Jayapura Nur Aida Duwila mencatat 76 korban sepanjang 2023.",
            (),
            ("Nur Aida Duwila", "76 korban sepanjang 2023"),
        ),
    ),
)
