"""Years of counts that a sentence tells one after the other without dating each of them.

'Mulai dari 17, lalu 28, hingga 51 kasus pada 2021' counts back from the year that is named;
'dari 2019 sampai 2022 berturut-turut 12, 15, 18 dan 21' goes through a span; '5, 6 dan 7 kasus
pada 2018, 2019 dan 2020' takes the years in their order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.mentions import PeriodMention

_SHORTEST = 3
_LINK = re.compile(
    r"(?:[\s,;“”\"–-]|(?<!\w)(?:kasus|korban|orang|perkara|laporan|aduan|pengaduan|anak|lalu|lantas|kemudian|terus|sesudah(?:\s+itu|nya)?"
    r"|setelah(?:\s+itu|nya)?|berikut(?:nya)?|selanjutnya|disusul|diikuti|berlanjut|dan|serta|hingga|sampai|akhirnya|menjadi|jadi"
    r"|ke|di|pada|tahun|angka|posisi|titik|terakhir|naik|turun|lagi|kembali|terus|meningkat|menurun|melonjak|melompat|merosot|susut"
    r"|menyusut|menyentuh|menembus|mencapai|tembus|bertambah|berkurang|menanjak|merangkak|melandai|sempat|anjlok|meroket"
    r"|puncaknya|sebanyak|sejumlah|tercatat|masing-masing|secara|berturut-turut|berurutan)(?!\w))*"
)
_OVER_TIME = re.compile(
    r"(?<!\w)(?:mulai|dimulai|bermula|berangkat|berturut(?:-turut|an)?|berurutan|bertahap|(?:se)?tiap\s+tahun|per\s*tahun|tahunan"
    r"|dari\s+tahun\s+ke\s+tahun|tahun\s+demi\s+tahun|grafik\w*|tren\w*|kurva\w*|naik|turun|menanjak|merangkak|meningkat|menurun|melonjak"
    r"|merosot|menyusut|meroket|terus|sempat|lalu|kemudian|lantas|sesudah|setelah|hingga|sampai|akhirnya)(?!\w)"
)


def date_series(material: Material, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one sentence, those of a series with the years that follow from it."""
    dated: list[Reading] = []
    start = 0
    while start < len(readings):
        stop = start + 1
        while stop < len(readings) and _goes_on(material, readings[stop - 1], readings[stop]):
            stop += 1
        run = list(readings[start:stop])
        years = _years(material, run) if len(run) >= _SHORTEST else []
        dated += [_in_year(reading, year) for reading, year in zip(run, years, strict=True)] if years else run
        start = stop
    return dated


def _goes_on(material: Material, last: Reading, reading: Reading) -> bool:
    """Whether a number follows the last one with nothing between them but time and movement."""
    if reading.labels - {Label.PERIOD} or reading.candidate.start < last.candidate.tail:
        return False
    start, stop = last.candidate.tail, reading.candidate.start
    between = material.lower[start:stop]
    for mention in reversed(within(material.periods, start, stop)):
        between = between[: mention.start - start] + between[mention.end - start :]
    return _LINK.fullmatch(between) is not None


def _years(material: Material, run: Sequence[Reading]) -> list[int]:
    """The year of each number of a run; empty where they are told, or cannot be."""
    first, last = run[0], run[-1]
    if any(_dated(reading) for reading in run[1:-1]):
        return []
    before, after = _dated(first), _listed(material, last)
    if not before and not after:
        before = _told_before(material, first)
    spans = [mention.years for mention in before + after if mention.years]
    size = len(run)
    if spans and not (before and after):
        opens, closes = spans[0]
        return list(range(opens, closes + 1)) if closes - opens + 1 == size else []
    if any(not _is_year(mention) for mention in before + after):
        return []
    return _counted_through(material, run, [m.year or 0 for m in before], [m.year or 0 for m in after])


def _counted_through(
    material: Material, run: Sequence[Reading], before: Sequence[int], after: Sequence[int]
) -> list[int]:
    size = len(run)
    if size in (len(before), len(after)) and not (before and after):
        return list(before or after)
    if len(before) == len(after) == 1:
        return list(range(before[0], after[0] + 1)) if after[0] - before[0] + 1 == size else []
    sentence = run[0].candidate.sentence
    moves = _OVER_TIME.search(material.lower, sentence.start, run[-1].candidate.start)
    if len(after) == 1 and not before and moves:
        return list(range(after[0] - size + 1, after[0] + 1))
    if len(before) == 1 and not after and moves and _SINCE.search(material.lower, *_head(run[0])):
        return list(range(before[0], before[0] + size))
    return []


_SINCE = re.compile(
    r"(?<!\w)(?:sejak|mulai|dimulai|bermula|berawal|terhitung|(?:berturut\S*|berurutan)\s+(?:\w+\s+)?dari)(?!\w)"
)


def _head(reading: Reading) -> tuple[int, int]:
    return reading.candidate.sentence.start, reading.candidate.start


def _dated(reading: Reading) -> list[PeriodMention]:
    return [mention for mention in reading.own.periods if mention.year is not None]


def _told_before(material: Material, first: Reading) -> list[PeriodMention]:
    """The years that the sentence opens with ('Dari 2021 sampai 2023, jumlahnya 10, 14, 12')."""
    found = within(material.periods, *_head(first))
    return [mention for mention in found if mention.year is not None and not mention.dateline]


def _listed(material: Material, last: Reading) -> list[PeriodMention]:
    """The times of a run's last number, with the years of a list that goes on ('2018, 2019 dan 2020')."""
    told = _dated(last)
    if not told or told[-1].start < last.candidate.start:
        return told
    for mention in within(material.periods, told[-1].end, last.candidate.sentence.end):
        if not _AND.fullmatch(material.lower, told[-1].end, mention.start):
            break
        told.append(mention)
    return told


_AND = re.compile(r"[\s,]*(?:(?:dan|serta|sama)\s)?(?:tahun\s)?")


def _is_year(mention: PeriodMention) -> bool:
    return mention.months is None and mention.years is None and not mention.relative


def _in_year(reading: Reading, year: int) -> Reading:
    start = reading.candidate.start
    told = PeriodMention(start=start, end=start, text=str(year), year=year, period=None)
    own = replace(reading.own, periods=(told,))
    return replace(reading, own=own, labels=own.labels())
