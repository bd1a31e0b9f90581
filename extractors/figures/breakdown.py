"""The one further dimension that restricts a count, or none."""

import re
from collections import Counter

from extractors.document import BlockKind
from extractors.figures.breakdown_words import BreakdownWord, Dimension
from extractors.figures.candidates import OF_VICTIMS
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.figures.zones import Zones
from extractors.mentions import PlaceVia

_OUTSIDE = re.compile(
    r"(?:di\s+|dari\s+|berasal\s+dari\s+)?luar\s+(?:wilayah|daerah|kota|kabupaten|provinsi|[a-z]+)"
)
_TRIM = " .,;:()|“”\"'-–"
_WEAK_ALONE = {
    Dimension.PLACE,
    Dimension.PERPETRATOR,
    Dimension.WORK,
    Dimension.EDUCATION,
    Dimension.SERVICE,
    Dimension.MARITAL,
}


def group_dimension(material: Material, group: Group, zones: Zones) -> Dimension | None:
    """The dimension along which a list is broken down, if any."""
    announced = _announced(material, group, zones)
    counts = Counter(
        dimension
        for member in group.members
        for dimension in dict.fromkeys(word.dimension for word in member.own.words)
    )
    if announced is Dimension.PERPETRATOR and not counts[announced] and counts:
        return _by_items(material, group, counts)
    elsewhere = bool(group.labels & {Label.REGION, Label.PERIOD}) and not counts[announced or Dimension.OTHER]
    if announced is not None and not elsewhere and (counts[announced] or len(group.members) > 1):
        return announced
    return _by_items(material, group, counts)


_GOVERNED = (Dimension.STATUS, Dimension.SERVICE)
_OVER = re.compile(
    r"[^.;,]{0,40}?(?:(?<!\w)(?:untuk|atas|terhadap|bagi|kepada|menampung|dihuni|dihuni\s+oleh|diisi"
    r"|berisi|merawat|melindungi|menerima"
    r"|meliputi|yakni|yaitu|ialah|adalah|terdiri\s+(?:atas|dari)|antara\s+lain)|:)[^.;,]{0,12}"
    r"|[^.;\n]{0,90}:[^.;:]{0,12}"
)


def governing_word(material: Material, group: Group) -> tuple[Dimension, str] | None:
    """The status or service said before a list of kinds or persons, of all its items."""
    first = group.members[0]
    if not group.labels & {Label.VIOLENCE, Label.POPULATION}:
        return None
    items = [cue.start for cue in (*first.own.violence, *first.own.population)]
    stop = min([*items, first.candidate.start])
    for word in first.own.words:
        told = word.dimension in _GOVERNED and word.end <= stop
        if told and _OVER.fullmatch(material.lower, word.end, stop):
            others = [other for member in group.members[1:] for other in member.own.words]
            same = any(other.dimension is word.dimension for other in others)
            return None if same else (word.dimension, _clean(word.word))
    return None


def _bracketed(material: Material, reading: Reading, word: BreakdownWord) -> bool:
    """'perkosaan 2 kasus (sidik)' in a list of kinds is a part by its kind."""
    specific = any(not cue.generic for cue in reading.own.violence)
    return specific and material.lower[max(0, word.start - 2) : word.start].strip() == "("


def own_breakdown(material: Material, reading: Reading, group: Group) -> tuple[Dimension, str] | None:
    """The breakdown of one figure: the list's dimension, a restriction of its own, or its total's."""
    dimension, parent = group.dimension, group.parent
    if group.governed is not None:
        return group.governed
    if any(region.via is PlaceVia.OUTSIDE for region in reading.own.regions):
        return Dimension.OTHER, "luar wilayah"
    listed = len(group.members) > 1 and Label.VIOLENCE in group.labels
    words = {
        word.dimension: word
        for word in reading.own.words
        if not (listed and _bracketed(material, reading, word))
    }
    if dimension is not None and (dimension in words or not _labelled_otherwise(reading)):
        return dimension, _item_words(material, reading, words.get(dimension))
    for alone in (Dimension.AGE, Dimension.STATUS, Dimension.OTHER):
        if alone in words:
            return alone, _clean(words[alone].word)
    named = (
        _told_outright(material, reading)
        or _named_part(material, reading)
        or _own_share(material, reading, group)
    )
    if named is not None:
        return named
    inherits = parent is not None and (parent.value >= reading.value or _said_with(material, parent, reading))
    return parent.breakdown if parent is not None and inherits else None


