"""Whether what rises or falls is a count of violence, and not another crime, a budget or a service."""

import re

from extractors.document import Document, Sentence
from extractors.trends import cues, words

_POSSESSED = re.compile(r"(?:kenaikan|peningkatan|penurunan|lonjakan)nya$", re.IGNORECASE)
_INDEED = re.compile(
    r"\W*(?:(?:ya|jadi|artinya|berarti|syukurlah|alhamdulillah|ironisnya|sayangnya|nyatanya|sebenarnya|"
    r"tercatat|terjadi|sedikit|sempat|terus|kini|sekarang|tahun ini|memang|jelas|ada|mengalami|justru|"
    r"malah|cenderung)\W+){1,4}",
    re.IGNORECASE,
)
"""'Memang naik': the subject stands some sentences before."""
_OTHER_COUNT = re.compile(
    rf"\W*(?:angka|jumlah|kasus|permohonan|laporan|perkara|data) {cues.OTHER_SUBJECT.pattern}", re.IGNORECASE
)
"""'Turunnya permohonan dispensasi kawin': a count of something else."""
_MEASURED = re.compile(
    rf"\b{words.MANY}\s+(?:kasus|perkara|laporan|orang|kejadian)\b(?!\s+(?!(?:pada|di|selama|sepanjang|dan|"
    rf"atau|"
    r"yang|tahun|dari|dibanding\w*|ketimbang|menjadi|sampai|hingga|dalam)\b)[a-z])",
    re.IGNORECASE,
)
"""'Tindak pidana seluruhnya 712 kasus, turun': the noun of a count tells nothing of what is counted."""
_NOMINAL = re.compile(r"\w+(?:nya|an|asi)$", re.IGNORECASE)
BACKGROUND = re.compile(
    r"(?:.*[,;])?\W*(?:setelah|sesudah|seusai|usai|sehabis|selepas|sejak|meski\w*|walau\w*|kendati\w*|"
    r"biarpun)\b"
    r"[^,;]*$",
    re.IGNORECASE | re.DOTALL,
)
"""'Setelah turun pada 2022, …': a clause that leads up to the statement of the sentence."""
_SUBJECT_LATER = re.compile(rf"[^,;.]*,\W*(?:\w+\W+){{0,3}}?{cues.SUBJECT.pattern}", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    rf"[”\":].*\b(?:tentang|soal|terkait|ihwal|perihal|mengenai|menyoal|ditanya)\W+(?:\w+\W+){{0,3}}?"
    rf"{cues.SUBJECT.pattern}",
    re.IGNORECASE | re.DOTALL,
)
"""'"Syukurlah turun," katanya tentang kekerasan anak'."""
_YEAR_ALONE = re.compile(r"\W*(?:tahun\W+)?(?:19|20)\d\d\W*", re.IGNORECASE)
_WHICH = re.compile(r"\byang\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WHICH_IS = re.compile(
    rf"\W*(?:hanya|cuma|ialah|adalah|yaitu|yakni|itu|justru|"
    rf"malah)\W+(?:\w+\W+){{0,1}}?{cues.SUBJECT.pattern}",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"(?:angka|jumlah|total|grafik|tren|data|kasus)(?:nya\b| (?:itu|tersebut|ini)\b)", re.IGNORECASE
)
_VIOLENCE = re.compile(
    r"\b(?:kekerasan|korban|pencabulan|cabul|persetubuhan|pelecehan|perkosaan|pemerkosaan|kdrt|tppo|"
    r"asusila|ppa|"
    r"perempuan|anak)\b",
    re.IGNORECASE,
)
_LIES_IN = re.compile(
    rf"[^.;]{{0,60}}?\b(?:pada|adalah|ialah|yakni|yaitu|dialami|"
    rf"menimpa)\W+(?:kasus\W+)?{cues.SUBJECT.pattern}",
    re.IGNORECASE,
)
_ASSAULT = re.compile(
    r"penganiayaan\b(?!(?:\W+\w+){0,4}?\W+(?:perempuan|anak|istri|wanita|balita|bayi|siswi|santri))",
    re.IGNORECASE,
)
_COMMON_CRIME = re.compile(
    r"\b(?:pencurian|curanmor|curat|curas|narkoba|narkotika|sabu|perjudian|judi|penipuan|penggelapan|"
    r"pembunuhan|perampokan|begal|laka(?: ?lantas)?|lalu ?lintas|curnak)\b",
    re.IGNORECASE,
)
_THUS = re.compile(
    r"\W*(?:begitu|demikian|itu|seperti itu|inilah)(?:lah)?\b(?! (?:juga|pula|pun))", re.IGNORECASE
)
_SHORT_CLAUSE = 40
_SUBJECT_REACH = 5
"""Sentences that a bare 'memang naik' may follow its subject by."""
_MAIN_BREAK = re.compile(
    r"[;:“”\"]|,\s|\b(?:namun|tetapi|tapi|sehingga|sedangkan|sementara|karena|sebab|lantaran|lalu|kemudian|"
    r"bahwa|"
    r"malah|justru|padahal|meski\w*|walau\w*|kendati|menyebut|mengatakan|menjelaskan)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\W*(?:\w+\W+){{0,1}}?{cues.OTHER_HEAD.pattern}", re.IGNORECASE)


