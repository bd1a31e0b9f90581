"""The mentions inside each candidate's own span, and what they say about its list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.figures.breakdown_words import BreakdownWord, Dimension
from extractors.figures.candidates import Candidate, read_noun_before
from extractors.figures.cues import FEMALE, MALE, Cue, CueKind, cues_in
from extractors.figures.examples import names_example
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, OwnWords, Reading
from extractors.mentions import PeriodMention, PlaceVia, RegionMention
from models.vocabulary import Population, Violence


def read_own_words(material: Material, candidate: Candidate) -> Reading:
    """The candidate with the mentions of its own span and the fields they speak about."""
    start, end = candidate.own
    candidate.noun_before = read_noun_before(material.lower, candidate)
    periods = [mention for mention in within(material.periods, start, end) if not mention.dateline]
    population = _clear(material, cues_in(material.cues, start, end, CueKind.POPULATION), candidate)
    violence = _clear(material, cues_in(material.cues, start, end, CueKind.VIOLENCE), candidate)
    violence = [cue for cue in violence if not _tells_cause(material, cue, candidate)]
    own = OwnWords(
        population=[*population, *_said_of_all(material, candidate)],
        violence=[*violence, *_kind_of_all(material, candidate)],
        regions=outsiders(material, _places(within(material.regions, start, end), material), start),
        periods=[mention for mention in periods if _tells_when(material, mention, candidate)],
        words=_breakdown_words(material, candidate),
    )
    return Reading(
        candidate=candidate,
        own=own,
        labels=own.labels(),
        value=candidate.value,
        unit=candidate.unit,
    )


_BECAUSE = re.compile(
    r",\s+(?:sebab|karena|lantaran|gara-gara|mengingat|supaya|agar|meski(?:pun)?|walau(?:pun)?)\b"
)


def _tells_cause(material: Material, cue: Cue, candidate: Candidate) -> bool:
    """Whether the word stands after the number in a clause of reasons ('20 orang, sebab ibu dipukuli')."""
    return bool(_BECAUSE.search(material.lower, candidate.tail, max(candidate.tail, cue.start)))


_ALL_OF_THEM = re.compile(
    r"[\s,;(–-]*(?:(?:dan|yang|serta)\s+)?(?:(?:ke)?(?:semua|seluruh)(?:nya)?|ke(?:dua|tiga|empat|lima|enam)nya|(?:dua-dua|tiga-tiga)nya)\s+"
    r"(?:(?:korban(?:nya)?|adalah|merupakan|ialah|ber\w+|jenis|kelamin|masih|dari|kalangan)\s+){0,4}"
)


def _said_of_all(material: Material, candidate: Candidate) -> list[Cue]:
    """Whom the words right after the number name as all of them ('41 orang, semuanya perempuan')."""
    after = _ALL_OF_THEM.match(material.lower, candidate.tail, candidate.sentence.end)
    if after is None:
        return []
    found = cues_in(
        material.cues, after.end(), _clause_end(material, candidate, after.end()), CueKind.POPULATION
    )
    own = cues_in(material.cues, *candidate.own, CueKind.POPULATION)
    said = {cue.value for cue in own}
    return [_of_that_sex(cue, said) for cue in found if cue not in own]


def _kind_of_all(material: Material, candidate: Candidate) -> list[Cue]:
    """The kind named of all of them right after the number ('lima kasus, seluruhnya pencabulan')."""
    after = _ALL_OF_THEM.match(material.lower, candidate.tail, candidate.sentence.end)
    if after is None:
        return []
    end = _clause_end(material, candidate, after.end())
    own = cues_in(material.cues, *candidate.own, CueKind.VIOLENCE)
    found = cues_in(material.cues, after.end(), end, CueKind.VIOLENCE)
    return [cue for cue in found if cue not in own and not cue.generic]


_CLAUSE_END = re.compile(r"[,;:()]|\d")


def _clause_end(material: Material, candidate: Candidate, start: int) -> int:
    stop = _CLAUSE_END.search(material.lower, start, candidate.sentence.end)
    return stop.start() if stop else candidate.sentence.end


def _of_that_sex(cue: Cue, said: set[str]) -> Cue:
    """'korban laki-laki 98 orang, dan semuanya anak' are boys."""
    if cue.value == Population.CHILDREN and said in ({MALE}, {FEMALE}):
        return replace(cue, value=Population.BOYS if MALE in said else Population.GIRLS)
    return cue


AGAINST = re.compile(
    r"(?<!\w)(?:di\s?banding\w*|di\s?bandingkan|ketimbang|daripada|disandingkan|berbanding|(?:lebih|paling)\s+\w+\s+dari"
    r"|(?:naik|turun|meningkat|menurun|berkurang|bertambah|melonjak|menyusut|anjlok)\b[^.;]{0,30}\bdari|di\s+(?:bawah|atas)"
    r"|melebihi|melampaui)\s+(?:\w+\s+){0,3}$"
)
"""What stands before a time that is named only to compare with it."""


def _tells_when(material: Material, mention: PeriodMention, candidate: Candidate) -> bool:
    """Not a time around the number, nor one behind it that it is compared with ('73, naik 11 dari 2019')."""
    if mention.start <= candidate.start < mention.end:
        return False
    return AGAINST.search(material.lower, candidate.tail, max(candidate.tail, mention.start)) is None


def _clear(material: Material, cues: list[Cue], candidate: Candidate) -> list[Cue]:
    """Without cues around the number itself, and without what it is only said to contain most of."""
    return [
        cue
        for cue in cues
        if (
            not cue.start <= candidate.number.start < cue.end
            and not (cue.generic and cue.value == Violence.OTHER and _means_rest(material, cue, candidate))
            and not (cue.start > candidate.start and names_example(material, cue, since=candidate.number.end))
        )
        or _is_all_of_it(material, cue, candidate)
    ]


_CONSISTS = re.compile(
    r"\s*(?:(?:itu|tersebut|tadi|semuanya|seluruhnya)\s+)?berupa\s+(?:dugaan\s+|tindak(?:an)?\s+)?"
)


def _is_all_of_it(material: Material, cue: Cue, candidate: Candidate) -> bool:
    """'37 kasus berupa kekerasan seksual': the one kind named is what all of them are."""
    if cue.start < candidate.tail or cue.generic:
        return False
    numbers = within(material.numbers, cue.start, candidate.sentence.end)
    end = numbers[0].start if numbers else candidate.sentence.end
    named = cues_in(material.cues, candidate.tail, end, CueKind.VIOLENCE)
    kinds = {other.value for other in named if not other.generic}
    return len(kinds) == 1 and bool(_CONSISTS.fullmatch(material.lower, candidate.tail, cue.start))


_GOES_ON = re.compile(r"\s+(?!(?:dan|serta|yang)\b)\w")


def _means_rest(material: Material, cue: Cue, candidate: Candidate) -> bool:
    """'24 lainnya perempuan', 'enam kasus lainnya tersebar …': those that are left, not another kind."""
    near = candidate.number.end <= cue.start <= candidate.tail + 2
    return near and bool(_GOES_ON.match(material.lower, cue.end))


def _places(regions: Sequence[RegionMention], material: Material) -> list[RegionMention]:
    kept = [
        region for region in regions if not _speaker(region, material) and not _handed_to(region, material)
    ]
    named = [region for region in kept if region.via is not PlaceVia.NATIONAL]
    return named or kept


_FROM_OUTSIDE = re.compile(
    r"(?:(?:rujukan|titipan|kiriman|limpahan|pelimpahan|pendatang)\s+(?:\w+\s+){0,2}?dari|bukan\s+(?:warga|penduduk|orang))\s+"
)


def outsiders(material: Material, regions: Sequence[RegionMention], start: int) -> list[RegionMention]:
    """Places that those counted come from or do not belong to, which the office does not serve."""
    first = min((region.start for region in regions), default=start)
    said = _FROM_OUTSIDE.search(material.lower, max(start, first - 60), first)
    home = material.home_region
    served = home is not None and all(region.code.startswith(f"{home}.") for region in regions)
    if said is None or served:
        return list(regions)
    return [replace(region, via=PlaceVia.OUTSIDE) for region in regions]


_HANDED_TO = re.compile(
    r"(?:diteruskan|dilimpahkan|dilaporkan|dirujuk|diserahkan|lapor\w*|melapor|masuk|sampai|bergulir)\s+(?:\w+\s+){0,3}?"
    r"(?:ke|kepada)\s+(?:\w+\s+){0,2}$|dipulangkan\s+dari\s+$"
    r"|(?:dibawa|dipindahkan|dikirim|dititipkan)\s+(?:\w+\s+){0,3}?(?:ke|kepada|di)\s+(?:\w+\s+){0,2}$"
)


def _handed_to(region: RegionMention, material: Material) -> bool:
    """A place or office that cases go to, not where they are counted ('diteruskan ke Polda …')."""
    return bool(_HANDED_TO.search(material.lower, max(0, region.start - 70), region.start))


def _speaker(region: RegionMention, material: Material) -> bool:
    """A place that only locates who speaks ('Kepala DP3A Bolmong, …')."""
    before = material.lower[max(0, region.start - 60) : region.start]
    return region.via is PlaceVia.AGENCY and any(
        word in before
        for word in ("kepala ", "kadis ", "ketua ", "kabid ", "direktur ", "kapolres ", "kasat ")
    )


def _breakdown_words(material: Material, candidate: Candidate) -> list[BreakdownWord]:
    """Own breakdown words, without those inside the name of a place or an office ('Marpoyan Damai')."""
    start, end = candidate.own
    places, offices = within(material.regions, start, end), within(material.agencies, start, end)
    names = [(place.start, place.end) for place in places]
    names += [(office.start, office.end) for office in offices]
    return [
        word
        for word in within(material.words, start, end)
        if not word.lead
        and _counts(word, candidate)
        and not any(left <= word.start < right for left, right in names)
    ]


def _counts(word: BreakdownWord, candidate: Candidate) -> bool:
    return not (word.start <= candidate.number.start < word.end and word.dimension is not Dimension.AGE)


def specific_violence(reading: Reading) -> list[Cue]:
    """Own violence cues that name a kind."""
    return [cue for cue in reading.own.violence if not cue.generic]


def varying_labels(reading: Reading) -> frozenset[Label]:
    """The labels that tell an item of a list from its neighbours."""
    labels = set(reading.labels)
    if all(cue.value == Violence.ANY for cue in reading.own.violence):
        labels.discard(Label.VIOLENCE)
    if reading.own.words and all(cue.generic for cue in reading.own.violence):
        labels.discard(Label.VIOLENCE)
    return frozenset(labels)