_BY_WHOM = re.compile(
    r"(?<!\w)(?:oleh|(?:di)(?:sakiti|perkosa|cabuli|aniaya|lecehkan|setubuhi|pukuli?|siksa|sodomi"
    r"|rudapaksa|gagahi|hamili|telantarkan)"
    r"|(?:menjadi\s+|jadi\s+)?sasaran|(?:pelaku|terlapor|tersangka)(?:nya)?(?:\s+(?:yang|adalah|ialah"
    r"|yakni|yaitu|dari|merupakan)){0,2}"
    r"|korban(?=\s+(?:ayah|bapak|suami|pacar|paman|kakek|tetangga|mantan|majikan"
    r"|atasan)))\s+(?:para\s+|seorang\s+|oknum\s+|oleh\s+|sesama\s+)?$"
)
"""What leads to those who did it ('disakiti pacar', 'menjadi korban ayah kandung')."""
_WHERE_DONE = re.compile(
    r"(?<!\w)(?:pelecehan|kekerasan(?:\s+seksual)?|(?:perundungan|bullying)(?=\s+(?:yang\s+)?terjadi)"
    r"|pencabulan|pe(?:me)?rkosaan"
    r")\s+(?:yang\s+)?(?:terjadi\s+)?"
    r"(?=di\s)[^.;,\d]{0,30}$"
)


def _told_outright(material: Material, reading: Reading) -> tuple[Dimension, str] | None:
    """Those who did it, or the place, told right where the deed is ('pelecehan di tempat kerja')."""
    for word in reading.own.words:
        start = max(reading.candidate.sentence.start, word.start - 60)
        done = word.dimension is Dimension.PLACE and not _HOME.search(word.word)
        doer = word.dimension is Dimension.PERPETRATOR and not _KIN.match(word.word)
        if doer and _BY_WHOM.search(material.lower, start, word.start):
            return word.dimension, _clean(word.word)
        if done and _WHERE_DONE.search(material.lower, start, word.end):
            return word.dimension, _clean(word.word)
    return None


_KIN = re.compile(r"suami|istri|ayahnya|ibunya|orang\s?tuanya")
"""'dipukul suami' tells the kind of violence."""
_HOME = re.compile(r"rumah\s+tangga|keluarga|jalan|rt\b|daring|medsos|media|dunia")
_BUREAU = re.compile(r"(?<!\w)(?:dit(?:res|pol)\w*|subdit\s+\w+|polda)(?:\s+[a-z]+){0,2}")


def _own_share(material: Material, reading: Reading, group: Group) -> tuple[Dimension, str] | None:
    """What the bureau of a province handles itself, in a list of the offices below it."""
    if not any(Label.REGION in member.labels for member in group.members if member is not reading):
        return None
    head = material.lower[reading.candidate.own[0] : reading.candidate.start]
    bureau = _BUREAU.search(head)
    if bureau is None or "jajaran" in head:
        return None
    first = reading.candidate.own[0]
    placed = any(region.start >= first + bureau.end() for region in reading.own.regions)
    return None if placed else (Dimension.OTHER, _clean(bureau[0]))


_WITH = re.compile(
    r"[\s,(/]*(?:(?:yang\s+)?(?:dengan|melibatkan|menimpa|mencakup|dan|atau)\s+)?(?:(?:jumlah|total|sebanyak)\s+)?"
)


def _said_with(material: Material, parent: Reading, reading: Reading) -> bool:
    """Whether it counts the same matter in another unit right behind ('11 kasus dengan 31 korban')."""
    here, there = reading.candidate, parent.candidate
    units = {here.unit, there.unit}
    if None in units or len(units) == 1:
        return False
    return _WITH.fullmatch(material.lower, there.tail, here.start) is not None


_UNCODED_PLACE = re.compile(
    r"(?:kecamatan|kec\.|kelurahan|desa|gampong|nagari|distrik)\s+"
    r"(?!(?:yang|dan|ini|itu|tersebut|semua\w*|lain\w*|di|dengan|paling|masing|ada|terbanyak"
    r"|tertinggi|mana|dari)\b)"
    r"([a-z]+)"
)
_BY_ITSELF = re.compile(r"(?:polda|polres\w*|polsek|uptd|dinas|dp3a\w*|upt)\s+(?:[\w-]+\s+){0,3}?sendiri")
_OUT_OF_HOME = re.compile(r"\bkdlk\b|\bkd?lrt\b|luar\s+rumah\s+tangga")


def _named_part(material: Material, reading: Reading) -> tuple[Dimension, str] | None:
    """Parts that no code names: a village, the office's own share, violence outside the home."""
    start, _ = reading.candidate.own
    head = material.lower[start : reading.candidate.start]
    if _OUT_OF_HOME.search(head):
        return Dimension.PLACE, "luar rumah tangga"
    alone = _BY_ITSELF.search(head)
    if alone:
        return Dimension.OTHER, f"ditangani {_clean(alone[0].removesuffix('sendiri'))}"
    village = _UNCODED_PLACE.search(head)
    coded = (
        any(
            start + village.start() - 2 <= region.start <= start + village.end()
            for region in reading.own.regions
        )
        if village
        else True
    )
    return None if coded or village is None else (Dimension.OTHER, _clean(village[0]))


