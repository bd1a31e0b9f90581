"""Whom the counted violence was done to: own words, else inherited, else everyone."""

from collections.abc import Iterator, Mapping, Sequence

from extractors.figures.anchors import Anchor
from extractors.figures.beyond import goes_beyond, of_other_kind, said_of_other_kind
from extractors.figures.breakdown_words import Dimension
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.coverage import Coverage
from extractors.figures.cues import ADULT, FEMALE, MALE, Cue, CueKind, cues_in, names_both
from extractors.figures.examples import names_rest, names_share
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.figures.topics import may_be_topic, said_aside
from extractors.figures.zones import Zones, opening_span, title_span
from extractors.toolkit import Scorer
from models.vocabulary import Population, Unit, Violence

_TOPIC_CUES = 40
_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}
_SIMPLE = {FEMALE: Population.WOMEN, MALE: Population.MEN}


def frame_population(
    material: Material,
    group: Group,
    zones: Zones,
    anchor: Anchor | None,
    *,
    head: Reading | None,
    coverage: Coverage,
    violence: Violence,
    scorer: Scorer,
) -> Choice[Population]:
    """The population that a list's items inherit; ``head`` is the article's first figure."""
    base = _handed_down(group, anchor, head)
    options = [Option(Population.ALL, {"default": 1.0})]
    beyond = goes_beyond(material, group, anchor)
    apart = anchor is not None and beyond and of_other_kind(group, anchor.reading)
    if anchor and not apart and not (anchor.sibling and base is Population.ALL):
        turned = _other_kind_now(group, anchor, violence)
        options.append(Option(base, {"anchor": 1.0, "kind_turned": float(turned)}))
    options += _zone_options(material, group, zones, anchor, base)
    shared = _joined(_first_sibling(group), base)
    if shared is not None:
        options.append(Option(shared, {"first_sibling": 1.0}))
    headlines = _document_options(material, group, zones, material.population_cues, violence)
    if head is not None and _larger_than_part(group, head):
        options += [option for option in headlines if option.value is not head.population]
    else:
        options += headlines
        options += _of_the_whole(group, head)
    return choose("population", _by_coverage(options, group, zones, coverage, violence), scorer)


def _handed_down(group: Group, anchor: Anchor | None, head: Reading | None) -> Population:
    """Whom the total counts, or the whole where the list is no part of what it stands beside."""
    if anchor is None:
        return Population.ALL
    both = _of_both(group, anchor)
    if both is not None:
        whole = anchor.group.parent
        divided = whole is not None and whole.value == anchor.group.total
        return whole.population if whole is not None and divided else both
    if _after_sexes(group, anchor):
        return anchor.group.frame.population
    if head is not None and _part_elsewhere(group, anchor, head):
        return head.population
    return anchor.frame.population


def _zone_options(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, base: Population
) -> Iterator[Option[Population]]:
    """What the words around the list say of whom it counts."""
    seen: dict[str, list[Cue]] = {}
    beyond = goes_beyond(material, group, anchor)
    for zone, cue in zones.mentions(material.population_cues):
        if zone != "sentence" and _of_a_part(material, group, cue):
            continue
        if beyond and zone.startswith("previous") and said_of_other_kind(material, group, cue):
            continue
        if zone in ("sentence", "lead", "section") or may_be_topic(material, cue, passage=zone in _PASSAGE):
            seen.setdefault(zone, []).append(cue)
    for zone, found in seen.items():
        value = _joined(found, base)
        if value is not None and not (zone in _PASSAGE and _several(found)):
            features = {zone: 1.0, "composite": float(value is Population.WOMEN_CHILDREN)}
            yield Option(value, features | _topic_signs(zone, found, group, anchor))


def _of_a_part(material: Material, group: Group, cue: Cue) -> bool:
    """Whether the word only tells a share, or before another year's whole what was left of the last one."""
    return names_share(material, cue) or (group.labels <= {Label.PERIOD} and names_rest(material, cue))


def _of_the_whole(group: Group, head: Reading | None) -> Iterator[Option[Population]]:
    """Whom the article's whole counts, where it says so."""
    known = head is not None and (head.own.population or head.population is Population.WOMEN_CHILDREN)
    if head is not None and known and _same_kind(group, head):
        yield Option(head.population, {"main_figure": 1.0})


