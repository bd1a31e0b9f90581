"""Whom the counts of an article cover as a whole, where a count does not say it itself.

A coder knows it from what kind of office counts (a child protection commission counts
children, a women's crisis centre women), from parts that are counted one by one, and
from a sentence that says it of all ('Pelapornya perempuan semua').
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.figures.cues import ADULT, FEMALE, MALE, Cue
from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from models.vocabulary import Population

_CHILDREN_OFFICE = re.compile(
    r"(?<!\w)(?:kp(?:p?a(?:i?d|i)|pad)|komisi\s+(?:nasional\s+)?(?:pengawas\w*\s+)?perlindungan\s+anak|komnas\s+(?:perlindungan\s+)?anak"
    r"|komnas\s+pa|lpai?|lembaga\s+perlindungan\s+anak|lembaga\s+pembinaan\s+khusus\s+anak|save\s+the\s+children"
    r"|(?:yayasan|lembaga|lsm|perkumpulan|komite|dewan)\s+(?:(?!perempuan|wanita|ibu|untuk|dan)\w+\s+){0,2}anak)(?!\w)"
    r"(?!\s+(?:dan|&|serta)\s+perempuan)"
)
_WOMEN_OFFICE = re.compile(
    r"(?<!\w)(?:wom[ae]n'?s?\s+crisis\s+cent(?:er|re)|wcc|lbh\s+apik|komnas\s+perempuan|komisi\s+nasional\s+anti\s+kekerasan\s+terhadap"
    r"\s+perempuan|(?:rumah|nurani|solidaritas|sahabat|suara|swara|cahaya|rumpun|koalisi|jaringan|aliansi|yayasan|perkumpulan"
    r"|lsm|lbh|serikat|sapa|mitra)\s+(?:(?!anak|perempuan|korban|untuk|dan)\w+\s+)?(?:perempuan|wanita)|forum\s+(?:pengada\s+layanan"
    r"|peduli\s+perempuan)|(?:organisasi|lembaga|komunitas|kelompok|lsm|yayasan)\s+(?:pendamping|pembela|advokasi|pemberdayaan)\s+(?:korban\s+)?perempuan"
    r"|rifka\s+annisa|savy\s+amira|spek-?\s?ham|lrc-?\s?kjham|mitra\s+wacana|kalyanamitra|swara\s+parangpuan"
    r"|flower\s+aceh|rumah\s+puan|puan\s+amal\s+hayati|sapa\s+institut)(?!\w)(?!\s*(?:dan|&|serta|,)\s*anak)"
)
_BOTH_SERVED = re.compile(
    r"(?<!\w)(?:(?:upt(?:d|\s+daerah)?|unit\s+pelaksana\s+teknis(?:\s+(?:daerah|dinas))?)\s+(?:ppa|(?:perlindungan|pemberdayaan"
    r"|pelayanan)\s+perempuan\s*(?:dan|&|serta)\s*(?:perlindungan\s+)?anak)|p2tp2a|p2tpa|p2t-?p2a)(?!\w)"
)
"""The units that take in women and children, unlike the police and the departments."""
_HOSPITAL = re.compile(
    r"(?<!\w)(?:(?:ppt|pkt|upt)\s+rs\w*|rumah\s+sakit|rs(?:ud|d|up|u|ad|bhayangkara)?|ppt)(?!\w)"
)
_BOTH_OFFICE = re.compile(
    r"(?<!\w)(?:unit\s+ppa|subdit\s+renakta|renakta|dp[0-9a-z]{0,4}3a\w*|simfoni(?:[\s-]+ppa)?|ppa"
    r"|\w{0,12}pppa\w*|(?:perlindungan|pemberdayaan|pelayanan)\s+perempuan\s*(?:,|dan|&|serta)\s*(?:perlindungan\s+)?anak)(?!\w)"
)
_SAID_OF_ALL = re.compile(
    r"(?<!\w)(?<!dari )(?:(?:semua|seluruh|para)\s+(?:korban|pelapor|klien|penyintas)(?:nya)?|"
    r"(?:korban|pelapor|klien)(?:nya)?\s+(?:itu\s+)?"
    r"(?:adalah\s+)?(?:semua|seluruh)(?:nya)?|(?:ke)?seluruhnya|semuanya)(?:\s+(?:itu|adalah|merupakan|ialah|memang|masih|dari|kalangan)){0,3}\s+$"
)
_ALL_VICTIMS = re.compile(r"(?<!\w)(?<!dari )(?:semua|seluruh)\s+korban[^.;:]{0,90}\s$")
_CLOSES = re.compile(r"\s*[.”\"]")
_THEM_ALL = re.compile(r"\s+(?:semua|seluruhnya|semuanya)(?!\w)")
_WHO = re.compile(
    r"(?<!\w)(?:korban|pelapor|klien|penyintas)(?:nya)?(?:\s+(?:itu|adalah|ialah|memang)){0,2}\s+$"
)
_OFTEN = 4
_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}
_GROWN = {Population.WOMEN, FEMALE}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The populations that the article as a whole gives; null where nothing tells one."""

    offices: tuple[tuple[int, Population], ...] = ()
    """Offices that count, by their place in the text."""
    served: frozenset[int] = frozenset()
    """The places of those among them that take in women and children and nobody else."""
    said_of_all: tuple[int, Population] | None = None
    """What a sentence says of all of them, with its place."""
    single: Population | None = None
    """Children, where the article names them again and again and nobody else."""
    both_counted: bool = False
    """Women and children are counted side by side."""

    @property
    def office(self) -> Population | None:
        """What the office named first covers."""
        return self.offices[0][1] if self.offices else None

    def serves_both(self, start: int, end: int) -> bool:
        """Whether a unit that takes in women and children is named in a span, or first and before it."""
        first = bool(self.offices) and self.offices[0][0] in self.served and self.offices[0][0] < start
        return first or any(start <= place < end for place in self.served)

    def office_in(self, start: int, end: int) -> Population | None:
        """What the last office named in a span covers."""
        return next((value for place, value in reversed(self.offices) if start <= place < end), None)


