"""Whether a counted number is an aggregate of violence, by what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.document import BlockKind
from extractors.figures.changes import change_features
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import Cue, CueKind, cues_in
from extractors.figures.elsewhere import elsewhere_features
from extractors.figures.heads import head_features
from extractors.figures.incidents import story_features
from extractors.figures.material import Material, within
from extractors.figures.others import others_features
from extractors.figures.reading import Label, Reading
from extractors.figures.wording import OFFICE, list_start, office_before, wording_features
from extractors.figures.zones import opening_span, title_span
from extractors.toolkit import Scorer
from models.vocabulary import Population, Unit, Violence

_VICTIM = re.compile(r"(?<!\w)(?:korban|penyintas)(?:nya)?(?!\w)")
_REACH = 2000
"""How far around a number its context is read, so that time stays linear in the text."""
_NEAR = 400
_OVERVIEW = 6000
"""How much of a text tells whether it is a release about crimes of all kinds."""
_FOREIGN = re.compile(
    r"(?<!\w)(?:narko\w+|sabu(?!\s+raijua)|curanmor|\bcurat\b|\bcuras\b|\bcurbis\b|pencuri\w*"
    r"|penipuan|penggelapan|korupsi"
    r"|pembunuhan|perjudian|judi|tipikor|laka\s*lantas|lalu\s*lintas|lalulintas|kecelakaan"
    r"|perceraian|cerai|gugat\w*|talak|isbat|dispensasi|waris|perdata|permohonan\s+(?:dispensasi"
    r"|nikah)|dengue|dbd|stunting|\bhiv\b|\baids\b|covid|hoaks|begal|tawuran|terorisme|perampokan"
    r"|illegal|ilegal|kebakaran|banjir|(?<!pasca )(?<!pasca)(?<!sejak )(?<!setelah )gempa"
    r"|kriminal\w*|kejahatan\s+jalanan|miras|minuman\s+keras|perkawinan\s+tercatat"
    r"|harta\s+bersama|jalan\s+rusak|lampu\s+jalan|sampah|drainase|air\s+bersih|parkir|pungli|anirat"
    r"|sajam|maisir|khamar|ikhtilat|khalwat|korban\s+mati|otopsi|visum\s+luar"
    r"|tindak\s+pidana(?!\s+(?:perdagangan|kekerasan|seksual|anak|perlindungan|pencabulan"
    r"|persetubuhan|kesusilaan)))"
)
_CHILD_OFFENDERS = re.compile(
    r"anak\s+(?:\w+\s+){0,3}?(?:(?:men)?jadi\s+|sebagai\s+)?pelaku"
    r"|anak\s+(?:\w+\s+){0,3}?ber(?:hadapan|konflik)|\babh\b"
)
_ASSAULT = re.compile(r"aniaya|[ek]royok|aniyay")
_COURT = re.compile(r"pengadilan\s+agama|percerai\w+|dispensasi")
_NOT_VIOLENCE = {Violence.OTHER, Violence.CHILD_MARRIAGE}
_COURT_MATTER = re.compile(
    r"perceraian|(?:perkara|kasus|gugatan)\s+cerai|cerai\s+(?:gugat|talak)|gugat|talak|isbat|itsbat"
    r"|dispensasi|waris|harta\s+bersama"
)


@dataclass(slots=True)
class Judged:
    """The readings of a document so far: ``kept`` are figures, ``other`` count other matters."""

    kept: list[Reading] = field(default_factory=list)
    other: list[Reading] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    """The values of all that were no figures."""


def judge_figure(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    judged: Judged,
    *,
    topic: float,
    scorer: Scorer,
) -> Choice[bool]:
    """Whether the candidate is a figure; ``near`` share its sentence. It is put among ``judged``."""
    features = figure_features(material, reading, near, judged, topic=topic)
    verdict = choose("figure", [Option(True, features), Option(False, {})], scorer)
    if verdict.value:
        judged.kept.append(reading)
        return verdict
    judged.refused.add(reading.value)
    if any(features[name] for name in _ELSEWHERE):
        judged.other.append(reading)
    return verdict


_ELSEWHERE = (
    "all_crimes",
    "police_reports",
    "other_crime",
    "foreign_last",
    "mixed_total",
    "court_matter",
    "crime_noun",
    "examined",
    "of_elsewhere",
    "general_assault",
    "staff",
    "participants",
    "staff_last",
    "services",
    "of_court",
    "single_case",
    "raid",
    "surveyed",
    "prison",
    "as_others",
)
"""What marks a number as a count of other crimes, so that its parts are none either."""

_OTHERS = ("audience", "alleged", "crime_release", "delta", "difference", "other_subject", "room")


def figure_features(
    material: Material, reading: Reading, near: Sequence[Reading], judged: Judged, *, topic: float
) -> dict[str, float]:
    """What speaks for and against counting a number as a figure."""
    before = judged.kept
    own = material.lower[reading.candidate.own[0] : reading.candidate.own[1]]
    features = {"bias": 1.0, "off_topic": 1.0 - topic, **_unit_features(reading), **_own_features(reading)}
    features |= _context_features(material, reading, near, before)
    features |= _foreign_features(material, reading, near, own, beside=_beside(reading, judged))
    features |= wording_features(material, reading, before)
    features |= change_features(material, reading, near, before)
    features |= others_features(material, reading, before)
    features |= elsewhere_features(material, reading, near, judged.kept, judged.other)
    features |= head_features(material, reading, near, judged.kept, judged.other)
    features |= story_features(material, reading, near, judged.kept, judged.refused)
    if any(features[name] for name in (*_ELSEWHERE, *_OTHERS)):
        features["sum_of_kept"] = 0.0  # Parts of other matters add up too.
    return features


def _own_features(reading: Reading) -> dict[str, float]:
    specific = [cue for cue in reading.own.violence if not cue.generic and not _FOREIGN.search(cue.word)]
    return {
        "own_violence": float(bool(specific) and not all(_FOREIGN.search(cue.word) for cue in specific)),
        "own_generic": float(bool(reading.own.violence) and not specific),
        "own_population": float(bool(reading.own.population)),
        "own_region": float(Label.REGION in reading.labels),
        "own_period": float(Label.PERIOD in reading.labels),
        "own_breakdown": float(Label.BREAKDOWN in reading.labels),
        "value_one": float(reading.value == 1),
        "small_person": float(reading.candidate.person and reading.value < 5),
    }


def _context_features(
    material: Material, reading: Reading, near: Sequence[Reading], before: Sequence[Reading]
) -> dict[str, float]:
    sentence = reading.candidate.sentence
    block = material.document.block_of(sentence)
    earlier = material.document.sentences[max(0, list_start(material, sentence) - 2)]
    place = reading.candidate.start
    reach = (max(min(block.start, earlier.start), place - _REACH), min(block.end, place + _REACH))
    talk = cues_in(
        material.cues, max(sentence.start, reach[0]), min(sentence.end, reach[1]), CueKind.VIOLENCE
    )
    around = cues_in(material.cues, *reach, CueKind.VIOLENCE)
    close = [other for other in before[-6:] if sentence.index - other.candidate.sentence.index <= 4]
    bare = reading.candidate.unit in (Unit.VICTIMS, None) and not reading.own.violence and not close
    bare = bare and reading.candidate.noun_before not in (Unit.VICTIMS, Unit.PERPETRATORS)
    return {
        "sentence_violence": float(bool(talk)),
        "victim_said": float(
            _VICTIM.search(material.lower, sentence.start, min(sentence.end, place + _REACH)) is not None
        ),
        "block_violence": float(bool(around)),
        "list_sibling": float(any(other.candidate.unit for other in near)),
        "figures_before": float(bool(close)),
        "bare_person": float(bare and not around and reading.candidate.person),
        "unspoken": float(not around and not close),
    }


def _beside(reading: Reading, judged: Judged) -> bool:
    """Whether the number right before it, in its sentence or the one before, is of another crime."""
    last = judged.other[-1] if judged.other else None
    if last is None or reading.candidate.sentence.index - last.candidate.sentence.index > 1:
        return False
    return not judged.kept or judged.kept[-1].candidate.start < last.candidate.start


def _foreign_features(
    material: Material, reading: Reading, near: Sequence[Reading], own: str, *, beside: bool
) -> dict[str, float]:
    """Other crimes' statistics: theft beside assault in a year-end release."""
    sentence = reading.candidate.sentence
    sentences = material.document.sentences
    first = sentences[max(0, sentence.index - 2)].start
    last = sentences[min(len(sentences) - 1, sentence.index + 1)].end
    place = reading.candidate.start
    begin = max(first, place - _REACH)
    first, last = max(first, place - _NEAR * 2), min(last, place + _NEAR * 2)
    context = material.lower[first:last]
    head = material.lower[first:place]
    crimes = len(set(_FOREIGN.findall(context)))
    block = material.document.block_of(sentence)
    begin = max(begin, block.start) if block.kind is BlockKind.PARAGRAPH else begin
    others = [other.candidate.own for other in near if other.candidate.start < place]
    people = [
        cue
        for cue in cues_in(material.cues, begin, place, CueKind.POPULATION)
        if not reading.own.violence or not any(left <= cue.start < right for left, right in others)
    ]
    protected = any(cue.marked or cue.value == Population.WOMEN_CHILDREN for cue in people) or bool(
        _CHILD_OFFENDERS.search(head) or (OFFICE.search(own) and reading.candidate.unit is Unit.CASES)
    )
    specific = [cue for cue in reading.own.violence if not cue.generic and not _FOREIGN.search(cue.word)]
    unit = "laporan polisi" in own and office_before(material, reading)
    spoken = own.replace("laporan polisi", "") if unit else own
    foreign = bool(_FOREIGN.search(spoken)) and not specific
    mixed = _names_crimes(material.lower)
    release = crimes >= 3 and not protected
    kinds = specific or _said_before(material, reading)
    assault = bool(kinds) and all(_ASSAULT.search(cue.word) for cue in kinds)
    court = bool(_COURT_MATTER.search(own)) and not any(
        cue.value not in _NOT_VIOLENCE for cue in reading.own.violence
    )
    return {
        "court_matter": float(court),
        "foreign_last": float(crimes > 0 and _foreign_last(material, reading, first)),
        "mixed_total": float(
            mixed and reading.candidate.unit is Unit.CASES and not specific and not _spoken(material, reading)
        ),
        "other_crime": float(foreign and not protected),
        "foreign_in_total": float(foreign and protected),
        "crime_release": float(release and not specific and not reading.own.population),
        "general_assault": float(
            (crimes >= 2 or beside) and not protected and assault and not reading.own.population
        ),
    }


