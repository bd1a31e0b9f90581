"""By how much counts differ, and numbers that another one makes exact or corrects: no counts themselves."""

import re
from collections.abc import Sequence

from extractors.figures.material import Material
from extractors.figures.reading import Label, Reading

_DELTA = re.compile(
    r"(?<!\w)(?:(?:ke)?naik(?:an)?|(?:pe|me)?ningkat(?:an)?|(?:pe|me)?nurun(?:an)?|turun(?:nya)?"
    r"|(?:ber|di)?tambah(?:nya)?"
    r"|berkurang|susut|menyusut|selisih(?:nya)?|berselisih|(?:ber)?beda(?:nya)?|terpaut|berjarak"
    r"|jarak(?:nya)?|unggul|kalah|defisit|melonjak|lonjakan|tambahan|penambahan"
    r"|pengurangan|surplus|lebih\s+(?:banyak|sedikit|tinggi|rendah))"
    r"(?:\s+(?:sebanyak|sebesar|sejumlah|hingga\s+sebanyak|sekitar|jumlah|kasus|ada|itu|tajam|hanya"
    r"|cuma|tipis|drastis|signifikan|lumayan|cukup|agak|sedikit|kurang\s+lebih|paling\s+\w+|terbesar"
    r"|tertinggi|terbanyak"
    r"|terjadi|sampai\s+sebanyak),?){0,3}\s*$"
)
_DELTA_AFTER = re.compile(
    r"\s*(?:kasus|korban|orang|laporan|perkara|aduan|pengaduan|anak|perempuan)?\s*lebih\s+(?:banyak"
    r"|sedikit|tinggi|rendah|besar|kecil)"
    r"\s+(?:dari|daripada|di\s?banding(?:kan)?|ketimbang)(?!\w)"
)
"""'tiga belas lebih sedikit daripada 65'."""
_APART = re.compile(
    r"(?<!\w)(?:selisih(?:nya)?|berselisih|(?:ber)?beda(?:nya)?|terpaut|berjarak|unggul|kalah|defisit"
    r"|surplus)\s+(?:\w+\s+)?$"
)
"""How far two numbers are apart; never what is left."""
_RISE = re.compile(
    r"(?:^|[.;\n“\"]\s?)(?:kenaikan|penurunan|peningkatan|lonjakan|pertambahan|penambahan"
    r"|selisih)(?:nya)?\s(?:(?!dari|hingga|sampai|menjadi"
    r"|angka|jumlah|kasus|pada|tahun)[\w,]+\s){0,4}$"
)
"""'Kenaikan paling tajam, lima kasus, …'."""
_SET_RIGHT = re.compile(
    r"(?<!\w)(?:(?:sempat|semula|tadinya|sebelumnya|awalnya|mula-mula)\s+(?:di)?(?:sebut|tulis|lapor"
    r"|kira|hitung|kabar|umum|input|rilis)\w*"
    r"\s+(?:\w+\s+)?|(?:bukan|keliru)\s+(?:lagi\s+)?)$"
)
"""A number that the next one corrects ('sempat disebut 33, diralat menjadi 31')."""
_DOUBLE = re.compile(
    r"\s*(?:kasus|laporan|aduan|pengaduan|data|korban|nama)?\s*(?:yang\s+)?(?:ganda|dobel"
    r"|tumpang\s+tindih|fiktif|palsu|hoaks|terhitung\s+dua)(?!\w)"
)
_EXACTLY = re.compile(
    r"[\s,–—]*(?:kasus|korban|orang|laporan|aduan|perkara|anak|perempuan)?[\s,–—(]*(?:tepatnya"
    r"|persisnya|pastinya|pasnya)\s+(?:\w+\s+)?\d"
)
_UPPER_END = re.compile(r"(?:di\s?atas|lebih\s+dari)\s\d[^.;\d]{0,25}(?:di\s?bawah|kurang\s+dari)\s$")
"""'di bawah 15 kasus, tepatnya 13', 'di atas 60, di bawah 70': one count, said twice."""
_SAID_TO_BE = re.compile(
    r"(?:mencapai|sebanyak|sejumlah|berjumlah|adalah|ialah|menjadi|jadi|ada|tercatat|yakni|yaitu"
    r"|sampai|hingga)\s$"
)
_MORE_OF_THEM = re.compile(r"(?<!\w)(?:ber|di|ter)?tambah(?:an|nya)?\s+(?:lagi\s+)?(?:\w+\s+){0,2}$")
_AGAIN = re.compile(r"\s*(?:kasus|korban|orang|laporan|perkara|aduan|pengaduan|anak|perempuan)?\s*lagi(?!\w)")
_NOT_DELTA = re.compile(
    r"(?:menjadi|(?<=\w\s)jadi|(?<!\w)ke|di\s+angka|angka|mencapai|capai|sampai|hingga|menyentuh"
    r"|tinggal|dengan|yaitu"
    r"|yakni)(?!\w)\s*(?:\w+\s*){0,2}$"
)
_LEVEL = re.compile(r"[,:–—]\s*(?:(?:ada|tinggal|hanya|cuma|yakni|yaitu|tercatat|sekitar)\s+)?$")
_DATED = re.compile(r"[\s,]*(?:(?:pada|di|untuk|selama|sepanjang)\s+)?(?:tahun\s+)?(?:19|20)\d\d(?!\d)")
"""'Sempat berkurang, 18 kasus, pada 2017' gives what was left, not the change."""
_ADDED = re.compile(r"(?<!\w)ditambah\s+$")
_MOVEMENT = re.compile(
    r"(?<!\w)(?:(?:me)?(?:naik|turun|nurun|ningkat|lonjak|rosot|nyusut)|selisih|beda|berkurang"
    r"|bertambah|penurunan|kenaikan"
    r"|peningkatan|lonjakan)"
)


