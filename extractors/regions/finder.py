"""All regions of a text, each decided with the whole document in view."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.folding import fold
from extractors.mentions import PlaceVia, RegionMention
from extractors.regions.choose import Choice, choose, mention_of
from extractors.regions.districts import Decided, Spellings, settle_lists
from extractors.regions.evidence import Evidence, gather
from extractors.regions.focus import document_region
from extractors.regions.gazetteer import Gazetteer, build_gazetteer
from extractors.regions.national import find_national, find_outside
from extractors.regions.pointing import find_pointed
from extractors.regions.served import serve_wider
from extractors.regions.sightings import Sighting, find_sightings
from extractors.regions.surroundings import Before
from extractors.regions.twins import settle_twins
from models.regions import AliasEntry, JurisdictionEntry, RegionEntry


class RegionFinder:
    """Finds and resolves regions; built once, used for every article."""

    def __init__(self, gazetteer: Gazetteer, spellings: Spellings) -> None:
        self.gazetteer = gazetteer
        self._spellings = spellings

    def find(self, text: str, home_region: str | None = None) -> tuple[RegionMention, ...]:
        """Every region named in the text, in order.

        ``home_region`` is the code of the area an outlet writes about; it decides between
        regions of one name where the text does not.
        """
        folded = fold(text)
        sightings = find_sightings(text, folded, self.gazetteer)
        evidence = gather(folded, sightings, home_region)
        decided = settle_twins(settle_lists(text, _decide(sightings, evidence)))
        named = [mention for pair in decided for mention in _mentions(text, *pair)]
        spelt = self._spellings.find(text, evidence, named)
        named = [mention for mention in named if not _inside(mention, spelt)] + spelt
        phrases = [*find_national(text, folded)]
        named = serve_wider(folded, named)
        focus = document_region(named, text, home_region)
        if focus is not None:
            phrases.extend(find_outside(text, folded, focus.code))
        found = _merge(named, phrases)
        pointed = [one for one in find_pointed(text, folded, found) if not _overlaps(one, found)]
        return tuple(sorted([*found, *pointed], key=_place)) if pointed else found


def _decide(sightings: Sequence[Sighting], evidence: Evidence) -> list[Decided]:
    """The best reading of each name; a name inside one already read is passed over."""
    decided: list[Decided] = []
    covered = 0
    for sighting in sightings:
        choice = choose(sighting, evidence) if sighting.name_start >= covered else None
        if choice is not None:
            decided.append((sighting, choice))
            covered = sighting.end
    return decided


def _mentions(text: str, sighting: Sighting, choice: Choice) -> Iterator[RegionMention]:
    """One mention, or two for 'Kabupaten dan Kota Bogor'."""
    mention = mention_of(text, sighting, choice)
    yield mention
    if sighting.before is not Before.BOTH:
        return
    for candidate in sighting.said:
        if candidate.code != mention.code:
            yield replace(mention, code=candidate.code)


def _inside(mention: RegionMention, others: Sequence[RegionMention]) -> bool:
    """'Medan' within 'Medan Satria', a kecamatan that the table writes in one word."""
    return any(other.start <= mention.start and mention.end <= other.end for other in others)


def _overlaps(one: RegionMention, others: Sequence[RegionMention]) -> bool:
    last = bisect_left(others, one.end, key=lambda other: other.start) - 1
    return last >= 0 and others[last].end > one.start


def _merge(named: Sequence[RegionMention], phrases: Sequence[RegionMention]) -> tuple[RegionMention, ...]:
    """Named regions win over 'luar daerah' where the two overlap."""
    ordered = sorted(named, key=_place)
    starts = [mention.start for mention in ordered]

    def overlapped(phrase: RegionMention) -> bool:
        last = bisect_left(starts, phrase.end) - 1
        return last >= 0 and ordered[last].end > phrase.start

    free = [phrase for phrase in phrases if phrase.via is PlaceVia.NATIONAL or not overlapped(phrase)]
    return tuple(sorted([*ordered, *free], key=_place))


def _place(mention: RegionMention) -> tuple[int, int]:
    return mention.start, mention.end


def build_region_finder(
    regions: Sequence[RegionEntry],
    aliases: Iterable[AliasEntry],
    offices: Iterable[JurisdictionEntry] = (),
) -> RegionFinder:
    """A finder over the tables of models/regions.py."""
    return RegionFinder(build_gazetteer(regions, aliases, offices), Spellings(regions))
