"""The region a figure is about: own words, the total's, the agency's, the article's."""

import re
from collections.abc import Sequence

from extractors.figures.anchors import Anchor
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import CueKind, cues_in
from extractors.figures.groups import Group
from extractors.figures.material import PLACED, Material, within
from extractors.figures.reading import Label, Reading
from extractors.figures.zones import Zones
from extractors.mentions import PlaceVia, RegionMention
from extractors.toolkit import Scorer
from models.regions import NATIONAL


def frame_region(
    material: Material,
    group: Group,
    zones: Zones,
    anchor: Anchor | None,
    last: Group | None,
    *,
    scorer: Scorer,
) -> Choice[str | None]:
    """The region that a list's items inherit."""
    home = material.home_region
    options: list[Option[str | None]] = [Option(home, {"document": 1.0})]
    if anchor:
        options.append(Option(anchor.frame.region, {"anchor": 1.0}))
        summed = _sum_of_places(group, anchor)
        if summed:
            options.append(Option(summed, {"sum_of_places": 1.0}))
    for zone, mention in zones.mentions(material.regions):
        features = {zone: 1.0, "topic_place": float(_names_topic(material, zone, mention))}
        options.append(Option(mention.code, features | _features(mention, home)))
    if last is not None and zones.same_block(last.members[-1]):
        options.append(Option(last.frame.region, {"carry": 1.0}))
    headed = _line_above(material, group)
    if headed:
        options.append(Option(headed, {"line_above": 1.0}))
    if last is not None:
        options += _from_before(material, group, last)
    first = group.members[0]
    if Label.REGION not in group.labels and len(group.members) > 1 and first.own.regions:
        chosen = label_region(first, home)
        if chosen:
            options.append(Option(chosen.code, {"first_sibling": 1.0} | _features(chosen, home)))
    return choose("region", options, scorer)


def _sum_of_places(group: Group, anchor: Anchor) -> str | None:
    """The region around the places that a number adds up ('Kuningan 33, Majalengka 28 … 61 kasus itu')."""
    parts = anchor.group.members
    codes = [part.region.split(".") for part in parts if part.region and part.region != NATIONAL]
    first = group.members[0]
    if len(codes) < len(parts) or first.own.regions or first.value != anchor.group.total:
        return None
    if len({".".join(code) for code in codes}) < 2:
        return None
    shared = [level for level, *rest in zip(*codes, strict=False) if all(level == other for other in rest)]
    return ".".join(shared[: min(map(len, codes)) - 1]) or None


_CELL_LENGTH = 40
_CELLS = 5


def _line_above(material: Material, group: Group) -> str | None:
    """The place that fills a line of its own above short lines of counts: a table with a cell a line."""
    blocks = material.document.blocks
    here = group.members[0].candidate.sentence.block
    if group.members[0].own.regions:
        return None
    for block in reversed(blocks[max(0, here - _CELLS) : here + 1]):
        if block.end - block.start > _CELL_LENGTH:
            return None
        places = within(material.regions, block.start, block.end)
        if places:
            filled = places[0].start == block.start and places[-1].end == block.end
            return places[0].code if filled and len(places) == 1 else None
        if not any(char.isdigit() for char in material.lower[block.start : block.end]):
            return None
    return None


_WHOLE_AGAIN = re.compile(
    r"(?<!\w)(?:sementara|sedangkan|adapun|namun|tetapi|tapi|secara|untuk|khusus\w*|total\w*|jumlah\w*|(?:ke)?seluruh\w*"
    r"|semua\w*|gabung\w*|digabung\w*|sisanya|selebihnya|lain\w*)(?!\w)|;"
)
_ALL_PLACES = re.compile(
    r"(?<!\w)(?:total\w*|jumlah\w*|(?:ke)?seluruh\w*|semua\w*|gabung\w*|digabung\w*)(?!\w)"
)
_NEXT_LINES = 2


def _from_before(material: Material, group: Group, last: Group) -> list[Option[str | None]]:
    """The place of the clause before, and a wider or other place that the story still speaks of."""
    first, before = group.members[0].candidate, last.members[-1]
    options: list[Option[str | None]] = []
    between = material.lower[before.candidate.tail : first.start]
    named = within(material.regions, before.candidate.tail, first.start)
    if (
        first.sentence.index == before.candidate.sentence.index
        and Label.REGION not in group.labels
        and _subject_place(before)
        and not named
        and not _WHOLE_AGAIN.search(between)
    ):
        options.append(Option(before.region, {"clause": 1.0}))
    home, abroad = material.home_region, NATIONAL in (before.region, last.frame.region)
    near = first.sentence.block - before.candidate.sentence.block <= _NEXT_LINES
    agencies = within(material.agencies, before.candidate.tail, first.start)
    if abroad and home != NATIONAL and near and not named and not agencies:
        options.append(Option(NATIONAL, {"continues": 1.0}))
    return options


def _subject_place(reading: Reading) -> bool:
    """Whether the number's own words begin with its place ('Poso mendata 49 korban')."""
    return any(
        mention.via not in (PlaceVia.OUTSIDE, PlaceVia.NATIONAL) and mention.start < reading.candidate.start
        for mention in reading.own.regions
    )


