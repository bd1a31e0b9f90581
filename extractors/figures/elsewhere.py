"""Counts of other matters: all reports to the police, forensic examinations, and what divides them."""

import re
from collections.abc import Sequence

from extractors.figures.breakdown_words import Dimension
from extractors.figures.groups import AMONG_THEM
from extractors.figures.material import Material
from extractors.figures.reading import Label, Reading
from extractors.figures.wording import OFFICE, office_before
from models.vocabulary import Unit

_NEAR = 400
_ALL_CRIMES = re.compile(
    r"(?<!\w)(?:(?:laporan|lp)\s+polisi|tindak\s+(?:pidana|kejahatan|kriminal)(?!\s+(?:kekerasan"
    r"|perdagangan|seksual|anak|terhadap"
    r"|perlindungan|pencabulan|persetubuhan|kesusilaan|asusila))|(?:angka\s+)?(?:kriminalitas"
    r"|kejahatan)(?!\s+(?:terhadap|seksual|pada"
    r"|kesusilaan|asusila|siber))|gangguan\s+kamtibmas|crime\s+(?:total|clearance|rate)"
    r"|perkara\s+(?:pidana|perdata|umum))(?!\w)"
)
"""What police and courts count of every kind."""
_IN_GENERAL = re.compile(
    r"(?<!\w)(?:laporan(?:\s+polisi)?|lp|perkara|kejahatan|kriminalitas"
    r"|tindak\s+pidana)\s+(?:secara\s+)?(?:umum|keseluruhan|segala\s+jenis|semua\s+jenis)(?!\w)"
)
_EXAMINED = re.compile(
    r"(?<!\w)(?:(?:di)?periksa|divisum|(?:pe)?meriksaan\s+(?:forensik|medis|orang|korban|mayat"
    r"|jenazah|hidup)|jenazah|mayat|o?autopsi|otopsi"
    r"|visum(?:\s+et\s+repertum)?|ver|bedah\s+mayat|forensik|(?:orang|korban|yang)\s+(?:hidup"
    r"|mati)(?!\s+(?:bersama|dengan|di)))(?!\w)"
)
"""What a forensic doctor counts: whomever the police bring."""
_FORENSIC = re.compile(r"forensik|otopsi|autopsi|jenazah|bedah\s+mayat")
_OF_IT = re.compile(
    r"(?<!\w)(?:penyelesaian(?:nya)?|dari\s+(?:jumlah|total|angka|sekian|situ|sana|semua|seluruh\w*"
    r"|keseluruhan)|di\s?antara(?:nya)?|sisanya|selebihnya"
    r"|rinci\w*|perinci\w*|terdiri|meliputi|mencakup|yakni|yaitu)(?!\w)"
)
_DIVIDED = re.compile(r"(?<!\w)dari\s+(?:total\s+|jumlah\s+|sebanyak\s+)?$")
_LEAST = 10
"""From here on two numbers that make a third are its parts."""


def elsewhere_features(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    kept: Sequence[Reading],
    other: Sequence[Reading],
) -> dict[str, float]:
    """Whether the number counts every kind of crime, examinations, or a part of such a count."""
    named = bool(reading.own.violence or reading.own.population)
    return {
        "all_crimes": float(not named and _of_all_crimes(material, reading)),
        "examined": float(not named and _examined(material, reading)),
        "of_elsewhere": float(_part_of(material, reading, near, kept, other)),
    }


def _of_all_crimes(material: Material, reading: Reading) -> bool:
    start = max(reading.candidate.own[0], reading.candidate.sentence.start)
    if _IN_GENERAL.search(material.lower, start, reading.candidate.start):
        return True
    said = _ALL_CRIMES.search(material.lower, start, reading.candidate.start)
    if said is None or office_before(material, reading):
        return False
    sentence = reading.candidate.sentence
    end = min(sentence.end, reading.candidate.start + _NEAR)
    return OFFICE.search(material.lower, max(sentence.start, start - _NEAR), end) is None


def _examined(material: Material, reading: Reading) -> bool:
    start, end = reading.candidate.own
    return bool(_EXAMINED.search(material.lower, start, end)) and _is_forensic(material)


def _is_forensic(material: Material) -> bool:
    return _FORENSIC.search(material.lower, 0, 3000) is not None


