"""All periods of a text, resolved against the day it was published."""

from datetime import date

from extractors.mentions import PeriodMention
from extractors.periods.grammar import find_atoms
from extractors.periods.phrases import find_phrases
from extractors.periods.resolve import resolve
from extractors.words import Words


def find_periods(text: str, published: date | None, words: Words | None = None) -> tuple[PeriodMention, ...]:
    """Every expression of time that may govern a count, and the datelines beside them.

    Without ``published``, 'tahun ini' and months without a year stay open (null year)
    unless the text itself names the running year ('2025 ini'). ``words`` are the text's.
    """
    return resolve(text, find_phrases(text, find_atoms(text, words)), published)