def shares_place(material: Material, before: Reading, reading: Reading) -> bool:
    """Whether two counts of different people stand in one clause ('Buol 17 anak dan 5 perempuan')."""
    here, there = reading.candidate, before.candidate
    if here.sentence.index != there.sentence.index or reading.own.regions or not before.own.regions:
        return False
    split = bool(reading.own.population) and bool(before.own.population)
    return split and _subject_place(before) and not _ALL_PLACES.search(material.lower, there.tail, here.start)


_BOTH = re.compile(r"[\w\s-]{0,40}?(?<!\w)(?:dan|serta|maupun|berbanding|plus|bersama)\s+(?:juga\s+)?")


def place_after_both(material: Material, first: Reading, second: Reading) -> bool:
    """Whether a place after two counts of people is that of both ('33 anak dan 25 perempuan di Sigi')."""
    here, there = second.candidate, first.candidate
    if here.sentence.index != there.sentence.index or first.own.regions or not second.own.regions:
        return False
    split = bool(first.own.population) and bool(second.own.population)
    after = all(mention.start > here.start for mention in second.own.regions)
    return split and after and bool(_BOTH.fullmatch(material.lower, there.tail, here.start))


def _names_topic(material: Material, zone: str, mention: RegionMention) -> bool:
    """Whether a sentence before, without figures, says where the violence is."""
    if zone not in ("previous", "previous_far") or mention.via is PlaceVia.AGENCY:
        return False
    if mention.via is PlaceVia.NATIONAL and mention.text.lower().endswith("nasional"):
        return True
    head = material.lower[max(0, mention.start - 26) : mention.start]
    said = cues_in(material.cues, max(0, mention.start - 90), mention.start, CueKind.VIOLENCE)
    return bool(said) and (mention.via is PlaceVia.NATIONAL or bool(PLACED.search(head)))


def own_region(material: Material, reading: Reading, base: str | None) -> str | None:
    """The region by the item's own words, else what it inherits."""
    home = material.home_region
    if any(mention.via is PlaceVia.OUTSIDE for mention in reading.own.regions):
        return home or base
    chosen = label_region(reading, home)
    if chosen is None:
        return base
    if base and base != chosen.code and base.startswith(chosen.code + "."):
        same = [mention for mention in reading.own.regions if mention.code == chosen.code]
        return chosen.code if any(one.explicit_kind or _placed(material, one) for one in same) else base
    return chosen.code


def _placed(material: Material, mention: RegionMention) -> bool:
    """Whether the text says that it is there, or all of it ('di Jawa Tengah', 'seluruh Bali')."""
    head = (max(0, mention.start - 26), mention.start)
    if PLACED.search(material.lower, *head) or _ALL_OF.search(material.lower, *head):
        return True
    beside = within(material.regions, mention.start - 40, mention.start)
    named = beside and beside[-1].end >= mention.start - 3
    return not named and _COUNTS.match(material.lower, mention.end) is not None


_COUNTS = re.compile(
    r"\s+(?:(?:sendiri|sudah|telah|masih|kembali|hanya|juga)\s+){0,2}(?:memiliki|mencatat\w*|membukukan|menyumbang|melaporkan|punya|mempunyai"
    r"|mengoleksi|menghimpun|mendata|menangani|menerima|mencapai|menembus|tercatat|terdata|ada)(?!\w)"
    r"|\s+(?:(?:secara\s+)?keseluruhan(?:nya)?|sendiri|total(?:nya)?|seluruhnya|seutuhnya)(?!\w)|\s*[:=]?\s+\d"
)
"""A place that is itself said to count ('Jawa Tengah membukukan 1.986 kasus')."""


_ALL_OF = re.compile(
    r"(?<!\w)(?:(?:ke)?seluruh(?:an)?|semua|segenap|total(?:nya)?|satu|penjuru|tingkat|level|lingkup|skala|rekap(?:itulasi)?|gabungan)\s+"
    r"(?:(?:untuk|di|se|wilayah|daerah|provinsi|kabupaten|kota)[\s-]+)*$"
)


def label_region(reading: Reading, home: str | None) -> RegionMention | None:
    """The region mention that labels the number: the most specific of the nearest."""
    mentions = [mention for mention in reading.own.regions if mention.via is not PlaceVia.OUTSIDE]
    if not mentions:
        return None
    before = [mention for mention in mentions if mention.start < reading.candidate.start]
    if not before and _several(mentions):
        return None
    near = before or mentions
    last = near[-1]
    nested = [mention for mention in near if mention.code.startswith(last.code + ".")]
    return nested[-1] if nested else last


def _several(mentions: Sequence[RegionMention]) -> bool:
    """Whether one number is of two places together ('12 kasus melibatkan warga Sleman dan Bantul')."""
    codes = [mention.code for mention in mentions]
    return len(set(codes)) > 1 and not any(
        one != two and (one.startswith(f"{two}.") or two.startswith(f"{one}."))
        for one in codes
        for two in codes
    )


def _features(mention: RegionMention, home: str | None) -> dict[str, float]:
    inside = bool(home) and (mention.code == home or mention.code.startswith(f"{home}."))
    return {
        "agency": float(mention.via is PlaceVia.AGENCY),
        "specific": float(mention.code.count(".")),
        "inside_document": float(inside),
        "outside_document": float(bool(home) and not inside and mention.via is not PlaceVia.NATIONAL),
    }
