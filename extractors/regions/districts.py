"""Kecamatan that only their neighbours or a spelling give away."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.mentions import PlaceVia, RegionMention
from extractors.regions.choose import Choice
from extractors.regions.evidence import Evidence
from extractors.regions.gazetteer import Candidate
from extractors.regions.sightings import Sighting
from extractors.regions.surroundings import Before
from models.regions import RegionEntry
from models.vocabulary import RegionKind

Decided = tuple[Sighting, Choice]

_LIST: Final = re.compile(r",\s?|,?\s(?:dan|serta|maupun|juga|lalu|kemudian|disusul)\s")
_COUNT: Final = re.compile(r"\s?[:(\u2013-]?\s?(?:ada\s|sebanyak\s|dengan\s)?\d")
_NEAR: Final = 70
_SPELT: Final = re.compile(
    r"\b(?:[Kk]ecamatan|[Kk]ec\.?|[Dd]istrik|[Kk]apanewon|[Kk]emantren)\s((?:[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+){0,3})"
)


def _own_district(sighting: Sighting, parent: str) -> Candidate | None:
    """The kecamatan of this name within the kabupaten or kota."""
    found = (c for c in sighting.candidates if c.kind is RegionKind.KECAMATAN and c.parent == parent)
    return next(found, None)


def _is_district(decided: Decided) -> bool:
    return decided[1].candidate.kind is RegionKind.KECAMATAN


def _parents_beside(decided: Sequence[Decided], index: int) -> Iterator[tuple[str, bool, bool]]:
    """Parents of neighbouring kecamatan, and on which sides they stand."""
    here = decided[index][0]
    before = decided[index - 1] if index else None
    after = decided[index + 1] if index + 1 < len(decided) else None
    left = before if before and _is_district(before) and here.start - before[0].end <= _NEAR else None
    right = after if after and _is_district(after) and after[0].start - here.end <= _NEAR else None
    for parent in {pair[1].candidate.parent for pair in (left, right) if pair}:
        on_left = left is not None and left[1].candidate.parent == parent
        on_right = right is not None and right[1].candidate.parent == parent
        yield parent, on_left, on_right


def _reads_on(text: str, decided: Sequence[Decided], index: int, *, on_left: bool, on_right: bool) -> bool:
    """Whether the name stands in a list of kecamatan rather than after one as its kabupaten."""
    here = decided[index][0]
    if _COUNT.match(text, here.end):
        return True
    # 'Kecamatan Manggis, Karangasem': the second is what the first lies in.
    if not on_left or decided[index][1].candidate.code == decided[index - 1][1].candidate.parent:
        return False
    return on_right or _LIST.fullmatch(text, decided[index - 1][0].end, here.start) is not None


def settle_lists(text: str, decided: list[Decided]) -> list[Decided]:
    """Names of towns read as kecamatan where they stand among kecamatan of one region."""
    for _ in range(2):
        for index, (sighting, choice) in enumerate(decided):
            if sighting.before is not Before.NOTHING or choice.candidate.kind is RegionKind.KECAMATAN:
                continue
            for parent, on_left, on_right in _parents_beside(decided, index):
                own = _own_district(sighting, parent)
                if own and _reads_on(text, decided, index, on_left=on_left, on_right=on_right):
                    reason = "stands in a list of kecamatan"
                    decided[index] = (sighting, replace(choice, candidate=own, reason=reason))
    return decided


def spelling_key(name: str) -> str:
    """What is left of a name when the ways to spell it are taken out: 'Gerogol' and 'Grogol' agree."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    for old, new in (("oe", "u"), ("dj", "j"), ("tj", "c"), ("th", "t"), ("dh", "d"), ("e", "")):
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1", r"\1", plain)


class Spellings:
    """Kecamatan by parent and spelling."""

    def __init__(self, regions: Sequence[RegionEntry]) -> None:
        self._by_parent: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for entry in regions:
            if entry.kind is RegionKind.KECAMATAN and entry.parent_code:
                self._by_parent[entry.parent_code][spelling_key(entry.name)] = entry.code

    def _lookup(self, name: str, parents: Sequence[str]) -> tuple[str, int] | None:
        """The code, and how many words of the name it took."""
        words = name.split(" ")
        for size in range(len(words), 0, -1):
            key = spelling_key("".join(words[:size]))
            codes = {self._by_parent[parent][key] for parent in parents if key in self._by_parent[parent]}
            if len(codes) == 1 and len(key) >= 3:
                return codes.pop(), size
        return None

    def find(self, text: str, evidence: Evidence, taken: Sequence[RegionMention]) -> Iterator[RegionMention]:
        """'Kecamatan …' in another spelling than the table's, within the regions of the text."""
        parents = [code for code in evidence.regions if code.count(".") == 1 and evidence.named(code)]
        covered = {mention.start for mention in taken}
        for match in _SPELT.finditer(text):
            if match.start() in covered or not parents:
                continue
            found = self._lookup(match[1], parents)
            if found is None:
                continue
            code, size = found
            end = match.start(1) + len(" ".join(match[1].split(" ")[:size]))
            yield RegionMention(
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                code=code,
                via=PlaceVia.NAME,
                confidence=0.8,
                reason="another spelling of a kecamatan here",
                explicit_kind=True,
            )
