"""Two numbers of one count: where it stood and where it moved to.

'KDRT naik dari 16 menjadi 21 perkara' names its kind once; 'tetap 14 kasus seperti
tahun lalu' states one number of two years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.mentions import PeriodMention

_FROM = re.compile(r"(?<!\w)dari\s+(?:angka\s+|sebanyak\s+|semula\s+|yang\s+semula\s+)?$")
_TO = re.compile(
    r"[\s,]*(?:\([^()\n]{1,30}\)[\s,]*)?(?:(?:pada|di|tahun|kasus|orang|korban|laporan|perkara)\s+){0,3}(?:(?:19|20)\d\d\s+)?"
    r"(?:\w+\s+){0,2}?(?:menjadi|jadi|ke)\s+(?:angka\s+|sekitar\s+|sebanyak\s+|hanya\s+|tinggal\s+)?$"
)
_AS_BEFORE = re.compile(
    r"(?:\s+(?!(?:seperti|sama|dengan|sebagaimana|persis|tetap|dan|yang|dari)\s)[a-z]+){0,4}[\s,]*(?:(?:persis|masih|tetap|kurang\s+lebih)\s+)?(?:sama\s+)?(?:persis\s+)?(?:seperti|dengan|sebagaimana)\s+(?:angka\s+|jumlah\s+)?"
    r"(?:pada\s+|di\s+|untuk\s+)?"
)
_SAME = re.compile(
    r"(?<!\w)(?:sama|tetap|stabil|stagnan|persis|belum\s+beranjak|tidak\s+(?:bergerak|berubah|beranjak)|seperti)(?!\w)"
)


def starts_movement(material: Material, reading: Reading) -> bool:
    """Whether the number is where a count stood ('dari 362 menjadi …')."""
    candidate = reading.candidate
    head = material.lower[max(candidate.sentence.start, candidate.start - 30) : candidate.start]
    return bool(_FROM.search(head))


def ends_movement(material: Material, first: Reading, second: Reading) -> bool:
    """Whether ``second`` is where the count of ``first`` moved to."""
    here, there = second.candidate, first.candidate
    if here.sentence.index != there.sentence.index or here.start - there.tail > 60:
        return False
    return starts_movement(material, first) and bool(_TO.fullmatch(material.lower, there.tail, here.start))


def share_words(material: Material, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one sentence, the end of a movement with what its start counts."""
    shared: list[Reading] = []
    for reading in readings:
        last = shared[-1] if shared else None
        if (
            last is not None
            and not reading.labels - {Label.PERIOD}
            and ends_movement(material, last, reading)
        ):
            dated = [mention for mention in last.own.periods if mention.start < last.candidate.start]
            own = replace(last.own, periods=reading.own.periods or dated)
            moved = replace(reading, own=own, labels=own.labels())
            last.moves_on = moved.moved = True
            shared.append(moved)
            continue
        if last is not None and not reading.labels - {Label.PERIOD} and _came_from(material, last, reading):
            own = replace(last.own, periods=reading.own.periods)
            shared.append(replace(reading, own=own, labels=own.labels(), moves_on=True))
            continue
        shared.append(reading)
    return shared


_STOOD = re.compile(
    r"[^.;]{0,45}?(?<!\w)(?:dari|ketimbang|dibanding(?:kan)?|daripada)\s+(?:yang\s+|angka\s+|posisi\s+)?"
    r"(?:semula|sebelumnya|tadinya|awalnya|mulanya)\s+(?:(?:hanya|cuma|baru|sebanyak|berjumlah|ada|di|angka)\s+){0,2}"
)


_VERB = (
    r"(?<!\w)(?:(?:ke)?naik\w*|turun|tumbuh|(?:me|pe)n(?:ingkat|urun|anjak|ciut|yusut|ipis)\w*|(?:ber|di)tambah\w*|berkurang|berubah"
    r"|bergeser|bergerak|me(?:lonjak|lompat|rosot|roket|landai|lejit|mbengkak|mbaik|mburuk)|anjlok|melorot|susut|surut|tinggal)"
)
_CHANGED_BY = re.compile(rf"{_VERB}\s+(?:sebanyak\s+|sekitar\s+|hingga\s+|sampai\s+)?$")
"""'naik 13 kasus dari 61'."""
_MOVED_FROM = re.compile(
    r"\s*(?:kasus|orang|korban|perkara|laporan|aduan|anak)?\s*(?:[,(–-]|(?<!\w)(?:atau|yang|yakni|dan))\s*(?:\w+\s+){0,2}?"
    rf"{_VERB}\s+(?:(?:tajam|drastis|signifikan|tipis|jauh|pesat|cukup|sedikit)\s+){{0,2}}dari\s+"
    r"(?:(?:angka|posisi|sebanyak|yang|hanya|sekitar|tadinya|semula)\s+){0,2}"
)
"""'112 kasus, melonjak dari 98'."""
_REACHED = re.compile(
    rf"(?:{_VERB}\s+(?:\w+\s+){{0,2}}?(?:ke|jadi|menjadi|di|hingga|sampai)|(?<!\w)(?:ke|menjadi|jadi))\s+"
    r"(?:(?:angka|posisi|hanya|tinggal|sekitar|sebanyak)\s+){0,2}$"
)
_LEFT = re.compile(
    r"[^.;,]{0,45}?,?\s*(?<!\w)dari\s+(?:(?:angka|posisi|sebanyak|yang|hanya|sekitar|tadinya|semula)\s+){0,2}"
)
"""'menyusut ke 9 dari 15': the end of a movement may stand before its start."""


def _came_from(material: Material, last: Reading, reading: Reading) -> bool:
    """Whether the number is what the one before it grew or shrank from ('321 dari semula 268')."""
    here, there = reading.candidate, last.candidate
    if here.sentence.index != there.sentence.index:
        return False
    between = (there.tail, here.start)
    if _STOOD.fullmatch(material.lower, *between) or _MOVED_FROM.fullmatch(material.lower, *between):
        return True
    head = (max(there.sentence.start, there.start - 60), there.start)
    reached = _REACHED.search(material.lower, *head) or _CHANGED_BY.search(material.lower, *head)
    return bool(reached and _LEFT.fullmatch(material.lower, there.tail, here.start))


def as_before(material: Material, reading: Reading) -> Iterator[Reading]:
    """The number again for the time that it is said to equal ('14 kasus, seperti tahun lalu')."""
    earlier = _equalled(material, reading)
    if not earlier:
        yield reading
        return
    first = earlier[0].start
    here = [mention for mention in reading.own.periods if mention.start < first]
    for periods in (here, earlier):
        own = replace(reading.own, periods=periods)
        yield replace(reading, own=own, labels=own.labels())


def _equalled(material: Material, reading: Reading) -> list[PeriodMention]:
    candidate = reading.candidate
    match = _AS_BEFORE.match(material.lower, candidate.tail, candidate.sentence.end)
    if match is None:
        return []
    head = material.lower[max(candidate.sentence.start, candidate.start - 40) : candidate.start]
    if not _SAME.search(head) and not _SAME.search(match[0]):
        return []
    found = [
        mention for mention in within(material.periods, match.end(), match.end() + 2) if not mention.dateline
    ]
    if not found:
        return []
    return [
        m for m in within(material.periods, match.end(), match.end() + 50) if m.end <= candidate.sentence.end
    ]
