"""Words that state a rise, a fall or a standstill, and words that take the statement back.

Source: the definition of trends in docs/codebook.md ('stated comparisons'), worded
with the vocabulary of Indonesian news. What rises must be the violence reported,
not awareness, budgets or other crimes; wishes, aims and doubts state nothing.
"""

import re

from extractors.trends.words import MONTHS

FLUCTUATION = re.compile(
    r"\b(?:kadang\w*[\s-]+naik\W+(?:dan\W+)?kadang\w*[\s-]+turun|pasang surut|tidak menentu|"
    r"naik[\s-]+(?:dan[\s-]+|atau[\s-]+)?turun\w*|turun[\s-]+naik|fluktuatif|berfluktuasi)\b",
    re.IGNORECASE,
)
"""A trend in no one direction; the years beside it are not coded either."""

# What stands right after the verb and makes it another verb.
OTHER_SENSE_AFTER = re.compile(
    r"^\W{0,2}dari (?!satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas|ratus)|nol|"
    r"nihil|angka|posisi|jumlah|total|titik|level|kisaran|sekitar|semula|tahun|januari|catatan|"
    r"kondisi|hanya|cuma|data|rata)[a-z]\w+ ke (?!angka|posisi|titik|\d)[a-z]\w+\b(?! \d)|"
    r"^\W{0,2}(?:(?:lagi |kembali |langsung )?ke (?!(?:angka|posisi|kisaran|titik|level|jumlah|sekitar|"
    r"kurang|lebih|"
    r"hanya|cuma|kira-kira|hampir|se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|"
    r"sembilan|nol|zero|nihil)\b|\d)\w+|"
    r"tahap|status|sidik|sidang|penyidikan|persidangan|proses|meja|kasasi|cetak|tayang|podium|mimbar|"
    r"pitam|kelas|pangkat|jabatan|level|tangan|dari (?:mobil|motor|kapal|bus|perahu|gunung|bukit|panggung|"
    r"rumah|kampung|jabatan|kendaraan|angkot|angkutan|"
    r"takhta\w*|tahta\w*|puncak\w*|posisi\w*|peringkat\w*|daftar|urutan|tempat|singgasana\w*)|"
    r"kuat|baik|lengkap|mudah|cepat|erat|matang|langsung|lapangan|aksi|gunung|haji|banding|pentas|"
    r"panggung|takhta|"
    r"(?:sepeda )?motor|bus|kapal|mobil|ojek|ojol|angkot|angkutan|perahu|pesawat|kereta|sepeda|becak|"
    r"truk|taksi|speedboat|ketinting|feri|"
    r"menjadi (?:upt|uptd|tersangka|dinas)|"
    r"mensosialisasi\w*|menyosialisasi\w*|"
    r"sosialisasi|jalan|peringkat|bertahap|serta|ikut)\b|^, ke ",
    re.IGNORECASE,
)
PERSON_VERB_AFTER = re.compile(
    r"^\W{0,2}(?!di|menunjuk|signifikan|bukan|men(?:jadi|capai|yentuh|embus|dekati|urut|gingat|jelang|uju|"
    r"colok|"
    r"yusul|jejak)|me(?:lebihi|lampaui|masuki|lewati|ski)|mem(?:ang|buat)|ber(?:turut|arti|sama|kat|kisar|"
    r"lipat|angsur|tahap|kurang|tambah|banding))(?:\w{3,}kan|me(?:m|n|ng|ny|l|r|w|y)\w{4,}|ber\w{4,})\b",
    re.IGNORECASE,
)
"""'turun mengampanyekan', 'turun sosialisasikan': people who set out; read for 'naik' and 'turun' only."""
OTHER_SENSE_BEFORE = re.compile(
    r"\b(?:sering|rajin|kami|kita|tim|petugas|polisi|langsung|harus|untuk|wajib|ikut|mau|siap|terjun|"
    r"malam|hujan|air|kabut|"
    r"sudah) $",
    re.IGNORECASE,
)
"""'turun' and 'naik' with a person as subject; read for these two verbs only."""

