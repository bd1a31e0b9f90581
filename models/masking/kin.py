"""Names of a victim's family, from whom the victim can be told."""

import re
from collections.abc import Iterator

from models.masking.tokens import (
    AGE,
    CLOSED,
    QUOTE,
    Span,
    is_initials,
    name_at,
    names_at,
    names_within,
    private,
    titled,
)
from models.masking.words import ABBREVIATIONS, FAMILY, GRADE, HARM, VICTIM, VICTIM_WORD, is_word, of_one_case

_STEP = r"(?:\s*(?:kandung|tiri|angkat|sambung|asuh|sah|siri|bungsu|sulung|pertama|kedua))?"
_OWNER = (
    rf"(?:\s+(?:dari\s+)?(?:sang\s+)?(?:anak\s+)?(?:{VICTIM}|pelaku|tersangka|terdakwa|terlapor|terduga)(?:nya)?"
    r"|\s+oknum\s[^,.;]{2,40}(?=,)|nya|\s+saya|\s+kami)"
)
_KIN_AFTER = re.compile(
    rf"\b(?:(?:{FAMILY}|anak|putri|putra|cucu|keponakan){_STEP}{_OWNER}|(?:sang|si)\s+{FAMILY}{_STEP})"
    r"(?:\s+(?:sendiri|yang|bernama|yakni|yaitu|adalah|berinisial|si|ketua RT|itu))*"
    rf"\s*[,(:]?\s*(?:(?:yakni|yaitu|bernama)\s+)?{QUOTE}(?P<grade>(?-i:{GRADE}|Ibu|Bapak|Pak|Bu)\s*)?(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_KIN_BEFORE = re.compile(
    rf"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}}(?=[\"'”’]?(?:{AGE})?\s*,?\s+"
    rf"(?:selaku\s+|sebagai\s+|yang (?:juga|merupakan|tak lain)\s+|adalah\s+|merupakan\s+|(?:si|sang)\s+)*"
    rf"(?i:{FAMILY}|anak|putri|putra|cucu|keponakan)(?i:{_STEP})\s+(?:dari\s+)?{VICTIM}\b)"
)
_KIN_NAMED = re.compile(
    r"\b(?:[Aa]yah|[Kk]akek|[Nn]enek|[Pp]aman|[Bb]ibi|[Tt]ante|[Kk]akak|[Aa]dik|[Ss]epupu|[Bb]apak|[Mm]ama|"
    r"[Ii]bu|[Ss]uami|[Ii]stri|[Oo]rang\s?tua|[Kk]eluarga|[Kk]erabat|[Ww]ali|[Kk]eponakan|[Cc]ucu)"
    r"(?:\s+(?:kandung|tiri|angkat|dari))?\s+"
    # 'Keluarga Berencana' is half the name of the agency that counts, 'Keluarga Harapan' a programme.
    r"(?!(?:Berencana|Sejahtera|Harapan|Besar|Nasional|Indonesia)\b)(?=[A-Z])"
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
    if VICTIM_WORD.search(context) or HARM.search(sentence) or of_one_case(sentence):
        for cue in _KIN_AFTER.finditer(sentence):
            names = names_at(sentence, cue.end(), weak=True)
            # The rank before belongs to the oknum, not to his wife.
            yield from names if cue["grade"] or "oknum" in cue.group() else private(sentence, names)


def kin_before(sentence: str, context: str) -> Iterator[Span]:
    """'Sumarni (40), ibu korban', 'Tuti selaku ibu korban'."""
    for match in _KIN_BEFORE.finditer(sentence):
        yield from private(sentence, names_within(sentence, match.start(), match.end(), weak=True))


def kin_of_named(sentence: str, context: str) -> Iterator[Span]:
    """'ayah Wulan, Sarijo, …': the child, and the parent set off by commas.

    'Ibu' and 'Bapak' before a name alone are forms of address. Kin of initials ('ayah KDA') are a
    victim's without any other word.
    """
    beside = VICTIM_WORD.search(context) is not None or of_one_case(sentence)
    for cue in _KIN_NAMED.finditer(sentence):
        child = name_at(sentence, cue.end(), weak=True)
        if child is None or titled(sentence, child) or is_word(sentence[slice(*child)], headline=True):
            continue
        if not beside and not _initials_of_somebody(sentence[slice(*child)]):
            continue
        after = re.match(r"\s*,\s*", sentence[child[1] :])
        parent = None if after is None else name_at(sentence, child[1] + after.end(), weak=True)
        if parent is not None and _apposed(sentence, parent) and not titled(sentence, parent):
            yield from (child, *names_at(sentence, parent[0], weak=True))
        elif not cue.group().casefold().startswith(_HONORIFIC):
            yield child


def _apposed(sentence: str, name: Span) -> bool:
    return CLOSED.match(sentence, name[1]) is not None or sentence[name[1] :].startswith(" dan ")


def _initials_of_somebody(token: str) -> bool:
    return is_initials(token) and token.isupper() and token.casefold() not in ABBREVIATIONS


def child_of(sentence: str, context: str) -> Iterator[Span]:
    """'anak dari Suherman dan Maryati', 'putri pasangan …'."""
    for cue in _CHILD_OF.finditer(sentence):
        yield from private(sentence, names_at(sentence, cue.end(), weak=True))