def is_about_violence(document: Document, sentence: Sentence, word: str, before: str, after: str) -> bool:
    """Whether the subject of a direction word is a count of violence.

    Args:
        document: the article.
        sentence: the word's sentence.
        word: the word for the change.
        before: the sentence up to it.
        after: the sentence behind it.
    """
    if _NOMINAL.match(word) and cues.SUBJECT.match(after.lstrip()) and not _OTHER_COUNT.match(after):
        return True
    return not _is_of_another_head(before) and _is_counted(document, sentence, word, before, after)


def _is_counted(document: Document, sentence: Sentence, word: str, before: str, after: str) -> bool:
    """Whether the nearest possible subject counts violence."""
    subject = _last(cues.SUBJECT, _MEASURED.sub(_blank, before))
    other = _last(cues.OTHER_SUBJECT, before)
    if subject < 0 and other < 0:
        subject = _last(cues.SUBJECT, before)
    if subject >= 0 and _is_common_crime(document, sentence, before[subject:]):
        return False
    if other >= 0:
        return subject > other and not _is_of_another(before, subject)
    if subject >= 0:
        return not (_takes_up(before, subject) and _other_before(document, sentence))
    if cues.SUBJECT.search(word) or _names_what_follows(before, after):
        return True
    return _is_named_elsewhere(document, sentence, word, before, after)


def are_about_violence(document: Document, sentence: Sentence, before: str, start: int) -> bool:
    """Whether two counts set side by side, the second at ``start`` behind ``before``, count violence."""
    if _is_of_another_head(before):
        return False
    subject, other = _last(cues.SUBJECT, before), _last(cues.OTHER_SUBJECT, before)
    if max(subject, other) >= 0:
        return subject > other
    return _violence_before(document, sentence) or _violence_after(document, sentence, start)


def clause_before(before: str) -> str:
    """The words of the verb's own clause that stand before it."""
    breaks = [match.end() for match in cues.CLAUSE_BREAK.finditer(before)]
    return before[breaks[-1] :] if breaks else before


def _is_of_another_head(before: str) -> bool:
    return cues.OTHER_HEAD.search(clause_before(before)) is not None or _has_other_head(before)


def _has_other_head(before: str) -> bool:
    """'Persentase penyelesaian kasus kekerasan yang …': the head of the clause, whatever hangs on it."""
    for clause in reversed(_MAIN_BREAK.split(before)):
        found = cues.SUBJECT.search(clause), cues.OTHER_SUBJECT.search(clause)
        if any(found):
            return _HEAD.match(clause) is not None
    return False


def _takes_up(before: str, subject: int) -> bool:
    return _TAKES_UP.match(before, subject) is not None and _last(cues.SUBJECT, before[:subject]) < 0


