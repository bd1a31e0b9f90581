"""Whether words for people say whom a passage counts, or only speak of people in passing.

A passage is about the people named as victims, groups, columns or objects of the violence, and
stays so until the text turns to others. Children who are to be looked after, the speaker's own or
youth at large are spoken of aside.
"""

import re

from extractors.figures.cues import ADULT, FEMALE, MALE, Cue
from extractors.figures.examples import names_example, names_one
from extractors.figures.material import Material, within
from models.vocabulary import Population

_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}
_GROUP_BEFORE = re.compile(
    r"(?<!\w)(?:korban(?:nya)?|(?:ke)?semua(?:nya)?|(?:ke)?seluruh(?:nya)?|kelompok|kolom|golongan|kategori|klaster|segmen|kalangan|kaum|pihak|sisi|barisan|deret(?:an)?|bagian|bab|porsi"
    r"|data|angka|tabel|daftar|peta|sebaran|rekap\w*|rincian|catatan|grafik|kurva|lembar(?:an)?|halaman|statistik|komposisi|jumlah|urutan|lajur|baris"
    r"|kasus|perkara|laporan|aduan|pengaduan|kekerasan|kejahatan|penyintas|sasaran|penderita|klien|giliran|urusan|soal|ihwal|tentang|mengenai"
    r"|menyangkut|terkait|khusus(?:nya)?|bagaimana\s+dengan|perihal|seputar|untuk|bagi|pada|terhadap|kepada|atas|menimpa|menyasar|dialami|diderita|mendera|dari|ke|di)"
    r"\s+(?:(?:kaum|para|korban|kasus|kelompok|kekerasan|si)\s+)?$"
)
_VICTIM_AFTER = re.compile(
    r"(?:\s*-\s*(?:perempuan|wanita))|\s+(?:dewasa\s+)?(?:yang\s+)?(?:(?:men)?jadi\s+|sebagai\s+|selaku\s+)?(?:korban|sasaran|penyintas)(?!\w)"
)
_TURNS = re.compile(
    r"\s+(?:dewasa\s+)?(?:pun|juga|sendiri|justru|lain|berbeda|beda|sebaliknya|tak\s+luput|tidak\s+luput|bagaimana|menyusul|paling)(?!\w)|\s*[:?]"
)
_CARE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:(?:me|mem|men|meng|menge|meny)?(?:didik|awasi|ngawasi|jaga|lindungi|asuh|ngasuh|besarkan|rawat|dampingi|ajari|ngajari|ajak|ngajak|sekolahkan"
    r"|nyekolahkan|perhatikan|pantau|mantau|larang|biarkan|cintai|sayangi|nyayangi|edukasi|ingatkan|ngingatkan|bekali|titipkan|nitipkan|temani|nemani|antar|jemput"
    r"|kontrol|bimbing|tanya|nasihati|nasehati|hargai|ngajarkan|ajarkan))|(?:orang\s*tua|ibu|ayah|bapak|keluarga|wali)(?:\s+dan|\s+punya|\s+si)?|punya|sama|bersama|mempunyai|memiliki)"
    r"\s+(?:(?:para|si|putra|putri|kepada|pada|setiap|semua|seluruh)\s+)?$"
)
_OURS_AFTER = re.compile(
    r"\s+(?:kita|kami|mereka|anda|kalian|saya|muda|bangsa|negeri|zaman|sendiri|(?:kandung|tiri|angkat|asuh|sambung|tetangga|bungsu|sulung)(?:nya)?)(?!\w)"
)
_REACH = 60


def may_be_topic(material: Material, cue: Cue, *, passage: bool) -> bool:
    """Whether a word of the sentences before can say whom the numbers after it count.

    ``passage`` asks for words that hold beyond the next sentence: a group named as those counted, and not
    only beside one of several kinds of violence.
    """
    if not is_topic(material, cue) or said_aside(material, cue) or in_care(material, cue):
        return False
    return not passage or (names_group(material, cue) and not _among_kinds(material, cue))


def _among_kinds(material: Material, cue: Cue) -> bool:
    sentence = material.document.sentence_at(cue.start)
    if sentence is None:
        return False
    kinds = within(material.violence_cues, sentence.start, sentence.end)
    return len({kind.value for kind in kinds if not kind.generic}) > _FEW


_FEW = 2
"""A sentence with more kinds of violence lists them."""


def is_topic(material: Material, cue: Cue) -> bool:
    """Whether the word can say whom a passage is about; a bare 'perempuan' needs a head that says so."""
    if cue.marked or cue.value not in (FEMALE, MALE, ADULT):
        return True
    if names_group(material, cue):
        return True
    sentence = material.document.sentence_at(cue.start)
    opens = sentence is not None and not re.search(r"\w{3}", material.lower[sentence.start : cue.start])
    return opens and bool(_TURNS.match(material.lower, cue.end))


def names_group(material: Material, cue: Cue) -> bool:
    """Whether the words around make it those who are counted ('kolom perempuan', 'anak yang jadi korban')."""
    if cue.marked or _VICTIM_AFTER.match(material.lower, cue.end):
        return True
    return bool(_GROUP_BEFORE.search(material.lower, max(0, cue.start - _REACH), cue.start))


def said_aside(material: Material, cue: Cue) -> bool:
    """Whether the word names an example or one person, not those whom the passage is about."""
    return names_example(material, cue) or names_one(material, cue)


def in_care(material: Material, cue: Cue) -> bool:
    """Whether children are somebody's charge or youth at large ('mengawasi anak', 'anak-anak kita')."""
    if cue.value not in _YOUNG or cue.marked or _VICTIM_AFTER.match(material.lower, cue.end):
        return False
    if cue.word.endswith(("nya", "ku", "mu")) or _OURS_AFTER.match(material.lower, cue.end):
        return True
    return bool(_CARE_BEFORE.search(material.lower, max(0, cue.start - _REACH), cue.start))