def change_features(
    material: Material, reading: Reading, near: Sequence[Reading], before: Sequence[Reading]
) -> dict[str, float]:
    """Whether the number is a change, a difference, or said again exactly; ``near`` share its sentence."""
    candidate = reading.candidate
    head = material.lower[max(candidate.sentence.start, candidate.start - 60) : candidate.start]
    end = candidate.number.end
    changed = _is_change(material, reading, near, head) and not (_ADDED.search(head) and reading.labels)
    exactly = _EXACTLY.match(material.lower, end) or _UPPER_END.search(head)
    corrected = _SET_RIGHT.search(head) or _DOUBLE.match(material.lower, end)
    return {
        "delta": float(changed),
        "difference": float(_is_difference(material, reading, near, before)),
        "rounded": float(exactly is not None),
        "corrected": float(corrected is not None),
    }


def _is_change(material: Material, reading: Reading, near: Sequence[Reading], head: str) -> bool:
    if _APART.search(head) or _RISE.search(head) or _by_so_much(material, reading, head):
        return True
    dated = Label.PERIOD in reading.labels
    series = dated and reading.candidate.unit is None and any(Label.PERIOD in one.labels for one in near)
    dated = dated or _DATED.match(material.lower, reading.candidate.tail) is not None
    if series or (dated and _LEVEL.search(head)) or _goes_further(material, reading, head):
        return False
    return _DELTA.search(head) is not None and _NOT_DELTA.search(head) is None


def _goes_further(material: Material, reading: Reading, head: str) -> bool:
    """Whether it counts a further time ('tiga bulan pertama tahun ini bertambah 8 kasus lagi')."""
    again = "lagi" in head[-30:].split() or _AGAIN.match(material.lower, reading.candidate.number.end)
    return bool(again and Label.PERIOD in reading.labels and _MORE_OF_THEM.search(head))


def _by_so_much(material: Material, reading: Reading, head: str) -> bool:
    """Whether it is by how much one number is above or below another."""
    after = _DELTA_AFTER.match(material.lower, reading.candidate.number.end)
    return after is not None and _SAID_TO_BE.search(head) is None


def _is_difference(
    material: Material, reading: Reading, near: Sequence[Reading], before: Sequence[Reading]
) -> bool:
    """Whether it is by how much two figures beside it differ ('31 … 22. Naik lumayan, sembilan kasus')."""
    candidate = reading.candidate
    start = max(candidate.own[0], candidate.sentence.start, candidate.start - 60)
    head = material.lower[start : candidate.start]
    if reading.value < 2 or not _MOVEMENT.search(head) or _NOT_DELTA.search(head):
        return False
    last = [other for other in before[-2:] if candidate.sentence.index - other.candidate.sentence.index <= 2]
    beside = [*last, *(one for one in near if one not in last)]
    return any(
        abs(one.value - two.value) == reading.value
        for place, one in enumerate(beside)
        for two in beside[place + 1 :]
    )
