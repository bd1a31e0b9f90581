"""What kind of violence a figure counts: own words, else its list's topic, else any."""

import re
from collections.abc import Iterator, Sequence

from extractors.figures.anchors import Anchor, says_whole
from extractors.figures.breakdown_words import Dimension
from extractors.figures.candidates import Candidate
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import Cue
from extractors.figures.examples import names_example
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.population import recency
from extractors.figures.reading import Label, Reading
from extractors.figures.violence_words import FORMS
from extractors.figures.zones import Zones, opening_span, title_span
from extractors.mentions import NumberKind
from extractors.toolkit import Scorer
from models.vocabulary import Unit, Violence

_MOSTLY = 0.7
"""The share of a story's words for violence that makes their kind its topic."""
_WIDE = {
    Violence.DOMESTIC,
    Violence.TRAFFICKING,
    Violence.ONLINE,
    Violence.OFFENDER_CHILD,
    Violence.CHILD_MARRIAGE,
}


Kind = tuple[Violence, str]
"""A class of violence and the word of the text for it."""


def frame_violence(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, scorer: Scorer
) -> Choice[Kind]:
    """The violence that a list's items inherit, with the word that gave it."""
    options: list[Option[Kind]] = [Option((Violence.ANY, ""), {"default": 1.0})]
    if anchor:
        options.append(Option((anchor.frame.violence, anchor.frame.subtype), {"anchor": 1.0}))
    cues = material.violence_cues
    seen: dict[str, list[Cue]] = {}
    for zone, cue in zones.mentions(cues):
        if cue.value == Violence.OTHER:
            continue
        told = zone == "previous" and bool(_THEIR_NUMBER.match(material.lower, zones.sentence.start))
        if zone in ("sentence", "lead") or told or not names_example(material, cue):
            seen.setdefault(zone, []).append(cue)
    if "previous" not in seen and _heads_passage(material, seen.get("previous_two", ())):
        seen["previous"] = seen.pop("previous_two")
    for zone, found in seen.items():
        last = zone == "previous" and _counts_example(material, group)
        value = one_kind(found[-1:] if last else found) or (
            Violence.ANY if zone in ("sentence", "previous") else None
        )
        if value is not None:
            since = recency(zone, found[-1].start, group, anchor)
            options.append(Option((value, _word(found)), {zone: 1.0} | since))
    shared = _first_sibling(group)
    if shared and (value := one_kind(shared)) is not None:
        options.append(Option((value, _word(shared)), {"first_sibling": 1.0}))
    elif _says_any(group):
        options.append(Option((Violence.ANY, ""), {"first_sibling": 1.0}))
    return choose("violence", [*options, *_topics(material, group, zones)], scorer)


_HEADLINE_WORDS = 7
"""A sentence of so few words that names a kind and no number opens a passage about it."""


def _heads_passage(material: Material, found: Sequence[Cue]) -> bool:
    """Whether a short sentence without numbers names the kind ('Kemudian persetubuhan anak.')."""
    sentence = material.document.sentence_at(found[-1].start) if found else None
    if sentence is None or within(material.numbers, sentence.start, sentence.end):
        return False
    return len(material.lower[sentence.start : sentence.end].split()) <= _HEADLINE_WORDS


def _topics(material: Material, group: Group, zones: Zones) -> Iterator[Option[Kind]]:
    """What the article as a whole is about."""
    cues = material.violence_cues
    title = one_kind(
        [
            cue
            for cue in within(cues, *title_span(material))
            if cue.value != Violence.OTHER and not names_example(material, cue)
        ]
    )
    topic = _only_topic(material, group, zones)
    if topic is not None:
        yield Option((topic, ""), {"topic": 1.0})
    if title is not None:
        yield Option((title, ""), {"title": 1.0})
    if _SEXUAL_OFFICE.search(material.lower, *opening_span(material)):
        yield Option((Violence.SEXUAL, ""), {"office": 1.0})


_SEXUAL_OFFICE = re.compile(
    r"(?<!\w)(?:ppks|(?:satgas|satuan\s+tugas)(?:\s+(?:pencegahan|dan|penanganan)){1,3}\s+kekerasan\s+seksual)(?!\w)"
)
"""Task forces that take up sexual violence alone."""
_THEIR_NUMBER = re.compile(r"[“\"\s]*(?:jumlah|angka|total|kasus)nya\b")


_SUCH = re.compile(
    r"(?<!\w)(?:kasus|perkara|peristiwa|kejadian|laporan|kekerasan|hal|kejahatan)\s+(?:yang\s+)?"
    r"(?:serupa|sejenis|semacam\s+(?:itu|ini)|seperti\s+(?:itu|ini)|begini|begitu)(?!\w)"
)


def _counts_example(material: Material, group: Group) -> bool:
    """Whether the sentence gives the number of what the one before named ('… persetubuhan. Jumlahnya 17')."""
    first = group.members[0].candidate
    if _THEIR_NUMBER.match(material.lower, first.sentence.start):
        return True
    return bool(_SUCH.search(material.lower, first.own[0], max(first.start, first.tail + 20)))