def _by_coverage(
    options: list[Option[Population]], group: Group, zones: Zones, coverage: Coverage, violence: Violence
) -> list[Option[Population]]:
    """With what the article as a whole covers; trafficking strikes anyone, KDRT seldom means children."""
    kinds = _own_kinds(group) or {violence.value}
    if coverage.said_of_all is not None and Violence.TRAFFICKING in kinds:
        options.append(Option(coverage.said_of_all[1], {"said_of_all": 1.0}))
    if Violence.TRAFFICKING not in kinds:
        options += _covered(zones, coverage, spouses=kinds == {Violence.DOMESTIC.value})
    if kinds == {Violence.DOMESTIC.value}:
        return [_of_spouses(option) for option in options]
    return options


def _covered(zones: Zones, coverage: Coverage, *, spouses: bool) -> Iterator[Option[Population]]:
    """What the article as a whole covers."""
    sentence = zones.sentence
    near = coverage.office_in(sentence.start, sentence.end)
    for name, value in (("office", coverage.office), ("office_near", near)):
        if value is not None:
            both = value is Population.WOMEN_CHILDREN
            serves = float(both and not spouses and coverage.serves_both(sentence.start, sentence.end))
            yield Option(value, {f"{name}_both" if both else name: 1.0, "serves": serves})
    if coverage.said_of_all is not None and (near is None or sentence.start < coverage.said_of_all[0]):
        yield Option(coverage.said_of_all[1], {"said_of_all": 1.0})
    if coverage.single is not None and coverage.office is not Population.WOMEN_CHILDREN:
        yield Option(coverage.single, {"single": 1.0})
    if coverage.both_counted and not spouses:
        yield Option(Population.WOMEN_CHILDREN, {"both_counted": 1.0})


def _own_kinds(group: Group) -> set[str]:
    """The kinds of violence that the list's own words name."""
    return {cue.value for member in group.members for cue in member.own.violence if not cue.generic}


def _part_elsewhere(group: Group, anchor: Anchor, head: Reading) -> bool:
    """Whether a list of places stands in another paragraph than the part of the total it would hang on.

    Such a list goes back to what the article counts as a whole, unless it adds up to the part.
    """
    if Label.REGION not in group.labels or Label.POPULATION in group.labels:
        return False
    if anchor.sibling and Label.REGION in anchor.shared:
        return False
    reading = anchor.reading
    apart = group.members[0].candidate.sentence.block != reading.candidate.sentence.block
    return (
        apart
        and head.population in (Population.WOMEN_CHILDREN, Population.ALL)
        and anchor.frame.population in (*_YOUNG, Population.WOMEN)
        and reading.value not in (group.total, *group.onward)
    )


def _other_kind_now(group: Group, anchor: Anchor, violence: Violence) -> bool:
    """Whether a list that goes on has come to another kind in another paragraph."""
    told = anchor.reading.violence
    apart = group.members[0].candidate.sentence.block != anchor.reading.candidate.sentence.block
    return anchor.sibling and apart and Violence.ANY not in (told, violence) and told is not violence


def _after_sexes(group: Group, anchor: Anchor) -> bool:
    """Whether a list comes after one by sex, of whose items it is no part: it speaks of both again."""
    apart = group.members[0].candidate.sentence.index != anchor.reading.candidate.sentence.index
    divided = anchor.group.split and len(anchor.group.members) > 1 and not anchor.sibling
    return divided and apart and Label.POPULATION not in group.labels and not _makes_up(group, anchor)


def _of_both(group: Group, anchor: Anchor) -> Population | None:
    """Whom a list counts after one of women and of children, or of girls and boys, as part of neither."""
    apart = group.members[0].candidate.sentence.index != anchor.reading.candidate.sentence.index
    if not apart or Label.POPULATION in group.labels or _makes_up(group, anchor):
        return None
    parts = {member.population for member in anchor.group.members if member.own.population}
    if {Population.GIRLS, Population.BOYS} <= parts <= _YOUNG:
        return Population.CHILDREN
    both = Population.WOMEN in parts and parts & _YOUNG and Population.MEN not in parts
    return Population.WOMEN_CHILDREN if both else None


def _larger_than_part(group: Group, head: Reading) -> bool:
    """Whether a lone number of the same year is larger than a first figure that counts a part."""
    part = head.population not in (Population.WOMEN_CHILDREN, Population.ALL)
    first = group.members[0]
    years = {mention.year for mention in first.own.periods}
    alone = len(group.members) == 1 and group.labels <= {Label.PERIOD} and years <= {head.when.year}
    return part and alone and not first.own.population and first.value > head.value


