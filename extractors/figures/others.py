"""Numbers that count something else: villages, judges, permits, ages, the sick, what one officer handles."""

import re
from collections.abc import Sequence

from extractors.figures.candidates import Candidate, counted_noun
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.mentions import NumberKind
from models.vocabulary import Unit

_NEAR = 400
"""How far back other numbers and permits are looked for, so that time stays linear in the text."""
_ROLE = re.compile(
    r"\s(?:orang\s)?(?:mahasisw[ai]|dosen|pegawai|pelajar|murid|guru|lansia|suami|ibu(?:-ibu)?|warga|pekerja|pmi|calon)(?!\w)"
)
"""Persons by what they are: as often an audience or a staff as victims or perpetrators."""
_OF_THEM = re.compile(r"\s*di\s+antara(?:nya|\s+mereka)(?!\w)")
_DECIDES_PERMITS = re.compile(r"dispensasi|diska|isbat|pengadilan\s+agama|nikah")


_DISASTER = re.compile(
    r"(?<!\w)(?<!pasca )(?<!pascagempa )(?<!sejak )(?<!setelah )(?:gempa|banjir|longsor|tsunami|erupsi"
    r"|puting\s+beliung|likuefaksi|kebakaran|mengungsi|luka\s+(?:berat|ringan)"
    r"|(?:kerugian|korban)\s+(?:materi\w*|jiwa)|tenggelam|malaria|dbd|demam\s+berdarah|tbc?|tuberkulosis|hiv|aids"
    r"|covid|rabies|diare|campak|keracunan|stunting|gizi\s+buruk)(?!\w)"
)
"""What strikes people without anybody's doing."""
_OUT_OF = re.compile(r"(?<!\w)(?:\d|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s+dari\s+$")
_ROUND = (5, 10, 100, 1000, 10_000)
_ANY_PEOPLE = re.compile(
    r"\s(?:orang|anak|perempuan|wanita|remaja|penduduk|istri|siswa|rumah\s+tangga)(?:\s\w+)?,"
)
_LOAD = re.compile(
    r"(?<!\w)(?:satu|se|tiap|setiap|seorang)\s?(?:orang\s)?(?:penyidik|jaksa|hakim|psikolog|konselor|pendamping"
    r"|petugas|advokat|pengacara|paralegal|pekerja\s+sosial|polisi|tenaga|personel)\s(?:\w+\s){0,3}?"
    r"(?:pegang|memegang|menangani|mengurus|mendampingi|melayani|menghadapi)[^.;]{0,70}$"
)
"""How many cases fall to each of those who work on them ('satu penyidik pegang tiga perkara')."""
_NEVER_NONE = re.compile(
    r"(?<!\w)(?:tidak|tak|belum|bukan)\s+(?:(?:ada|satu\s?pun|seorang\s?pun|pernah|lagi|berarti)\s+)+"
    r"(?:\w+\s+){0,6}?(?:yang\s+)?(?:benar-benar\s+)?$"
)
"""'tak ada kecamatan yang nihil' says of none that it is clear."""
_BARE = re.compile(
    r"\W*(?:(?:hingga|sampai|sejak|kini|sekarang|saat|ini|itu|baru|sudah|telah|hanya|cuma|ada|menjadi|jadi|masih|tinggal|pada|di|tahun|bulan"
    r"|lalu|sebelumnya|silam|setahun|berikutnya|depan|kemarin|yang|(?:19|20)\d\d|januari|februari|maret|april|mei|juni|juli|agustus"
    r"|september|oktober|november|desember)\W+)*"
)
"""A number with a time at most ('Hingga kini baru 23', 'Tahun lalu 690') goes on counting the same."""
_EVEN_ONE = re.compile(
    r"\s+(?:kasus|korban|laporan|aduan|perkara|anak|orang|perempuan)\s?(?:\w+\s){0,3}?pun\b"
)
"""'satu kasus pun' speaks of any one."""


