"""The list of programmes known nationwide or from earlier reading, as data.

``known.csv`` holds one programme a line: the name it is joined under, its kind,
whether its forms may be written in any case, and its other forms. A form of one
short word is always matched in the case written: 'KLA' is a programme, 'kla' is not.
"""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extractors.folding import fold
from extractors.programmes.folding import fold_name
from extractors.words import WordPattern, Words
from models.vocabulary import ProgrammeKind

_SHORT_WORD = 6


@dataclass(frozen=True, slots=True)
class KnownProgramme:
    """One programme of the list."""

    name: str
    kind: ProgrammeKind


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Where a listed form stands in a text."""

    start: int
    end: int
    programme: KnownProgramme


class KnownProgrammes:
    """The list, compiled for search."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._by_fold: dict[str, KnownProgramme] = {}
        exact: list[str] = []
        loose: list[str] = []
        for row in rows:
            programme = KnownProgramme(row["name"], ProgrammeKind(row["kind"]))
            for form in (row["name"], *filter(None, row["forms"].split("|"))):
                self._by_fold[fold_name(form)] = programme
                is_loose = row["case"] == "any" and (" " in form or len(form) >= _SHORT_WORD)
                (loose if is_loose else exact).append(form)
        self._exact = WordPattern(_alternatives(exact))
        self._loose = WordPattern(_alternatives([form.lower() for form in loose]))

    def find(self, words: Words, lower: Words | None = None) -> list[KnownMatch]:
        """Longest non-overlapping listed forms, in text order.

        ``lower`` are the words of the text in small letters, of the same length; searching them
        is several times faster than ignoring case.
        """
        text = words.text
        found_spans = [match.span() for match in self._exact.finditer(words)]
        found_spans += [match.span() for match in self._loose.finditer(lower or words.like(fold(text)))]
        found: list[KnownMatch] = []
        for start, end in sorted(found_spans, key=lambda span: (span[0], -span[1])):
            if found and start < found[-1].end:
                continue
            programme = self.lookup(text[start:end])
            if programme is not None:
                found.append(KnownMatch(start, end, programme))
        return found

    def lookup(self, form: str) -> KnownProgramme | None:
        """The programme that a form belongs to, null when it is not listed."""
        return self._by_fold.get(fold_name(form))


def _alternatives(forms: list[str]) -> str:
    longest_first = sorted(set(forms), key=len, reverse=True)
    loosened = (
        re.sub(r"\\?/", r"\\s*/\\s*", re.sub(r"\\?[ ]", r"\\s+", re.escape(form))) for form in longest_first
    )
    return rf"(?<![\w-])(?:{'|'.join(loosened)})(?!\w)"


@lru_cache(maxsize=1)
def load_known() -> KnownProgrammes:
    """The packaged list; read once."""
    source = resources.files("extractors.programmes") / "known.csv"
    return KnownProgrammes(list(csv.DictReader(source.read_text(encoding="utf-8").splitlines())))
