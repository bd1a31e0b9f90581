"""Kinds of violence that only tell the forms of a total's own kind ('KBGO 40: pemerasan 9, …')."""

from extractors.figures.groups import PARTS, Group
from extractors.figures.material import Material
from extractors.figures.reading import Reading
from extractors.figures.violence_words import FORMS
from models.vocabulary import Violence


def splits_kind(group: Group, reading: Reading) -> bool:
    """Whether the items are forms of the kind that the figure counts ('KBGO 40: pemerasan 9, …')."""
    cues = [cue for member in group.members for cue in member.own.violence if not cue.generic]
    within = FORMS.get(reading.violence, frozenset()) | {reading.violence}
    words = {cue.word for cue in cues}
    return len(group.members) > 1 and len(words) > 1 and all(cue.value in within for cue in cues)


def told_as_forms(material: Material, group: Group, reading: Reading) -> bool:
    """Whether the items are told as parts and are of classes that only tell the forms of the figure's own."""
    between = reading.candidate.number.end, group.members[0].candidate.tail + 20
    if not PARTS.search(material.lower, *between):
        return False
    cues = [cue for member in group.members for cue in member.own.violence if not cue.generic]
    forms = FORMS.get(reading.violence, frozenset())
    return bool(cues) and all(cue.value in forms for cue in cues)


def tells_forms(group: Group) -> bool:
    """Whether a list's kinds may be forms of its total's: told beside it, several, or of no class."""
    parent = group.parent
    if parent is None:
        return False
    cues = [cue for member in group.members for cue in member.own.violence if not cue.generic]
    near = parent.candidate.sentence.index == group.members[0].candidate.sentence.index
    several = len({cue.word for cue in cues}) > 1
    return near or several or all(cue.value == Violence.OTHER for cue in cues)
