"""Words for a rise, a fall and a standstill, by kind, and the patterns made of them.

Source: the definition of trends in docs/codebook.md ('stated comparisons'), worded
with the vocabulary of Indonesian news. STRONG words state a movement by themselves;
WEAK ones have other senses and need a comparison with another time in their sentence.
"""

import re

from extractors.words import WordPattern

MONTHS = r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
COUNTED = (
    r"(?:kasus|perkara|laporan|aduan|pengaduan|korban|orang|anak|perempuan|klien|permohonan|peristiwa|"
    r"kejadian|penyintas|spdp|pelaporan|berkas|insiden|kekerasan|wanita|istri|remaja|pencabulan|persetubuhan|"
    r"pelecehan|perkosaan|pemerkosaan|kdrt|tppo|tindak|panggilan|abh)"
)
"""What is counted, after a number."""
_DEGREE = r"(?:makin|kian|semakin|tambah|bertambah)"
_NO = r"(?:tidak|tak|nggak|enggak|belum)"
MANY = (
    r"(?:\d[\d.]*|se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
    r"(?: (?:belas|puluh|ratus|ribu|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)){0,4}"
)
_PAST = (
    r"(?:(?:se)?tahun\w*|periode|masa|semester|triwulan|kuartal|cawu|dulu|dahulu|sebelum\w*|biasa\w*|"
    r"kemarin|lalu|(?:19|20)\d\d)"
)
_MUCH = r"(?:se(?:banyak|tinggi|besar|sering|ramai|marak|parah|buruk))"
_AGAINST = (
    r"(?:di(?:per)?banding\w*|membandingkan(?:nya)? dengan|berbanding|banding|ketimbang|daripada|diadu|"
    r"di(?:sanding|jejer|sejajar|hadap|kontras)kan|terhadap(?= (?:tahun|periode|(?:19|20)\d)))"
)
_THAN = rf"(?:{_AGAINST}|dari)"
_FILLING = (
    rf"(?:dengan|angka|jumlah\w*|capaian|total|data|catatan|rekor|kasus\w*|posisi|kondisi|perolehan|hasil|"
    rf"situasi|pada|di|dari|selama|sepanjang|untuk|yang|kurun|waktu|rentang|akhir|awal|paruh|genap|penuh|"
    rf"masuk|diterima|tercatat|terjadi|ditangani|dilaporkan|keadaan|era|"
    rf"pertama|kedua|dua|tiga|empat|lima|enam|sepuluh|{MONTHS}(?:\s*[-–]\s*{MONTHS})?|hingga|sampai|"
    rf"{MANY} {COUNTED}|bulan|-|–)"
)
COMPARES_TIME = re.compile(
    rf"\b{_THAN} (?:{_FILLING} ){{0,7}}{_PAST}\b|\b(?:sama|serupa|kembar|mirip|identik|persis|"
    rf"setara|sebagaimana|seperti|imbang)(?: dengan)? (?:{_FILLING} ){{0,7}}{_PAST}\b|"
    rf"\bantara (?:tahun )?(?:19|20)\d\d dan (?:tahun )?(?:19|20)\d\d|\bdari (?:semula|"
    rf"sebelumnya|awalnya) {MANY}\b",
    re.IGNORECASE,
)
"""'dibanding jumlah tahun lalu', 'dari 40 kasus pada 2023': what is compared is another time."""

SETS_AGAINST_TIME = re.compile(rf"\b{_AGAINST} (?:{_FILLING} ){{0,7}}{_PAST}\b", re.IGNORECASE)
"""The same without 'dari', which begins spans of months as well."""

