"""The whole country, and what lies outside an agency's area."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.mentions import PlaceVia, RegionMention

_NATIONAL: Final = re.compile(
    r"\b(?:secara|tingkat|skala|data|angka|level|rata-rata|kancah|lingkup|total|statistik|potret|gambaran|peta|konteks|situasi"
    r"|kondisi|catatan|rekap(?:itulasi)?|tren|jumlah|kasus|ranah|cakupan|perbandingan|ukuran|sisi|panggung|keadaan|laporan)\s"
    r"nasional\b|\bse-?\s?(?:indonesia|nusantara)\b|\b(?:di|seluruh|penjuru|anak|perempuan|wilayah|seantero|untuk)\s"
    r"(?:indonesia|nusantara|tanah air)\b|\bindonesia\s(?:mencatat|darurat|tercatat)\b"
)
_OF_A_NAME: Final = re.compile(r"\s(?:(?:timur|barat|tengah|sehat|emas|raya|maju|layak)\b|\(|\w+\s\()")
_ORGANISATION_BEFORE: Final = re.compile(
    r"(?:perlindungan|komisi|forum|ikatan|persatuan|komite|yayasan|asosiasi|lembaga|republik)\s\Z"
)
_OUTSIDE: Final = re.compile(
    r"\b(?:dari\s|di\s)?luar\s(?:daerah|wilayah|kota|kabupaten|provinsi|kecamatan|domisili)\b(?!\s(?:kota|kabupaten|hukum))"
)


def find_national(text: str, folded: str) -> Iterator[RegionMention]:
    """Phrases that speak of all Indonesia: 'secara nasional', 'di Indonesia'."""
    for match in _NATIONAL.finditer(folded):
        start, end = match.span()
        if _ORGANISATION_BEFORE.search(folded, max(0, start - 16), start) or _OF_A_NAME.match(folded, end):
            continue
        yield RegionMention(
            start=start,
            end=end,
            text=text[start:end],
            code="ID",
            via=PlaceVia.NATIONAL,
            confidence=0.8,
            reason="the whole country",
        )


def find_outside(text: str, folded: str, code: str) -> Iterator[RegionMention]:
    """'luar daerah' and the like; ``code`` is the region that the text is about, whose agency counts them."""
    for match in _OUTSIDE.finditer(folded):
        start, end = match.span()
        yield RegionMention(
            start=start,
            end=end,
            text=text[start:end],
            code=code,
            via=PlaceVia.OUTSIDE,
            confidence=0.8,
            reason="outside the agency's area",
        )
