"""Private persons that one cue gives away: 'tersangka KS (45)', 'Rukmini (14 tahun)', 'warga Desa …'.

Suspects are covered like victims: a father's name is his daughter's.
"""

import re
from collections.abc import Iterator

_PERSON = (
    r"(?i:korban|bocah|balita|bayi|gadis|remaja|pelajar|siswi|siswa|murid|santri|santriwati|mahasiswi|"
    r"anak|putri|putra|perempuan|wanita|ibu|istri|suami|ayah|bapak|paman|kakek|nenek|kakak|adik|"
    r"pelaku|tersangka|terduga|terdakwa|terlapor|saksi|penyintas|keponakan|tetangga|janda|pria|lelaki|tiri)"
)
# Capitalised words that follow a cue without being anybody's name.
_NO_NAME = (
    r"(?:Kekerasan|Perempuan|Anak|Dinas|Polres\w*|Polsek|Polda|Polisi|Polri|Kota|Kabupaten|Kab|Kecamatan|Kec|"
    r"Provinsi|Prov|Pemkot|Pemkab|Pemprov|Pemerintah|Satgas|Satuan|Rumah|Puspaga|Januari|Februari|Maret|April|"
    r"Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|"
    r"Tahun|Indonesia|Komnas|Unit|Kepala|Bupati|Wali|Walikota|Gubernur|Menteri|Kementerian|Pengadilan|Kejaksaan|"
    r"Puskesmas|Bidang|Pusat|Lembaga|Yayasan|Ketua|Sementara|Namun|Untuk|Selain|Saat|Dari|Pada|Yang|Dan|Di|Ke|"
    r"Itu|Ini|Jawa|Sumatera|Kalimantan|Sulawesi|Papua|Bali|Banten|Lampung|Aceh|Riau|Jakarta|Desa|Kelurahan|"
    r"Kampung|Sekolah|Pondok|Mereka|Kami|Ia|Dia|Data|Jumlah|Total|Kasus|Korban|Forum|Sekretaris|Wakil|Sosial|"
    r"Pelayanan|Terpadu|Simfoni|Kasat|Kabid|Kapolres|Program|Aplikasi|Layanan|Seksual|Fisik|Psikis)"
)
_ACRONYM = (
    r"(?:DKI|DIY|NTB|NTT|NAD|KBB|OKI|OKU|SDN?|SMPN?|SMAN?|SMKN?|MTSN?|MIN?|MAN?|TK|PNS|TNI|ASN|ABH|KDRT|TPPO|KTA|KTP|PPA|LSM|"
    r"LBH|RT|RW|HP|WIB|WITA|WIT|SLBN?|UPT|UPTD|BAP|KB|PA|DPR|DPRD|OPD|IRT|II|III|IV|VI|KPAI|LPSK|PAUD|HAM|UU|RS|DP|AKBP)"
)
_NAME = (
    rf"(?!{_NO_NAME}\b)[A-Z][a-z'’]+(?:\s+(?:binti\s+|bin\s+|al\s+)?(?!{_NO_NAME}\b)[A-Z][a-z'’]*\.?){{0,3}}"
)
_INITIALS = rf"(?!{_ACRONYM}\b)[A-Z](?:\.?[A-Z]){{0,3}}\b\.?"
_YEARS_OLD = r"\s*,?\s*\(?\s*(?:usia|umur|berusia|berumur)?\s*\d{1,2}\s*(?:tahun|thn|th)\b"
_BRACKETED_AGE = r"\s*\(\s*\d{1,2}\s*\)"
_AGE = rf"(?:{_YEARS_OLD}|{_BRACKETED_AGE}|\s*,\s*\d{{1,2}}\s*,)"
_SCHOOL = (
    r"(?:SDN?|SMPN?|SMAN?|SMKN?|MIN?|MTsN?|MAN?|TK|PAUD|SLBN?|[Ss]ekolah|"
    r"[Pp]ondok [Pp]esantren|[Pp]o?npes|[Pp]esantren)"
)
_STUDENT = (
    r"(?<!\d )(?<!(?i:para) )\b(?i:siswi|siswa|murid|pelajar|santri|santriwati)\b"
    r"(?:\s+(?:kelas\s+\w+|di|asal|dari|sebuah|salah satu))*"
)
_KIN = r"(?i:ibu|ayah|bapak|orang ?tua|kakak|adik|paman|bibi|nenek|kakek|keluarga|suami|istri)"
_NO_HELPER = "".join(
    rf"(?<!(?i:{word}) )"
    for word in ("pendamping", "hukum", "pengacara", "psikolog", "perlindungan", "pemulihan")
)
_OWN = r"(?!Kecamatan\b|Kabupaten\b|Kota\b|Provinsi\b|Kec\b|Kab\b|RT\b|RW\b)[A-Z0-9][\w'’.-]*"
_COUNTED = r"(?!\d+\s+(?:orang|anak|korban|kasus|siswa|siswi|perempuan|tahun|persen)\b)"
_OWN_NAME = rf"{_OWN}(?:\s+{_OWN}){{0,4}}"
_HOUSE = (
    r"(?:[Dd]esa|[Kk]elurahan|[Kk]ampung|[Dd]usun|[Pp]erumahan|[Kk]omplek|[Jj]alan|Jl\.?|[Gg]ang|[Ll]ingkungan|"
    r"Kp\.?|[Nn]agari|[Pp]ekon|[Gg]ampong)"
)
_LIVES = (
    r"\b(?:warga|tinggal|beralamat|berdomisili|kediaman|rumah (?:korban|pelaku)|kontrakan|asal)\b"
    r"(?:\s+(?:korban|pelaku))?(?:\s+(?:di|dari))?\s+"
)

