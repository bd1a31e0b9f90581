"""Every name of every region in one automaton, so that a text is read once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import ahocorasick

from extractors.folding import fold
from models.regions import AliasEntry, JurisdictionEntry, RegionEntry, within
from models.vocabulary import RegionKind

OFFICE: Final = "wilayah hukum"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One region that a name may stand for; ``sort`` says what sort of name it is.

    ``sort`` is 'nama' for an official name, 'wilayah hukum' for an office, otherwise the
    first words of the alias table's note: singkatan, ejaan lain, nama lama, julukan, ibu
    kota, pulau.
    """

    code: str
    kind: RegionKind
    sort: str

    @property
    def province(self) -> str:
        """The province the region lies in, or 'ID'."""
        return self.code.partition(".")[0]

    @property
    def parent(self) -> str:
        """The kabupaten or kota of a kecamatan, else the code itself."""
        return self.code[:5]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name as found in a text, on whole words."""

    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]

    @property
    def is_office(self) -> bool:
        """Whether the name is in the table of jurisdictions."""
        return any(candidate.sort == OFFICE for candidate in self.candidates)

    def lies_within(self, other: "Hit") -> bool:
        """Whether a region of this name lies in, or is, one of the other name."""
        return any(within(own.code, outer.code) for own in self.candidates for outer in other.candidates)


# Whatever follows 'Polres' also follows its head, his deputy and its building.
_VARIANTS: Final = (
    (re.compile(r"^polres"), ("polres", "kapolres", "wakapolres", "mapolres")),
    (re.compile(r"^polda"), ("polda", "kapolda", "wakapolda", "mapolda")),
    (re.compile(r"^pn "), ("pn ", "pengadilan negeri ", "pengadilan negeri (pn) ")),
    (re.compile(r"^pa "), ("pa ", "pengadilan agama ", "pengadilan agama (pa) ")),
    (re.compile(r"^kejari "), ("kejari ", "kejaksaan negeri ", "kajari ", "kejaksaan negeri (kejari) ")),
)
_SPACES = re.compile(r"[\s\u00a0]")
_OTHER_NAMES = re.compile(r"[/()]")


def _spellings(name: str) -> Iterator[str]:
    """The name, and without its spaces or hyphens: 'Lubuk Linggau' is also 'Lubuklinggau'."""
    yield name
    if name.count(" ") == 1 and "-" not in name:
        yield name.replace(" ", "")
    if "-" in name:
        yield name.replace("-", " ")
        yield name.replace("-", "")


def _names(entry: RegionEntry) -> Iterator[str]:
    if entry.kind is RegionKind.KECAMATAN:
        for part in _OTHER_NAMES.split(entry.name):
            if len(part.strip()) > 2:
                yield part.strip()
        return
    yield from _spellings(entry.short_name)


def _office_names(name: str) -> Iterator[str]:
    small = fold(name)
    for start, heads in _VARIANTS:
        if start.match(small):
            yield from (start.sub(head, small) for head in heads)
            return
    yield small


class Gazetteer:
    """Names in small letters with the regions they may stand for."""

    def __init__(self, entries: dict[str, tuple[Candidate, ...]]) -> None:
        self.entries = entries
        self._automaton = ahocorasick.Automaton()
        for name, candidates in entries.items():
            self._automaton.add_word(name, (len(name), candidates))
        self._automaton.make_automaton()

    def hits(self, folded: str) -> list[Hit]:
        """Names on whole words, the longest first where they begin together."""
        text = _SPACES.sub(" ", folded)
        found = []
        for last, (length, candidates) in self._automaton.iter(text):
            start, end = last - length + 1, last + 1
            if (start and _is_word(text[start - 1])) or (end < len(text) and _is_word(text[end])):
                continue
            found.append(Hit(start, end, text[start:end], candidates))
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return _without_broken_names(found)


def _without_broken_names(found: list[Hit]) -> list[Hit]:
    """Drops names that are only the beginning of another one.

    'Polres Gorontalo' where 'Gorontalo Utara' begins inside it and goes on, and 'Polres
    Metro' where 'Jakarta Selatan' follows, which does not lie around it.
    """
    kept = []
    for index, hit in enumerate(found):
        after = found[index + 1 : index + 12]
        inside = any(hit.start < later.start < hit.end < later.end for later in after)
        beside = (hit.is_office or hit.name == "metro") and any(
            later.start == hit.end + 1 and not hit.lies_within(later) for later in after
        )
        if not (inside or beside):
            kept.append(hit)
    return kept


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def build_gazetteer(
    regions: Sequence[RegionEntry], aliases: Iterable[AliasEntry], offices: Iterable[JurisdictionEntry]
) -> Gazetteer:
    """The automaton over official names, other names and offices."""
    kinds = {entry.code: entry.kind for entry in regions}
    found: dict[str, dict[str, Candidate]] = defaultdict(dict)

    def add(name: str, code: str, sort: str) -> None:
        # The first sort of name wins: an official name is not an alias of itself.
        found[fold(name)].setdefault(code, Candidate(code, kinds[code], sort))

    for entry in regions:
        # 'Indonesia' stands in too many names; national.py reads the phrases that mean the country.
        if entry.kind is not RegionKind.NATIONAL:
            for name in _names(entry):
                add(name, entry.code, "nama")
    for alias in aliases:
        add(alias.alias, alias.code, alias.note.partition(":")[0])
    for office in offices:
        for name in _office_names(office.name):
            add(name, office.code, OFFICE)
    return Gazetteer({name: tuple(by_code.values()) for name, by_code in found.items()})