def _part_of(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    kept: Sequence[Reading],
    other: Sequence[Reading],
) -> bool:
    last = other[-1] if other else None
    here = reading.candidate
    if last is None or here.sentence.index - last.candidate.sentence.index > 2:
        return False
    if _makes_up(reading, near, other):
        return True
    if _among(material, reading, last):
        return True
    if reading.own.violence or reading.own.population or _by_relation(reading):
        return False
    if kept and kept[-1].candidate.start > last.candidate.start:
        return False
    return _goes_on(reading, last) or _divides(material, reading, last)


_AMONG = re.compile(r"(?<!\w)(?:di\s?antara(?:nya|\s+mereka)|termasuk|terdiri|meliputi|yakni|yaitu)(?!\w)")
_JOINED = re.compile(r"[\s,]*(?:dan|serta|plus|ditambah)?[\s,]*")
_SOLVED = re.compile(
    r"(?<!\w)(?:penyelesaian|(?:ter|di)?selesai(?:kan)?|tuntas|terungkap|rampung)(?:nya)?\s+(?:\w+\s+)?$"
)


def _among(material: Material, reading: Reading, last: Reading) -> bool:
    """Parts of the number before: '112 tersangka, di antaranya 9 perempuan', '560 laporan, selesai 390'."""
    here = reading.candidate
    if _JOINED.fullmatch(material.lower, last.candidate.tail, here.start) and here.person:
        return not reading.own.violence
    if (
        here.sentence.index != last.candidate.sentence.index
        or reading.own.violence
        or reading.value > last.value
    ):
        return False
    start = max(here.sentence.start, here.start - _NEAR)
    persons = last.candidate.unit in (Unit.VICTIMS, Unit.PERPETRATORS)
    if persons and here.unit in (Unit.VICTIMS, Unit.PERPETRATORS, None):
        status = here.unit is None and Label.BREAKDOWN in reading.labels
        return status or _AMONG.search(material.lower, start, here.start) is not None
    return not reading.own.population and _SOLVED.search(material.lower, start, here.start) is not None


def _by_relation(reading: Reading) -> bool:
    """Whether those counted are told by what they are to a victim ('ayah kandung korban')."""
    return any(word.dimension is Dimension.PERPETRATOR for word in reading.own.words)


def _makes_up(reading: Reading, near: Sequence[Reading], other: Sequence[Reading]) -> bool:
    """Whether it and its neighbour make a count of other matters ('83 orang, 76 pria dan 7 perempuan')."""
    if any(not cue.generic for cue in reading.own.violence):
        return False
    start = reading.candidate.start
    before = max((one for one in near if one.candidate.start < start), key=_start, default=None)
    after = min((one for one in near if one.candidate.start > start), key=_start, default=None)
    pairs = [(reading, after)] if after else []
    pairs += [(before, reading)] if before else []
    return any(_of_whole(one, two, other) for one, two in pairs)


def _start(reading: Reading) -> int:
    return reading.candidate.start


def _of_whole(one: Reading, two: Reading, other: Sequence[Reading]) -> bool:
    """Whether two neighbours make a count of other matters said before them."""
    sentence = one.candidate.sentence.index
    wholes = [
        whole for whole in other[-5:] if whole.value >= _LEAST and whole is not one and whole is not two
    ]
    return any(
        whole.value == one.value + two.value
        and (0 < sentence - whole.candidate.sentence.index <= 2 or whole is wholes[-1])
        for whole in wholes
    )


def _goes_on(reading: Reading, last: Reading) -> bool:
    """Whether it is the same count of another time ('1.312, padahal pada 2020 mencapai 1.405')."""
    same = reading.candidate.sentence.index == last.candidate.sentence.index
    bare = reading.candidate.unit is None and reading.candidate.noun_before is None
    timed = reading.labels == {Label.PERIOD} and reading.candidate.unit is last.candidate.unit
    return same and (bare or timed) and reading.labels <= {Label.PERIOD}


def _divides(material: Material, reading: Reading, last: Reading) -> bool:
    here = reading.candidate
    if here.unit in (Unit.VICTIMS, Unit.PERPETRATORS):
        return here.sentence.index == last.candidate.sentence.index  # '41 kasus sabu dengan 57 tersangka'
    if AMONG_THEM.match(material.lower, here.number.end) or _DIVIDED.search(
        material.lower, max(0, last.candidate.start - 20), last.candidate.start
    ):
        return True
    start = max(last.candidate.tail, here.sentence.start, here.start - _NEAR)
    return _OF_IT.search(material.lower, start, here.start) is not None
