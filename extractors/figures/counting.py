"""Whether a counted number is an aggregate of violence, by what stands around it."""

import re
from collections.abc import Sequence

from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import CueKind, cues_in
from extractors.figures.material import Material
from extractors.figures.reading import Label, Reading
from extractors.toolkit import Scorer
from models.vocabulary import Unit

_DELTA = re.compile(
    r"(?:(?:ke)?naik(?:an)?|(?:pe|me)?ningkat(?:an)?|(?:pe|me)?nurun(?:an)?|turun(?:nya)?|bertambah|berkurang|susut|menyusut|selisih(?:nya)?|beda(?:nya)?|melonjak|lonjakan|tambahan|penambahan|pengurangan|surplus|lebih\s+(?:banyak|sedikit|tinggi|rendah))"
    r"(?:\s+(?:sebanyak|sebesar|sejumlah|hingga\s+sebanyak|sekitar|jumlah|kasus|ada|itu|tajam|hanya|cuma|tipis|drastis|signifikan|kurang\s+lebih)){0,2}\s*$"
)
_NOT_DELTA = re.compile(
    r"(?:menjadi|jadi|ke|di\s+angka|angka|mencapai|capai|sampai|hingga|menyentuh|tinggal|dengan|yaitu|yakni)\s*(?:\w+\s*){0,2}$"
)
_OTHER_CRIME = re.compile(
    r"narko\w+|narkotika|sabu|curanmor|\bcurat\b|\bcuras\b|\bcurbis\b|pencuri\w*|penipuan|penggelapan|korupsi|pembunuhan|perjudian|judi|tipikor|laka\s*lantas|lalu\s*lintas|lalulintas|kecelakaan"
    r"|perceraian|cerai|gugat\w*|talak|isbat|dispensasi|waris|perdata|dengue|dbd|stunting|hiv|aids|covid|hoaks|begal|tawuran|terorisme|perampokan|illegal|ilegal|kebakaran|banjir|gempa"
    r"|laporan\s+polisi|tindak\s+pidana(?!\s+(?:perdagangan|kekerasan|seksual|anak|perlindungan))|kriminal\w*|kejahatan\s+jalanan|miras|minuman\s+keras|perkawinan\s+tercatat|penduduk|jiwa\s+penduduk|putus\s+sekolah"
)
_PARTICIPANTS = re.compile(
    r"peserta|hadir|diikuti\s+(?:oleh\s+)?\d|personel|petugas|dilatih|undangan|relawan|penerima\s+manfaat|kuota|target|anggaran|dikerahkan|satgas\s+\w+\s+mencapai|sosialisasi|dihadiri|kader|tenaga|ikut"
)
_INCIDENT = re.compile(
    r"inisial|ditangkap|dibekuk|diamankan|diringkus|digelandang|ditahan|\bnya\s+\(\d\d\)|tersangka\s+(?:mengaku|berinisial)|satu\s+keluarga|terjadi\s+pada\s+(?:hari\s+)?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|pelaku\s+satu|kejadiannya|kronologi"
)


def judge_figure(
    material: Material, reading: Reading, neighbours: Sequence[Reading], scorer: Scorer
) -> Choice[bool]:
    """Whether the candidate is a figure, with the share of its score as confidence."""
    features = figure_features(material, reading, neighbours)
    return choose("figure", [Option(True, features), Option(False, {})], scorer)


def figure_features(material: Material, reading: Reading, neighbours: Sequence[Reading]) -> dict[str, float]:
    """What speaks for and against counting a number as a figure."""
    candidate = reading.candidate
    lower, sentence = material.lower, candidate.sentence
    block = material.document.block_of(sentence)
    head = lower[max(sentence.start, candidate.start - 60) : candidate.start]
    own = lower[candidate.own[0] : candidate.own[1]]
    whole = lower[sentence.start : sentence.end]
    specific = [cue for cue in reading.own.violence if not cue.generic]
    return {
        "bias": 1.0,
        **_unit_features(reading),
        "own_violence": float(bool(specific)),
        "own_generic": float(bool(reading.own.violence) and not specific),
        "own_population": float(bool(reading.own.population)),
        "own_region": float(Label.REGION in reading.labels),
        "own_period": float(Label.PERIOD in reading.labels),
        "own_breakdown": float(Label.BREAKDOWN in reading.labels),
        "sentence_violence": float(
            bool(cues_in(material.cues, sentence.start, sentence.end, CueKind.VIOLENCE))
        ),
        "block_violence": float(bool(cues_in(material.cues, block.start, block.end, CueKind.VIOLENCE))),
        "list_sibling": float(any(near.candidate.unit for near in neighbours)),
        "other_crime": float(bool(_OTHER_CRIME.search(own)) and not specific),
        "delta": float(bool(_DELTA.search(head)) and not _NOT_DELTA.search(head)),
        "incident": float(bool(_INCIDENT.search(whole)) and candidate.value < 12),
        "participants": float(candidate.unit in (Unit.VICTIMS, None) and bool(_PARTICIPANTS.search(whole))),
        "value_one": float(candidate.value == 1),
        "small_person": float(candidate.person and candidate.value < 5),
    }


def _unit_features(reading: Reading) -> dict[str, float]:
    candidate = reading.candidate
    if candidate.unit is None:
        return {"no_unit": 1.0}
    if candidate.person:
        return {"unit_person": 1.0}
    return {f"unit_{candidate.unit.value}": 1.0}