# Words within the clause, before the verb.
UNREAL_BEFORE = re.compile(
    r"\b(?:agar|supaya|semoga|moga-moga|mudah-mudahan|syukur-syukur|diharap\w*|berharap\w*|harap(?:an|"
    r"kan|nya|annya)?|"
    r"(?:di)?target\w*|minimal|menarget\w*|(?:di)?(?:prediksi|perkira|proyeksi)\w*|memprediksi\w*|"
    r"mem(?:perkira|proyeksi)\w*|ditakutkan|waspada\w*|"
    r"optimis\w*|"
    r"bertekad|berambisi|(?:jika|bila|kalau|apabila)(?! (?:(?:pada|di|sepanjang|selama|"
    r"tahun) ){0,2}(?:(?:19|20)\d\d|lalu|kemarin)\b| (?:di(?:banding|lihat|tarik|hitung)))|"
    r"kemungkinan|berupaya|upaya|demi|guna|ingin|jangan(?: sampai)?|apakah|mengapa|"
    r"berpotensi|potensi|rawan|dikhawatirkan|khawatir|antisipasi|mencegah|menekan|cegah|seandainya|"
    r"andai\w*|bukannya|alih-alih)\b"
    r"|\b(?:belum|tidak|tak)\W+(?:\w+\W+){0,3}(?:tanda\S*|gejala|gelagat|isyarat|sinyal)\W+(?:\w+\W+){0,2}$"
    r"|\b(?:susah|sulit|sukar|enggan|ogah|gagal|mustahil|lambat|alot)\W+(?:\w+\W+)?$"
    r"|\b(?:akan|bakal|bisa(?:-bisa)?|dapat|boleh|mungkin|tidak|tak|bukan|belum|tanpa|lekas|"
    r"segera)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:semoga|moga-moga|mudah-mudahan|syukur-syukur|diharap\w*|berharap\w*|harapan(?:nya|kami)?)\b",
    re.IGNORECASE,
)
"""A wish covers the rest of its sentence."""
UNREAL_HARD = re.compile(
    r"\b(?:semoga|moga-moga|mudah-mudahan|syukur-syukur|diharap\w*|berharap\w*|harap(?:an|annya|nya)|"
    r"agar|supaya|"
    r"membantah|menepis|menampik|menyangkal|menyanggah|tidak benar|tidak betul|hoaks|belum (?:bisa|"
    r"berani|bersedia|dapat)|bukan berarti|siapa yang tahu|tidak (?:bisa )?(?:bilang|"
    r"disebut|menyebut)|(?:belum|tidak|tak|enggan) (?:(?:mau|ingin|bisa|dapat|berani|bersedia) )?"
    r"(?:menyimpulkan|memastikan|mengklaim|membenarkan)|bukan karena|(?:tidak|tak|belum|kurang) "
    r"(?:yakin|tentu)|ragu|meragukan|sangsi|menyangsikan|mempertanyakan|ke depan|tahun depan)\b",
    re.IGNORECASE,
)
CLAUSE_BREAK = re.compile(
    r"[,;:“”\"()]|\b(?:namun|tetapi|tapi|sehingga|sedangkan|sementara|karena|sebab|lantaran|"
    r"dan(?! (?:terhadap )?(?:anak|perempuan)\b)|yang|"
    r"lalu|kemudian|bahwa|malah|"
    r"padahal|meski(?:pun)?|walau(?:pun)?|kendati)\b",
    re.IGNORECASE,
)

