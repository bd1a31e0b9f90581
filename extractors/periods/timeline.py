"""Which year an expression without a year belongs to, found in the text around it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from extractors.mentions import PeriodBase, PeriodMention
from extractors.periods.atoms import Anchor, Atom, Sort
from extractors.periods.months import resolve_month
from extractors.periods.phrases import Phrase

_SENTENCE_END: Final = re.compile(r"[.!?](?=[\s”\"])|\n|;")
_LIST: Final = re.compile(r"(?:\s|,|\bdan\b|\bserta\b|\bsama\b|\bmaupun\b|\bplus\b|&|/)+")
_COMPARED: Final = re.compile(
    r"\b(?:di\s?banding\w*|ketimbang|daripada|disandingkan|berbanding|me(?:lebihi|lampaui|nyamai)"
    r"|se(?:tinggi|banyak|besar|rendah|parah)|(?:lebih|paling)\s\w+\sdari)\s(?:\w+\s){0,3}\Z",
    re.IGNORECASE,
)
_LONGEST_SENTENCE: Final = 600
_MEMORY: Final = 40
"""How many mentions are looked back at, so that the work stays linear."""


_PARAGRAPH: Final = re.compile(r"\n+")
_NEAR_PARAGRAPHS: Final = 2


class Timeline:
    """What has been read so far, and the years that follow from it."""

    def __init__(self, text: str, published: date | None, phrases: Sequence[Phrase]) -> None:
        self.text = text
        self.published = published
        self.done: list[PeriodMention] = []
        self._phrases = phrases
        atoms = [atom for phrase in phrases for atom in (phrase.first, phrase.last) if atom is not None]
        self.current = published.year if published else self._running_year(atoms)

    def _running_year(self, atoms: Sequence[Atom]) -> int | None:
        """The year the text calls 'ini', else the one after the year it compares with."""
        said = [atom.year for atom in atoms if atom.current and atom.year]
        if said:
            return said[0]
        compared = [
            atom.year
            for atom in atoms
            if atom.sort in (Sort.YEAR, Sort.SAME) and self._is_compared(atom.start)
        ]
        return max((year + 1 for year in compared if year is not None), default=None)

    def _in_sentence(self, start: int, end: int) -> bool:
        return end - start <= _LONGEST_SENTENCE and not _SENTENCE_END.search(self.text, start, end)

    def _recent(self) -> list[PeriodMention]:
        """Mentions with a year, the latest first; those counted from another are no ground."""
        recent = reversed(self.done[-_MEMORY:])
        return [m for m in recent if not m.dateline and m.year is not None and not m.relative]

    def nearest(self, start: int, *, in_sentence: bool = False) -> PeriodMention | None:
        """The last mention with a year before ``start``."""
        found = next(iter(self._recent()), None)
        if found is None or (in_sentence and not self._in_sentence(found.end, start)):
            return None
        return found

    def counted_in(self, start: int) -> PeriodMention | None:
        """The last mention with a year that is not only compared with; the latest year's from afar."""
        grounds = [mention for mention in self._recent() if not self._is_compared(mention.start)]
        if not grounds:
            return self.nearest(start)
        if len(_PARAGRAPH.findall(self.text, grounds[0].end, start)) <= _NEAR_PARAGRAPHS:
            return grounds[0]
        return max(grounds, key=lambda mention: mention.year or 0)

    def _is_compared(self, start: int) -> bool:
        return _COMPARED.search(self.text, max(0, start - _MEMORY), start) is not None

    def _later_in_sentence(self, phrase: Phrase, index: int) -> int | None:
        for later in self._phrases[index + 1 : index + 4]:
            if not self._in_sentence(phrase.end, later.start):
                return None
            if later.first.sort is Sort.YEAR:
                return later.first.year
        return None

    def _previous(self, phrase: Phrase, index: int) -> int | None:
        """The year that 'tahun sebelumnya' is before."""
        near = self.nearest(phrase.start, in_sentence=True)
        if near is not None:
            return near.year
        later = self._later_in_sentence(phrase, index) if phrase.first.shift < 0 else None
        if later is not None:
            return later
        near = self.nearest(phrase.start)
        return near.year if near else self.current

    def stated(self, atom: Atom, phrase: Phrase, index: int) -> int | None:
        """The year an atom says, outright or as 'tahun lalu'; null when it says none."""
        if atom.year is not None or atom.anchor is None:
            return atom.year
        if atom.anchor is Anchor.LATEST:
            latest = resolve_month(atom.months[1] if atom.months else 1, published=self.published)
            return latest.year if latest else None
        if atom.anchor is Anchor.NAMED:
            named = self.nearest(phrase.start)
            return named.year if named else self.current
        if atom.anchor is Anchor.PUBLISHED:
            return None if self.current is None else self.current + atom.shift
        if atom.shift == 0:
            near = self.nearest(phrase.start, in_sentence=True)
            return near.year if near else self.current
        year = self._previous(phrase, index)
        return None if year is None else year + atom.shift

    def _listed(self, index: int) -> int | None:
        """The year at the end of 'Januari, Februari dan Maret 2025'."""
        later = self._phrases[index + 1 : index + 12]
        for now, then in zip(self._phrases[index : index + 12], later, strict=False):
            if then.first.sort is not Sort.MONTH or not _LIST.fullmatch(self.text, now.end, then.start):
                return None
            if then.first.year is not None:
                return then.first.year
        return None

    def _sets_against(self, mention: PeriodMention) -> bool:
        """Whether a year stands beside 'bulan yang sama', so that the text only compares with it."""
        against = (m for m in self.done[-_MEMORY:] if m.same_months)
        return any(
            self._in_sentence(min(one.end, mention.end), max(one.start, mention.start)) for one in against
        )

    def of_month(self, atom: Atom, phrase: Phrase, index: int) -> tuple[int | None, PeriodBase]:
        """The year of a month or quarter, and where it was found."""
        stated = self.stated(atom, phrase, index)
        if stated is not None:
            published = atom.anchor in (Anchor.PUBLISHED, Anchor.LATEST) and atom.year is None
            return stated, PeriodBase.PUBLISHED if published else PeriodBase.ABSOLUTE
        listed = self._listed(index)
        if listed is not None:
            return listed, PeriodBase.ABSOLUTE
        near = self.nearest(phrase.start, in_sentence=True)
        if near is not None:
            return near.year, PeriodBase.PREVIOUS
        return self._from_afar(atom, phrase)

    def _from_afar(self, atom: Atom, phrase: Phrase) -> tuple[int | None, PeriodBase]:
        """The paragraph's year, else the running year where the text speaks of it, else the last one."""
        latest = resolve_month(atom.months[1] if atom.months else 1, published=self.published)
        recent = [mention for mention in self._recent() if not self._sets_against(mention)]
        grounds = [mention for mention in recent if not self._is_compared(mention.start)]
        near = grounds[0] if grounds else None
        if near is not None and "\n" not in self.text[near.end : phrase.start]:
            return near.year, PeriodBase.PREVIOUS
        if latest is not None and (near is None or any(m.year == latest.year for m in grounds)):
            return latest.year, PeriodBase.PUBLISHED
        if near is None:
            return None, PeriodBase.ABSOLUTE
        # An earlier year is named to compare with; months without a year go on with the year counted.
        return max(ground.year or 0 for ground in grounds), PeriodBase.PREVIOUS

    def last_months(self) -> PeriodMention | None:
        """The last mention of months of one year."""
        recent = (m for m in reversed(self.done[-_MEMORY:]) if not m.dateline and m.months and not m.years)
        return next(recent, None)

    def source_of_same(self, months: int | None = None) -> PeriodMention | None:
        """The period that 'periode yang sama' takes up; of so many months where they are said."""
        recent = [m for m in reversed(self.done[-_MEMORY:]) if not m.dateline and m.months is not None]
        recent = [m for m in recent if not m.same_months and not self._is_compared(m.start)] or recent
        if months is not None:
            fitting = (m for m in recent if m.months and m.months[1] - m.months[0] + 1 == months)
            return next(fitting, None)
        return next(iter(recent), None)