_GOING_UP = (
    r"lonjak|lejit|roket|lesat|lompat|loncat|nanjak|mbengkak|lambung|mbludak|mbeludak|ledak|nebal|mbesar|"
    r"mbubung|mbumbung|njulang|nggelembung|ninggi|muncak|rebak|njamur|mbanjir|ningkat|nggila|"
    r"nggelora|mbiak|rangkak naik|rayap naik|rambat naik|ndaki|luap|luber|mbukit|nggunung|nggulung|"
    r"ngganas|mbuncah|nggemuk|nggendut|njadi-jadi|masif|nyeruak"
)
_GOING_DOWN = (
    r"nurun|nyusut|lorot|rosot|landai|ngecil|nciut|nipis|ngempis|ngendur|nukik|nyurut|ngerucut|mudar|"
    r"ngerdil|ngering|redup|lunak|ngerut|ndingin|rosot|mpis"
)
_UP_FORMS = (
    r"naik(?:nya)?|kenaikan(?:nya)?|peningkatan(?:nya)?|lonjakan(?:nya)?|bertambah(?:nya)?|"
    r"pertambahan(?:nya)?|penambahan(?:nya)?|eskalasi(?:nya)?|bereskalasi|pembengkakan|ledakan(?= (?:kasus|"
    r"laporan|aduan|perkara|angka|jumlah))|"
    r"ter(?:kerek|dongkrak|katrol)|ketambahan|(?:me|ber)\w+ ke atas|(?:terus|makin|kian|arahnya) ke atas|"
    r"rebound|lompat(?:an)?nya|\+ ?\d+(?=\)| dari\b| dibanding)|(?:malah|justru|sudah) di atasnya|"
    r"ada saja tambahan|selalu ada tambahan|mulai (?:marak|banyak|ramai|sering|kerap|bermunculan)|"
    r"eskalatif|pelipatan|pelonjakan|"
    r"pembesaran|"
    r"pemuncakan|▲|↑|⬆|🔺|berlipat(?: ganda| kali)?|jadi banyak|"
    r"tambahnya(?= (?:bukan|tidak|tak|cukup|lumayan|sangat|banyak|drastis))"
)
_DOWN_FORMS = (
    r"(?:me|ber)\w+ ke bawah|(?:terus|makin|kian|arahnya) ke bawah|[-−–] ?\d+(?=\))|(?:malah|justru|"
    r"sudah) di bawahnya|(?:bisa|dapat|mampu|berhasil) (?:ditekan|diturunkan|dikurangi|dipangkas|"
    r"diredam)(?= (?:jadi|menjadi|hingga|ke|sampai|dari)\b)|turun(?:nya)?|penurunan(?:nya)?|"
    r"penyusutan(?:nya)?|pengurangan(?:nya)?|"
    r"kemerosotan|"
    r"berkurang(?:nya)?|susut(?:nya)?|jeblok|ambles|ambrol|anjlok|menukik|surut|mereda|terpangkas|"
    r"tereduksi|terkikis|terjun bebas|luruh|tergerus|terpotong|terkoreksi|ciut|penciutan|reduksi(?:nya)?|"
    r"pemangkasan|pelandaian|kemunduran(?= (?:kasus|jumlah|angka|laporan))|▼|↓|⬇|🔻"
)
_PILED = (
    rf"(?:(?:berarti|artinya|jadi|terjadi|mengalami)(?: ada)? tambahan|nambah|tambah)"
    rf"(?= {MANY} (?:{COUNTED}\b|(?:dari|dibanding\w*|ketimbang|daripada) (?:tahun|(?:19|20)\d\d)))|"
    rf"(?<!masih )ada tambahan(?= {MANY} {COUNTED}\b(?! (?:kekerasan )?yang))"
)
_TIMES = (
    r"(?:setengah|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"\d+(?:,\d+)?) kali(?: lipat)?(?:nya)?(?=[^.;]{0,15}\b(?:dari|daripada|dibanding\w*|"
    r"ketimbang)\b|\s+(?:(?:angka|jumlah|tahun|periode) )*(?:(?:19|20)\d\d|lalu|sebelumnya)\b)"
)
_EARLIER = (
    r"(?:(?:angka|jumlah|capaian|total|data|catatan|rekor|kasus|posisi|sepanjang|selama|"
    rf"setahun penuh)\w* ){{0,3}}(?:{MANY} {COUNTED} )?(?:di |pada |sepanjang |selama )?"
    r"(?:tahun|setahun|periode|(?:19|20)\d\d\b)"
)
_UP_DEGREE = (
    rf"{_DEGREE} (?:banyak|tinggi|besar|bertambah|meningkat|naik|marak|menjadi-jadi|sering|ramai|"
    rf"membengkak|kerap|gencar|merajalela|kencang|tebal|gemuk|panjang|bertumpuk|subur|"
    r"meluas|masif|menggila|melonjak|menanjak|membeludak|merebak|deras)"
)
_DOWN_DEGREE = (
    rf"{_DEGREE} (?:sedikit|rendah|kecil|berkurang|menurun|turun|jarang|landai|sepi|surut|susut|menyusut|"
    r"melandai|mereda|mengecil)"
)
_NEVER_DOWN = (
    rf"{_NO} (?:pernah |kunjung |juga |kunjung juga |sekali(?: |-)?pun |(?:se|satu )kali pun )"
    rf"(?:(?:angka|jumlah|kasus|laporan|kekerasan|terhadap|perempuan|dan|anak|di|"
    rf"(?-i:[A-Z]\w+)) ){{0,9}}(?:turun|menurun|berkurang|surut|mereda|susut|menyusut)"
)
_NEVER_UP = rf"{_NO} (?:pernah |kunjung )(?:naik|meningkat|bertambah)"
_FEW = r"(?:sepi|jarang|sedikit|langka|sunyi|segelintir|rendah)"
_OFTEN = r"(?:ramai|banyak|sering|marak|deras|membeludak|membludak|tinggi|antre)"
_NOW = r"(?:sekarang|kini|belakangan(?: ini)?|tahun ini|hari ini)"
_ONCE = r"(?:dulu(?:nya)?|dahulu|semula|tadinya|sebelumnya|tahun lalu)"
_STRONG_UP = (
    rf"me(?:{_GOING_UP})(?!kan|i\b)\w*|{_UP_FORMS}|{_PILED}|{_UP_DEGREE}|{_NEVER_DOWN}|{_TIMES}|"
    rf"lebih {MANY} {COUNTED}(?= {_THAN} (?:tahun|periode|(?:19|20)\d\d))|"
    rf"lebih (?:tinggi|banyak|besar) {MANY} {COUNTED}(?=\W*(?:$|[.,]))|"
    r"(?<=merasa )lebih (?:tinggi|banyak|besar)(?=\s*[.,])|"
    rf"(?:di atas|melampaui|melebihi|melewati(?! tahun)|melangkahi|menyalip|mengungguli|mengalahkan|membalap|"
    rf"meninggalkan|menggeser|menumbangkan) {_EARLIER}|"
    rf"(?:melampaui|melebihi|melewati|menyalip|mengungguli|mengalahkan) (?!target|kuota|usia|batas|rata-rata)"
    rf"(?:[\w.]+ ){{1,5}}?(?:(?:19|20)\d\d|tahun (?:lalu|sebelum\w*|kemarin|silam))\b|"
    rf"(?:berlipat|berkali)(?:-kali)?(?: lipat| ganda)?(?= (?:dari|dibanding\w*|ketimbang|menjadi)\b)|"
    rf"(?:me(?:lampaui|lebihi|lewati))nya|"
    rf"(?:tahun (?:lalu|sebelumnya|kemarin|silam)|setahun sebelumnya|sebelumnya|dulu|dahulu)\W+"
    rf"(?:(?!{_NO}\b)[\w-]+\W+){{0,5}}?{_NO} (?:sampai |pernah )?(?:{_MUCH}|sampai segini|segini)"
    rf"(?: (?:ini|itu|sekarang|tahun ini))?|"
    rf"{_NO} pernah {_MUCH} (?:ini|itu|sekarang)|"
    rf"{_ONCE} (?:\w+ ){{0,2}}{_FEW}(?:\W+(?!{_NOW}\b)\w+){{0,4}}\W+{_NOW} (?:\w+ ){{0,2}}{_OFTEN}"
)
_STRONG_DOWN = (
    rf"me(?:{_GOING_DOWN})(?!kan|i\b)\w*|{_DOWN_FORMS}|{_DOWN_DEGREE}|{_NEVER_UP}|"
    r"(?:ditekan|diturunkan|dipangkas|direm|diredam|dikurangi)(?= (?:menjadi|hingga|sampai|ke|dari|jadi|"
    r"dibanding\w*)\b)|"
    r"(?:berhasil|mampu|sukses) (?:(?:kita|kami|kita semua|mereka) )?(?:turunkan|tekan|kurangi|pangkas|"
    r"redam|ditekan|diturunkan|dikurangi|dipangkas|diredam|direm|menekan|menurunkan|"
    r"mengurangi|memangkas|meredam)|"
    rf"(?:tersisa|menyisakan|tinggal)(?= (?:hanya |cuma )?(?:{MANY} {COUNTED}\b|separuh\w*|setengah\w*))|"
    rf"{_ONCE} (?:\w+ ){{0,2}}{_OFTEN}(?:\W+(?!{_NOW}\b)\w+){{0,4}}\W+{_NOW} (?:\w+ ){{0,2}}{_FEW}|"
    rf"(?:di bawah|kalah(?: jauh| tipis)? (?:dari|dengan)) {_EARLIER}|"
    r"(?:tersisa|tinggal|menyisakan)(?= (?:belasan|puluhan|hitungan jari|segelintir|sedikit))|"
    r"mulai (?:jarang|sepi|surut|langka|reda|landai|lengang)|(?:masih )?jauh dari (?:angka |jumlah |"
    r"catatan |capaian )"
    r"(?:tahun|(?:19|20)\d\d)|"
    r"(?:tinggal|tersisa) (?:se(?:paruh|tengah|pertiga|perempat)(?:nya)?)|"
    rf"(?:minus|kurang) {MANY}(?= {_THAN} (?:tahun|periode|(?:19|20)\d\d))|"
    rf"kurang {MANY} {COUNTED}(?= {_THAN} (?:tahun|periode|(?:19|20)\d\d))|"
    rf"{_NO} (?:lagi |sampai |pernah )?{_MUCH}(?: itu)?"
    rf"(?: (?:angka|jumlah|capaian|catatan|pada|di|masa)){{0,2}} {_PAST}|"
    rf"{_NO} (?:lagi )?(?:mencapai|menyamai|menyentuh|menembus) (?:(?:angka|jumlah|capaian|catatan) )?"
    r"(?:tahun|periode|(?:19|20)\d\d)|"
    r"(?:angka\w* (?:ini|itu) sebetulnya |jumlah\w* )?lebih (?:rendah|sedikit)(?=\s*[.,])|"
    rf"lebih (?:rendah|sedikit|kecil) {MANY} {COUNTED}(?=\W*(?:$|[.,]))"
)
_SAME = r"(?:(?<!, )sama saja|sama|sama (?:banyak|tinggi|besar)(?:nya)?|setara|imbang|serupa|identik|sepadan)"
_NOT_MOVING = (
    rf"{_NO} (?:banyak |kunjung |terlalu |begitu |juga |jauh )?(?:bergeser|beranjak|berubah|bergerak)"
)
_STRONG_FLAT = (
    r"stagnan|stagnasi|mendatar|statis|(?:tak|tidak) ke ?mana-mana|(?:nihil|nol|tanpa|minim) perubahan|"
    r"(?:tak|tidak) kurang,? (?:dan )?(?:tak|tidak) lebih|pun segitu|"
    r"(?<!hukum )(?<!tempat )(?<!pegawai )(?:stabil|konstan|mandek|mandeg|ajek|ajeg|tetap)(?=\W*(?:$|[.,;])|"
    r" (?:pada|di|"
    r"sejak|selama|sepanjang|dalam) (?:tahun|angka|semester|triwulan|dua|tiga|empat|lima|(?:19|20)\d\d))|"
    r"(?<=20\d\d )(?:sama|imbang|serupa|seri|setara)(?=\W*(?:$|[.,]| saja| persis| besar| banyak))|"
    r"(?:jumlah|angka)nya (?:juga |masih |tetap |pun )?(?:sama|serupa)(?=\W*(?:$|[.,]))|bergeming(?= (?:di|"
    r"pada|dari))|"
    r"tetap(?= (?:di |pada )?(?:angka )?\d+ (?:\w+ ){0,2}(?:sejak|seperti|sebagaimana|sama|selama))|"
    rf"{_NO} lebih,?(?: dan| maupun| pula| juga)* {_NO} kurang|{_NO} jauh dari (?:angka |jumlah )?(?:tahun|"
    rf"(?:19|20)\d\d)|"
    rf"(?<!hampir )(?<!nyaris )(?<!belum )(?<!tidak )menyamai {_EARLIER}|"
    rf"(?:tak|tidak) bergeming|setali tiga uang|sebelas dua belas|"
    r"sebelas-dua belas|"
    r"(?:bercokol|parkir|mentok|tertahan|berkutat|terpaku) (?:di|pada) (?:angka|posisi|kisaran|"
    r"jumlah)|"
    r"tak ke ?mana-mana|(?:cenderung |relatif |masih )(?:landai|datar|tetap|konstan|ajek|stabil)|"
    r"jalan di tempat|"
    rf"{_NOT_MOVING}|(?:persis|nyaris|hampir) (?:sama )?(?:seperti|dengan) (?:tahun|periode|\d{{4}})|"
    rf"{_NO} (?:ada|mengalami|terjadi|tampak|terlihat|menunjukkan) (?:kenaikan|peningkatan|perubahan|"
    r"lonjakan|(?:per)?beda(?:an|nya)?|pergeseran|pergerakan)(?:(?: berarti| signifikan)?,? (?:maupun|atau|"
    r"ataupun|dan|"
    r"juga) (?:tidak ada )?(?:kenaikan|peningkatan|penurunan))?|"
    rf"{_NO} (?:naik|meningkat|bertambah)(?: (?:pada|di|selama|dibanding\w*) (?:tahun )?(?:19|"
    rf"20)\d\d)?,?(?: dan| maupun| atau| juga)*(?: {_NO})? (?:pula )?"
    r"(?:turun|menurun|berkurang)|"
    r"(?:segitu|begitu|itu)-(?:segitu|begitu|itu) (?:saja|aja)|relatif (?:sama|stabil)|"
    r"(?:masih |tetap |cenderung )(?:stabil|sama)|(?:jumlah|angka)\w* (?:\w+ )?sama (?:dengan|seperti) "
    r"(?:tahun|periode|\d{4})|"
    r"(?:stabil|bertahan|tetap) (?:di|pada) (?:angka|kisaran|posisi|level)|"
    rf"(?<!yang ){_SAME}(?: saja| persis)* (?:dengan|seperti)(?: angka| jumlah| capaian| catatan| kondisi)? "
    rf"(?:(?:se)?tahun|periode|(?:19|20)\d\d|{MONTHS}(?:\s*[-–]\s*{MONTHS})? (?:tahun|\d{{4}}))|"
    rf"{_NO} (?:(?:jauh|banyak|terlalu|begitu|terlalu jauh) )?(?:ber)?(?:beda|selisih|terpaut)(?:nya)?"
    r"(?: jauh| banyak)? (?:dengan|dari|dibanding\w*) (?:angka |jumlah |data )?(?:tahun|periode|"
    r"(?:19|20)\d\d|sebelum\w*)|"
    rf"{_NO} ada (?:beda|bedanya|perbedaannya) (?:dengan|dari|dibanding\w*)"
)
_WEAK_UP = (
    r"tumbuh|bertumbuh|pertumbuhan|terangkat|mendaki|meletup\w*|merangkak|merayap|merambat|memburuk|"
    rf"bergerak naik|{_DEGREE} (?:parah|buruk|tajam|mengkhawatirkan|kuat)|meluas|menumpuk|"
    r"menggunung|kebanjiran|dibanjiri|dobel|double|(?:me|mem|ber)?bengkak|kambuh(?: lagi)?|memanas|"
    r"mewabah|merajalela|meraja lela|membara|meradang|berkembang biak|berbiak|beranak pinak|bertumpuk|"
    r"terus mengalir|tak (?:terbendung|terbilang)|membukit|gemuk|gendut|subur|bola salju|lipat|naik daun|"
    r"menggejala|kian menjadi|"
    r"(?:jauh )?lebih (?:tinggi|banyak|besar|sering|ramai|marak|parah|buruk)|"
    rf"(?:lebih|kelebihan) {MANY} {COUNTED}|(?:selisih )?{MANY} {COUNTED} lebih (?:banyak|tinggi|besar)"
)
_WEAK_DOWN = (
    r"membaik|melemah|terjun|(?:jauh )?lebih (?:rendah|sedikit|kecil|jarang|sepi|ringan|baik)|kalah|"
    rf"(?:selisih )?{MANY} {COUNTED} lebih (?:rendah|sedikit|kecil)|bergerak turun|ditekan|teredam|"
    r"mengering|kempis|kempes|drop|rontok|longsor|tertekan|terpuruk|jinak|dingin|mendingin|adem|padam|"
    r"lesu|loyo|kendur|mengendur|lengang|tergencet|terbabat|lebih landai|lebih lengang|lebih adem|"
    r"(?:tak|tidak) sampai (?:separuh|separo|setengah|sepertiga)(?:nya)?|lebih tenang|lebih terkendali|"
    r"menghilang|"
    r"sirna|punah|minus|"
    r"(?<!sudah )(?<!telah )(?<!hampir )(?<!baru )(?:separuh|separo|setengah|sepertiga|seperempat)(?:nya)?"
    r"(?= (?:dari\b|(?:angka |jumlah )?(?:tahun|semester|triwulan|(?:19|20)\d\d)\b))|"
    r"(?:tinggal|hanya|cuma) (?:separuh|separo|setengah)(?:nya)?"
)
_WEAK_FLAT = (
    r"(?:tetap|bertahan|stabil)(?=\W*(?:$|[,.]|dibanding|ketimbang|sama|seperti|sebagaimana|dari|nol|nihil|"
    r"di|pada|\d))|serupa|identik|setara|"
    r"sepadan|sebanding|seri|draw|sejajar|selevel|seimbang|berimbang|imbang|(?:kurang lebih|kira-kira|"
    r"hampir) sama|"
    r"mirip|kembar|persis|"
    r"segitu(?:-segitu)?|idem|ajek|ajeg|konstan|konsisten|mandek|mandeg|jalan di tempat|itu-itu juga|"
    r"(?:tak|tidak) (?:jauh |banyak |terlalu |begitu )?(?:ber)?beda(?:nya)?(?: jauh| banyak)?|"
    r"(?:tak|tidak) ada (?:beda|bedanya|perbedaan)|"
    r"tak kemana-mana|sama (?:persis|saja|banyaknya|jumlahnya)|sama\b(?= (?:dengan|seperti))"
)


def _words(*kinds: str) -> WordPattern:
    return WordPattern(rf"(?:{'|'.join(kinds)})(?!\w)", re.IGNORECASE)


UP = _words(_STRONG_UP)
DOWN = _words(_STRONG_DOWN)
FLAT = _words(_STRONG_FLAT)
WEAK_UP = _words(_WEAK_UP)
WEAK_DOWN = _words(_WEAK_DOWN)
WEAK_FLAT = _words(_WEAK_FLAT)
_YEARS_BACK = (
    r"(?= (?:[\w-]+ ){0,6}?(?:(?:bila |jika |kalau |apabila )?(?:di(?:banding|sanding|jejer|sejajar)kan|"
    r"dibanding|"
    r"ketimbang) (?:dengan )?(?:tahun|(?:19|20)\d\d)|(?:selama|dalam|sepanjang|sejak) (?:kurun |rentang )?"
    r"(?:(?:dua|tiga|empat|lima|enam|tujuh|delapan|sepuluh|\d{1,2}|beberapa)(?: tahun| dekade)|satu dekade|"
    r"sedekade|sewindu|sejarah|pencatatan|pendataan)|sejak (?:tahun )?(?:19|20)\d\d))"
)
PEAK = _words(
    rf"(?:rekor(?: baru)?|tertinggi|terbanyak|puncak(?:nya)?|paling (?:tinggi|banyak)|terparah){_YEARS_BACK}"
)
"""'tertinggi dalam lima tahun terakhir': higher than in each year before."""
LOW = _words(rf"(?:terendah|paling (?:rendah|sedikit)){_YEARS_BACK}")
TELLING = _words(
    rf"{_DEGREE} (?!banyak yang|berani|sadar|peduli|terbuka|paham|mengerti|cerdas|kritis|dekat|jelas|yakin|"
    rf"mudah|cepat|"
    rf"kuat|baik|penting|aktif|tahu|melek|sigap|percaya|dewasa|muda|tua|dipercaya|dikenal|meyakini)\w+",
    r"bergerak|bergeser|beranjak|berubah|berbalik|balik lagi|meluncur|melaju|selisih(?:nya)?|defisit|"
    r"surplus|kelebihan|tambahan|pertambahan|penambahan|pengurangan|"
    r"(?:bak|ibarat|laksana|seperti) (?:tangga|bola salju|roket|air|gunung|anak tangga)",
    r"(?:perbaikan|kemajuan|kemunduran|pemburukan)(?=\W*(?:$|[.,]|di?banding|dari|jika|bila|kalau))|"
    r"pertama kali(?:nya)?|(?:ber|mem)banding(?:an|nya)?|"
    r"perbandingan(?:nya)?|beda(?:nya)?|perbedaan(?:nya)?",
)
"""Words that compare, or tell a movement, and leave the direction to the counts beside them."""
COMPARATIVE = _words(
    r"lebih (?!dari|lanjut|dulu|dahulu|jauh|kurang|rinci|khusus|lengkap|jelas)\w+|lawan|versus|vs|lagi-lagi|"
    r"kambuh|membalas|berbanding|jauh (?:dari|di atas|di bawah)|separ(?:uh|o)(?:nya)?|sepertiga(?:nya)?|"
    r"seperempat(?:nya)?|dobel|"
    r"tembus|bisa|kembali"
)
"""Words that do so in a sentence with a count of its own."""
BESIDE_COUNTS = _words(
    r"justru|malah(?:an)?|sebelumnya|kembali|hanya|saja|cuma|muncul|menjadi|jadi|rekor\w*|(?:di|"
    r"mem)banding\w*|"
    r"ketimbang|daripada"
)
"""Words that do so only between counts of one sentence."""
ALIKE = _words(r"sama|serupa|mirip|persis|kembar|identik|tetap|bertahan|mandek|berkisar|stabil|kisaran")
"""Words for a standstill, where the counts beside them are the same."""
INTENSELY = re.compile(r"\b(?:justru|malah(?:an)?|makin|kian|semakin|terus(?: saja)?)\s+$", re.IGNORECASE)
"""'justru menumpuk': what makes a weak word a statement by itself."""
