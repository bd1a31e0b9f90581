"""Numbers that count no violence, beside those that do; sentences of our own."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

TOLD = [
    (
        "Petugas UPTD PPA Kabupaten Tegal berjumlah sebelas orang, tujuh di antaranya perempuan. "
        "Mereka bekerja siang malam menolong korban kekerasan.",
        [],
    ),
    (
        "Rumah aman di Kota Kupang dapat menampung 14 korban. Fasilitasnya delapan kamar dan dua "
        "kamar mandi.",
        [],
    ),
    (
        "Lembaga layanan bagi korban kekerasan di Sumba baru lima. Tahun depan pemerintah menambah dua lagi.",
        [],
    ),
    (
        "Sebanyak 315 desa di Kabupaten Blora kini memiliki kader perlindungan anak. Masing-masing "
        "desa empat orang, seluruhnya 1.260 orang.",
        [],
    ),
    (
        "Polres Klaten menangkap seorang ayah tiri yang mencabuli dua anaknya. Kedua korban masih "
        "duduk di kelas 3 dan 5 SD. Pelaku melakukan perbuatan itu sebanyak enam kali.",
        [],
    ),
    (
        "Angka kriminalitas di Kabupaten Pati turun dari 1.020 laporan menjadi 870 laporan. Pencurian"
        " 210 kasus, penipuan 140 kasus, narkoba 88 kasus.",
        [],
    ),
    (
        "Selama 2023, kejahatan di Kabupaten Pati turun dari 1.020 menjadi 870 kasus. Kekerasan "
        "terhadap anak sendiri tercatat 34 kasus.",
        [34],
    ),
    (
        "Kader PATBM yang dilatih 120 orang, terdiri atas 80 perempuan dan 40 laki-laki, untuk "
        "mencegah kekerasan terhadap anak.",
        [],
    ),
    (
        "Kasus kekerasan terhadap anak di Kota Solo pada 2023 sebanyak 52 kasus, turun 13 kasus atau "
        "20 persen dibanding tahun sebelumnya.",
        [52],
    ),
    (
        "Kasus kekerasan terhadap anak di Kota Solo pada 2023 sebanyak 52, tiga belas lebih sedikit "
        "daripada 65 pada 2022.",
        [52, 65],
    ),
    (
        "Tiga siswi SMP di Kabupaten Bone diduga dilecehkan gurunya. Polisi memeriksa tujuh saksi. "
        "Kasus ini ditangani Unit PPA Polres Bone.",
        [],
    ),
    (
        "Pengadilan Agama Jember memutus 4.210 perkara cerai gugat selama 2023, 1.302 di antaranya "
        "karena KDRT.",
        [],
    ),
    (
        "Sepanjang 2022 RS Bhayangkara mengeluarkan 640 visum et repertum. 120 di antaranya visum "
        "jenazah, selebihnya korban hidup.",
        [],
    ),
    (
        "Satu dari tiga anak perempuan di Indonesia pernah mengalami kekerasan, menurut survei nasional.",
        [],
    ),
    (
        "Jumlah penduduk Kota Baubau 160.000 jiwa, sepertiganya anak. Dinas PPPA Baubau mencegah "
        "kekerasan lewat 43 kelurahan ramah anak.",
        [],
    ),
    (
        "Sebanyak 78 kasus kekerasan terhadap perempuan dan anak terjadi di Kabupaten Kutai Barat "
        "pada 2022. Dinas hanya punya dua psikolog dan satu mobil perlindungan.",
        [78],
    ),
    (
        "Hotline SAPA 129 menerima 12 ribu panggilan selama 2023. Sebagian besar iseng.",
        [],
    ),
    (
        "Situs ini dikunjungi 3.412 orang bulan ini.\nPengunjung hari ini: 41\nTotal kunjungan: "
        "99120\nKekerasan terhadap perempuan harus dicegah bersama.",
        [],
    ),
    (
        "Polisi menggagalkan pengiriman 19 calon pekerja migran ilegal ke Malaysia, Senin malam. Dua "
        "tersangka, HS dan MN, ditahan.",
        [],
    ),
    (
        "DPRD Kota Palu mengesahkan Perda Perlindungan Perempuan dan Anak yang terdiri atas 14 bab "
        "dan 62 pasal. Rapat dihadiri 30 dari 45 anggota dewan, sembilan di antaranya perempuan.",
        [],
    ),
    (
        "Dinas PPPA Kabupaten Alor menargetkan 50 forum anak terbentuk. Hingga kini baru 23.",
        [],
    ),
    (
        "Ia bercerita tentang seorang anak korban kekerasan yang baru berusia 9 tahun. Satu korban "
        "lain, 12 tahun, sudah pulang ke keluarganya.",
        [],
    ),
    (
        "Anggaran penanganan kekerasan terhadap perempuan 2024 sebesar 850 juta, naik 150 dari tahun lalu.",
        [],
    ),
    (
        "Layanan yang diterima korban sepanjang 2023 berjumlah 940, meliputi konsultasi hukum 310, "
        "pendampingan psikologis 420 dan visum 210. Kekerasan terhadap anak tetap perhatian dinas.",
        [],
    ),
    (
        "Polda Bali mencatat 61 orang tewas dalam kecelakaan lalu lintas dan 210 luka-luka. Perempuan"
        " 20 orang.",
        [],
    ),
    (
        "Tahun lalu Polres Sikka menangani 17 kasus KDRT. Sementara itu curanmor 40 kasus, "
        "penganiayaan 88, judi 12, dan lakalantas 61 kejadian.",
        [17],
    ),
    (
        "Seminar pencegahan perundungan di SMAN 2 Bima diikuti 300 siswa dari 12 sekolah. Dua siswa "
        "terbaik mendapat hadiah.",
        [],
    ),
    (
        "Sejak berdiri tahun 2015, yayasan itu telah melatih 640 perempuan penyintas menjahit.",
        [],
    ),
    (
        "Di Kabupaten Banggai, sembilan kasus kekerasan terhadap anak dilaporkan selama Juni 2023. "
        "Salah satunya menimpa dua bersaudara di Luwuk.",
        [9],
    ),
    (
        "Survei terhadap 1.200 responden perempuan menunjukkan 480 orang pernah dilecehkan di angkutan umum.",
        [],
    ),
    (
        "Tersangka AR (45) mengaku sudah tiga kali menyetubuhi anak kandungnya. Polisi menyita dua "
        "helai baju. Ia terancam 15 tahun penjara.",
        [],
    ),
    (
        "Kemen PPPA mendorong 514 kabupaten/kota membentuk UPTD PPA. Sampai Juni baru 331 yang terbentuk.",
        [],
    ),
    (
        "Unit PPA Polres Ende menangani 33 laporan kekerasan anak tahun 2022. Dari laporan polisi "
        "umum yang masuk 560, selesai 390.",
        [33],
    ),
    (
        "Forum anak Kabupaten Sigi beranggotakan 45 anak, 25 perempuan dan 20 laki-laki. Mereka "
        "berkampanye menolak perkawinan anak.",
        [],
    ),
    (
        "Pos pengaduan itu dijaga empat perempuan. Mereka bergantian menerima telepon korban.",
        [],
    ),
    (
        "Jumlah pengaduan ke LBH APIK Aceh pada 2022 ialah 88, delapan belas lebih banyak dari 2021 "
        "yang hanya 70.",
        [70, 88],
    ),
    (
        "Menurut undang-undang, pelaku kekerasan terhadap anak dapat dihukum 15 tahun dan denda 5 "
        "miliar, ditambah sepertiga bila pelakunya orang tua.",
        [],
    ),
    (
        "Sudah ada 16 sekolah di Kota Tual yang membentuk satgas anti kekerasan. Enam lagi menyusul.",
        [],
    ),
    (
        "Setiap psikolog mendampingi 20 korban. Idealnya satu psikolog cukup lima korban.",
        [],
    ),
    (
        "Rumah aman itu berkapasitas 12 orang. Perempuan dan anak korban kekerasan dapat tinggal dua pekan.",
        [],
    ),
    (
        "Baru enam kecamatan yang punya layanan bagi anak korban kekerasan.",
        [],
    ),
    (
        "Kepala dinas mengajak 75 anak bermain agar trauma akibat kekerasan berkurang.",
        [],
    ),
    (
        "Di ruang itu ada tujuh ibu yang pernah mengalami KDRT. Mereka saling bercerita.",
        [],
    ),
    (
        "Polisi menerima laporan dari empat orang tua murid. Kelima anak mereka diduga dicabuli "
        "penjaga sekolah di Kabupaten Kendal.",
        [],
    ),
    (
        "Seorang pria di Kota Tegal ditangkap karena menganiaya istri dan dua anaknya.",
        [],
    ),
    (
        "UPTD PPA Kabupaten Kendal menangani 12 kasus kekerasan anak pada 2024. Kasus terakhir "
        "menimpa tiga bocah di Kecamatan Weleri yang dicabuli tetangganya.",
        [12],
    ),
    (
        "Kasus kekerasan anak di Kabupaten Kendal 30 kasus. Kalau ada satu saja anak yang dipukul, "
        "kita semua gagal, katanya.",
        [30],
    ),
    (
        "Kasus kekerasan anak di Kabupaten Kendal 30 kasus. Angka itu bisa naik jadi 40 di akhir tahun.",
        [30],
    ),
    (
        "Dinas menyiapkan 5 pengacara, 3 psikolog, dan 2 pekerja sosial untuk korban kekerasan.",
        [],
    ),
    (
        "Kampanye 16 Hari Anti Kekerasan terhadap Perempuan diikuti 22 organisasi perempuan di Makassar.",
        [],
    ),
    (
        "Kekerasan terhadap perempuan meningkat 15 persen. Dari 100 perempuan, 24 pernah mengalami "
        "kekerasan.",
        [],
    ),
    (
        "Sebanyak 2.300 siswa mendapat penyuluhan antiperundungan. Mereka dari 45 SD dan 20 SMP.",
        [],
    ),
    (
        "Hakim memvonis 12 tahun penjara. Korban, dua santriwati, mengalami trauma. Jaksa menuntut 14 tahun.",
        [],
    ),
    (
        "Pada 2023 ada 8 kasus pencabulan anak di Kabupaten Ende. Di salah satu kasus, korbannya lima"
        " orang dan pelakunya tiga orang.",
        [8],
    ),
    (
        "Polres Bima Kota mengungkap 88 kasus narkoba dengan 112 tersangka, di antaranya 9 perempuan "
        "dan 4 anak.",
        [],
    ),
    (
        "Operasi Pekat menjaring 40 pasangan bukan suami istri. 12 perempuan dibina dinas sosial.",
        [],
    ),
    (
        "Angka perceraian di Kota Bitung 640 perkara. Faktor KDRT 31 perkara, ekonomi 210 perkara, "
        "pertengkaran 399 perkara.",
        [],
    ),
    (
        "Prevalensi kekerasan terhadap perempuan usia 15–64 tahun turun dari 33 menjadi 26 persen.",
        [],
    ),
    (
        "Sepanjang 2022 Dinas P3A Majene mendampingi 66 korban kekerasan. Untuk itu tersedia 4 "
        "konselor dan 1 mobil. Dana yang dipakai 210 juta.",
        [66],
    ),
    (
        "Peringkat KLA Kota Depok tahun ini Nindya dengan nilai 742. Tahun lalu 690. Kekerasan "
        "terhadap anak harus dicegah.",
        [],
    ),
    (
        "Berita ini telah dibaca 1.204 kali. Komentar: 3. Kekerasan anak di Aceh makin marak.",
        [],
    ),
    (
        "Tim menemukan dua korban di sebuah rumah kontrakan. Keduanya, 14 dan 16 tahun, dipaksa "
        "melayani tamu.",
        [],
    ),
    (
        "Di Kabupaten Lembata, ada 12 perempuan kepala desa. Mereka berkomitmen melindungi korban kekerasan.",
        [],
    ),
    (
        "Jumlah anak di Kabupaten Sumba Timur 98.000, sekitar 40 persen belum punya akta. Padahal "
        "anak rentan jadi korban kekerasan.",
        [],
    ),
    (
        "Kekerasan anak di Kabupaten Alor: 19 kasus pada 2022 dan 11 pada 2021. Selisih 8.",
        [11, 19],
    ),
    (
        "Kekerasan anak di Kabupaten Alor: 19 kasus pada 2022 dan 11 pada 2021. Ada tambahan delapan kasus.",
        [11, 19],
    ),
    (
        "Polisi mengamankan lima anak di bawah umur yang hendak tawuran di Jakarta Timur. Tiga di "
        "antaranya perempuan.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_only_counts_of_violence_are_figures(text: str, values: list[int]) -> None:
    assert sorted(figure.value for figure in figures_of(text)) == values