_PATTERNS = (
    # 'berinisial AB, CD dan EF'
    rf"\b(?:[Bb]er)?inisial\s+(?:nama\s+)?[\"“'‘]?(?P<secret>[A-Z][A-Za-z.]{{0,4}}\b(?:(?:\s*\(\d+[^)]*\))?(?:,\s*|\s+dan\s+|,\s*dan\s+|/){_INITIALS})*)",
    rf"\b{_PERSON}\b,?\s+(?P<secret>{_INITIALS})(?={_AGE})",
    rf"\b(?:korban|bocah|siswi|siswa|santriwati|pelaku|tersangka|terduga|terdakwa)\b,?\s+(?P<secret>{_INITIALS})(?![-/\w])",
    rf"(?<![\w-])(?P<secret>{_INITIALS})(?={_YEARS_OLD})",
    rf"\b{_PERSON}\b,?\s+(?:yang\s+)?(?:bernama\s+)?(?P<secret>{_NAME})(?={_AGE})",
    rf"(?<!\w)(?P<secret>{_NAME})(?=\s*\(\s*\d{{1,2}}\s*(?:tahun|thn|th)\b)",
    rf"\b{_PERSON}\b(?:\s+[a-z]+){{0,3}},?\s+(?:yang\s+)?bernama\s+(?:lengkap\s+)?(?P<secret>{_NAME}|{_INITIALS})",
    rf"\b{_KIN}(?:\s+(?:kandung|tiri))?\s+korban,?\s+(?P<secret>{_NAME})",
    rf"{_NO_HELPER}\bkorban,?\s+(?P<secret>{_NAME})(?=[\s,.(]|$)",
    rf"\b(?i:anak|putri|putra)\s+(?:dari|pasangan)\s+(?P<secret>{_NAME}(?:\s+dan\s+{_NAME})?)",
    rf"{_STUDENT}\s+{_SCHOOL}\s+{_COUNTED}(?P<secret>{_OWN_NAME})",
    r"\b(?P<secret>RT\.?\s*\d+\s*(?:[/,]|dan)?\s*RW\.?\s*\d+)",
)
Span = tuple[int, int]
_COMPILED = tuple(re.compile(pattern) for pattern in _PATTERNS)
_BRACKETED = re.compile(rf"(?<![\w-])(?P<secret>{_INITIALS})(?={_BRACKETED_AGE})")
_CUE = re.compile(rf"\b(?:{_PERSON}|berinisial|mencabuli|memperkosa|menganiaya|menyetubuhi)\b")
_ADDRESS = re.compile(rf"{_LIVES}(?:{_HOUSE}\s+{_OWN_NAME}(?:,\s*)?)+")
_HOUSE_NAME = re.compile(rf"({_HOUSE}\s+)({_OWN_NAME})")
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?\n]+|$)")


def cued_spans(text: str) -> Iterator[Span]:
    """Stretches that a cue beside them makes a private person's name, school or address."""
    for pattern in _COMPILED:
        for found in pattern.finditer(text):
            yield found.span("secret")
    for address in _ADDRESS.finditer(text):
        for house in _HOUSE_NAME.finditer(text, address.start(), address.end()):
            yield house.span(2)
    for sentence in _SENTENCE.finditer(text):
        # 'AB (13)' is a person where persons are spoken of, and a count in 'NTB (52), DKI (31)'.
        if _CUE.search(sentence[0]):
            for found in _BRACKETED.finditer(text, sentence.start(), sentence.end()):
                yield found.span("secret")