def read_coverage(material: Material, readings: Sequence[Reading]) -> Coverage:
    """What offices, parts and sentences about all of them tell about the population of an article."""
    kinds = {_plain(cue.value) for cue in material.population_cues}
    often = len(material.population_cues) >= _OFTEN
    return Coverage(
        offices=tuple(sorted(_offices(material.lower))),
        served=_served(material.lower),
        said_of_all=_said_of_all(material),
        single=Population.CHILDREN if often and kinds == {Population.CHILDREN} else None,
        both_counted=_side_by_side(readings),
    )


def _plain(value: str) -> Population:
    if value in _YOUNG:
        return Population.CHILDREN
    if value in (*_GROWN, ADULT):
        return Population.WOMEN
    return Population.MEN if value == MALE else Population(value)


def _offices(lower: str) -> list[tuple[int, Population]]:
    table = (
        (_CHILDREN_OFFICE, Population.CHILDREN),
        (_WOMEN_OFFICE, Population.WOMEN),
        (_BOTH_SERVED, Population.WOMEN_CHILDREN),
        (_BOTH_OFFICE, Population.WOMEN_CHILDREN),
    )
    return [(match.start(), value) for pattern, value in table for match in pattern.finditer(lower)]


def _served(lower: str) -> frozenset[int]:
    """Where units for women and children are named, unless a hospital is named before them."""
    hospital = _HOSPITAL.search(lower)
    until = hospital.start() if hospital else len(lower)
    return frozenset(match.start() for match in _BOTH_SERVED.finditer(lower, 0, until))


def _said_of_all(material: Material) -> tuple[int, Population] | None:
    for cue in material.population_cues:
        head = material.lower[max(0, cue.start - 60) : cue.start]
        alone = _ALL_VICTIMS.search(material.lower, max(0, cue.start - 120), cue.start)
        closes = alone and _CLOSES.match(material.lower, cue.end)
        if (
            _SAID_OF_ALL.search(head)
            or closes
            or (_WHO.search(head) and _THEM_ALL.match(material.lower, cue.end))
        ):
            sentence = material.document.sentence_at(cue.start)
            if sentence is not None and not within(material.numbers, sentence.start, sentence.end):
                return cue.start, _plain(cue.value)
    return None


def _side_by_side(readings: Sequence[Reading]) -> bool:
    beyond = zip(readings, readings[1:], readings[2:], strict=False)
    around = ((one, three) for one, two, three in beyond if not two.own.population)
    return any(_parallel(one, two) for one, two in (*pairwise(readings), *around))


def _parallel(one: Reading, two: Reading) -> bool:
    if two.candidate.sentence.index - one.candidate.sentence.index > 1:
        return False
    kinds = [_kind(one.own.population), _kind(two.own.population)]
    return None not in kinds and kinds[0] != kinds[1]


def _kind(cues: Sequence[Cue]) -> Population | None:
    values = {cue.value for cue in cues}
    if values and values <= _GROWN:
        return Population.WOMEN
    return Population.CHILDREN if values == {Population.CHILDREN} else None