def _said_before(material: Material, reading: Reading) -> list[Cue]:
    """The kind of violence that the sentence names last before a number without one of its own."""
    place = reading.candidate.start
    if reading.own.violence or reading.own.population:
        return []
    said = cues_in(material.cues, max(reading.candidate.sentence.start, place - 60), place, CueKind.VIOLENCE)
    return [cue for cue in said if not cue.generic][-1:]


@lru_cache(maxsize=4)
def _names_crimes(lower: str) -> bool:
    """Whether a text is about crimes of all kinds."""
    return len(set(_FOREIGN.findall(lower, 0, _OVERVIEW))) >= 3


def _foreign_last(material: Material, reading: Reading, first: int) -> bool:
    """Whether another crime was named after the last word for violence or for whom it was done to."""
    place = reading.candidate.start
    last = max((match.end() for match in _FOREIGN.finditer(material.lower, first, place)), default=-1)
    cues = [cue.end for cue in within(material.cues, first, place) if not _FOREIGN.search(cue.word)]
    offices = [match.end() for match in OFFICE.finditer(material.lower, first, place)]
    return last > max([*cues, *offices], default=-1)


def _spoken(material: Material, reading: Reading) -> bool:
    """Whether the sentence says anything of violence, or of women and children."""
    sentence = reading.candidate.sentence
    place = reading.candidate.start
    begin, end = max(sentence.start, place - _NEAR), min(sentence.end, place + _NEAR)
    if any(not _FOREIGN.search(cue.word) for cue in within(material.cues, begin, end)):
        return True
    before = material.document.sentences[max(0, sentence.index - 1)]
    near = before.start if before.block == sentence.block else sentence.start
    return OFFICE.search(material.lower, max(near, place - _NEAR), end) is not None


