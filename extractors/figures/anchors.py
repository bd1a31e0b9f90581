"""Which earlier figure a list belongs to: its total, or the list it continues.

Sums are evidence here: items that add up to an earlier number are its parts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.document import BlockKind, Sentence
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import FEMALE, MALE
from extractors.figures.forms import splits_kind, told_as_forms
from extractors.figures.groups import AMONG_THEM, Group, taken_out
from extractors.figures.material import Material
from extractors.figures.own import varying_labels
from extractors.figures.reading import Frame, Label, Reading
from extractors.toolkit import Scorer
from models.vocabulary import Population, Violence

_REACH = 24
_TELLING = 20
"""Two small numbers add up to a third by chance; from here on hardly."""
_ONWARD_ONLY = 0.5
"""What a sum with the lists of the next sentences is worth beside a list's own sum."""
_ANAPHORA = re.compile(
    r"di\s*antara(?:nya)|rinci\w*|perinci\w*|terdiri|meliputi|mencakup|korbannya|sisanya|selebihnya"
    r"|tersebut|(?<!\w)itu(?!\w)|dari\s+(?:jumlah|angka|total|situ|sana)|yakni|yaitu|"
    r"dipilah|dibagi|terbagi|dikelompokkan|\bkalau\s+dilihat|menurut|berdasarkan|serupa"
    r"|dengan\s+uraian|lain(?:nya)?\s+lagi|pelakunya|isinya"
)
_ALIKE = re.compile(
    r"serupa|(?:kasus|perkara|hal)\s+(?:yang\s+)?(?:sama|itu|tersebut|ini)\b|angka(?:nya)?\s+(?:itu"
    r"|tersebut|ini)?|jumlah(?:nya)?\s+(?:itu|tersebut)"
)
_WHOLE = re.compile(
    r"total(?:nya)?|(?<!dari )seluruh(?:nya)?|keseluruhan|(?<!dari )semua(?:nya)?"
    r"|dijumlah\w*|akumulasi|secara\s+umum|gabungan"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a list hangs on: ``reading`` is its total, or a member of the list it continues."""

    reading: Reading
    group: Group
    sibling: bool
    shared: frozenset[Label] = frozenset()
    """The labels by which both lists tell their items apart."""

    @property
    def frame(self) -> Frame:
        """The values handed down: a total's own, or what the list it continues shares."""
        return self.group.handed_on(self.shared) if self.sibling else self.reading.as_frame()


def choose_anchor(
    material: Material, group: Group, done: Sequence[Group], scorer: Scorer
) -> Choice[Anchor | None]:
    """The best anchor among the last figures, or none."""
    items = bool(group.labels - {Label.PERIOD})
    options: list[Option[Anchor | None]] = [Option(None, {"none": 1.0, "none_items": float(items)})]
    latest = max((reading.when.year or 0 for earlier in done for reading in earlier.members), default=0)
    largest = max((reading.value for earlier in done for reading in earlier.members), default=0)
    said = _said(material, group)
    back = 0
    for earlier in reversed(done):
        for reading in reversed(earlier.members):
            back += 1
            if back > _REACH:
                return choose("anchor", options, scorer)
            tops = (largest, latest)
            options.append(_option(material, group, earlier, reading, said=said, back=back, tops=tops))
    return choose("anchor", options, scorer)


def says_whole(material: Material, reading: Reading) -> bool:
    """Whether the number is called a total ('secara keseluruhan …')."""
    start, _ = reading.candidate.own
    begin = max(reading.candidate.sentence.start, start - 40)
    return bool(_WHOLE.search(material.lower, begin, reading.candidate.start))


@dataclass(frozen=True, slots=True)
class _Said:
    """What the list's own sentence says, the same beside every figure before it."""

    words: Mapping[str, float]
    whole: bool
    referred: frozenset[int]


def _said(material: Material, group: Group) -> _Said:
    whole = says_whole(material, group.members[0])
    return _Said(_words(material, group), whole, _referred(material, group))


def _option(
    material: Material,
    group: Group,
    earlier: Group,
    reading: Reading,
    *,
    said: "_Said",
    back: int,
    tops: tuple[int, int],
) -> Option[Anchor | None]:
    bracket = _opens_bracket(material, group, reading)
    shared = group.labels & earlier.labels
    sibling = bool(shared) and reading is earlier.members[-1] and not bracket
    sibling = sibling and _same_shape(group, earlier) and not _adds_up(group, reading)
    sibling = sibling and not _divides(material, group, reading)
    if _same_sentence(group, earlier) and told_as_forms(material, group, reading):
        sibling = False
    if not group.labels and said.whole and _same_sentence(group, earlier):
        sibling, shared = reading is earlier.members[-1], earlier.labels
    features = _place(material, group, reading)
    features["figures_away"] = float(back - 1)
    features |= _sums(group, earlier, reading, sibling=sibling, largest=tops[0])
    if back == 1 and features["same_block"] and _another_time(group, reading):
        features["item_exceeds"] = 0.0
    features |= _fit(group, reading, material.home_region, sibling=sibling)
    features |= said.words
    if features.get("sum_equals") and Label.REGION not in group.labels:
        features["nested"] = 0.0  # What adds up to a part belongs to the part.
        near = features["previous_sentence"] or features["same_sentence"]
        if near and _adds_up(group, reading) and len(group.members) > 2 and Label.BREAKDOWN in group.labels:
            features["has_dimension"] = 0.0
    features["refers_value"] = float(not sibling and reading.value in said.referred)
    features["whole_again"] = float(said.whole and bool(group.labels) and (sibling or features["nested"] > 0))
    features["whole_of"] = float(said.whole and not group.labels and sibling)
    features["narrow"] = float(
        _is_narrow(material, group, reading) and not sibling and not features["same_sentence"]
    )
    part = len(earlier.members) > 1 or (earlier.chained and back > 1)
    features["item_of_list"] = float(part and not sibling)
    opened = earlier.members[0].candidate.own[0]
    features["after_bracket"] = float(material.lower[opened : opened + 1] == "(")
    features["among"] = float(
        not sibling and back == 1 and len(earlier.members) == 1 and _among(material, group)
    )
    features["goes_on"] = float(sibling and _goes_on(material, group))
    features["largest"] = float(reading.value == tops[0])
    features["latest_year"] = float(reading.when.year == tops[1])
    features["left_behind"] = float(
        not sibling
        and features["blocks_away"] > 0
        and _before_now(reading, tops[1])
        and not features["sum_equals"]
    )
    features["bracket"] = float(bracket)
    features["period_differs"] = float(
        not sibling and group.labels != {Label.PERIOD} and _other_year(group, reading)
    )
    if back == 1 and _compares(material, group):
        features["item_exceeds"] = 0.0
        features["goes_on"] = 1.0
    if not group.labels and features.get("same_sentence"):
        features["bare_pair"] = 1.0
        features["said_with"] = float(back == 1 and not sibling and _said_with(material, group, reading))
    return Option(Anchor(reading, earlier, sibling, shared), features)


_STILL = re.compile(r"(?<!\w)(?:masih|baru|hanya|cuma|sempat|sudah|malah|justru)\s+$")
_AGAINST = re.compile(r"[“\"]?(?:padahal|sedangkan|sebelumnya|tahun\s+(?:lalu|sebelumnya|kemarin))(?!\w)")


def _compares(material: Material, group: Group) -> bool:
    """Whether a bare number of another time is set against the one before ('Padahal tahun lalu masih 5')."""
    first = group.members[0].candidate
    bare = len(group.members) == 1 and group.labels == {Label.PERIOD} and first.unit is None
    lower = material.lower
    return (
        bare
        and bool(_STILL.search(lower, max(0, first.start - 12), first.start))
        and bool(_AGAINST.match(lower, first.sentence.start))
    )


def _adds_up(group: Group, reading: Reading) -> bool:
    """Whether several items make up exactly one larger number before."""
    same = Label.REGION not in group.labels or Label.REGION not in reading.labels
    return same and len(group.members) > 1 and group.total == reading.value >= _TELLING


_SEXES = {FEMALE, MALE}


def _divides(material: Material, group: Group, reading: Reading) -> bool:
    """Whether the list tells the sex of the children before it ('37 anak, 22 di antaranya perempuan')."""
    told = [{cue.value for cue in member.own.population} & _SEXES for member in group.members]
    young = {cue.value for cue in reading.own.population} == {Population.CHILDREN}
    both = MALE in set().union(*told)
    if not young or not all(told) or group.total > (2 if both else 1) * reading.value:
        return False
    return both or _among(material, group) or taken_out(material, group.members[0], reading)


def _before_now(reading: Reading, latest: int) -> bool:
    """Whether the figure's own words give a year before the latest one counted."""
    told = Label.PERIOD in reading.labels
    return told and reading.when.year is not None and reading.when.year < latest


def _same_sentence(group: Group, earlier: Group) -> bool:
    return group.members[0].candidate.sentence.index == earlier.members[-1].candidate.sentence.index


def _is_narrow(material: Material, group: Group, reading: Reading) -> bool:
    """Whether the figure is of a part of the article's region that the list does not name."""
    home = material.home_region
    inside = bool(home and reading.region and reading.region.startswith(f"{home}."))
    return inside and Label.REGION not in group.labels


def _same_shape(group: Group, earlier: Group) -> bool:
    """Lists in different sentences go on only where both tell their kind the same way."""
    one, two = group.members[0].candidate.sentence, earlier.members[0].candidate.sentence
    alike = (Label.VIOLENCE in group.labels) == (Label.VIOLENCE in earlier.labels)
    part = earlier.parent is not None or earlier.chained
    inherits = part and Label.VIOLENCE not in group.labels and one.block == two.block
    return one.index == two.index or alike or (inherits and one.index - two.index == 1)


_ONWARD = re.compile(
    r"[“\"]?\s*(?:sesudah\s+itu|setelah\s+itu|berikutnya|lalu|kemudian|selanjutnya|disusul|menyusul|di\s+bawahnya|di\s+belakangnya|sisanya|selebihnya|ditambah|terus|habis\s+itu|di\s+urutan\s+berikut|masih\s+ada|lainnya)\b"
)


def _among(material: Material, group: Group) -> bool:
    """Whether the first number is said to be among the one before ('delapan di antaranya KDRT')."""
    first = group.members[0].candidate
    return bool(AMONG_THEM.match(material.lower, first.number.end, first.sentence.end))


def _goes_on(material: Material, group: Group) -> bool:
    """Whether the sentence opens like the next part of a list ('Berikutnya …')."""
    return bool(_ONWARD.match(material.lower, group.members[0].candidate.sentence.start))


def _other_year(group: Group, reading: Reading) -> bool:
    years = {mention.year for member in group.members for mention in member.own.periods if mention.year}
    return bool(years) and reading.when.year not in years


_WITH = re.compile(
    r"\s*(?:,|dengan|dan|/|melibatkan|yang)?\s*(?:jumlah|total|melibatkan|sebanyak|menimpa|ada)?\s*"
    r"(?:korban|kasus|pelaku|tersangka)?(?:nya)?\s*(?:sebanyak|mencapai|berjumlah|ada|sejumlah)?\s*"
)


def _said_with(material: Material, group: Group, reading: Reading) -> bool:
    """Whether the number is the other count of the same thing ('25 kasus dengan 40 korban')."""
    first = group.members[0].candidate
    return bool(_WITH.fullmatch(material.lower, reading.candidate.tail, first.start))


def _opens_bracket(material: Material, group: Group, reading: Reading) -> bool:
    """Whether the list stands in a bracket right after the number ('42 orang (32 perempuan, …)')."""
    between = material.lower[reading.candidate.tail : group.members[0].candidate.start]
    return 0 < len(between) < 40 and between.lstrip().startswith("(") and ")" not in between


def _place(material: Material, group: Group, reading: Reading) -> dict[str, float]:
    here, there = group.members[0].candidate.sentence, reading.candidate.sentence
    blocks = here.block - there.block
    return {
        "same_sentence": float(here.index == there.index),
        "previous_sentence": float(here.index - there.index == 1),
        "same_block": float(blocks == 0),
        "list_lead": float(_heads_list(material, here, there)),
        "blocks_away": float(min(max(blocks, 0), 5)),
    }


def _heads_list(material: Material, here: Sentence, there: Sentence) -> bool:
    """Whether ``there`` stands in one of the two lines above the list that ``here`` is in."""
    blocks = material.document.blocks
    kind = blocks[here.block].kind
    if kind not in (BlockKind.ITEM, BlockKind.ROW):
        return False
    place = here.block
    while place > 0 and blocks[place - 1].kind is kind:
        place -= 1
    return 0 < place - there.block <= 2


def _sums(group: Group, earlier: Group, reading: Reading, *, sibling: bool, largest: int) -> dict[str, float]:
    if sibling:
        return {"sibling": 1.0}  # A list that goes on is no part of the items before it.
    before = sum(
        member.value for member in earlier.members if member.parent is reading and member is not reading
    )
    total = group.total
    unit = group.members[0].unit or group.members[0].candidate.noun_before
    other = _same_sentence(group, earlier) and None not in (unit, reading.unit) and unit is not reading.unit
    near = {total if len(group.members) > 1 else -1, total + before if before else -1}
    share = 1.0 if reading.value in near else _ONWARD_ONLY * (reading.value in group.onward)
    telling = 1.0 if len(group.members) > 2 or reading.value >= _TELLING else 0.3
    if Label.REGION in group.labels and _of_a_kind(reading) and reading.value < largest:
        telling = 0.3  # Places divide the whole, seldom one of its kinds.
    return {
        "sum_equals": telling * share * (reading.value > 1),
        "sum_exceeds": float(
            not other
            and total > 1.1 * reading.value + 1
            and len(group.members) > 1
            and Label.PERIOD not in group.labels
        ),
        "item_exceeds": float(not other and max(member.value for member in group.members) > reading.value),
    }


def _another_time(group: Group, reading: Reading) -> bool:
    """Whether a lone number only says of when it is ('Padahal tahun lalu masih 5')."""
    bare = len(group.members) == 1 and group.members[0].candidate.unit is None
    return bare and group.labels == {Label.PERIOD} and _other_year(group, reading)


def _of_a_kind(reading: Reading) -> bool:
    return bool(set(varying_labels(reading)) - {Label.REGION, Label.PERIOD}) and reading.parent is not None


def _covers(group: Group, reading: Reading, home: str | None) -> bool:
    """Whether the figure's region holds every region that the list names."""
    codes = [region.code for member in group.members for region in member.own.regions]
    whole = reading.region
    if whole is None or whole in (home, "ID"):
        return True
    return bool(codes) and all(code.startswith(f"{whole}.") for code in codes)


def _fit(group: Group, reading: Reading, home: str | None, *, sibling: bool) -> dict[str, float]:
    mine = set(varying_labels(reading))
    if _covers(group, reading, home):
        mine.discard(Label.REGION)
    divided = reading.violence is Violence.ANY or splits_kind(group, reading)
    if divided:
        mine.discard(Label.VIOLENCE)
    named = {cue.value for member in group.members for cue in member.own.population}
    sexes = reading.population is Population.CHILDREN and not sibling and bool(named) and named <= _SEXES
    if reading.population is Population.WOMEN_CHILDREN or named == {reading.population.value} or sexes:
        mine.discard(Label.POPULATION)
    has = bool(group.labels & mine) and not sibling
    conflict = Label.VIOLENCE in group.labels and not divided and not sibling
    unit = group.members[0].unit
    return {
        "has_dimension": float(has or conflict),
        "lacks_dimension": float(not has and not sibling),
        "compared": float(reading.when.compared and not sibling),
        "same_unit": float(unit is not None and unit == reading.unit),
        "same_people": float(not sibling and _same_people(group, reading)),
        "nested": 0.0 if sibling else float(len(mine - {Label.PERIOD, Label.REGION})),
        "is_total": float(not sibling and not mine - {Label.PERIOD, Label.REGION}),
    }


def _same_people(group: Group, reading: Reading) -> bool:
    """Whether list and figure both name the same people themselves."""
    mine = {cue.value for cue in group.members[0].own.population}
    return bool(mine) and mine == {cue.value for cue in reading.own.population}


_OF_TOTAL = re.compile(
    r"(?<!\w)dari\s+(?:(?:total|jumlah|seluruh|semua|sebanyak|ke|angka|sejumlah)\s*-?\s*){0,2}(\d[\d.]*)"
    r"(?:\s+\w+){0,3}?\s*(?:itu|tersebut|tadi|ini|tercatat|yang\s+ada|,)"
)


def _referred(material: Material, group: Group) -> frozenset[int]:
    """The numbers of which the list's sentence says that it tells the parts ('Dari 22 itu, …')."""
    first = group.members[0].candidate
    start = max(first.sentence.start, first.start - 300)
    found = _OF_TOTAL.finditer(material.lower, start, first.start)
    near = [match for match in found if not re.search(r"\d", material.lower[match.end() : first.start])]
    return frozenset(int(digits) for match in near if (digits := match[1].replace(".", "")))


def _words(material: Material, group: Group) -> dict[str, float]:
    first = group.members[0].candidate
    head = material.lower[max(first.sentence.start, first.start - 300) : first.start]
    return {
        "anaphora": float(bool(_ANAPHORA.search(head))),
        "alike": float(bool(_ALIKE.search(head))),
    }
