"""Absences in words that a coder reads as a count of nought."""

import re
from collections.abc import Collection, Iterator

from extractors.document import Sentence
from extractors.figures.material import Material, within

_ABSENT_NEAR = re.compile(
    r"(?<!\w)(?:(?P<office>(?:(?:tidak|tak|belum|tanpa)\s+(?:pernah\s+)?(?:ada|(?:me|ter|di|ke"
    r"|ber)\w+|punya|muncul|masuk)\s+"
    r"(?:ada(?:nya)?\s+)?(?:satu|seorang|sebuah)\s+(?:kasus|laporan|aduan|korban|perkara|anak"
    r"|perempuan)?\s*pun"
    r"|(?:tidak|tak)\s+(?:pernah\s+)?(?:(?:me|ter)\w+|punya|muncul)\s+(?:adanya\s+)?(?:kasus|laporan"
    r"|aduan|pengaduan|korban|perkara))"
    r"|tanpa\s+(?:satu\s+pun\s+)?(?:kasus|laporan|aduan|pengaduan|korban|perkara))"
    r"|(?:kosong|bersih|absen|(?:tidak|tak|belum)\s+(?:pernah\s+)?ada|(?:tidak|tak)\s+(?:tercatat"
    r"|terdata|ditemukan)))"
    r"(?=\s*(?:[.,;)“”\"]|$|\n|(?:dan|serta|sedang\w*|sementara|lalu|pada|selama|sepanjang)\s))"
)
"""Absences that count only right after what they are told of ('Mei dan Juni kosong'), an office's own
('Buol tidak mencatat kasus') only after a place or a time."""
_NOW = re.compile(r"sekarang|kini|saat ini|hari ini")
_SUBJECT = re.compile(
    r"[\s,):]*(?:(?:masih|juga|pun|tetap|malah\w*|justru|sendiri|memang|tercatat|ini|itu|lalu"
    r"|semua\w*|sama-sama|relatif"
    r"|dinyatakan|dilaporkan|disebut|terakhir|kembali|benar-benar|sama\s+sekali|bahkan|adalah|yang"
    r"|paling)\s+){0,3}"
)
_ABSENT = re.compile(
    r"(?<!\w)(?:(?:sama\s+sekali|satu\s*pun|memang|juga)\s+(?:tidak|tak|belum)\s+ada|(?:tidak"
    r"|tak)\s+ada\s+(?:lagi|sama\s+sekali|satu\s*pun|kasus)"
    r"|belum\s+(?:pernah\s+)?ada\s+(?:satu\s*pun\s+)?(?:kasus|(?:laporan|aduan"
    r"|pengaduan|korban)(?=\s+(?:ke(?:kerasan|jahatan)|pe(?:lecehan|ncabulan|r(?:kosaan|undungan)"
    r"|merkosaan)|kdrt|tppo)))|(?:tidak|tak|belum)\s+(?:ada\s+)?(?:satu|seorang|sebuah)\s+(?:kasus"
    r"|laporan|aduan|pengaduan|korban|perkara"
    r"|anak|perempuan)\s+(?:\w+\s+){0,3}?pun|zero(?=\s+kasus))(?!\w)"
)


def find_absences(material: Material, known: Collection[int]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """'sama sekali tidak ada', 'Mei kosong', each with its sentence; ``known`` are noughts found already."""
    last, end = -1, -1
    for match in sorted(_absent(material), key=lambda match: match.start()):
        sentence = material.document.sentence_at(match.start())
        if sentence is None or any(match.start() <= start < match.end() for start in known):
            continue
        if match.start() < end or (sentence.index == last and match[0].startswith("satu")):
            continue
        last, end = sentence.index, match.end()
        yield sentence, match


def _absent(material: Material) -> Iterator[re.Match[str]]:
    yield from _ABSENT.finditer(material.lower)
    for match in _ABSENT_NEAR.finditer(material.lower):
        sentence = material.document.sentence_at(match.start())
        if sentence is not None and _tells_of(material, sentence, match):
            yield match


def _tells_of(material: Material, sentence: Sentence, absent: re.Match[str]) -> bool:
    """Whether a place, a time or a kind stands right before the absence."""
    stop = absent.start()
    start = max(sentence.start, stop - 80)
    kinds = (
        []
        if absent["office"]
        else [cue for cue in within(material.violence_cues, start, stop) if not cue.generic]
    )
    ends = [
        item.end
        for items in (within(material.regions, start, stop), within(material.periods, start, stop), kinds)
        for item in items
        if item.end <= stop and not _NOW.search(material.lower, item.start, item.end)
    ]
    return bool(ends) and _SUBJECT.fullmatch(material.lower, max(ends), stop) is not None
