"""Where a text cites laws, so that their numbers and years are never counts or periods."""

import re
from typing import Final

from extractors.words import WordPattern, Words

_NOT_COUNTED = r"(?!\d)(?!\s*(?:kasus|korban|orang|anak|laporan|perkara|perempuan))"
_ARTICLE = rf"""
    \b(?:pasal|ayat|juncto|huruf)\b[ (]{{0,3}}\d{{1,3}}[a-z]?\b\)?
    (?:
        (?:\s?(?:,|/|-|\u2013|\bdan/atau\b|\bdan\b|\batau\b|\bsampai\b|\bhingga\b|\bjo\b\.?|\bjuncto\b
            |\bsubsider\b|\bayat\b|\bhuruf\b|\bangka\b|\bpasal\b)){{1,4}}
        [ (]{{0,3}}(?:\d{{1,3}}[a-z]?{_NOT_COUNTED}|[a-z]\b)\)?
    ){{0,20}}
"""
_NUMBERED = r"""
    \b(?:nomor|no)\b[ .:]{0,3}\d+[a-z]?(?:[ ,]{1,2}(?:tahun|thn|th)\b\.?[ ]?|[ ]?/[ ]?)
    (?:\w{1,12}/){0,3}(?:19|20)\d\d
"""
_NAMED = r"""
    (?-i:\b(?:UU|[Uu]ndang[- ]?[Uu]ndang|PP|Perpres|Perppu|Perda|Permen\w*|Kepmen\w*|Inpres|Keppres|Qanun
        |Pergub|Perbup|Perwal\w*|Peraturan|Keputusan|Instruksi|Surat\ Edaran|KUHP|KUHAP|Stranas)\b
        (?:[ ](?:[A-Z(][\w()/-]*|dan|tentang|terhadap|dalam|dari|di|nomor)){0,14})
    [ ](?:no(?:mor|\.)?[ ]?)?(?:\d{1,3}[ ]?(?:/|[ ]tahun[ ]|[ ]))?[ ]?(?:tahun[ ])?\(?(?:19|20)\d\d\)?
    (?!\s*(?:kasus|korban|orang|anak|laporan))
"""
LAWS: Final = WordPattern(rf"{_ARTICLE}|{_NUMBERED}|{_NAMED}", re.VERBOSE | re.IGNORECASE)


def law_spans(words: Words) -> tuple[tuple[int, int], ...]:
    """Start and end of every citation: 'Pasal 81 ayat (1)', 'UU Nomor 35 Tahun 2014'."""
    return tuple(match.span() for match in LAWS.finditer(words))
