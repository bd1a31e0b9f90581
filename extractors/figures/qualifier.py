"""How exactly a number is stated (codebook: qualifier)."""

import re

from extractors.figures.candidates import Candidate
from models.vocabulary import Qualifier

_BETWEEN = r"(?:\s+(?:di|ada|dari|sudah|angka|sebanyak|total|jumlah|jumlahnya|terdapat|mencapai)){0,2}\s*$"
_ABOUT = re.compile(
    r"(?:sekitar|kurang\s*lebih|kira-kira|kisaran|sekira|lebih\s+kurang|berkisar|hampir\s+sekitar"
    r"|estimasi\w*)" + _BETWEEN
)
_AT_LEAST = re.compile(
    r"(?:lebih\s+dari|(?<!\w)lebih|di\s*atas|(?:se|paling\s+)tidak(?:nya|-tidaknya)?|sedikitnya"
    r"|minimal|paling\s+sedikit)" + _BETWEEN
)
_AT_MOST = re.compile(
    r"(?:hampir|nyaris|kurang\s+dari|di\s*bawah|maksimal|paling\s+banyak\s+hanya|tidak\s+sampai|tak\s+sampai)"
    + _BETWEEN
)
_MORE_AFTER = re.compile(
    r"\s*(?:-?an\s+)?(?:kasus\s+|orang\s+|korban\s+|laporan\s+)?lebih(?!\s+(?:banyak|sedikit|tinggi"
    r"|rendah|dari|besar|kecil))\b"
)


def read_qualifier(lower: str, candidate: Candidate) -> Qualifier:
    """The qualifier by the words right before the number, else right after it."""
    head = lower[max(candidate.sentence.start, candidate.start - 45) : candidate.start]
    for pattern, qualifier in (
        (_ABOUT, Qualifier.ABOUT),
        (_AT_LEAST, Qualifier.AT_LEAST),
        (_AT_MOST, Qualifier.AT_MOST),
    ):
        if pattern.search(head):
            return qualifier
    if candidate.number.at_least or _MORE_AFTER.match(lower, candidate.number.end):
        return Qualifier.AT_LEAST
    return Qualifier.ABOUT if candidate.number.about else Qualifier.EXACT
