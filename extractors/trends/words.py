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
    r"kejadian|penyintas|spdp)"
)
"""What is counted, after a number."""
_DEGREE = r"(?:makin|kian|semakin|tambah|bertambah)"
_NO = r"(?:tidak|tak|nggak|enggak|belum)"
_MANY = (
    r"(?:\d[\d.]*|se(?:puluh|belas|ratus)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
    r"(?: (?:belas|puluh|ratus|ribu|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)){0,4}"
)
_PAST = (
    r"(?:(?:se)?tahun\w*|periode|masa|semester|triwulan|kuartal|cawu|dulu|dahulu|sebelum\w*|biasa\w*|"
    r"kemarin|lalu|(?:19|20)\d\d)"
)
_MUCH = r"(?:se(?:banyak|tinggi|besar|sering|ramai|marak|parah|buruk))"
_AGAINST = r"(?:di(?:per)?banding\w*|banding|ketimbang|daripada|disandingkan)"
_THAN = rf"(?:{_AGAINST}|dari)"
_FILLING = (
    rf"(?:dengan|angka|jumlah\w*|capaian|total|data|catatan|rekor|kasus\w*|posisi|kondisi|perolehan|hasil|"
    rf"situasi|pada|di|dari|selama|sepanjang|untuk|yang|kurun|waktu|rentang|akhir|awal|paruh|genap|penuh|"
    rf"pertama|kedua|dua|tiga|empat|lima|enam|sepuluh|{MONTHS}|hingga|sampai|{_MANY} {COUNTED}|bulan|-|–)"
)
COMPARES_TIME = re.compile(
    rf"\b{_THAN} (?:{_FILLING} ){{0,7}}{_PAST}\b|\bdari (?:semula|sebelumnya|awalnya) {_MANY}\b",
    re.IGNORECASE,
)
"""'dibanding jumlah tahun lalu', 'dari 40 kasus pada 2023': what is compared is another time."""

SETS_AGAINST_TIME = re.compile(rf"\b{_AGAINST} (?:{_FILLING} ){{0,7}}{_PAST}\b", re.IGNORECASE)
"""The same without 'dari', which begins spans of months as well."""

