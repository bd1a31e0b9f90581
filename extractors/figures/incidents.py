"""Persons and cases of single stories: audiences, pupils at an event, two cases shown to the press."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from extractors.figures.material import Material
from extractors.figures.reading import Label, Reading
from extractors.mentions import NumberKind
from models.vocabulary import Unit

_FEW = 5
_NEAR = 250
_ONE_BY_ONE = re.compile(
    r"(?<!\w)(?:kasus|perkara|kejadian|peristiwa|laporan|pengungkapan|lp)\s+(?:yang\s+)?pertama(?!\w)"
)
_THE_SECOND = re.compile(
    r"(?<!\w)(?:kasus|perkara|kejadian|peristiwa|laporan|pengungkapan|lp|yang)\s+(?:yang\s+)?(?:kedua|lain(?:nya)?)(?!\w)"
)
_EVENT = re.compile(
    r"(?<!\w)(?:acara|seminar|lokakarya|pelatihan|penyuluhan|sosialisasi|lomba|pentas|deklarasi|unjuk\s+rasa|aksi\s+damai"
    r"|workshop|bimtek|bimbingan\s+teknis|upacara|diskusi|talk\s?show|webinar|panggung|pawai|spanduk|poster|materi"
    r"|penonton|pengunjung|hadirin|tamu|menandatangani|membacakan|berorasi|pidato|menyanyi\w*|menari\w*|berfoto|memadati|memenuhi"
    r"|berkumpul|menyimak|mendengarkan|duduk|kursi|podium|jalan\s+sehat|senam"
    r"|beasiswa|sertifikat|wisuda|ekstrakurikuler|kelas\s+[xvi]+)(?!\w)"
)
_ADDRESSED = re.compile(
    r"(?<!\w)(?:(?:ke|di)\s+(?:hadapan|depan|tengah|muka)|kepada|bersama|bagi|untuk|menyapa|mengajak|membekali|memberangkatkan"
    r"|disaksikan|ditonton|diikuti|dihadiri|menyertakan|mengundang|diundang)\s+(?:oleh\s+)?(?:(?:sekitar|para|lebih\s+dari|sedikitnya|hampir"
    r"|kurang\s+lebih|sebanyak)\s+)?$"
)
_HARMED = re.compile(
    r"(?<!\w)(?:korban|penyintas|dilecehkan|dicabuli|disetubuhi|diperkosa|dianiaya|dipukul\w*)(?:nya)?(?!\w)"
)
_HANDS_ON = re.compile(
    r"(?<!\w)(?:(?:pen)?damping\w*|layan\w*|pelayanan|bantuan|menolong|pertolongan|konseling|perlindungan|terapi|pemulihan)\s+"
    r"(?:kepada|bagi|untuk)\s"
)
_LURED = re.compile(
    r"(?<!\w)(?:diiming-iming\w*|dibujuk|dirayu|diajak|dijemput|dipaksa|diancam|dibekap|disekap|kepergok|memergoki|ketahuan|kedapatan"
    r"|tertangkap\s+basah|mengendap\w*|dijajani|dijanjikan|dibawa\s+(?:ke|kabur)|menyayat|melukai\s+(?:diri|lengan|tangan))(?!\w)"
)
"""How the story of one deed is told."""


def story_features(
    material: Material, reading: Reading, kept: Sequence[Reading], refused: Collection[int]
) -> dict[str, float]:
    """Whether the number is of an audience, of an event or of stories told one by one."""
    candidate = reading.candidate
    few = reading.value <= _FEW and not reading.labels & {Label.REGION, Label.PERIOD}
    return {
        "audience": float(_is_audience(material, reading)),
        "one_by_one": float(
            reading.value <= _FEW
            and candidate.unit in (Unit.CASES, Unit.REPORTS)
            and _told_one_by_one(material.lower)
        ),
        "lured": float(few and candidate.person and _near(_LURED, material, reading)),
        "collective": float(candidate.number.kind is NumberKind.COLLECTIVE and not _of_cases(reading, kept)),
        "example": float(_is_example(material, reading)),
        "divided": float(_divides(material, reading)),
        "points_back": float(_points_back(material, reading, kept, refused)),
    }


def _of_cases(reading: Reading, kept: Sequence[Reading]) -> bool:
    """Whether as many cases were counted ('12 kasus. … Kedua belas korban perempuan semua')."""
    counted = (Unit.CASES, Unit.REPORTS, None)
    return reading.value > _FEW and any(
        one.value == reading.value and one.candidate.unit in counted for one in kept
    )


_EXAMPLE = re.compile(
    r"(?<!\w)(?:sebut\s+saja|semisal|misal(?:nya)?|umpama(?:nya)?|contoh(?:nya)?)\s[^.,;:\d]{0,60}$"
)
_INTO = re.compile(r"(?<!\w)(?:di|ter|mem)?(?:bagi|pecah|pilah|belah)(?:kan|nya)?(?:\s\w+){0,3}\s$")
"""'kami bagi dua', 'membagi jumlah itu dua golongan'."""


def _is_example(material: Material, reading: Reading) -> bool:
    """Persons of one deed that is named as an example."""
    candidate = reading.candidate
    if not candidate.person or reading.labels & {Label.REGION, Label.PERIOD}:
        return False
    head = material.lower[max(candidate.sentence.start, candidate.start - 90) : candidate.start]
    return bool(_EXAMPLE.search(head))


def _divides(material: Material, reading: Reading) -> bool:
    candidate = reading.candidate
    if candidate.unit is not None or reading.labels or reading.value > _FEW:
        return False
    return bool(_INTO.search(material.lower, max(0, candidate.start - 50), candidate.start))


def _near(pattern: re.Pattern[str], material: Material, reading: Reading) -> bool:
    place, sentence = reading.candidate.start, reading.candidate.sentence
    start, end = max(sentence.start, place - _NEAR), min(sentence.end, place + _NEAR)
    return pattern.search(material.lower, start, end) is not None


def _is_audience(material: Material, reading: Reading) -> bool:
    """Persons of whom no harm is said, addressed ('ke hadapan 75 pelajar') or busy at an event."""
    candidate = reading.candidate
    if not candidate.person or reading.own.violence or _near(_HARMED, material, reading):
        return False
    head = material.lower[max(candidate.sentence.start, candidate.start - 60) : candidate.start]
    addressed = _ADDRESSED.search(head) and not _HANDS_ON.search(head)
    return bool(addressed) or _near(_EVENT, material, reading)


@lru_cache(maxsize=4)
def _told_one_by_one(lower: str) -> bool:
    first = _ONE_BY_ONE.search(lower)
    return first is not None and _THE_SECOND.search(lower, first.end()) is not None


_THOSE = re.compile(r"\s+(?:itu|ini|tersebut|tadi)(?!\w)")


def _of_those(material: Material, reading: Reading) -> bool:
    start = reading.candidate.start
    return material.lower[max(0, start - 8) : start].rstrip().endswith("dari")


def _points_back(
    material: Material, reading: Reading, kept: Sequence[Reading], refused: Collection[int]
) -> bool:
    """'Dua itu yang tidak habis-habis', 'enam perkara tersebut' of a number that was none."""
    candidate = reading.candidate
    if any(reading.value == one.value for one in kept) and (
        reading.value > _FEW or _of_those(material, reading)
    ):
        return False
    if candidate.refers and not candidate.of_which and reading.value in refused:
        return True
    bare = candidate.unit is None and candidate.noun_before is None and not reading.labels
    return bare and bool(_THOSE.match(material.lower, candidate.number.end, candidate.sentence.end))
