"""Women or girls, men or boys: what 'perempuan' and 'laki-laki' say beside children."""

import re
from collections.abc import Mapping

from extractors.figures.cues import FEMALE, MALE, Cue
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from models.vocabulary import Population

_LOOSE = {"opening", "single", "office", "office_near", "default"}
"""What tells the people of an article too loosely for 'perempuan' to be their daughters."""
_CONTRAST = re.compile(
    r"(?<!\w)(?:sementara|sedang(?:kan)?|adapun|sebaliknya|tetapi|tapi|namun|lain\s+halnya|beda|berbeda|begitu\s+(?:pula|juga)"
    r"|demikian\s+(?:pula|juga)|lalu|kemudian|disusul|satunya|satu\s+lagi|di\s+(?:sisi|pihak)\s+lain)(?:\s+(?:itu|dengan|untuk|pada|kasus|kekerasan|di|kelompok|kalangan|kaum|jumlah|angka))*\s*,?\s*$"
)


def divides_by_sex(material: Material, group: Group, known: Mapping[str, float]) -> bool:
    """Whether some item of the list counts men or boys, or the victims' sex is what is told.

    ``known`` is what told whom the list counts: 'perempuan' alone are girls only where a total or a heading
    says that children are counted, and not where they are set against the children.
    """
    cues = [cue for member in group.members for cue in member.own.population]
    if any(cue.value == MALE for cue in cues):
        return True
    female = [cue for cue in cues if cue.value == FEMALE]
    others = any(cue.value in (Population.CHILDREN, Population.WOMEN, Population.MEN) for cue in cues)
    if not female or others or any(cue.marked for cue in female) or known.keys() & _LOOSE:
        return False
    return not any(_set_against(material, cue) for cue in female)


def _set_against(material: Material, cue: Cue) -> bool:
    """Whether 'sementara perempuan 9' stands beside children whose sons are not counted."""
    if not _CONTRAST.search(material.lower, max(0, cue.start - 60), cue.start):
        return False
    sentence = material.document.sentence_at(cue.start)
    if sentence is None:
        return False
    beside = within(material.population_cues, sentence.start, sentence.end)
    return not any(other.value in (MALE, Population.BOYS) for other in beside)


def sex_of_whole(group: Group) -> str | None:
    """The sex that the list's total counts, which the items add up to ('perempuan 8 (anak 5, dewasa 3)')."""
    whole = group.parent
    if whole is None or group.total != whole.value:
        return None
    told = {cue.value for cue in whole.own.population}
    return next(iter(told)) if told in ({FEMALE}, {MALE}) else None