def _of_spouses(option: Option[Population]) -> Option[Population]:
    """Violence between spouses is seldom meant where children are spoken of."""
    if option.value not in _YOUNG or option.features.get("sentence"):
        return option
    return Option(option.value, {**option.features, "spouses": 1.0})


def recency(zone: str, position: int, group: Group, anchor: Anchor | None) -> dict[str, float]:
    """Whether a topic of the sentence before was set after the anchor, and the list has no label."""
    if zone != "previous":
        return {}
    since = anchor is None or position > anchor.reading.candidate.start
    return {"after_anchor": float(since), "bare": float(group.labels <= {Label.PERIOD})}


_PASSAGE = ("previous_block", "previous_two")


def _topic_signs(zone: str, cues: Sequence[Cue], group: Group, anchor: Anchor | None) -> dict[str, float]:
    """How firmly the sentences before turn to other people than those of the list's total.

    What adds up to a total before it counts whom the total counts, whatever is said in between.
    """
    if anchor is not None and _makes_up(group, anchor):
        return {}
    if zone in _PASSAGE:
        return {"after_anchor": float(anchor is None or cues[-1].start > anchor.reading.candidate.start)}
    return recency(zone, cues[-1].start, group, anchor)


def _makes_up(group: Group, anchor: Anchor) -> bool:
    """Whether several items are exactly the parts of the total they hang on."""
    total = anchor.reading.value
    return not anchor.sibling and total > 1 and len(group.members) > 1 and total == group.total


def own_population(reading: Reading, base: Population, *, split: bool, sex: str | None = None) -> Population:
    """The population with the item's own words laid over what it inherits.

    ``split`` says that the list divides by sex, so that 'perempuan' among children are girls; ``sex`` is
    that of the whole which the list divides by age.
    """
    cues = _whom(reading)
    if reading.unit is Unit.PERPETRATORS:
        cues = [cue for cue in cues if cue.marked and cue.start < reading.candidate.start]
    near = _nearest(reading, cues)
    value = _joined(near, base, split=split)
    if {cue.value for cue in near} == {MALE, Population.CHILDREN}:
        return Population.BOYS
    if value is None or (base is not Population.ALL and all(cue.word in _PUPILS for cue in cues)):
        return base
    return _BY_SEX.get((sex, value), value)


_PUPILS = {"siswa", "pelajar", "murid", "santri"}
"""Beside a total that says whom it counts they only tell what the victims do."""
_BY_SEX: Mapping[tuple[str | None, Population], Population] = {
    (FEMALE, Population.CHILDREN): Population.GIRLS,
    (MALE, Population.CHILDREN): Population.BOYS,
}


def _nearest(reading: Reading, cues: Sequence[Cue]) -> Sequence[Cue]:
    """Without 'perempuan dan anak' farther off than one of them ('data perempuan dan anak: 6 anak')."""
    start = reading.candidate.start
    both = [cue for cue in cues if cue.value == Population.WOMEN_CHILDREN and cue.end <= start]
    if not both or both != [cue for cue in cues if cue.value == Population.WOMEN_CHILDREN]:
        return cues
    nearer = [cue for cue in cues if cue.start >= both[-1].end and cue.start <= reading.candidate.tail + 1]
    return nearer or cues


def _several(cues: Sequence[Cue]) -> bool:
    """Whether women and children are each spoken of, so that the passage is about neither alone."""
    values = {refined(cue.value, Population.ALL) for cue in cues}
    return len({Population.CHILDREN if value in _YOUNG else value for value in values}) > 1


def _joined(cues: Sequence[Cue], base: Population, *, split: bool = False) -> Population | None:
    """One population out of the cues of one zone; both sexes beside another word only divide the others."""
    if {FEMALE, MALE} <= {cue.value for cue in cues}:
        cues = [cue for cue in cues if cue.value not in (FEMALE, MALE)]
    values = [refined(cue.value, base if split or cue.value == ADULT else Population.ALL) for cue in cues]
    return _one_of(values, base) if values else None