def _announced(material: Material, group: Group, zones: Zones) -> Dimension | None:
    first = group.members[0].candidate
    sentence = first.sentence
    words: list[BreakdownWord] = [
        word
        for word in within(material.words, max(sentence.start, first.start - 600), first.start)
        if word.lead
    ]
    if not words and zones.lead:
        words = [word for word in within(material.words, *zones.lead) if word.lead]
    if not words and zones.block.kind not in (BlockKind.ITEM, BlockKind.ROW) and sentence.index:
        before = material.document.sentences[sentence.index - 1]
        if before.block == sentence.block and before.end - before.start < 140:
            words = [word for word in within(material.words, before.start, before.end) if word.lead]
    kinds = [word.dimension for word in words]
    return next((kind for kind in kinds if kind is not Dimension.PERPETRATOR), kinds[0] if kinds else None)


def _by_items(material: Material, group: Group, counts: Counter[Dimension]) -> Dimension | None:
    size = len(group.members)
    if not counts:
        return None
    if {Label.VIOLENCE, Label.REGION} & group.labels:
        counts = Counter({key: count for key, count in counts.items() if key not in _WEAK_ALONE})
    best, count = max(counts.items(), key=lambda item: item[1], default=(None, 0))
    if best is None or count * 2 < size:
        return None
    if (
        best in _WEAK_ALONE
        and size == 1
        and (_is_told_part(material, group, best) or _is_only_label(group, best))
    ):
        return best
    if best in _WEAK_ALONE and size == 1 and (best is not Dimension.SERVICE or _is_the_work(group)):
        return None
    return best


_TOLD_BY = {
    Dimension.PLACE: re.compile(
        r"(?:terjadi|kejadian\w*|berlangsung)\s+(?:di\s+)?(?:lingkungan\s+|lingkup\s+)?$"
    ),
    Dimension.PERPETRATOR: re.compile(
        r"(?:oleh|pelaku\w*|terlapor\w*|dilakukan)\s+(?:adalah\s+|ialah\s+|oleh\s+)?$"
    ),
    Dimension.WORK: re.compile(r"(?:sebagai|berprofesi|bekerja|masih|berstatus)\s+$"),
    Dimension.EDUCATION: re.compile(r"(?:bangku|masih|jenjang|tingkat|putus)\s+$"),
}


def _is_told_part(material: Material, group: Group, dimension: Dimension) -> bool:
    """Whether a single part of a total says outright what sets it apart ('enam terjadi di sekolah')."""
    told = _TOLD_BY.get(dimension)
    if told is None or group.parent is None:
        return False
    words = [word for word in group.members[0].own.words if word.dimension is dimension]
    return any(told.search(material.lower, max(0, word.start - 30), word.start) for word in words)


def _is_only_label(group: Group, dimension: Dimension) -> bool:
    """Whether the word is all that tells a single part from its total ('Pacar 118 orang')."""
    member, whole = group.members[0], group.parent
    if whole is None or dimension is Dimension.SERVICE or not 0 < member.value < whole.value:
        return False
    return member.labels <= {Label.BREAKDOWN, Label.PERIOD} and whole.breakdown is None


_WORK = re.compile(r"(?:di|men)?dampingi?|pendampingan|(?:di|me)?layan\w*")


def _is_the_work(group: Group) -> bool:
    """Whether a total is only said to be of those that the office assists ('61 korban sudah didampingi')."""
    words = [word for word in group.members[0].own.words if word.dimension is Dimension.SERVICE]
    return group.parent is None and all(_WORK.fullmatch(word.word) for word in words)


def _labelled_otherwise(reading: Reading) -> bool:
    specific = any(not cue.generic for cue in reading.own.violence)
    return specific or bool(reading.own.regions) or bool(reading.own.population)


def _item_words(material: Material, reading: Reading, word: BreakdownWord | None) -> str:
    start, end = reading.candidate.own
    label = _clean(material.lower[start : reading.candidate.start])
    if word is None:
        return label[:60] or _clean(material.lower[reading.candidate.tail : end])[:60] or "lainnya"
    return _clean(word.word)


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(_TRIM)


def is_about_perpetrators(material: Material, group: Group, zones: Zones) -> bool:
    """Whether a list of persons counts those who did it."""
    first = group.members[0].candidate
    head = material.lower[max(first.sentence.start, first.start - 300) : first.start]
    if zones.lead:
        head = material.lower[zones.lead[0] : zones.lead[1]] + head
    if not re.search(r"(?<!sebagai )(?<!menjadi )pelaku|terlapor|tersangka|yang\s+melakukan", head):
        return False
    return not re.search(r"korban(?:nya)?\b(?!.*(?:pelaku|terlapor|tersangka))", head[-40:])


_VICTIMS = re.compile(
    r"(?<!hubungan dengan )(?<!hubungannya dengan )(?<!kenal dengan )(?<!dekat dengan )(?<!dikenal )"
    r"(?<!kerabat dengan )(?<!terhadap )(?<!kenal )korban"
)


def names_victims(material: Material, group: Group, zones: Zones) -> bool:
    """Whether the line above a list, or its sentence's head, speaks of victims."""
    first = group.members[0].candidate
    head = material.lower[max(first.sentence.start, first.start - 300) : first.start]
    lead = material.lower[zones.lead[0] : zones.lead[1]] if zones.lead else ""
    said = lead + head
    return any(not OF_VICTIMS.search(said, 0, match.start()) for match in _VICTIMS.finditer(said))