def others_features(material: Material, reading: Reading, before: Sequence[Reading]) -> dict[str, float]:
    """What is counted beside: villages, schools, judges; permits; named persons' ages."""
    candidate = reading.candidate
    lower, sentence = material.lower, candidate.sentence
    head = lower[max(0, candidate.start - _NEAR) : candidate.start]
    permit = lower.startswith(("permohonan", "pemohon"), candidate.number.end + 1)
    return {
        "of_others": float(candidate.unit is None and _part_of_others(material, reading, before)),
        "role": float(bool(_ROLE.match(lower, candidate.number.end, sentence.end))),
        "permit": float(permit and bool(_DECIDES_PERMITS.search(head))),
        "named_age": float(_names_age(material, reading)),
        "disaster": float(_of_disaster(material, reading)),
        "load": float(bool(_LOAD.search(head))),
        "one_in": float(_is_ratio(candidate, lower, head)),
        "never_none": float(candidate.value == 0 and bool(_NEVER_NONE.search(head))),
        "even_one": float(candidate.value == 1 and bool(_EVEN_ONE.match(lower, candidate.number.end))),
    }


def _is_ratio(candidate: Candidate, lower: str, head: str) -> bool:
    """'3 dari 10 kasus', 'Dari 100 perempuan, 24 …': any ten or hundred."""
    if candidate.value not in _ROUND:
        return False
    of_people = candidate.of_which and _ANY_PEOPLE.match(lower, candidate.number.end)
    return bool(_OUT_OF.search(head) or of_people)


def _of_disaster(material: Material, reading: Reading) -> bool:
    """Persons whom the sentence counts as struck by a disaster, an accident or a disease."""
    candidate = reading.candidate
    if candidate.unit not in (Unit.VICTIMS, None) or reading.own.violence or reading.own.population:
        return False
    start = max(candidate.sentence.start, candidate.start - _NEAR)
    stop = min(candidate.sentence.end, candidate.start + _NEAR)
    return bool(_DISASTER.search(material.lower, start, stop))


def _part_of_others(material: Material, reading: Reading, before: Sequence[Reading]) -> bool:
    """'Dari 169 kampung, 138 sudah …': the number before counted something else."""
    candidate = reading.candidate
    sentence = candidate.sentence
    start = max(sentence.start, candidate.start - _NEAR)
    goes_on = not reading.labels - {Label.PERIOD} and _BARE.fullmatch(
        material.lower, max(start, candidate.own[0]), candidate.start
    )
    if (goes_on or _OF_THEM.match(material.lower, candidate.tail)) and sentence.index:
        start = max(material.document.sentences[sentence.index - 1].start, candidate.start - _NEAR)
    kinds = (NumberKind.COUNT, NumberKind.OTHER, NumberKind.MEASURE)
    earlier = [one for one in within(material.numbers, start, candidate.start) if one.kind in kinds]
    if not earlier or any(other.candidate.start == earlier[-1].start for other in before[-6:]):
        return False
    gap = material.lower[earlier[-1].end : candidate.start]
    if gap.strip() == "dari":
        return False  # 'enam dari 21 perkosaan'
    named = re.match(r"\s[a-z]{3}", gap) or earlier[-1].kind is not NumberKind.COUNT
    return bool(named) and not counted_noun(material.lower, earlier[-1].end)


def _names_age(material: Material, reading: Reading) -> bool:
    """'Nadya (16), …': a bracket after a name that is no place and no kind."""
    candidate = reading.candidate
    text = material.document.plain
    if text[candidate.start - 1 : candidate.start] != "(" or not 3 <= candidate.value <= 99:
        return False
    match = _NAME_BRACKET.search(text, max(0, candidate.start - 40), candidate.start)
    if match is None or not text.startswith(")", candidate.number.end):
        return False
    span = (match.start(), candidate.start)
    return not any(within(items, *span) for items in (material.regions, material.cues, material.words))


_NAME_BRACKET = re.compile(r"(?<=[a-z,”\"] )[A-Z][a-z'’]+(?: [A-Z][\w'’.]*)*\s\($")