def _one_of(values: Sequence[Population], base: Population) -> Population:
    """What people named side by side make together, else those named last."""
    kinds = set(values)
    if Population.WOMEN_CHILDREN in kinds:
        return Population.WOMEN_CHILDREN
    if {Population.GIRLS, Population.BOYS} <= kinds <= _YOUNG:
        return Population.CHILDREN
    if {Population.MEN, Population.CHILDREN} <= kinds:
        return Population.ALL
    if kinds == {Population.WOMEN, Population.CHILDREN}:
        return (
            Population.WOMEN_CHILDREN if base is Population.WOMEN_CHILDREN or len(values) == 2 else values[-1]
        )
    if kinds & {Population.GIRLS, Population.BOYS} and len(kinds - {Population.CHILDREN}) == 1:
        return next(iter(kinds - {Population.CHILDREN}))
    return values[-1]


def refined(value: str, base: Population) -> Population:
    """A cue's population given what it is said of: 'perempuan' among children are girls."""
    if value == FEMALE:
        return Population.GIRLS if base in _YOUNG else Population.WOMEN
    if value == MALE:
        return Population.BOYS if base in _YOUNG else Population.MEN
    if value == ADULT:
        return base if base in (Population.ALL, Population.MEN) else Population.WOMEN
    return Population(value)


def _first_sibling(group: Group) -> list[Cue]:
    """Cues of the first item that stand before the words its list varies by."""
    first = group.members[0]
    if Label.POPULATION in group.labels or len(group.members) < 2:
        return []
    others = sum(bool(member.own.population) for member in group.members[1:])
    if others * 2 >= len(group.members):
        return []
    if Label.VIOLENCE not in group.labels:
        return _whom(first)
    label = min((cue.start for cue in first.own.violence if not cue.generic), default=0)
    return [cue for cue in _whom(first) if cue.start < label]


_AGES = {"balita", "batita", "bayi", "remaja"}


def _whom(reading: Reading) -> list[Cue]:
    """The own population words; beside an age in years 'balita' is an age, and the total's people stay."""
    if not any(word.dimension is Dimension.AGE for word in reading.own.words):
        return list(reading.own.population)
    return [cue for cue in reading.own.population if cue.word not in _AGES]


def _document_options(
    material: Material, group: Group, zones: Zones, cues: Sequence[Cue], violence: Violence
) -> list[Option[Population]]:
    options: list[Option[Population]] = []
    own = _own_kinds(group)
    own = own or ({violence.value} if violence is not Violence.ANY else set())
    if own == {Violence.TRAFFICKING.value}:
        return options
    for name, span in (("title", title_span(material)), ("opening", opening_span(material))):
        found = [
            cue
            for cue in within(cues, *span)[:_TOPIC_CUES]
            if (names_both(cue) or not said_aside(material, cue)) and not zones.labels_part(cue)
        ]
        if found:
            value = _topic(found)
            composite = value is Population.WOMEN_CHILDREN
            other = not composite and _other_kind(material, found, own)
            options.append(
                Option(value, {name: 1.0, "composite": float(composite), "other_kind": float(other)})
            )
    if material.names_both:
        options.append(Option(Population.WOMEN_CHILDREN, {"document": 1.0, "composite": 1.0}))
    return options


def _same_kind(group: Group, head: Reading) -> bool:
    """Whether the list counts the kind of violence that the first figure counts, or no other."""
    own = _own_kinds(group)
    return (
        head.violence is Violence.ANY if not own else head.violence is Violence.ANY or own <= {head.violence}
    )


def _other_kind(material: Material, cues: Sequence[Cue], own: set[str]) -> bool:
    """Whether headline or opening name whom only for one kind of violence ('pencabulan anak'), of several."""
    sentences = [material.document.sentence_at(cue.start) for cue in cues]
    spans = {(sentence.start, sentence.end) for sentence in sentences if sentence is not None}
    found = [cue for span in spans for cue in cues_in(material.cues, *span, CueKind.VIOLENCE)]
    kinds = {cue.value for cue in found if not cue.generic}
    return bool(kinds) and bool(own - kinds)


def _topic(cues: Sequence[Cue]) -> Population:
    """What the headline or opening is about: the composite where it occurs, else the commonest."""
    values = [refined(cue.value, Population.ALL) for cue in cues]
    if Population.WOMEN_CHILDREN in values or {Population.WOMEN, Population.CHILDREN} <= set(values):
        return Population.WOMEN_CHILDREN
    if {Population.GIRLS, Population.BOYS} <= set(values) <= _YOUNG:
        return Population.CHILDREN
    return max(set(values), key=lambda value: (values.count(value), -values.index(value)))
