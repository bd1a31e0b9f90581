"""Whether a counted number is an aggregate of violence, by what stands around it."""

import re
from collections.abc import Sequence

from extractors.document import BlockKind
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import CueKind, cues_in
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.figures.zones import opening_span, title_span
from extractors.toolkit import Scorer
from models.vocabulary import Population, Unit, Violence

_DELTA = re.compile(
    r"(?<!\w)(?:(?:ke)?naik(?:an)?|(?:pe|me)?ningkat(?:an)?|(?:pe|me)?nurun(?:an)?|turun(?:nya)?|(?:ber|di)?tambah(?:nya)?"
    r"|berkurang|susut|menyusut|selisih(?:nya)?|beda(?:nya)?|melonjak|lonjakan|tambahan|penambahan"
    r"|pengurangan|surplus|lebih\s+(?:banyak|sedikit|tinggi|rendah))"
    r"(?:\s+(?:sebanyak|sebesar|sejumlah|hingga\s+sebanyak|sekitar|jumlah|kasus|ada|itu|tajam|hanya"
    r"|cuma|tipis|drastis|signifikan|lumayan|cukup|agak|sedikit|kurang\s+lebih)){0,3}\s*$"
)
_NOT_DELTA = re.compile(
    r"(?:menjadi|(?<=\w\s)jadi|(?<!\w)ke|di\s+angka|angka|mencapai|capai|sampai|hingga|menyentuh|tinggal|dengan|yaitu"
    r"|yakni)\s*(?:\w+\s*){0,2}$"
)
_REACH = 2000
"""How far around a number its context is read, so that time stays linear in the text."""
_NEAR = 400
_COUNTED_BEFORE = re.compile(
    r"(?:berjumlah|sebanyak|sejumlah|jumlah(?:nya)?|total(?:nya)?|tercatat|terdata|mencapai|menjadi"
    r"|jadi|yakni|yaitu|ada|sudah|baru|hanya|cuma|naik|turun|ke|masih|juga|meliputi|memiliki|menerima"
    r"|catatannya)\s+$"
)
_FILLER_NEXT = re.compile(
    r"\W*(?:$|[.,;:)”\"|]|(?:pada|di|dan|serta|dari|untuk|yang|lebih|terhadap|menimpa|atau|dengan|sudah|telah|masih|lagi|adalah|merupakan|paling|kemudian|lalu|sedang\w*|sementara|mengalami|itu|tersebut|tadi|ini|di-?\w+|ter\w+|ber\w+|me\w+)\b|\()"
)
_SCORE = re.compile(
    r"penduduk|populasi|skor\w*|nilai\w*|indeks|target\w*|minimal\s+di\s+atas|ranking|persyaratan"
)
_FOREIGN = re.compile(
    r"narko\w+|sabu|curanmor|\bcurat\b|\bcuras\b|\bcurbis\b|pencuri\w*|penipuan|penggelapan|korupsi"
    r"|pembunuhan|perjudian|judi|tipikor|laka\s*lantas|lalu\s*lintas|lalulintas|kecelakaan"
    r"|perceraian|cerai|gugat\w*|talak|isbat|dispensasi|waris|perdata|permohonan\s+(?:dispensasi"
    r"|nikah)|dengue|dbd|stunting|\bhiv\b|\baids\b|covid|hoaks|begal|tawuran|terorisme|perampokan"
    r"|illegal|ilegal|kebakaran|banjir|gempa"
    r"|kriminal\w*|kejahatan\s+jalanan|miras|minuman\s+keras|perkawinan\s+tercatat"
    r"|harta\s+bersama|anirat|sajam|korban\s+mati|otopsi|visum\s+luar"
    r"|tindak\s+pidana(?!\s+(?:perdagangan|kekerasan|seksual|anak|perlindungan|pencabulan"
    r"|persetubuhan|kesusilaan))"
)
_CRIME_NOUN = re.compile(
    r"\s*(?:perkara\s+(?:pidana|perdata|cerai|permohonan|waris|lain)"
    r"|tindak\s+pidana\s*[,.]|kasus\s+(?:kriminal|kejahatan|perceraian|yang\s+paling\s+tinggi)"
    r"|(?:cerai|kejahatan|pelanggaran|tindak\s+kriminal))"
)
_CHILD_OFFENDERS = re.compile(
    r"anak\s+(?:yang\s+)?(?:menjadi\s+|sebagai\s+)?pelaku|anak\s+berhadapan|\babh\b"
)
_ASSAULT = re.compile(r"aniaya|keroyok|aniyay")
_COURT = re.compile(r"pengadilan\s+agama|percerai\w+|dispensasi")
_NOT_VIOLENCE = {Violence.OTHER, Violence.CHILD_MARRIAGE}
_OFFICE = re.compile(r"\bu?ppa\b|renakta|perempuan\s+dan\s+(?:perlindungan\s+)?anak|perlindungan\s+anak")
_PARTICIPANTS = re.compile(
    r"peserta|(?:yang\s+)?hadir|diikuti\s+(?:oleh\s+)?\d|personel|petugas|dilatih|undangan|relawan"
    r"|penerima\s+manfaat|kuota|target(?!\s+kekerasan)|dikerahkan|dihadiri|kader|jumlah\s+satgas"
    r"|anggota\s+satgas|mengirim\s+\d|ikut\s+serta|pendaftar|pelamar"
)
_STAFF = re.compile(
    r"(?<!\w)(?:psikolog|konselor|pendamping|advokat|pengacara|paralegal|penyidik|pekerja\s+sosial|fasilitator|tenaga\s+(?:ahli|pendamping)|mediator|psikiater)(?:nya)?"
    r"(?:,?\s(?!me(?!reka)\w{3}|di(?!nas)\w{3}|ter\w{3}|korban|anak|perempuan|kasus)\w{1,20}){0,5}\s$"
)
"""People who work on the violence, counted right after their name ('psikolog klinis hanya dua orang')."""
_OUTREACH = re.compile(
    r"(?<!\w)(?:menjangkau|menyasar|melatih|merekrut|membina|mengedukasi|beranggotakan|mengukuhkan|melantik|mengangkat|menunjuk|mengundang"
    r"|mengumpulkan|meluluskan|menerjunkan|menugaskan|menyiagakan)\s(?:\w{1,20}\s){0,2}$"
)
_WISH = re.compile(r"semoga|mudah-mudahan|syukur|agar|supaya|jangan|harap\w*|ingin|target")
_DEED = re.compile(
    r"(?<!\w)(?:men?cabuli|menyetubuhi|mem[ep]rkosa|memerkosa|memperkosa|merudapaksa|melecehkan|menganiaya|menyodomi|menggagahi"
    r"|menodai|menikam|memukuli?|menyiksa)\s+(?:\w+\s+){0,2}$"
)
"""What one offender did to so many ('mencabuli tiga bocah')."""
_ADDED = re.compile(r"(?<!\w)ditambah\s+$")
_MOVEMENT = re.compile(
    r"(?<!\w)(?:(?:me)?(?:naik|turun|nurun|ningkat|lonjak|rosot|nyusut)|selisih|beda|berkurang|bertambah|penurunan|kenaikan"
    r"|peningkatan|lonjakan)"
)
_POLICE_REPORTS = re.compile(r"\s*laporan\s+polisi")
_COURT_MATTER = re.compile(r"perceraian|(?:perkara|kasus|gugatan)\s+cerai|cerai\s+(?:gugat|talak)|gugat|talak|isbat|itsbat|dispensasi|waris|harta\s+bersama")
_PROPORTION = re.compile(r"\s+dari\s+(?:se(?:tiap|puluh)|tiap|\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s+(?!itu|tersebut|tadi|kasus|perkara|laporan|aduan)\w+")
_PART = re.compile(
    r"(?:(?:orang|kasus|perkara|laporan|korban)?\s*(?:di\s?antara(?:nya|\s+mereka)|dari\s+(?:mereka|jumlah|angka|total)))"
)
_PART_BEFORE = re.compile(r"(?:di\s?antaranya|sisanya|selebihnya|dari\s+(?:jumlah|angka|semua|seluruh|sana|situ|mereka)[^.;]{0,60})[\s,]*(?:\w+\s+){0,3}$")
_INCIDENT = re.compile(
    r"(?:ada|salah)\s+satu\s+(?:kasus|perkara)\s+(?:yang|lain)|tetap\s+satu\s+kasus|inisial|ditangkap"
    r"|dibekuk|diamankan|diringkus|digelandang|\bnya\s+\(\d\d\)|tersangka\s+(?:mengaku|berinisial)"
    r"|pelaku\s+satu|kronologi|\(\d\d\s*(?:tahun)?\)"
)