def _only_topic(material: Material, group: Group, zones: Zones) -> Violence | None:
    """The one kind that headline and first sentences name, where the story hardly names another.

    A number called the whole ('semua perkara') or one of violence at large counts more than the topic.
    """
    first = group.members[0]
    if any(cue.generic for cue in first.own.violence) or says_whole(material, first):
        return None
    spans = (title_span(material), opening_span(material))
    cues = [cue for span in spans for cue in within(material.violence_cues, *span)]
    if any(cue.generic and "kekerasan" in cue.word for cue in cues):
        return None
    kinds = {cue.value for cue in cues if not cue.generic and not _of_part(material, first, cue, zones)}
    if len(kinds) != 1 or kinds & {Violence.OTHER} or any(names_example(material, cue) for cue in cues):
        return None
    kind = next(iter(kinds))
    named = [cue.value for cue in material.violence_cues if not cue.generic and cue.value != Violence.OTHER]
    often = named.count(kind)
    others = len(named) - often
    return Violence(kind) if often >= _MOSTLY * len(named) or others <= 1 < often else None


def _of_part(material: Material, first: Reading, cue: Cue, zones: Zones) -> bool:
    """Whether the kind is that of a part of the number ('19 perkara, sebelas di antaranya asusila')."""
    part = zones.part_that_owns(cue)
    if part is not None and part.candidate.start != first.candidate.start and part.value < first.value:
        return True
    between = within(material.numbers, first.candidate.number.end, cue.start)
    return cue.start < first.candidate.sentence.end and any(
        number.kind is NumberKind.COUNT for number in between
    )


def _word(cues: Sequence[Cue]) -> str:
    specific = [cue.word for cue in cues if not cue.generic]
    return specific[-1] if specific else ""


def own_violence(
    reading: Reading, base: Violence, word: str, dimension: Dimension | None, *, whole: bool = False
) -> Violence:
    """The kind by the item's own words, else what it inherits.

    'kekerasan terhadap anak' as an item of its own names no kind and is any,
    not its neighbour's kind. ``whole`` says that the base is a total's, whose forms
    the items may tell ('KBGO 40, di antaranya pemerasan 9' is online).
    """
    specific = [cue for cue in reading.own.violence if not cue.generic]
    if dimension is not None and dimension is not Dimension.STATUS:
        specific = [cue for cue in specific if cue.value != Violence.OTHER]
    value = one_kind(specific)
    if value is not None:
        reading.subtype = _nearest(_forms_of(value, specific), reading).word
        crime = base is Violence.OFFENDER_CHILD and not any("kekerasan" in cue.word for cue in specific)
        return base if _is_form_of(value, base, whole or crime) else value
    if base is Violence.OFFENDER_CHILD and _counts_victims(reading.candidate):
        return Violence.ANY  # 'Yang anaknya jadi korban 12 kasus' beside children who offend.
    generic = [cue for cue in reading.own.violence if cue.generic]
    rest = [cue for cue in generic if cue.value == Violence.OTHER and _close(cue, reading)]
    if rest and dimension is None:
        return Violence.OTHER
    if generic and (Label.POPULATION in reading.labels or base is Violence.ANY):
        return Violence.ANY
    reading.subtype = word
    return base


def _counts_victims(candidate: Candidate) -> bool:
    return Unit.VICTIMS in (candidate.noun_before, None if candidate.person else candidate.unit)


def _forms_of(value: Violence, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The words that tell the form of a wide class ('psikis' of 'psikis terhadap istri'), else all."""
    forms = [cue for cue in cues if cue.value in FORMS.get(value, ())]
    return forms or cues


def _is_form_of(value: Violence, base: Violence, whole: bool) -> bool:
    return whole and value in FORMS.get(base, ())


def one_kind(cues: Sequence[Cue]) -> Violence | None:
    """One class out of several cues; a list of different kinds is no kind of its own."""
    kinds = {Violence(cue.value) for cue in cues if not cue.generic}
    if not kinds:
        return None
    if len(kinds) == 1:
        return next(iter(kinds))
    for wide in (Violence.ONLINE, Violence.DOMESTIC, Violence.TRAFFICKING, Violence.OFFENDER_CHILD):
        if wide in kinds and len(kinds) == 2:
            return wide
    if len(kinds) == 2 and Violence.OTHER in kinds:
        return next(iter(kinds - {Violence.OTHER}))
    return Violence.ANY


def _close(cue: Cue, reading: Reading) -> bool:
    candidate = reading.candidate
    return (
        candidate.start - 30 <= cue.end <= candidate.start
        or candidate.start < cue.start <= candidate.tail + 40
    )


def _nearest(cues: Sequence[Cue], reading: Reading) -> Cue:
    return min(
        cues,
        key=lambda cue: min(abs(cue.start - reading.candidate.start), abs(cue.end - reading.candidate.start)),
    )


def _says_any(group: Group) -> bool:
    """Whether a series of times opens with violence of no kind against somebody, which it goes on with."""
    first = group.members[0]
    named = bool(first.own.violence) and all(cue.value == Violence.ANY for cue in first.own.violence)
    alone = not any(member.own.violence for member in group.members[1:])
    return named and alone and len(group.members) > 1 and Label.POPULATION in first.labels


def _first_sibling(group: Group) -> list[Cue]:
    first = group.members[0]
    if Label.VIOLENCE in group.labels or len(group.members) < 2:
        return []
    if any(not cue.generic for member in group.members[1:] for cue in member.own.violence):
        return []
    return [cue for cue in first.own.violence if not cue.generic]
