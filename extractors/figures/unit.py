"""What a number counts: cases, victims, reports or those who did it."""

from extractors.figures.anchors import Anchor
from extractors.figures.breakdown import is_about_perpetrators, names_victims
from extractors.figures.breakdown_words import Dimension
from extractors.figures.candidates import unit_of_heading
from extractors.figures.groups import Group
from extractors.figures.material import Material
from extractors.figures.reading import Frame, Reading
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


def frame_unit(material: Material, group: Group, zones: Zones, anchor: Anchor | None) -> Unit | None:
    """The unit that a list's items take where their own nouns name none."""
    units = [
        unit for member in group.members if (unit := member.candidate.unit or member.candidate.noun_before)
    ]
    victims = group.victims = names_victims(material, group, zones)
    if anchor and anchor.frame.unit is Unit.PERPETRATORS and _persons_of_nobody(group) and not victims:
        return Unit.PERPETRATORS
    if is_about_perpetrators(material, group, zones) and (
        not units or all(unit in (Unit.VICTIMS, Unit.PERPETRATORS) for unit in units)
    ):
        return Unit.PERPETRATORS
    if units:
        return max(units, key=units.count)
    headed = unit_of_heading(material.lower[zones.lead[0] : zones.lead[1]]) if zones.lead else None
    if headed and (anchor is None or anchor.frame.unit is not Unit.PERPETRATORS):
        return headed
    return anchor.frame.unit if anchor else Unit.CASES


def _persons_of_nobody(group: Group) -> bool:
    """Persons of whom the list says neither that they are victims nor anything else."""
    return all(member.candidate.person and member.candidate.noun_before is None for member in group.members)


def _did_it(reading: Reading, frame: Frame, group: Group) -> bool:
    """Whether persons are those who did it, by the noun before, the total or what they are to the victim."""
    candidate = reading.candidate
    if candidate.noun_before is Unit.PERPETRATORS:
        return True
    if candidate.reporters:
        return False
    by_relation = group.dimension is Dimension.PERPETRATOR and not group.victims
    return by_relation or (candidate.unit is Unit.VICTIMS and frame.unit is Unit.PERPETRATORS)


def own_unit(reading: Reading, frame: Frame, group: Group) -> Unit | None:
    """The unit of the number's noun, corrected by what its list counts."""
    candidate = reading.candidate
    if candidate.unit is None:
        return candidate.noun_before or frame.unit
    if candidate.person and _did_it(reading, frame, group):
        return Unit.PERPETRATORS
    if not reading.value and candidate.unit is Unit.REPORTS and frame.unit is Unit.CASES:
        return Unit.CASES  # 'nihil laporan' in a list of cases.
    if candidate.person and candidate.reporters:
        return Unit.REPORTS
    return candidate.unit
