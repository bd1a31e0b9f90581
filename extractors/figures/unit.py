"""What a number counts: cases, victims, reports or those who did it."""

import re

from extractors.figures.anchors import Anchor
from extractors.figures.breakdown import is_about_perpetrators, names_victims
from extractors.figures.breakdown_words import Dimension
from extractors.figures.candidates import unit_of_heading
from extractors.figures.groups import Group
from extractors.figures.material import Material
from extractors.figures.reading import Frame, Label, Reading
from extractors.figures.zones import Zones
from models.vocabulary import Unit, Violence


def offends(reading: Reading) -> bool:
    """Children counted as those who did it ('36 anak menjadi pelaku')."""
    own = any(cue.value == Violence.OFFENDER_CHILD for cue in reading.own.violence)
    return (
        reading.violence is Violence.OFFENDER_CHILD
        and (own or reading.parent is not None)
        and reading.candidate.person
    )


def frame_unit(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, last: Group | None = None
) -> Unit | None:
    """The unit that a list's items take where their own nouns name none."""
    units = _named_units(group)
    told = any(m.candidate.unit is Unit.VICTIMS and not m.candidate.person for m in group.members)
    chained = anchor is not None and anchor.sibling and anchor.group.victims
    victims = group.victims = told or chained or names_victims(material, group, zones)
    if anchor and anchor.frame.unit is Unit.PERPETRATORS and _persons_of_nobody(group) and not victims:
        return Unit.PERPETRATORS
    if is_about_perpetrators(material, group, zones) and (
        not units or all(unit in (Unit.VICTIMS, Unit.PERPETRATORS) for unit in units)
    ):
        return Unit.PERPETRATORS
    if units:
        return max(units, key=units.count)
    return _unit_of_bare(material, group, zones, anchor, last)


def _unit_of_bare(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, last: Group | None
) -> Unit | None:
    """The unit of a list none of whose items names one."""
    if last is not None and _goes_on(group, last):
        return last.members[-1].unit
    headed = _headed(material, group, zones, anchor)
    if headed and (anchor is None or anchor.frame.unit is not Unit.PERPETRATORS):
        return headed
    if anchor:
        return anchor.frame.unit
    return _said_of_persons(material, group) or (_unit_before(group, last) if last else None) or Unit.CASES


def _headed(material: Material, group: Group, zones: Zones, anchor: Anchor | None) -> Unit | None:
    """The unit that the line above a list or the words before its colon name."""
    if zones.lead:
        return unit_of_heading(material.lower[zones.lead[0] : zones.lead[1]])
    first = group.members[0].candidate
    sentence = first.sentence
    if anchor is not None and anchor.reading.candidate.sentence.index == sentence.index:
        return None
    head = material.lower[max(sentence.start, first.own[0] - _HEAD) : first.own[0] + 1]
    return unit_of_heading(head) if head.rstrip().endswith(":") else None


_HEAD = 200
_PERSONS = re.compile(
    r"(?<!\w)(?P<persons>(?:anak|perempuan|wanita|bocah|orang|siswi?|santri(?:wati)?|remaja|istri|klien|pasien|warga|mahasiswi|gadis|ibu)"
    r"(?:\s+(?!yang)[\w-]+){0,6}?\s+yang\s+(?:\w+\s+){0,3}?)"
    r"(?:(?P<reports>me(?:lapor\w*|ngadu\w*))|(?:menjadi|jadi|mengalami|di\w{4,}|ter\w{4,}|mendapat\w*|menderita))(?!\w)"
)


def _said_of_persons(material: Material, group: Group) -> Unit | None:
    """Victims or reports where the subject before a bare number is persons ('anak yang melapor ada 77')."""
    first = group.members[0].candidate
    found = _PERSONS.search(material.lower, max(first.own[0], first.start - _HEAD), first.start)
    if found is None or first.unit is not None:
        return None
    return Unit.REPORTS if found["reports"] else Unit.VICTIMS


def _unit_before(group: Group, last: Group) -> Unit | None:
    """The unit of the sentence before, with which bare numbers of its paragraph go on."""
    here, there = group.members[0].candidate.sentence, last.members[-1].candidate.sentence
    return last.members[-1].unit if here.block == there.block and here.index - there.index <= 1 else None