def _unit_features(reading: Reading) -> dict[str, float]:
    candidate = reading.candidate
    if candidate.unit is None:
        return {"no_unit": 1.0}
    if candidate.person:
        return {"unit_person": 1.0}
    return {f"unit_{candidate.unit.value}": 1.0}


def topic_weight(material: Material) -> float:
    """1 where headline or opening speak of violence against someone, 0 where they do not.

    The less a story speaks of other crimes and court matters, the less its opening counts
    against it: 'Rumah aman itu menutup tahun dengan buku register yang tebal' opens one too.
    A story that opens with divorces or permits to marry, and no violence, is below 0.
    """
    if _opens_with_court(material):
        return _COURT_STORY
    others = len({match[0] for match in _FOREIGN.finditer(material.lower)})
    doubt = max(0.3, min(1.0, others / _OTHER_MATTERS))
    return 1.0 - doubt * (1.0 - _opening_topic(material))


_COURT_STORY = -1.5
_AGAINST_WHOM = re.compile(
    r"kekerasan\s+(?:\w+\s+){0,2}?(?:(?:terhadap|pada|kepada|atas|bagi)\s+)?(?:kaum\s+)?"
    r"(?:perempuan|wanita|anak|istri)(?!\w)"
)
"""Also where the words are of preventing it ('rapat pencegahan kekerasan terhadap anak')."""


def _opens_with_court(material: Material) -> bool:
    start, end = title_span(material)[0], opening_span(material)[1]
    violence = cues_in(material.cues, start, end, CueKind.VIOLENCE)
    return (
        bool(_COURT.search(material.lower, start, end))
        and not _AGAINST_WHOM.search(material.lower, start, end)
        and all(cue.value in _NOT_VIOLENCE for cue in violence)
    )


_OTHER_MATTERS = 4
"""From so many different words for other crimes on, a story is about more than violence."""


def _opening_topic(material: Material) -> float:
    spans = (title_span(material), opening_span(material))
    violence = [cue for span in spans for cue in cues_in(material.cues, *span, CueKind.VIOLENCE)]
    people = [cue for span in spans for cue in cues_in(material.cues, *span, CueKind.POPULATION)]
    named = [cue for cue in violence if not cue.generic and not _FOREIGN.search(cue.word)]
    if named or (violence and people) or any(_AGAINST_WHOM.search(material.lower, *span) for span in spans):
        return 1.0
    if violence:
        return 0.8
    unit = OFFICE.search(material.lower)
    often = sum(cue.kind is CueKind.VIOLENCE and not _FOREIGN.search(cue.word) for cue in material.cues) >= 3
    return 0.35 * bool(unit) + 0.35 * often
