"""Names that open a sentence or a headline, where ordinary words have capitals too."""

import re
from collections.abc import Iterator

from models.masking.tokens import AGE, Span, name_at, titled
from models.masking.words import ADDRESS, DEEDS, FAMILY, VICTIM, YOUNG, area_names, is_word, of_one_case

_SUFFERED = (
    rf"di(?:{DEEDS})\w*|dibawa (?:kabur|lari)|dititipkan|dipulangkan|disekap|trauma|hamil|melahirkan|"
    r"menangis|mengandung|mencabut (?:laporan\w*|gugatan\w*)|"
    r"melapor\w* (?:suami|ayah|majikan|mantan|dosen|atasan)\w*|tinggal di (?:rumah aman|shelter)"
)
_GOES_ON = (
    r"sering|kerap|mengaku|bercerita|menolak|lari|kabur|bertahan|meninggal|tewas|ditemukan|baru|sudah|masih|kini|"
    r"diam-diam|tidak|tak|hanya|mulai|terus|akhirnya|pernah|ikut|sempat|lalu|kemudian|pulang|bekerja|takut"
)
_OPENING = re.compile(
    r"^[\"“'‘]?(?P<name>[A-Z][a-z][\w’'-]*(?:\s[A-Z][a-z][\w’'-]*){0,2})"
    rf"(?P<age>{AGE})?,?\s+(?:(?P<suffered>(?:\w+\s)?(?:{_SUFFERED}))|{_GOES_ON})\b"
)
_HEADLINE = re.compile(
    r"(?P<name>[A-Z][a-z]\w+(?:\s[A-Z][a-z]\w+)?)\s+"
    r"(?:Cabuli|Perkosa|Rudapaksa|Setubuhi|Hamili|Aniaya|Siksa|Pukuli|Gagahi|Lecehkan|Bunuh|Culik|Sekap)\b"
)
_NOBODY = re.compile(
    rf"(?:{YOUNG}|{FAMILY}|{VICTIM}|petugas|penyidik|aparat|tim|pihak|peristiwa|kejadian|kondisi|bocah|terduga|"
    r"pemuda|pemudi|pria|lelaki|laki-laki|duda|janda|nikah|sopir|petani|nelayan|pedagang|tukang|ustaz|ustadz|oknum|"
    r"ngaji|tiri|kandung|tua|angkat|kuli|buruh|residivis|lansia|pengasuh|perbuatan|aksi|tindakan|perilaku|jasad|"
    r"mayat|bidan|dokter|perawat|kader|tokoh|pemilik|majikan|jenazah|keduanya|ketiganya|sebagian|kebanyakan|"
    r"mereka|anggaran|kasusnya|laporan\w*|pendamping|relawan|pekerja|karyawan|pengurus|kepala|"
    rf"pasien|kalau|barangkali|apalagi|andai\w*|walau\w*|sekalipun|padahal|di[aeiou][a-z]{{3,}}|{ADDRESS})",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?P<name>[A-Z][a-z][\w’'-]*(?:\s[A-Z][a-z][\w’'-]*){0,2})"
    rf"(?:{AGE})?,\s+(?:seorang\s+)?(?:pekerja migran|TKW|TKI|PMI|buruh|karyawa(?:n|ti)|asisten rumah tangga|"
    r"ibu rumah tangga|ibu (?:satu|dua|tiga|empat|lima|\d) anak|"
    r"warga (?:Desa|Kampung|Dusun|Kelurahan|RT)|janda)\b"
)
_OF_CHILDREN = re.compile(
    r"\b(?:[Ii]bu|[Jj]anda|[Aa]yah|[Bb]apak)\s+"
    r"(?:satu|dua|tiga|empat|lima|enam|\d)\s+anak(?: itu)?,?\s+(?=[A-Z])"
)
_SO_NAMED = re.compile(r"\b[Nn]ama\s+(?=[A-Z][a-z]+\s+(?:di|ter|mun|ber))")


def opening(sentence: str, context: str) -> Iterator[Span]:
    """'Andini sering menangis', 'Mustika dititipkan': whom the sentence goes on about."""
    match = _OPENING.match(sentence)
    if match is not None and (match["suffered"] or match["age"] or of_one_case(sentence)):
        yield from _person(sentence, match)


def doer(sentence: str, context: str) -> Iterator[Span]:
    """'Sarwono Hamili Anak Kandung'."""
    for match in _HEADLINE.finditer(sentence):
        yield from _person(sentence, match)


def apposed(sentence: str, context: str) -> Iterator[Span]:
    """'Sulastri, pekerja migran', 'ibu dua anak, Halimah', 'nama Rosdiana dicatat'."""
    for match in _APPOSED.finditer(sentence):
        yield from _person(sentence, match)
    for pattern in (_OF_CHILDREN, _SO_NAMED):
        for cue in pattern.finditer(sentence):
            name = name_at(sentence, cue.end(), weak=True)
            if name is not None and not titled(sentence, name):
                yield name


def _person(sentence: str, match: re.Match[str]) -> Iterator[Span]:
    words = match["name"].split()
    while words and (is_word(words[0], headline=True) or _NOBODY.fullmatch(words[0])):
        words.pop(0)
    if not words or any(is_word(word, headline=True) or _NOBODY.fullmatch(word) for word in words):
        return
    span = (match.end("name") - len(" ".join(words)), match.end("name"))
    if " ".join(words).casefold() not in area_names() and not titled(sentence, span):
        yield span
