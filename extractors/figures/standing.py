"""What a count says of an earlier one: how many are still open, where it pointed back."""

import re

from extractors.figures.material import Material
from extractors.figures.reading import Reading, When

_OPEN = re.compile(
    r"(?<!\w)(?:belum|masih|tinggal|tersisa)\s+(?:\w+\s+){0,2}?(?:(?!di(?:terima|tangani\s+dinas|laporkan|catat|temukan)"
    r"|ter(?:jadi|dapat|catat|data|masuk|hitung)|ber(?:tambah|datangan)|me(?:ncatat|nerima|nangani|ndata)|ada(?!\w))(?:di|ter|ber|me)\w{3,}"
    r"|selesai|tuntas|rampung|beres|kelar|usai|inkrah|inkracht|p-?21|buron|dalam|tahap|proses|gantung|sidang|lidik|sidik"
    r"|di\s+(?:tangan|meja|polisi|kepolisian|kejaksaan|pengadilan))"
)
"""Cases that a later day finds unfinished ('41 kasus belum ditutup', 'empat masih menggantung')."""
_OF_IT = re.compile(
    r"(?<!\w)(?:di\s?antaranya|dari\s+(?:(?:total|jumlah|angka|seluruh|semua|keseluruhan|sekian|ke)\s*-?\s*){0,2}"
    r"(?:[\d.]+\s+)?(?:kasus|korban|laporan|perkara|aduan|pengaduan|jumlah|angka|total|semua|seluruh)?\s*"
    r"(?:itu|tersebut|tadi|sebanyak\s+itu))(?!\w)"
)
"""Words that take a count as part of one before ('dari 90 kasus itu', 'di antaranya')."""
_THEN = re.compile(
    r"[^\w]*(?:(?:pada|di|untuk|selama|sepanjang)\s+)?(?:(?:waktu|saat|kala|ketika|masa|tahun|periode|kurun|zaman)\s+(?:itu|tersebut|tadi)"
    r"|di\s?(?:situ|sana))(?:lah|pun)?(?!\w)"
)
"""How a sentence opens that speaks of the time or the record named right before."""


def still_open(material: Material, reading: Reading, value: When, base: When) -> bool:
    """Whether a later date only says when part of an earlier year's count was still open."""
    if base.year is None or value.year is None or value.year <= base.year or not reading.value:
        return False
    clause = material.lower[slice(*reading.candidate.own)]
    return bool(_OPEN.search(clause) or _OF_IT.search(clause))


def refers_to_total(material: Material, reading: Reading) -> bool:
    """Whether the sentence says before the number that it tells the parts of a count before."""
    start = reading.candidate.sentence.start
    return _OF_IT.search(material.lower, start, reading.candidate.start) is not None


def points_back(material: Material, reading: Reading) -> bool:
    """Whether the sentence begins with the time or place of the one before ('Waktu itu …')."""
    return _THEN.match(material.lower, reading.candidate.sentence.start) is not None
