"""What the words around a name say against its being a programme of this field.

An organisation counts, states and has directors; a venue has halls; a scheme of another
field stands in a sentence about waste, drugs or disease.
"""

import re

_CLOSE = "”\"'’`»"
_ORGANISATION = (
    r"(?:lembaga|organisasi|yayasan|lsm|ngo|ormas|perkumpulan|instansi|badan|dinas|kantor|rumah sakit|media|"
    r"perusahaan|partai|serikat|aliansi|koalisi|kampus|universitas|penerbit|kelompok advokasi|firma)"
)
_CALLED_ORGANISATION = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?(?:,\s*(?:yakni |yaitu |sebuah |salah satu |suatu )?|"
    rf"\s+(?:adalah|merupakan|"
    rf"sebagai)\s+(?:sebuah |salah satu )?){_ORGANISATION}\b",
    re.IGNORECASE,
)
_PUBLISHES = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?,?\s+(?:\w+\s+){{0,2}}?(?:membacakan|merilis|menerbitkan|"
    rf"meluncurkan|menyusun|"
    r"mengumumkan)\s+(?:catatan|laporan tahunan|siaran pers|rilis|data|hasil (?:riset|survei|pemantauan))",
    re.IGNORECASE,
)
_AFTER_ORGANISATION = re.compile(
    r"\b(?:lembaga|organisasi|yayasan|lsm|ngo|ormas|perkumpulan|koalisi|serikat|firma|partai)\s+"
    r"(?:(?!me|di|ber|pe)\w+\s+)?[“\"'‘`«]?$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?,?\s+(?:\w+\s+){{0,3}}?(?:mencatat|merekap|mendata|"
    rf"mendokumentasikan|"
    r"menghimpun|mengumpulkan data|menyimpulkan|menemukan|merilis|mengumumkan|membacakan|menerbitkan|"
    r"membeberkan|"
    r"memaparkan|menyebut(?:kan)?|menyatakan|mengatakan|berharap|meminta|menyayangkan|mencermati|"
    r"melaporkan)\b",
    re.IGNORECASE,
)
_TAKEN_UP_AS_ORGANISATION = re.compile(
    r"[^\n]{0,200}?\b(?:lembaga|organisasi|yayasan|lsm|perkumpulan)(?:nya| itu| ini| tersebut|"
    r" pendamping)\b",
    re.IGNORECASE,
)
_DIRECTOR = re.compile(
    r"\b(?:direktur|direktris|manajer|manager|pendiri|presidium|sekjen|ketua yayasan|ketua dewan|pembina|"
    r"penasihat|peneliti|pengacara|advokat|juru bicara|jubir)(?: umum| eksekutif| harian| pelaksana)?\s+$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:di|ke|dari)\s+(?:(?:halaman|aula|gedung|depan|belakang|samping|kompleks|sekitar|kawasan|"
    r"lantai \w+|lobi|"
    r"pelataran|lapangan|ruang rapat|balai pertemuan)\s+)(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GETS_NAME = re.compile(
    r"\s+(?:yang )?(?:bertajuk|bernama|dinamai|dinamakan|diberi (?:nama|tajuk|label)|berjuluk|"
    r"berlabel)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"\bdi\s+$")
_DATED = re.compile(
    r"(?:\s[A-Z]\w+){0,2},?\s*(?:pada\s+)?(?:\(\d|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b)"
)
_OTHER_FIELD = re.compile(
    r"stunting|gizi|demam berdarah|\bdbd\b|jumantik|\bhiv\b|\baids\b|narkoba|narkotika|sampah|bank sampah|"
    r"perpustakaan|minat baca|literasi|sembako|umkm|pajak|retribusi|banjir|longsor|gempa|kebakaran|pengungsi|"
    r"begal|jambret|curanmor|balap liar|lalu lintas|tilang|panen|pupuk|petani|nelayan|wisatawan mancanegara|"
    r"vaksin|imunisasi|posyandu lansia|donor darah|sunat|khitan|pemilu|pilkada|pencoblosan|kontrasepsi|"
    r"akseptor|cuci tangan|cerai|mediasi|penanaman|mangrove|olahraga|turnamen|beasiswa|zakat|infak|ekspor|"
    r"kelulusan|ijazah|kewirausahaan|wirausaha|kuliner|wisata kuliner|buku digital|premanisme|pekat\b|preman",
    re.IGNORECASE,
)
_OWN_FIELD = re.compile(
    r"kekerasan|kdrt|korban|penyintas|cabul|perkosa|leceh|rundung|bully|ejek|aniaya|pukul(?! \d)|mukul|"
    r"merkosa|nyiksa|nampar|tppo|"
    r"perdagangan (?:orang|manusia|anak|perempuan)|predator|menyentuh|disentuh|mengamuk|diintai|"
    r"hubungan beracun|membanting|mengusir|forum anak|hak anak|mengasuh|pemulihan|"
    r"perkawinan|pernikahan|kawin|nikah|perlindungan|melindungi|lapor|aduan|mengadu|curhat|konseling|"
    r"psikolog|"
    r"\bppa\b|p3a|pppa|seksual|pornografi|eksploitasi|layak anak|ramah (?:anak|perempuan)|pengasuhan|patbm|"
    r"tampar|hantam|bentak|rotan\b|main tangan|disakiti|menyakiti|siksa|trauma|berlindung|takut pulang|"
    r"kalap|paralegal|pendamping|mendampingi|didampingi|diusir|pemalakan|dipalak|gencet|diraba|penyekapan|"
    r"telantar|dijual|perekrut|calo\b",
    re.IGNORECASE,
)


def is_called_organisation(text: str, start: int, end: int) -> bool:
    """'…, lembaga pendamping korban', 'Yayasan Anak …', 'Direktur …': an organisation."""
    before = text[max(0, start - 50) : start]
    return bool(
        _CALLED_ORGANISATION.match(text, end)
        or _TAKEN_UP_AS_ORGANISATION.match(text, end)
        or _PUBLISHES.match(text, end)
        or _AFTER_ORGANISATION.search(before)
        or _DIRECTOR.search(before)
    )


def is_who_counts(text: str, end: int) -> bool:
    """'… mencatat 41 aduan': who counts and states."""
    return _COUNTS.match(text, end) is not None


def is_only_kind(text: str, end: int) -> bool:
    """'KKN Tematik bertajuk …': what gets its name only behind it."""
    return _GETS_NAME.match(text, end) is not None


def is_venue(text: str, start: int, end: int) -> bool:
    """'di halaman …', 'di Pendopo …, Rabu': where something was held."""
    dated = _AT.search(text, max(0, start - 8), start) and _DATED.match(text, end)
    return bool(dated or _VENUE.search(text, max(0, start - 45), start))


def speaks_of_own_field(text: str) -> bool:
    """Whether a text speaks of this violence or of the help against it."""
    return _OWN_FIELD.search(text) is not None


def is_of_other_field(sentence: str) -> bool:
    """Whether a sentence speaks of another field and not of this violence."""
    return _OTHER_FIELD.search(sentence) is not None and _OWN_FIELD.search(sentence) is None
