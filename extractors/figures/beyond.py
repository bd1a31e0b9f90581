"""Lists that say that they go beyond what was counted before ('Di luar itu KDRT 16 kasus')."""

import re

from extractors.figures.anchors import Anchor
from extractors.figures.cues import Cue
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.own import specific_violence
from extractors.figures.reading import Label, Reading
from models.vocabulary import Violence

_BEYOND = re.compile(
    r"(?<!\w)(?<!yang\s)(?:di\s*luar\s+(?:itu|kasus|angka|jumlah|perkara|urusan)|(?:selain|di\s+samping)\s+(?:itu|kasus|perkara|kekerasan)"
    r"|masih\s+ada\s+(?:(?:yang|kasus|jenis|bentuk|perkara)\s+)?lain"
    r"|(?:ditambah(?:kan)?|digabung(?:kan)?|dijumlah(?:kan)?|termasuk|bersama|total\s+dengan)\s+(?:dengan\s+)?"
    r"(?:kasus|jenis|bentuk|kekerasan|perkara|yang)\s*(?:-|\s)?\s*lain)"
)


def goes_beyond(material: Material, group: Group, anchor: Anchor | None) -> bool:
    """Whether the words between the anchor and the first number set the list apart from what was before."""
    first = group.members[0].candidate
    start = max(first.sentence.start, anchor.reading.candidate.tail if anchor else 0)
    return bool(_BEYOND.search(material.lower, start, first.start))


def of_other_kind(group: Group, reading: Reading) -> bool:
    """Whether a figure counts one kind of violence that the list does not name, and people only of that."""
    kinds = {cue.value for member in group.members for cue in specific_violence(member)}
    return (
        Label.POPULATION not in group.labels
        and reading.violence is not Violence.ANY
        and reading.violence.value not in kinds
    )


def said_of_other_kind(material: Material, group: Group, cue: Cue) -> bool:
    """Whether the sentence of a word for people names only kinds of violence that the list does not."""
    sentence = material.document.sentence_at(cue.start)
    if sentence is None:
        return False
    said = within(material.violence_cues, sentence.start, sentence.end)
    told = {other.value for other in said if not other.generic}
    kinds = {other.value for member in group.members for other in specific_violence(member)}
    return bool(told) and not told & kinds
