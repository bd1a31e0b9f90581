"""What one article says about the time its counts cover, taken together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.figures.material import Material, within
from extractors.figures.own import AGAINST
from extractors.figures.reading import Reading, When
from extractors.figures.zones import opening_span, title_span
from extractors.mentions import PeriodMention

UNTIL_NOW = re.compile(
    r"(?:sampai|hingga)?\s*(?:dengan\s+)?(?:sekarang|saat\s+ini|kini|hari\s+ini)|(?:se)?jauh\s+ini",
    re.IGNORECASE,
)


_SERIES = 3
"""So many months counted one by one are parts of a longer stretch."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Publication date, the stated ends of unfinished years, and the main period."""

    published: date | None
    ends: dict[int, int] = field(default_factory=dict)
    main: When = field(default_factory=When)

    def whole_year(self, year: int) -> When:
        """A year without stated months.

        The year of publication runs to the end that the article states for it, else
        to the month of publication; a release in December covers the year (codebook).
        """
        end = self.ends.get(year)
        if self.published is None or year != self.published.year:
            return When(year=year)
        month = end or self.published.month
        return When(year=year, period=months_of(year, (1, month)))


def months_of(year: int, months: tuple[int, int]) -> str | None:
    """The codebook's period; null for a whole year."""
    first, last = months
    return None if (first, last) == (1, 12) else f"{year}-{first:02d}/{year}-{last:02d}"


def runs_on(mention: PeriodMention) -> bool:
    """Whether no end is stated: 'tahun ini', 'sampai sekarang'."""
    text = mention.text.strip()
    return mention.years is None and (mention.months is None or bool(UNTIL_NOW.fullmatch(text)))


def read_calendar(material: Material, readings: Sequence[Reading]) -> Calendar:
    """The calendar of one article from its mentions and its accepted figures."""
    published = material.document.published
    plain = Calendar(published, _stated_ends(material.periods))
    return Calendar(published, plain.ends, _main(material, readings, plain))


def _stated_ends(periods: Sequence[PeriodMention]) -> dict[int, int]:
    """By year, the month that a count from January is most often said to run to."""
    counts: dict[int, Counter[int]] = {}
    for mention in periods:
        if mention.period is None or mention.year is None or mention.dateline or runs_on(mention):
            continue
        first, last = mention.period.split("/")
        whole = first.endswith("-01") and first != last
        if whole and not last.endswith("-12") and last[:4] == str(mention.year):
            counts.setdefault(mention.year, Counter())[int(last[5:7])] += 1
    return {year: found.most_common(1)[0][0] for year, found in counts.items()}


def _main(material: Material, readings: Sequence[Reading], plain: Calendar) -> When:
    """The period of the first figure that tells one, else of the headline, else the year of publication."""
    series = _series(readings)
    for reading in readings:
        sentence = reading.candidate.sentence
        found = [
            *reading.own.periods,
            *_told(within(material.periods, sentence.start, reading.candidate.start)),
        ]
        if found and looks_back(material, found[0]):
            break  # What is compared with is not what the article counts.
        if reading is not readings[0] and (opening := _opening(material)):
            return series if series and _one_month(opening[0]) else _when(opening[0], plain)
        if found:
            return series if series and _one_month(found[0]) else _when(found[0], plain)
    told = [*_told(within(material.periods, *title_span(material))), *_told(material.periods)]
    onward = [mention for mention in told if not looks_back(material, mention)]
    if told and not onward and readings and _opens(material, readings[0], told[0]):
        onward = told[:1]
    if onward or (told and not plain.published):
        return _when((onward or told)[0], plain)
    return When(year=plain.published.year) if plain.published else When()


def _opens(material: Material, first: Reading, mention: PeriodMention) -> bool:
    """Whether a story that names no other time dates its first count with 'tahun lalu'."""
    sentence = first.candidate.sentence
    return sentence.start <= mention.start < first.candidate.own[1] and not against(material, mention)


def _opening(material: Material) -> list[PeriodMention]:
    """Periods that headline or opening name, without what they compare with."""
    spans = (title_span(material), opening_span(material))
    told = [mention for span in spans for mention in _told(within(material.periods, *span))]
    return [mention for mention in told if not looks_back(material, mention) and not mention.relative]


_BACK = re.compile(
    r"(?:tahun|thn)\s+(?:lalu|kemarin|silam|sebelumnya|sebelum\s+itu|yang\s+lalu)|setahun\s+sebelumnya|yang\s+sama",
    re.IGNORECASE,
)


def looks_back(material: Material, mention: PeriodMention) -> bool:
    """Whether a period is named only to compare with it ('tahun lalu', 'dibanding 2023')."""
    if _BACK.search(mention.text):
        return True
    return against(material, mention)


def against(material: Material, mention: PeriodMention) -> bool:
    """Whether the words before a period compare with it ('dibanding 2023', 'naik 11 kasus dari 2019')."""
    return bool(AGAINST.search(material.lower, max(0, mention.start - 50), mention.start))


def _one_month(mention: PeriodMention) -> bool:
    return mention.months is not None and mention.months[0] == mention.months[1]


def _series(readings: Sequence[Reading]) -> When | None:
    """The stretch that counts month by month fill ('Januari 6, Februari 4, Maret 12 …')."""
    months: dict[int, set[int]] = {}
    for reading in readings:
        for mention in reading.own.periods:
            if mention.year is not None and mention.months and _one_month(mention) and not mention.dateline:
                months.setdefault(mention.year, set()).add(mention.months[0])
    for year, named in months.items():
        if len(named) >= _SERIES and max(named) - min(named) < len(named) + 1:
            return When(year=year, period=months_of(year, (min(named), max(named))))
    return None


def _told(periods: Sequence[PeriodMention]) -> list[PeriodMention]:
    return [mention for mention in periods if mention.year is not None and not mention.dateline]


def _when(mention: PeriodMention, plain: Calendar) -> When:
    if mention.year is None:
        return When(year=plain.published.year) if plain.published else When()
    if mention.period is None or runs_on(mention):
        return plain.whole_year(mention.year)
    return When(year=mention.year, period=mention.period)