_OF_OTHERS = (
    r"(?! (?:ganja|sabu|narkoba|narkotika|pencurian|curanmor|curat|curas|judi|perjudian|penipuan|penggelapan|"
    r"korupsi|kecelakaan|laka|pembunuhan|perampokan|perceraian|dbd|hiv|stunting|kriminal\w*|"
    r"kejahatan umum)\b)"
)
SUBJECT = re.compile(
    rf"\b(?:kasus\w*{_OF_OTHERS}|kekerasan\w*|angka\w*|jumlah\w*|korban\w*(?! (?:meninggal|tewas|luka|jiwa|"
    rf"kecelakaan))|"
    rf"laporan\w*{_OF_OTHERS}|pelaporan\w*|aduan\w*|"
    r"pengaduan\w*|grafik\w*|tren\w*|"
    r"trend\w*|pencabulan|persetubuhan|pelecehan|perkosaan|pemerkosaan|kdrt|tppo|"
    rf"perkara\w*{_OF_OTHERS}|penelantaran|"
    r"perundungan|bullying|"
    r"permohonan\w*|klien\w*|penyintas\w*|data\w*|total\w*|penganiayaan|cabul|asusila|"
    r"perkawinan anak|pernikahan (?:dini|anak)|"
    r"trafficking|"
    r"perdagangan orang|eksploitasi|prevalensi|inses|femisida|sodomi|kawin (?:tangkap|paksa|lari|"
    r"anak)|kta|ktp|abh|(?<!pidana )yang dilaporkan|(?:orang|warga|ibu|istri|"
    r"masyarakat)(?: \w+){0,2}? (?:melapor|mengadu)\w*|yang melapor|yang mengadu|perempuan|anak|"
    r"(?:kecamatan|kelurahan|distrik|daerah|wilayah|kabupaten|desa) (?:lain\w*|sisanya|selebihnya))\b",
    re.IGNORECASE,
)
OTHER_SUBJECT = re.compile(
    r"\b(?:ganja|"
    r"aktivis|yang (?:selesai|tuntas|rampung|terungkap)|(?:di|ter)(?:tuntaskan|selesaikan)|rampung|"
    r"tuntas|nilai\w*|restitusi|kompensasi|ganti rugi|"
    r"santunan|pengunduh|unduhan|stigma|shelter|kursi|tempat tidur|"
    r"kendaraan|honor\w*|insentif|fasilitator|relawan|kader|advokat|psikiater|isu|urusan|"
    r"(?:persentase|persen|rasio|angka|tingkat|waktu|jumlah)(?: \w+)? (?:penyelesaian|penuntasan|ketuntasan|"
    r"keberhasilan|pemulihan|kelulusan|kehadiran|kepuasan|keterlibatan|pengungkapan)|"
    r"(?:pos|rumah|ruang|pusat|kantor|unit|cabang|gedung|forum|desa|kelurahan|sekolah|satgas) (?:aman|"
    r"layanan|pelayanan|pengaduan|konseling|singgah|ramah|pembelajaran|layak|curhat|ppa|pelindung)|"
    r"kesadaran|keberanian|kepedulian|kepercayaan|pemahaman|pengetahuan|partisipasi|anggaran|dana|"
    r"kapasitas|kualitas|"
    r"psikolog|konselor|pendamping|pengguna|kunjungan|cakupan|produksi|kuantitas|sumber daya|penduduk|"
    r"(?:kasus|perkara|kejahatan|jenis|bidang) lain(?:nya|-lain)?|kriminalitas|kejahatan(?! seksual)|"
    r"tindak kriminal|tindak pidana(?! (?:kekerasan|perdagangan|seksual|"
    r"pencabulan|persetubuhan|perkosaan|pemerkosaan|terhadap|perlindungan))|kecelakaan|"
    r"lalu ?lintas|"
    r"laporan polisi|gangguan kamtibmas|narkoba|narkotika|pencurian|curanmor|peserta|personel|anggota|"
    r"petugas|lokasi|layanannya|"
    r"pelayanan|perhatian|semangat|kinerja|capaian|nilai|skor|indeks|ipm|ikla|predikat|"
    r"(?<!bawah )(?<!anak )(?<!perkawinan )(?<!pernikahan )(?:usia|umur)(?! (?:anak|dini))|harga|"
    r"ekonomi|pendapatan|"
    r"perceraian|cerai|dispensasi|isbat|perkawinan(?! anak)|pernikahan(?! (?:dini|anak))|stunting|dbd|"
    r"hiv|kemiskinan|pengangguran|"
    r"(?<!kasus )(?<!perkara )(?<!permohonan )(?<!pemohon )(?<!dimohonkan )perlindungan(?! anak terpadu)|"
    r"pencegahan|"
    r"pengawasan|"
    r"koordinasi|sosialisasi|edukasi|modus\w*|risiko|"
    r"pangkat|suhu|trauma|perut(?:nya)?|kandungan(?:nya)?|tubuh(?:nya)?|badan(?:nya)?|emosi(?:nya)?|"
    r"prestasi(?:nya)?|"
    r"waktu (?:tempuh|tunggu|penanganan|layanan|respons)|jarak|hukuman|ancaman|jumlah (?:uptd?|satgas|"
    r"kader|relawan|desa|sekolah|psikolog|personel|"
    r"peserta|penduduk)|"
    r"penyelesaian|pemakaian|penggunaan|putus sekolah|kuota|derajat|moral)(?:nya)?\b",
    re.IGNORECASE,
)
OTHER_HEAD = re.compile(
    r"\b(?:kondisi (?:kesehatan|psikis|psikologis|fisik|mental|korban|anak|ibu)|nilai|restitusi|kompensasi|"
    r"ganti rugi|santunan|pengunduh|unduhan|stigma|shelter|kursi|"
    r"tempat tidur|"
    r"(?:persentase|persen|rasio|tingkat) (?:penyelesaian|penuntasan|ketuntasan|keberhasilan|pemulihan|"
    r"kepuasan|pengungkapan)|rumah aman|ruang (?:pelayanan|aman)|kepedulian|simpati|empati|"
    r"kesadaran|modus\w*|keberanian|kepedulian|kepercayaan|pemahaman|pengetahuan|partisipasi|"
    r"anggaran|dana|"
    r"kapasitas|kualitas|mutu|"
    r"pencegahan|perceraian|gugatan|dispensasi|kegiatan|sosialisasi|penyuluhan|edukasi|pelatihan|aktivis|"
    r"(?<!permohonan )(?<!pemohon )(?<!kasus )(?<!dimohonkan )perlindungan|"
    r"perhatian|penyelesaian|hukuman|ancaman|peran|dukungan|layanan|pelayanan|"
    r"persentase penyelesaian|(?:jumlah|tenaga) (?:pendamping|psikolog|konselor|petugas|"
    r"personel|kader|relawan|penyidik|fasilitator)|berat badan|tinggi badan|bobot|emosi|amarah|nafsu|"
    r"libido|birahi|tekanan|kadar|"
    r"suhu|gairah|selera|rasa percaya|kepercayaan diri|nyali|minat|kewaspadaan|kemampuan|keterampilan|"
    r"jumlah penduduk|populasi|prestasi)\b",
    re.IGNORECASE,
)
"""Heads whose complement names the violence: 'kesadaran melapor kekerasan makin tinggi'."""
COMPARED = re.compile(
    r"\b(?:(?:di)?banding(?:kan|nya)?(?: dengan)?|(?:mem)?bandingkan dengan|dibanding\w*|ketimbang|daripada|"
    r"seperti|sama (?:saja |persis )?dengan|(?:ber)?beda(?:nya)?(?: jauh)? (?:dengan|dari)|"
    r"(?:setara|serupa|identik|mirip|imbang|berimbang|sepadan|sama saja) dengan|sejak|"
    r"se(?:banyak|tinggi|besar|sering|ramai|marak)|menyamai|mencapai angka|kalah(?: jauh| banyak)? dari|"
    r"ditarik (?:mundur )?(?:ke|dari)|"
    r"(?:di)?(?:sanding|jejer|sejajar|hadap|kontras)kan(?: dengan| pada)?|diadu(?: dengan)?|"
    r"terhadap(?= tahun|\s+(?:19|20)\d)|"
    r"(?:bak|sebagaimana|kembar dengan|lawan|versus|vs)|"
    r"mengungguli|mengalahkan|menyalip|membalap|periode (?:yang )?(?:sama|serupa)(?: pada| di)?|"
    r"dari(?: total| angka| jumlah| posisi)?(?: tahun)?|padahal(?: di| pada| sepanjang|"
    r" selama)?(?: tahun)?|sebab di|"
    r"sebelumnya(?: di| pada)?|"
    r"di bawah|di atas|melampaui|melebihi|melewati|semula|awalnya)\s*(?:tahun\s+|pada\s+|di\s+|dengan\s+|"
    r"data\s+|periode\s+|catatan\s+|capaian\s+|rekor\s+|kondisi\s+|perolehan\s+|hitungan\s+|register\s+|"
    r"total\s+|kasus\s+|"
    r"sebelumnya,?\s+|(?:awal|akhir|paruh|semester|triwulan|kuartal|catur\s?wulan|cawu|"
    r"kurun(?:\s+waktu)?|setahun\s+penuh|"
    r"(?:\w+ )?bulan)\s+(?:pertama\s+|"
    r"kedua\s+|ketiga\s+|keempat\s+|yang sama\s+|sama\s+|[ivx]+\s+)?|"
    rf"{MONTHS}(?:\s*[-–]\s*|\s+(?:(?:hingga|sampai|dan)\s+)?)|angka\s+|jumlah\s+|\d[\d.]*\s+(?:kasus|"
    rf"korban|orang|laporan|perkara|aduan|kejadian|anak|perempuan)\s+|"
    r"dua\s+|tahun-tahun\s+|setahun\s+){0,5}[(]?$",
    re.IGNORECASE,
)
COMPARED_CLAUSE = re.compile(
    r"\b(?:(?:di|mem)?banding\w*|ketimbang|daripada)\b[^.,;:“”\"()]{0,60}$|"
    r"\bsejak\b(?:(?!\b(?:hingga|sampai|s/d)\b)[^.,;:“”\"()]){0,50}$",
    re.IGNORECASE,
)
"""A year behind 'dibandingkan', with whatever words between them in the same clause."""
CONCLUSION = re.compile(
    r"\W*(?:jadi|artinya|berarti|dengan (?:begitu|demikian)|kenaikan terjadi|penurunan terjadi)\b",
    re.IGNORECASE,
)
"""'Tahun 2022, 90 aduan. Jadi turun': what is drawn from the count just said."""
ALSO = re.compile(r"\b(?:juga|pun|ikut|turut)\W+(?:\w+\W+)?$", re.IGNORECASE)
EVERY_YEAR = re.compile(
    r"\b(?:tiap(?:-tiap)? tahun\w*|setiap tahun\w*|saban tahun|dari tahun ke tahun|tahun ke tahun|"
    r"(?:makin|kian|semakin) (?:ke sini|lama)|dari (?:waktu ke waktu|hari ke hari|bulan ke bulan)|"
    r"hari demi hari|"
    r"tahun demi tahun|beberapa tahun (?:terakhir|belakangan))\b",
    re.IGNORECASE,
)
ANAPHORIC_HEAD = re.compile(r"(?:jumlah|angka|total|grafik|tren|data)nya\b", re.IGNORECASE)
"""'jumlahnya naik': of what was named before it in the sentence."""
ANAPHORA = re.compile(
    r"\b(?:angka|jumlah|kasus|data|total|grafik|tren|capaian|kenaikan|"
    r"laporan)(?:nya)?(?: kasus\w*)? (?:itu|tersebut|ini)\b|"
    r"\b(?:angkanya|jumlahnya|grafiknya|totalnya|kasusnya|naiknya|turunnya)\b|^\W*(?:memang|kebalikannya|"
    r"sebaliknya)",
    re.IGNORECASE,
)
NOUN = re.compile(r"^(?:kenaikan|peningkatan|lonjakan|penurunan|pertambahan)(?:nya)?$", re.IGNORECASE)
NOUN_OBJECT = re.compile(
    r"^\W*$|^\W*(?:(?:angka|jumlah|kasus|laporan|korban|tren|kekerasan|kdrt|tppo|perkara|aduan|pengaduan|"
    r"tajam|signifikan|drastis|luar|"
    r"cukup|sangat|hampir|lebih|nyaris|dua|tiga|empat|mendekati|masih|relatif|terbesar|"
    r"tertinggi|paling|besar|drastis|apabila|apalagi|ketika|saat|adalah|ialah|yaitu|yakni|dialami|tampak|"
    r"dirasakan|dicatat|tecermin|tercermin|menimpa|melanda|ada|kembali|memang|tadi|"
    r"sejumlah|sekian|pelecehan|perkosaan|pemerkosaan|perundungan|bullying|penelantaran|eksploitasi|"
    r"perdagangan|klien|penyintas|(?:anak|perempuan)(?= (?:yang|korban|jadi))|terhadap tahun|terutama|"
    r"khususnya|lagi|selalu|sudah|telah|dilihat|tercatat|dibandingkan|baik|maupun|pada|rata-rata|juga|"
    r"justru|malah|serupa|meski|meskipun|walau|walaupun|namun|tetapi|"
    r"tapi|setelah|sejak|"
    r"karena|akibat|lantaran|seiring|berkat|bila|jika|kalau|untuk (?:kasus|kekerasan|korban)|"
    r"sebanyak|sebesar|sekitar|hingga|sampai|dari|dibanding\w*|ketimbang|pada|di|ini|itu|"
    r"tersebut|tipis|terjadi|"
    r"pencabulan|persetubuhan|pelecehan|permohonan|yang|selama|sepanjang|setiap|tiap|mencapai|menjadi|"
    r"satu|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belasan|puluhan|"
    r"dan|dalam|jauh|begitu|terlihat|terasa|tak|tidak)\b|\d)|^[.,”\"]",
    re.IGNORECASE,
)
"""What may follow 'kenaikan' when it is violence that rose, not capacity or service."""
IN_TIME = re.compile(
    r"tahun|(?:19|20)\d\d|periode|bulan|sebelum|semester|triwulan|\blalu\b|kemarin|kuartal", re.IGNORECASE
)
AGAINST_TIME = re.compile(
    r"^[^.;]{0,25}\b(?:dibanding\w*|ketimbang|daripada|dari)\b[^.;]{0,25}\b(?:tahun|periode|bulan|"
    r"semester|triwulan|"
    r"(?:19|20)\d\d|dulu|dahulu|sebelumnya)",
    re.IGNORECASE,
)
"""'makin ramai dibanding tahun lalu': the comparison itself is over time."""
COMPARATOR = re.compile(
    r"\b(?:dibanding\w*|ketimbang|daripada|dari(?= (?:tahun|dua tahun|tiga tahun|periode|(?:19|20)\d\d)))",
    re.IGNORECASE,
)