def judge_figure(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    before: Sequence[Reading],
    *,
    topic: float,
    scorer: Scorer,
) -> Choice[bool]:
    """Whether the candidate is a figure; ``near`` share its sentence, ``before`` were accepted."""
    features = figure_features(material, reading, near, before, topic=topic)
    return choose("figure", [Option(True, features), Option(False, {})], scorer)


def figure_features(
    material: Material, reading: Reading, near: Sequence[Reading], before: Sequence[Reading], *, topic: float
) -> dict[str, float]:
    """What speaks for and against counting a number as a figure."""
    own = material.lower[reading.candidate.own[0] : reading.candidate.own[1]]
    features = {"bias": 1.0, "off_topic": 1.0 - topic, **_unit_features(reading), **_own_features(reading)}
    features |= _context_features(material, reading, near, before)
    features |= _foreign_features(material, reading, own)
    features |= _wording_features(material, reading, before)
    return features


def _own_features(reading: Reading) -> dict[str, float]:
    specific = [cue for cue in reading.own.violence if not cue.generic and not _FOREIGN.search(cue.word)]
    return {
        "own_violence": float(bool(specific)),
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
    earlier = material.document.sentences[max(0, sentence.index - 2)]
    place = reading.candidate.start
    reach = (max(min(block.start, earlier.start), place - _REACH), min(block.end, place + _REACH))
    talk = cues_in(
        material.cues, max(sentence.start, reach[0]), min(sentence.end, reach[1]), CueKind.VIOLENCE
    )
    around = cues_in(material.cues, *reach, CueKind.VIOLENCE)
    close = [other for other in before[-6:] if sentence.index - other.candidate.sentence.index <= 4]
    bare = reading.candidate.unit in (Unit.VICTIMS, None) and not reading.own.violence and not close
    return {
        "sentence_violence": float(bool(talk)),
        "block_violence": float(bool(around)),
        "list_sibling": float(any(other.candidate.unit for other in near)),
        "figures_before": float(bool(close)),
        "bare_person": float(bare and not around and reading.candidate.person),
        "unspoken": float(not around and not close),
    }


def _foreign_features(material: Material, reading: Reading, own: str) -> dict[str, float]:
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
    people = cues_in(material.cues, begin, place, CueKind.POPULATION)
    protected = any(cue.marked or cue.value == Population.WOMEN_CHILDREN for cue in people) or bool(
        _CHILD_OFFENDERS.search(head)
    )
    specific = [cue for cue in reading.own.violence if not cue.generic and not _FOREIGN.search(cue.word)]
    foreign = bool(_FOREIGN.search(own)) and not specific
    release = crimes >= 3 and not protected
    assault = bool(specific) and all(_ASSAULT.search(cue.word) for cue in specific)
    court = bool(_COURT_MATTER.search(own)) and not any(
        cue.value not in _NOT_VIOLENCE for cue in reading.own.violence
    )
    return {
        "court_matter": float(court),
        "other_crime": float(foreign and not protected),
        "foreign_in_total": float(foreign and protected),
        "crime_release": float(release and not specific and not reading.own.population),
        "general_assault": float(crimes >= 2 and not protected and assault and not reading.own.population),
    }


def _goes_on(reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether the number tells its kind as the figure right before does ('Talisayan menyumbang lima')."""
    last = before[-1] if before else None
    if last is None or not 0 <= reading.candidate.sentence.index - last.candidate.sentence.index <= 1:
        return False
    near = reading.candidate.sentence.block == last.candidate.sentence.block
    return near and bool(reading.labels & last.labels - {Label.POPULATION, Label.PERIOD})


def _wording_features(material: Material, reading: Reading, before: Sequence[Reading]) -> dict[str, float]:
    candidate = reading.candidate
    sentence = candidate.sentence
    head = material.lower[max(sentence.start, candidate.start - 60) : candidate.start]
    near = (max(sentence.start, candidate.start - _NEAR), min(sentence.end, candidate.start + _NEAR))
    whole = material.lower[near[0] : near[1]]
    delta = _DELTA.search(head) and not _NOT_DELTA.search(head)
    after = material.lower[candidate.tail : candidate.tail + 24]
    cue_next = bool(within(material.cues, candidate.tail, candidate.tail + 3))
    word_next = any(not word.lead for word in within(material.words, candidate.tail, candidate.tail + 3))
    label = within(material.cues, max(sentence.start, candidate.start - 40), candidate.start)
    place = within(material.regions, max(sentence.start, candidate.start - 40), candidate.start)
    ends = [*(cue.end for cue in label), *(region.end for region in place)]
    close = [end for end in ends if candidate.start - end <= 2]
    return {
        "noun_before": float(candidate.noun_before is not None),
        "crime_noun": float(
            bool(_CRIME_NOUN.match(material.lower, candidate.number.end))
            and "perlindungan" not in head
            and not _OFFICE.search(whole)
        ),
        "counted_before": float(bool(_COUNTED_BEFORE.search(head))),
        "label_adjacent": float(bool(close)),
        "cue_next": float(cue_next),
        "unknown_noun": float(
            candidate.unit is None and not cue_next and not word_next and not _FILLER_NEXT.match(after)
        ),
        "score": float(bool(_SCORE.search(head))),
        "list_line": float(_in_list(material, reading)),
        "absence": float(
            candidate.zero and (not reading.labels - {Label.POPULATION} or bool(_WISH.search(whole)))
        ),
        "delta": float(bool(delta) and not (_ADDED.search(head) and reading.labels)),
        "incident": float(bool(_INCIDENT.search(whole)) and candidate.value < 12),
        "difference": float(_is_difference(material, reading, before)),
        "police_reports": float(
            bool(_POLICE_REPORTS.match(material.lower, candidate.number.end))
            and not reading.own.violence
            and not reading.own.population
            and not _OFFICE.search(whole)
        ),
        "deed": float(bool(_DEED.search(head)) and candidate.value < 30),
        "proportion": float(
            candidate.value < 10 and bool(_PROPORTION.match(material.lower, candidate.number.end))
        ),
        "zero_label": float(candidate.value == 0 and bool(reading.labels)),
        "part": float(
            bool(before)
            and sentence.index - before[-1].candidate.sentence.index <= 1
            and bool(_PART.match(material.lower, candidate.number.end + 1) or _PART_BEFORE.search(head))
        ),
        "staff": float(
            candidate.unit in (Unit.VICTIMS, None)
            and (candidate.person or candidate.unit is None)
            and bool(_STAFF.search(head) or _OUTREACH.search(head))
        ),
        "series": float(_goes_on(reading, before)),
        "participants": float(candidate.unit in (Unit.VICTIMS, None) and bool(_PARTICIPANTS.search(whole))),
    }


def _is_difference(material: Material, reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether the number is by how much the figures before it differ ('31 … 22. Naik lumayan, sembilan kasus')."""
    candidate = reading.candidate
    head = material.lower[max(candidate.sentence.start, candidate.start - 60) : candidate.start]
    moved = _MOVEMENT.search(head)
    if not moved or _NOT_DELTA.search(head):
        return False
    last = [other for other in before[-2:] if candidate.sentence.index - other.candidate.sentence.index <= 2]
    return len(last) == 2 and abs(last[0].value - last[1].value) == reading.value > 1


def _in_list(material: Material, reading: Reading) -> bool:
    """Whether the line is one of several short lines with numbers."""
    document = material.document
    block = document.block_of(reading.candidate.sentence)
    return block.kind in (BlockKind.ITEM, BlockKind.ROW) and any(
        0 <= near < len(document.blocks) and document.blocks[near].kind is block.kind
        for near in (reading.candidate.sentence.block - 1, reading.candidate.sentence.block + 1)
    )


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
    """
    others = len({match[0] for match in _FOREIGN.finditer(material.lower)})
    doubt = max(0.3, min(1.0, others / _OTHER_MATTERS))
    return 1.0 - doubt * (1.0 - _opening_topic(material))


_OTHER_MATTERS = 4
"""From so many different words for other crimes on, a story is about more than violence."""


def _opening_topic(material: Material) -> float:
    spans = (title_span(material), opening_span(material))
    violence = [cue for span in spans for cue in cues_in(material.cues, *span, CueKind.VIOLENCE)]
    people = [cue for span in spans for cue in cues_in(material.cues, *span, CueKind.POPULATION)]
    named = [cue for cue in violence if not cue.generic and not _FOREIGN.search(cue.word)]
    start, end = title_span(material)[0], opening_span(material)[1]
    if _COURT.search(material.lower, start, end) and all(cue.value in _NOT_VIOLENCE for cue in violence):
        return 0.0
    if named or (violence and people):
        return 1.0
    if violence:
        return 0.8
    unit = _OFFICE.search(material.lower)
    often = sum(cue.kind is CueKind.VIOLENCE and not _FOREIGN.search(cue.word) for cue in material.cues) >= 3
    return 0.35 * bool(unit) + 0.35 * often