def _named_units(group: Group) -> list[Unit]:
    """The units of the items' nouns; those who did it, named by one item of many, are of that item alone."""
    named = [member.candidate.unit or member.candidate.noun_before for member in group.members]
    units = [unit for unit in named if unit]
    offenders = units.count(Unit.PERPETRATORS)
    if offenders * 2 < len(group.members) and named[0] is not Unit.PERPETRATORS:
        return [unit for unit in units if unit is not Unit.PERPETRATORS]
    return units


def _goes_on(group: Group, last: Group) -> bool:
    """Whether bare numbers go on with the list of the sentence before ('Sleman menyusul 190')."""
    here, there = group.members[0].candidate.sentence, last.members[-1].candidate.sentence
    near = here.block == there.block and here.index - there.index <= 1
    return near and Label.REGION in group.labels and Label.REGION in last.labels


_STANDING = r"(?:tersangka|pelaku|terdakwa|terpidana|terlapor|buron\w*|dpo)"
_ACCUSED = re.compile(
    r"(?:\s+(?!korban|saksi|bukan|tidak|tanpa|oleh|dan|serta|dengan)[\w-]+){0,4}?\s+(?:"
    rf"(?:sebagai|selaku|menjadi|jadi|(?:ber|menyandang\s+)?status(?:nya)?|ditetapkan|dijadikan|merupakan|adalah)\s+{_STANDING}"
    r"|ditahan|diburu|buron\w*|dibekuk|diringkus|ditangkap|divonis|dihukum|dipenjara|dipidana|dijerat"
    r"|didakwa|dijebloskan|dituntut)(?!\w)"
)


def is_accused(material: Material, reading: Reading) -> bool:
    """Whether the words after a number of persons say that they are held to have done it."""
    candidate = reading.candidate
    stop = max(candidate.own[1], candidate.tail)
    return candidate.person and bool(_ACCUSED.match(material.lower, candidate.number.end, stop + 40))


def _persons_of_nobody(group: Group) -> bool:
    """Persons of whom the list says neither that they are victims nor anything else."""
    return all(member.candidate.person and member.candidate.noun_before is None for member in group.members)


_HARMED = re.compile(
    r"\s+(?:anak|bocah|balita|bayi|perempuan|wanita|gadis|istri|siswi|santriwati|korban)(?!\w)"
)
"""Persons who, beside what the others are to them, are the harmed ('dari paman 5 anak')."""


def _did_it(material: Material, reading: Reading, frame: Frame, group: Group) -> bool:
    """Whether persons are those who did it, by the noun before, the total or what they are to the victim."""
    candidate = reading.candidate
    if candidate.noun_before is Unit.PERPETRATORS:
        return True
    if candidate.reporters:
        return False
    harmed = _HARMED.match(material.lower, candidate.number.end, candidate.tail)
    by_relation = group.dimension is Dimension.PERPETRATOR and not group.victims and not harmed
    return by_relation or (candidate.unit is Unit.VICTIMS and frame.unit is Unit.PERPETRATORS)


def _unit_beside(reading: Reading, group: Group) -> Unit | None:
    """The unit of the item before, where a list has several ('34 laporan, fisik 11 kasus, KDRT 5')."""
    before = [m.candidate.unit for m in group.members if m.candidate.start < reading.candidate.start]
    named = [unit for unit in before if unit in (Unit.CASES, Unit.REPORTS)]
    return named[-1] if len(set(named)) > 1 else None


def own_unit(material: Material, reading: Reading, frame: Frame, group: Group) -> Unit | None:
    """The unit of the number's noun, corrected by what its list counts."""
    candidate = reading.candidate
    if candidate.unit is None:
        related = group.dimension is Dimension.PERPETRATOR and not group.victims
        beside = related and any(member.candidate.person for member in group.members)
        return (
            Unit.PERPETRATORS
            if beside
            else candidate.noun_before or _unit_beside(reading, group) or frame.unit
        )
    if candidate.person and _did_it(material, reading, frame, group):
        return Unit.PERPETRATORS
    if not reading.value and candidate.unit is Unit.REPORTS and frame.unit is Unit.CASES:
        return Unit.CASES  # 'nihil laporan' in a list of cases.
    if candidate.person and candidate.reporters:
        return Unit.REPORTS
    return candidate.unit