_GOING_UP = (
    r"lonjak|lejit|roket|lesat|lompat|loncat|nanjak|mbengkak|lambung|mbludak|mbeludak|ledak|nebal|mbesar|"
    r"mbubung|mbumbung|njulang|nggelembung|ninggi|muncak|rebak|njamur|mbanjir|ningkat|nggila|"
    r"nggelora|mbiak|rangkak naik|rayap naik|rambat naik"
)
_GOING_DOWN = (
    r"nurun|nyusut|lorot|rosot|landai|ngecil|nciut|nipis|ngempis|ngendur|nukik|nyurut|ngerucut|mudar"
)
_UP_FORMS = (
    r"naik(?:nya)?|kenaikan(?:nya)?|peningkatan(?:nya)?|lonjakan(?:nya)?|bertambah(?:nya)?|"
    r"pertambahan(?:nya)?|penambahan(?:nya)?|eskalasi(?:nya)?|bereskalasi|pembengkakan|ledakan(?= (?:kasus|"
    r"laporan|aduan|perkara|angka|jumlah))|"
    r"ter(?:kerek|dongkrak|katrol)|ketambahan|berlipat(?: ganda| kali)?|jadi banyak|"
    r"tambahnya(?= (?:bukan|tidak|tak|cukup|lumayan|sangat|banyak|drastis))"
)
_DOWN_FORMS = (
    r"turun(?:nya)?|penurunan(?:nya)?|penyusutan(?:nya)?|pengurangan(?:nya)?|kemerosotan|"
    r"berkurang(?:nya)?|susut(?:nya)?|jeblok|ambles|ambrol|anjlok|menukik|surut|mereda|terpangkas|"
    r"tereduksi|terkikis|terjun bebas|luruh"
)
_PILED = (
    rf"(?:(?:berarti|artinya|jadi|terjadi|mengalami)(?: ada)? tambahan|(?:me)?nambah|tambah)"
    rf"(?= {_MANY} {COUNTED}\b)"
)
_TIMES = (
    r"(?:dua|tiga|empat|lima|enam|\d+) kali(?: lipat)?(?=[^.;]{0,15}\b(?:dari|daripada|dibanding\w*|"
    r"ketimbang)\b|\s+(?:(?:angka|jumlah|tahun|periode) )*(?:(?:19|20)\d\d|lalu|sebelumnya)\b)"
)
_EARLIER = (
    r"(?:(?:angka|jumlah|capaian|total|data|catatan|rekor|kasus|posisi|sepanjang|selama|"
    rf"setahun penuh)\w* ){{0,3}}(?:{_MANY} {COUNTED} )?(?:di |pada |sepanjang |selama )?"
    r"(?:tahun|setahun|periode|(?:19|20)\d\d\b)"
)
_UP_DEGREE = (
    rf"{_DEGREE} (?:banyak|tinggi|besar|bertambah|meningkat|naik|marak|menjadi-jadi|sering|ramai|membengkak|"
    r"meluas|masif|menggila|melonjak|menanjak|membeludak|merebak|deras)"
)
_DOWN_DEGREE = (
    rf"{_DEGREE} (?:sedikit|rendah|kecil|berkurang|menurun|turun|jarang|landai|sepi|surut|susut|menyusut|"
    r"melandai|mereda|mengecil)"
)
_NEVER_DOWN = (
    rf"{_NO} (?:pernah |kunjung |juga |kunjung juga )(?:turun|menurun|berkurang|surut|mereda|susut|menyusut)"
)
_NEVER_UP = rf"{_NO} (?:pernah |kunjung )(?:naik|meningkat|bertambah)"
_FEW = r"(?:sepi|jarang|sedikit|langka|sunyi|segelintir|rendah)"
_OFTEN = r"(?:ramai|banyak|sering|marak|deras|membeludak|membludak|tinggi|antre)"
_NOW = r"(?:sekarang|kini|belakangan(?: ini)?|tahun ini|hari ini)"
_ONCE = r"(?:dulu(?:nya)?|dahulu|semula|tadinya|sebelumnya|tahun lalu)"
_STRONG_UP = (
    rf"me(?:{_GOING_UP})(?!kan|i\b)\w*|{_UP_FORMS}|{_PILED}|{_UP_DEGREE}|{_NEVER_DOWN}|{_TIMES}|"
    rf"lebih {_MANY} {COUNTED}(?= {_THAN} (?:tahun|periode|(?:19|20)\d\d))|"
    r"(?<=merasa )lebih (?:tinggi|banyak|besar)(?=\s*[.,])|"
    rf"(?:di atas|melampaui|melebihi|melewati|melangkahi) {_EARLIER}|"
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
    r"(?:berhasil|mampu|sukses) (?:ditekan|diturunkan|dikurangi|dipangkas|diredam|direm|menekan|menurunkan|"
    r"mengurangi|memangkas|meredam)|"
    rf"(?:tersisa|menyisakan|tinggal)(?= (?:hanya |cuma )?(?:{_MANY} {COUNTED}\b|separuh\w*|setengah\w*))|"
    rf"{_ONCE} (?:\w+ ){{0,2}}{_OFTEN}(?:\W+(?!{_NOW}\b)\w+){{0,4}}\W+{_NOW} (?:\w+ ){{0,2}}{_FEW}|"
    rf"di bawah {_EARLIER}|"
    rf"kurang {_MANY} {COUNTED}(?= {_THAN} (?:tahun|periode|(?:19|20)\d\d))|"
    rf"{_NO} (?:lagi |sampai |pernah )?{_MUCH}(?: itu)?"
    rf"(?: (?:angka|jumlah|capaian|catatan|pada|di|masa)){{0,2}} {_PAST}|"
    rf"{_NO} (?:lagi )?(?:mencapai|menyamai|menyentuh|menembus) (?:(?:angka|jumlah|capaian|catatan) )?"
    r"(?:tahun|periode|(?:19|20)\d\d)|"
    r"(?:angka\w* (?:ini|itu) sebetulnya |jumlah\w* )?lebih (?:rendah|sedikit)(?=\s*[.,])"
)
_SAME = r"(?:(?<!, )sama saja|sama|sama (?:banyak|tinggi|besar)(?:nya)?|setara|imbang|serupa|identik|sepadan)"
_NOT_MOVING = (
    rf"{_NO} (?:banyak |kunjung |terlalu |begitu |juga |jauh )?(?:bergeser|beranjak|berubah|bergerak)"
)
_STRONG_FLAT = (
    r"stagnan|stagnasi|mendatar|(?:cenderung |relatif |masih )(?:landai|datar|tetap|konstan|ajek|stabil)|"
    r"jalan di tempat|"
    rf"{_NOT_MOVING}|(?:persis|nyaris|hampir) (?:sama )?(?:seperti|dengan) (?:tahun|periode|\d{{4}})|"
    rf"{_NO} (?:ada|mengalami|terjadi|tampak|terlihat|menunjukkan) (?:kenaikan|peningkatan|perubahan|"
    r"lonjakan|perbedaan|pergeseran|pergerakan)(?:(?: berarti| signifikan)?,? (?:maupun|atau|ataupun|dan|"
    r"juga) (?:tidak ada )?(?:kenaikan|peningkatan|penurunan))?|"
    rf"{_NO} (?:naik|meningkat|bertambah),?(?: dan| maupun| atau| juga)*(?: {_NO})? (?:pula )?"
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
    r"menggunung|kebanjiran|"
    r"(?:jauh )?lebih (?:tinggi|banyak|besar|sering|ramai|marak|parah|buruk)|"
    rf"(?:lebih|kelebihan) {_MANY} {COUNTED}|(?:selisih )?{_MANY} {COUNTED} lebih (?:banyak|tinggi|besar)"
)
_WEAK_DOWN = (
    r"membaik|melemah|terjun|(?:jauh )?lebih (?:rendah|sedikit|kecil|jarang|sepi|ringan|baik)|kalah|"
    rf"(?:selisih )?{_MANY} {COUNTED} lebih (?:rendah|sedikit|kecil)|bergerak turun|ditekan|teredam|"
    r"mengering|kempis|(?:tinggal|hanya|cuma) (?:separuh|setengah)(?:nya)?"
)
_WEAK_FLAT = (
    r"(?:tetap|bertahan|stabil)(?=\W*(?:$|[,.]|dibanding|ketimbang|sama|seperti|dari|\d))|serupa|identik|setara|"
    r"sepadan|seimbang|berimbang|imbang|(?:kurang lebih|kira-kira|hampir) sama|mirip"
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
    r"(?= (?:[\w-]+ ){0,6}?(?:(?:selama|dalam|sepanjang|sejak) (?:kurun |rentang )?"
    r"(?:(?:dua|tiga|empat|lima|enam|tujuh|delapan|sepuluh|\d{1,2}|beberapa)(?: tahun| dekade)|satu dekade|"
    r"sedekade|sewindu|sejarah|pencatatan|pendataan)|sejak (?:tahun )?(?:19|20)\d\d))"
)
PEAK = _words(
    rf"(?:rekor(?: baru)?|tertinggi|terbanyak|puncak(?:nya)?|paling (?:tinggi|banyak)|terparah){_YEARS_BACK}"
)
"""'tertinggi dalam lima tahun terakhir': higher than in each year before."""
LOW = _words(rf"(?:terendah|paling (?:rendah|sedikit)){_YEARS_BACK}")
