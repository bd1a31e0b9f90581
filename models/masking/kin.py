"""Names of a victim's family, from whom the victim can be told."""

import re
from collections.abc import Iterator

from models.masking.tokens import AGE, CLOSED, QUOTE, Span, name_at, names_at, names_within, private, titled
from models.masking.words import FAMILY, VICTIM, VICTIM_WORD

_STEP = r"(?:\s*(?:kandung|tiri|angkat|sambung|asuh|sah|siri|bungsu|sulung|pertama|kedua))?"
_OWNER = (
    rf"(?:\s+(?:dari\s+)?(?:sang\s+)?(?:anak\s+)?(?:{VICTIM}|pelaku|tersangka)(?:nya)?|nya|\s+saya|\s+kami)"
)
_KIN_AFTER = re.compile(
    rf"\b(?:(?:{FAMILY}|anak|putri|putra|cucu|keponakan){_STEP}{_OWNER}|(?:sang|si)\s+{FAMILY}{_STEP})"
    r"(?:\s+(?:sendiri|yang|bernama|yakni|yaitu|adalah|berinisial|si|ketua RT|itu))*"
    rf"\s*[,(:]?\s*{QUOTE}(?=[A-Z])",
    re.IGNORECASE,
)
_KIN_BEFORE = re.compile(
    rf"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}}(?=[\"'”’]?(?:{AGE})?\s*,?\s+"
    rf"(?:selaku\s+|sebagai\s+|yang (?:juga|merupakan|tak lain)\s+|adalah\s+|merupakan\s+|(?:si|sang)\s+)*"
    rf"(?i:{FAMILY}|anak|putri|putra|cucu|keponakan)(?i:{_STEP})\s+(?:dari\s+)?{VICTIM}\b)"
)
_KIN_NAMED = re.compile(
    r"\b(?:[Aa]yah|[Kk]akek|[Nn]enek|[Pp]aman|[Bb]ibi|[Kk]akak|[Aa]dik|[Ss]epupu|[Bb]apak|[Ii]bu|[Ss]uami|[Ii]stri)"
    r"(?:\s+(?:kandung|tiri|angkat|dari))?\s+(?=[A-Z])"
)
_HONORIFIC = ("bapak", "ibu")
_CHILD_OF = re.compile(
    r"\b(?:anak|putri|putra|buah hati|bayi|cucu|istri|suami|keponakan)"
    r"(?:\s+(?:kandung|pertama|kedua|ketiga|bungsu|sulung|tunggal|perempuan|semata wayang))?\s+"
    r"(?:(?:dari\s+)?(?:pasangan(?:\s+suami[- ]istri)?|almarhum(?:ah)?|bapak|pak|bu|seorang warga bernama)"
    r"|dari)"
    rf"\s*(?:\([^)]*\))?\s*{QUOTE}(?=[A-Z])",
    re.IGNORECASE,
)


def kin_after(sentence: str, context: str) -> Iterator[Span]:
    """'ibu korban, Sumiati', 'ayahnya bernama Karsono', 'anak saya, Citra'."""
    if VICTIM_WORD.search(context):
        for cue in _KIN_AFTER.finditer(sentence):
            yield from private(sentence, names_at(sentence, cue.end(), weak=True))


def kin_before(sentence: str, context: str) -> Iterator[Span]:
    """'Sumarni (40), ibu korban', 'Tuti selaku ibu korban'."""
    for match in _KIN_BEFORE.finditer(sentence):
        yield from private(sentence, names_within(sentence, match.start(), match.end(), weak=True))


def kin_of_named(sentence: str, context: str) -> Iterator[Span]:
    """'ayah Wulan, Sarijo, …': the child, and the parent set off by commas.

    'Ibu' and 'Bapak' before a name alone are forms of address.
    """
    if not VICTIM_WORD.search(context):
        return
    for cue in _KIN_NAMED.finditer(sentence):
        child = name_at(sentence, cue.end(), weak=True)
        if child is None or titled(sentence, child):
            continue
        after = re.match(r"\s*,\s*", sentence[child[1] :])
        parent = None if after is None else name_at(sentence, child[1] + after.end(), weak=True)
        if parent is not None and CLOSED.match(sentence, parent[1]) and not titled(sentence, parent):
            yield from (child, parent)
        elif not cue.group().casefold().startswith(_HONORIFIC):
            yield child


def child_of(sentence: str, context: str) -> Iterator[Span]:
    """'anak dari Suherman dan Maryati', 'putri pasangan …'."""
    for cue in _CHILD_OF.finditer(sentence):
        yield from private(sentence, names_at(sentence, cue.end(), weak=True))
