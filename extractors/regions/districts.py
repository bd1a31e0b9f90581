"""Kecamatan that only their neighbours or a spelling give away."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.folding import fold
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
_COUNT: Final = re.compile(r"[ \t]{0,24}[:(\u2013-]?\s?(?:ada\s|sebanyak\s|dengan\s)?\d")
_NEAR: Final = 70
_SPELT: Final = re.compile(
    r"\b(?:[Kk]ecamatan|[Kk]ec\.?|[Dd]istrik|[Kk]apanewon|[Kk]emantren)\s"
    r"((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]*){0,3})"
)
_COUNTED_NAME: Final = re.compile(
    r"(?<![\w-] )\b([A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]*){0,2})(?=[ \t]{0,24}[:(\u2013-]?\s?\d)"
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


_NUMERALS: Final = {"i": "satu", "ii": "dua", "iii": "tiga", "iv": "empat", "v": "lima"}
_SAME_SOUNDS: Final = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("th", "t"), ("dh", "d"), ("e", ""))


def spelling_key(name: str) -> str:
    """What is left of a name when the ways to spell it are taken out: 'Gerogol' and 'Grogol' agree."""
    words = [_NUMERALS.get(word, word) for word in re.findall(r"[a-z]+", fold(name))]
    plain = "".join(words)
    for old, new in _SAME_SOUNDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1", r"\1", plain)


class Spellings:
    """Kecamatan by parent and spelling."""

    def __init__(self, regions: Sequence[RegionEntry]) -> None:
        self._by_parent: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for entry in regions:
            if entry.kind is RegionKind.KECAMATAN and entry.parent_code:
                self._by_parent[entry.parent_code][spelling_key(entry.name)] = entry.code

    def _lookup(self, name: str, parents: Sequence[str], *, whole: bool) -> tuple[str, int] | None:
        """The code, and how many words of the name it took."""
        words = name.split(" ")
        for size in range(len(words), len(words) - 1 if whole else 0, -1):
            key = spelling_key(" ".join(words[:size]))
            codes = {self._by_parent[parent][key] for parent in parents if key in self._by_parent[parent]}
            if len(codes) == 1 and len(key) >= (5 if whole else 3):
                return codes.pop(), size
        return None

    def find(self, text: str, evidence: Evidence, taken: Sequence[RegionMention]) -> list[RegionMention]:
        """Kecamatan in another spelling than the table's, within the regions of the text.

        With the word 'Kecamatan' before them, or before a count in a text about kecamatan.
        """
        parents = [code for code in evidence.regions if code.count(".") == 1 and evidence.named(code)]
        if not parents or not evidence.districts:
            return []
        covered = {mention.start for mention in taken}
        ends = {mention.end for mention in taken}
        said = [(match, False) for match in _SPELT.finditer(text) if match.start() not in covered]
        bare = [(match, True) for match in _COUNTED_NAME.finditer(text) if match.end(1) not in ends]
        found = (self._mention(text, match, parents, whole=whole) for match, whole in said + bare)
        return [mention for mention in found if mention is not None]

    def _mention(
        self, text: str, match: re.Match[str], parents: Sequence[str], *, whole: bool
    ) -> RegionMention | None:
        found = self._lookup(match[1], parents, whole=whole)
        if found is None:
            return None
        code, size = found
        end = match.start(1) + len(" ".join(match[1].split(" ")[:size]))
        return RegionMention(
            start=match.start(),
            end=end,
            text=text[match.start() : end],
            code=code,
            via=PlaceVia.NAME,
            confidence=0.7 if whole else 0.8,
            reason="another spelling of a kecamatan here",
            explicit_kind=not whole,
        )