def _other_before(document: Document, sentence: Sentence) -> bool:
    """'Pencurian tujuh kasus. Angkanya tetap': what 'angkanya' takes up is something else."""
    if sentence.index == 0:
        return False
    near = document.sentences[sentence.index - 1]
    text = document.plain[near.start : near.end]
    return _COMMON_CRIME.search(text) is not None and _VIOLENCE.search(text) is None


def _is_named_elsewhere(document: Document, sentence: Sentence, word: str, before: str, after: str) -> bool:
    """Whether violence is named behind the word, or in the sentences around."""
    if BACKGROUND.match(before) and _SUBJECT_LATER.match(after):
        return True
    if _SPOKEN_OF.search(after):
        return True
    if _POSSESSED.match(word) or _INDEED.fullmatch(before):
        return _violence_before(document, sentence)
    if is_taken_up(document, sentence):
        return True
    if cues.AGAINST_TIME.search(after):
        return _violence_before(document, sentence)
    reach = _SUBJECT_REACH if _YEAR_ALONE.fullmatch(before) else 2
    return len(clause_before(before)) < _SHORT_CLAUSE and _violence_before(document, sentence, reach=reach)


def _is_common_crime(document: Document, sentence: Sentence, subject: str) -> bool:
    """'Penganiayaan turun, pencurian naik': an assault among thefts, on nobody in particular."""
    if not _ASSAULT.match(subject):
        return False
    near = document.sentences[max(0, sentence.index - 3) : sentence.index + 4]
    return _COMMON_CRIME.search(document.plain, near[0].start, near[-1].end) is not None


def _names_what_follows(before: str, after: str) -> bool:
    """'Terjadi kenaikan kasus kekerasan', 'yang turun hanya KDRT': the subject stands behind."""
    turned = _WHICH.search(before) and _WHICH_IS.match(after)
    following = (
        turned
        or _LIES_IN.match(after)
        or cues.SUBJECT.match(after.lstrip())
        or re.match(
            rf"^\W*(?:\w+\W+){{0,3}}?(?:kasus|kekerasan|korban|laporan|angka|jumlah|\d+ {words.COUNTED})",
            after,
            re.IGNORECASE,
        )
    )
    other = cues.OTHER_SUBJECT.match(after.lstrip()) or _OTHER_COUNT.match(after)
    return following is not None and other is None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def is_taken_up(document: Document, sentence: Sentence) -> bool:
    """'Dulu sepi, sekarang ramai. Begitulah aduan kekerasan': the sentence after names the subject."""
    if sentence.index + 1 >= len(document.sentences):
        return False
    following = document.sentences[sentence.index + 1]
    text = document.plain[following.start : following.end]
    return _THUS.match(text) is not None and cues.SUBJECT.search(text) is not None


def _is_of_another(before: str, subject: int) -> bool:
    """'Konselor akan ditambah sehingga jumlahnya naik': the number of what was named last."""
    if not cues.ANAPHORIC_HEAD.match(before, subject):
        return False
    earlier = before[:subject]
    return _last(cues.OTHER_SUBJECT, earlier) > _last(cues.SUBJECT, earlier)


def _violence_before(document: Document, sentence: Sentence, *, reach: int = _SUBJECT_REACH) -> bool:
    """'Di sana kenaikannya …': the nearest subject in the sentences before is violence."""
    for near in reversed(document.sentences[max(0, sentence.index - reach) : sentence.index]):
        text = document.plain[near.start : near.end]
        subject, other = _last(cues.SUBJECT, text), _last(cues.OTHER_SUBJECT, text)
        if max(subject, other) >= 0:
            return subject > other
    return False


def _violence_after(document: Document, sentence: Sentence, start: int) -> bool:
    """'Tahun lalu nihil, sekarang tiga anak jadi korban': the subject stands behind the counts."""
    following = document.plain[start : sentence.end]
    return cues.SUBJECT.search(following) is not None and cues.OTHER_SUBJECT.search(following) is None


def _last(pattern: re.Pattern[str], text: str) -> int:
    place = -1
    for match in pattern.finditer(text):
        place = match.start()
    return place
