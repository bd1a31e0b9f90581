"""Persons and cases of single stories: audiences, pupils at an event, two cases shown to the press."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.mentions import NumberKind
from models.vocabulary import Unit

_FEW = 5
_NEAR = 250
_ONE_BY_ONE = re.compile(
    r"(?<!\w)(?:kasus|perkara|kejadian|peristiwa|laporan|pengungkapan|lp)\s+(?:yang\s+)?pertama(?!\w)"
)
_THE_SECOND = re.compile(
    r"(?<!\w)(?:kasus|perkara|kejadian|peristiwa|laporan|pengungkapan|lp|yang)\s+(?:yang\s+)?(?:kedua"
    r"|lain(?:nya)?)(?!\w)"
)
_EVENT = re.compile(
    r"(?<!\w)(?:acara|seminar|lokakarya|pelatihan|penyuluhan|sosialisasi|lomba|pentas|deklarasi"
    r"|unjuk\s+rasa|aksi\s+damai"
    r"|workshop|bimtek|bimbingan\s+teknis|upacara|diskusi|talk\s?show|webinar|panggung|pawai|spanduk"
    r"|poster|materi"
    r"|penonton|pengunjung|hadirin|tamu|menandatangani|membacakan|berorasi|pidato|menyanyi\w*"
    r"|menari\w*|berfoto|memadati|memenuhi"
    r"|ber(?:unjuk\s+rasa|demo|kampanye|main)|demonstrasi|turun\s+ke\s+jalan|aksi\s+(?:massa"
    r"|solidaritas|diam)|longmarch|khitanan|sunatan"
    r"|nikah\s+massal|donor\s+darah|pembicara|pembekalan|lokakarya|berkumpul|menyimak|mendengarkan"
    r"|duduk|kursi|podium"
    r"|jalan\s+sehat|senam"
    r"|beasiswa|sertifikat|wisuda|ekstrakurikuler|kelas\s+[xvi]+)(?!\w)"
)
_ADDRESSED = re.compile(
    r"(?<!\w)(?:(?:ke|di)\s+(?:hadapan|depan|tengah|muka)|kepada|bersama|bagi|untuk|menyapa|mengajak"
    r"|membekali|memberangkatkan"
    r"|menghadirkan|disaksikan|ditonton|diikuti|dihadiri|menyertakan|mengundang"
    r"|diundang)\s+(?:oleh\s+)?(?:(?:sekitar|para|lebih\s+dari|sedikitnya|hampir"
    r"|kurang\s+lebih|sebanyak)\s+)?$"
)
_HARMED = re.compile(
    r"(?<!\w)(?:korban|penyintas|dilecehkan|dicabuli|disetubuhi|diperkosa|dianiaya"
    r"|dipukul\w*)(?:nya)?(?!\w)"
)
_HANDS_ON = re.compile(
    r"(?<!\w)(?:(?:pen)?damping\w*|layan\w*|pelayanan|bantuan|menolong|pertolongan|konseling"
    r"|perlindungan|terapi|pemulihan)\s+"
    r"(?:kepada|bagi|untuk)\s"
)
_LURED = re.compile(
    r"(?<!\w)(?:diiming-iming\w*|dibujuk|dirayu|diajak|dijemput|dipaksa|diancam|dibekap|disekap"
    r"|kepergok|memergoki|ketahuan|kedapatan"
    r"|tertangkap\s+basah|mengendap\w*|dijajani|dijanjikan|dibawa\s+(?:ke|kabur)|menyayat"
    r"|melukai\s+(?:diri|lengan|tangan))(?!\w)"
)
"""How the story of one deed is told."""


def story_features(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    kept: Sequence[Reading],
    refused: Collection[int],
) -> dict[str, float]:
    """Whether the number is of an audience, of an event or of stories told one by one."""
    candidate = reading.candidate
    alone = not _told_of_many(reading, near, kept)
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
        "single_case": float(_of_one_case(material, reading, kept)),
        "alleged": float(alone and reading.value <= 2 * _FEW and _near(_ALLEGED, material, reading)),
        "raid": float(alone and _in_raid(material, reading)),
        "offenders_own": float(
            reading.value <= 2 * _FEW
            and bool(_OFFENDERS_OWN.match(material.lower, candidate.number.end, candidate.sentence.end))
        ),
        "divided": float(_divides(material, reading)),
        "points_back": float(_points_back(material, reading, kept, refused)),
    }


_CASE = r"(?:kasus|perkara|peristiwa|kejadian|insiden|laporan|aduan)(?:nya)?"
_ONE_CASE = re.compile(
    rf"(?<!\w)(?:{_CASE}\s+(?:\w+\s+){{0,2}}?(?:ter(?:akhir|baru|kini|anyar|hangat|heboh)"
    rf"|paling\s+(?:anyar|baru|menonjol|menyita\s+\w+)"
    rf"|mutakhir|viral)|(?:salah\s+satu|(?:di|dalam|pada)\s+(?:satu|sebuah))\s+{_CASE}"
    rf"|satu\s+{_CASE}\s+(?:yang|di\s+antara\w*)"
    r"|(?:yang|baru-baru|belum\s+lama|pekan|minggu)\s+(?:ini|lalu)\s+(?:ramai|heboh|viral)"
    r"|ramai\s+(?:se)?(?:pekan|minggu|hari)"
    r"|(?:ter|paling\s+)(?:anyar|kini)\s+(?:adalah|ialah|menimpa|melibatkan|terjadi))(?!\w)"
)
_ITS_VICTIMS = re.compile(rf"(?<!\w)satu\s+{_CASE}\s[^.;\d]{{0,40}}(?:korban|pelaku)nya(?!\w)")
_NOTABLE = re.compile(
    rf"\s*{_CASE}\s+(?:yang\s+)?(?:paling\s+)?(?:menonjol|menyita|viral|menghebohkan"
    rf"|(?:men)?jadi\s+perhatian|terbaru|teranyar)(?!\w)"
)
_THIS_CASE = re.compile(
    rf"(?<!\w){_CASE}\s+(?:\w+\s+){{0,3}}?(?:itu|tersebut|ini)\s+(?:\w+\s+)?(?:melibatkan|menimpa"
    rf"|dialami|bermula|berawal|terjadi)(?!\w)"
)
_ALLEGED = re.compile(
    r"(?<!\w)(?:diduga|terduga|disangka|dituduh|(?:ber)?inisial|bernama|oknum|memergoki"
    r"|melapor\s+ke\s+ibu\w*|trauma|kontrakan"
    r"|kelas\s+(?:\d|[ivx]+|satu|dua|tiga|empat|lima|enam)|orang\s?tua\s+(?:murid|siswa|korban)"
    r"|pernah\s+mengalami|saling\s+berbagi)(?!\w)"
)
"""How a single deed is told, not a count of a year."""
_RAID = re.compile(
    r"(?<!\w)(?:menangkap|meringkus|membekuk|menciduk|menggerebek|menggagalkan|penggagalan|memergoki"
    r"|mengamankan|menahan|memeriksa"
    r"|menyerahkan|melimpahkan|menemukan|mencokok|menggelandang|menyergap|melibatkan"
    r"|korban,)(?!\w)[^.;\d]{0,60}$"
)
_OFFENDERS_OWN = re.compile(
    r"\s*(?:orang\s+)?(?:anak|murid|sisw[ai]|cucu|keponakan|santri(?:wati)?|adik|putr[ai]|istri"
    r"|tetangga|karyawan|karyawati|teman)"
    r"(?:\s(?:kandung|tiri|perempuan|laki-laki|sulung|bungsu|didik|asuh|angkat))?nya(?!\w)"
)
"""'tiga muridnya', 'dua anak tirinya': whom one offender had about him."""


def _told_of_many(reading: Reading, near: Sequence[Reading], kept: Sequence[Reading]) -> bool:
    """Whether the words around count what a time or a place holds, not those of one deed."""
    index = reading.candidate.sentence.index
    counted = (Unit.CASES, Unit.REPORTS)
    return (
        reading.candidate.unit not in (Unit.VICTIMS, Unit.PERPETRATORS)
        or Label.PERIOD in reading.labels
        or any(one.candidate.unit in counted or Label.PERIOD in one.labels for one in near)
        or any(index - one.candidate.sentence.index <= 3 for one in kept[-3:])
    )


def _of_one_case(material: Material, reading: Reading, kept: Sequence[Reading]) -> bool:
    """Persons of a case picked out of many ('kasus terbaru menimpa tiga bocah')."""
    candidate = reading.candidate
    if reading.value <= _FEW and _NOTABLE.match(material.lower, candidate.number.end):
        return True
    persons = candidate.unit in (Unit.VICTIMS, Unit.PERPETRATORS)
    if not persons and reading.value != 1:
        return False
    start = max(candidate.sentence.start, candidate.start - _NEAR)
    if _ONE_CASE.search(material.lower, start, min(candidate.sentence.end, candidate.start + 60)):
        return reading.value <= 6 * _FEW
    if persons and _ITS_VICTIMS.search(material.lower, start, candidate.start):
        return True
    return persons and not kept and bool(_THIS_CASE.search(material.lower, start, candidate.start))


def _in_raid(material: Material, reading: Reading) -> bool:
    candidate = reading.candidate
    head = material.lower[max(candidate.sentence.start, candidate.start - 90) : candidate.start]
    dated = within(material.periods, candidate.sentence.start, candidate.sentence.end)
    months = any(period.years or period.months for period in dated if not period.dateline)
    return not months and bool(_RAID.search(head))


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
    if not candidate.person or _near(_HARMED, material, reading):
        return False
    head = material.lower[max(candidate.sentence.start, candidate.start - 60) : candidate.start]
    addressed = bool(_ADDRESSED.search(head)) and not _HANDS_ON.search(head)
    topic = _topic_only(material, reading)
    if reading.own.violence and not topic:
        return addressed and all(cue.generic for cue in reading.own.violence)
    return addressed or _near(_EVENT, material, reading)


_AGAINST = re.compile(
    r"(?<!\w)(?:menolak|tolak|melawan|lawan|(?:men|pen)?cegah(?:an)?|anti|stop|(?:meng|peng)?hentikan"
    r"|memerangi|tentang|soal|mengenai|seputar|bahaya"
    r"|isu|memutus|mengatasi|memperingati|mengutuk|mengecam|bebas|menghapus|penghapusan"
    r"|trauma\s+akibat|risiko|dampak)\s+(?:\w+\s+){0,2}$"
)


def _topic_only(material: Material, reading: Reading) -> bool:
    """Whether the violence named is what the event is about ('menolak kekerasan seksual')."""
    start = reading.candidate.sentence.start
    return all(
        _AGAINST.search(material.lower, max(start, cue.start - 50), cue.start) for cue in reading.own.violence
    )


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
