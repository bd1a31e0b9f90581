"""Figures out of one document: candidates, lists, scope, restatements, records."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from extractors.document import BlockKind
from extractors.figures.anchors import choose_anchor
from extractors.figures.arithmetic import populations_of_parts
from extractors.figures.breakdown import (
    governing_word,
    group_dimension,
    own_breakdown,
)
from extractors.figures.calendar import Calendar, read_calendar
from extractors.figures.candidates import find_candidates, name_reporters
from extractors.figures.certainty import add_article_signs, scope_signs, verdict_signs
from extractors.figures.choice import Choice
from extractors.figures.counting import Judged, judge_figure, topic_weight
from extractors.figures.coverage import Coverage, read_coverage
from extractors.figures.forms import tells_forms
from extractors.figures.groups import Group, form_groups
from extractors.figures.material import Material
from extractors.figures.movement import as_before, share_words
from extractors.figures.parallel import goes_with, in_same_order, leads_on
from extractors.figures.population import frame_population, own_population
from extractors.figures.qualifier import read_qualifier
from extractors.figures.reading import Frame, Label, Reading
from extractors.figures.restate import about_again, restated, rounded, unique
from extractors.figures.segments import assign_spans
from extractors.figures.series import date_series
from extractors.figures.sexes import divides_by_sex, sex_of_whole
from extractors.figures.source import credit
from extractors.figures.spread import spread
from extractors.figures.subtypes import add_subtypes
from extractors.figures.unit import frame_unit, is_accused, offends, own_unit
from extractors.figures.violence import frame_violence, own_violence
from extractors.figures.when import frame_when, own_when
from extractors.figures.where import frame_region, own_region, place_after_both, shares_place
from extractors.figures.whole import whole_figure
from extractors.figures.zones import Zones
from extractors.toolkit import Certainty, Ranker, Scorer
from models.records import FigureRecord
from models.vocabulary import Population, Unit


def find_figures(
    material: Material,
    scorer: Scorer,
    certainty: Certainty | None = None,
    ranker: Ranker | None = None,
) -> tuple[FigureRecord, ...]:
    """Every aggregate count that the article states, in order of its evidence.

    ``certainty`` turns what spoke for a figure into its confidence; without it that is
    the least sure of the decisions. ``ranker`` gives a second opinion on their fields.
    """
    readings = read_figures(material, scorer)
    if ranker is not None:
        ranker.revise(material, readings)
    add_subtypes(material.lower, readings)
    found = unique(readings)
    add_article_signs(found)
    return tuple(_record(material, reading, certainty) for reading in found)


def read_figures(material: Material, scorer: Scorer) -> list[Reading]:
    """The figures with their fields, before they become records."""
    readings = _judged(material, _all_readings(material), scorer)
    kept, groups = _read_groups(material, readings, {}, scorer)
    told = populations_of_parts(groups)
    return _read_groups(material, readings, told, scorer)[0] if told else kept


def _read_groups(
    material: Material, readings: Sequence[Reading], told: Mapping[int, Population], scorer: Scorer
) -> tuple[list[Reading], list[Group]]:
    """Read all lists in order; ``told`` gives totals the population that their parts add up to."""
    groups = form_groups(material, [replace(reading) for reading in readings])
    owners = _by_sentence([reading for group in groups for reading in group.members])
    calendar = read_calendar(material, readings)
    coverage = read_coverage(material, readings)
    done: list[Group] = []
    kept: list[Reading] = []
    by_value: dict[int, list[Reading]] = {}
    last: str | None = None
    for group in _headlines_last(material, groups):
        _read_group(material, group, done, owners, calendar, coverage=coverage, told=told, scorer=scorer)
        for reading in group.members:
            same = by_value.setdefault(reading.value, [])
            headline = _is_headline(material, group)
            other = restated(reading, same, headline=headline)
            if other is None:
                other = rounded(reading, kept) if headline else about_again(reading, kept)
            if other is not None:
                _take_over(reading, other)
                continue
            last = reading.source = credit(material, group, reading, last)
            kept.append(reading)
            same.append(reading)
        done.append(group)
    return kept, done


def _headlines_last(material: Material, groups: Sequence[Group]) -> list[Group]:
    """The story's figures first: a headline's is coded only when the story never says it."""
    return sorted(groups, key=lambda group: _is_headline(material, group))


def _is_headline(material: Material, group: Group) -> bool:
    block = material.document.blocks[group.members[0].candidate.sentence.block]
    return block.kind is BlockKind.TITLE


def _all_readings(material: Material) -> list[Reading]:
    readings: list[Reading] = []
    candidates = find_candidates(material)
    for _, same in groupby(candidates, key=lambda candidate: candidate.sentence.index):
        sentence = list(same)
        assign_spans(material, sentence)
        name_reporters(material.lower, sentence)
        shared = share_words(material, date_series(material, spread(material, sentence)))
        readings += [copy for reading in shared for copy in as_before(material, reading)]
    return in_same_order(material, readings)


def _judged(material: Material, readings: Sequence[Reading], scorer: Scorer) -> list[Reading]:
    judged = Judged()
    topic = topic_weight(material)
    for index, reading in enumerate(readings):
        if reading.moved and readings[index - 1] not in judged.kept[-1:]:
            continue  # Where a count moved to is no figure where the count itself is none.
        near = [
            other
            for other in readings[max(0, index - 3) : index + 4]
            if other is not reading and other.candidate.sentence.index == reading.candidate.sentence.index
        ]
        verdict = judge_figure(material, reading, near, judged, topic=topic, scorer=scorer)
        if verdict.value:
            reading.confidence *= verdict.confidence
            reading.signs = verdict_signs(verdict)
    return judged.kept


def _by_sentence(readings: Sequence[Reading]) -> dict[int, list[Reading]]:
    owners: dict[int, list[Reading]] = {}
    for reading in readings:
        owners.setdefault(reading.candidate.sentence.index, []).append(reading)
    return owners


def _read_group(
    material: Material,
    group: Group,
    done: Sequence[Group],
    owners: dict[int, list[Reading]],
    calendar: Calendar,
    *,
    coverage: Coverage,
    told: Mapping[int, Population],
    scorer: Scorer,
) -> None:
    zones = Zones(material, group, owners)
    anchor = choose_anchor(material, group, done, scorer)
    chosen = anchor.value
    last = done[-1] if done else None
    head = whole_figure(done)
    violence = frame_violence(material, group, zones, chosen, scorer)
    population = frame_population(
        material,
        group,
        zones,
        chosen,
        head=head,
        coverage=coverage,
        violence=violence.value[0],
        scorer=scorer,
    )
    region = frame_region(material, group, zones, chosen, last, scorer=scorer)
    when = frame_when(material, group, zones, chosen, calendar, last=last, scorer=scorer)
    if chosen and chosen.sibling:
        group.chained = chosen.group.chained = True
    group.parent = chosen.reading if chosen and not chosen.sibling else None
    group.frame = Frame(
        population=population.value,
        violence=violence.value[0],
        subtype=violence.value[1],
        region=region.value,
        when=when.value,
        unit=frame_unit(material, group, zones, chosen, last),
    )
    group.split = divides_by_sex(material, group, population.features)
    group.dimension = group_dimension(material, group, zones)
    group.governed = governing_word(material, group)
    group.assumed = frozenset(
        label
        for label, choice in ((Label.REGION, region), (Label.PERIOD, when))
        if choice.features.get("document") or choice.features.get("title")
    )
    scope: Mapping[Label, Choice[Any]] = {
        Label.POPULATION: population,
        Label.VIOLENCE: violence,
        Label.REGION: region,
        Label.PERIOD: when,
    }
    before: Reading | None = None
    led: Population | None = None
    for reading in group.members:
        _read_member(material, group, reading, calendar)
        if before is not None and shares_place(material, before, reading):
            reading.region = before.region
        elif before is not None and place_after_both(material, before, reading):
            before.region = reading.region
        led = _led(material, before, reading, led)
        before = reading
        reading.population = told.get(reading.candidate.start, reading.population)
        reading.parent = group.parent
        reading.assumed = group.assumed - reading.labels
        inherited = (choice.confidence for label, choice in scope.items() if label not in reading.labels)
        reading.confidence *= min(inherited, default=1.0)
        signs = scope_signs(reading, scope, anchor, len(group.members))
        reading.signs = {**reading.signs, **signs}


def _led(
    material: Material, before: Reading | None, reading: Reading, led: Population | None
) -> Population | None:
    """Give an item the people named ahead of its neighbours; return those that lead the next ones."""
    if reading.own.population:
        return reading.population if leads_on(material, reading) else None
    if led is None or before is None or not goes_with(material, before, reading):
        return None
    reading.population = led
    return led


def _read_member(material: Material, group: Group, reading: Reading, calendar: Calendar) -> None:
    frame = group.frame
    reading.frame = frame
    reading.unit = own_unit(material, reading, frame, group)
    reading.population = own_population(reading, frame.population, split=group.split, sex=sex_of_whole(group))
    reading.violence = own_violence(
        reading, frame.violence, frame.subtype, group.dimension, whole=tells_forms(group)
    )
    if reading.unit is Unit.VICTIMS and (offends(reading) or is_accused(material, reading)):
        reading.unit = Unit.PERPETRATORS
    reading.region = own_region(material, reading, frame.region)
    reading.when = own_when(material, reading, frame.when, calendar)
    reading.breakdown = own_breakdown(material, reading, group)
    reading.qualifier = read_qualifier(material.lower, reading.candidate)


def _take_over(reading: Reading, other: Reading) -> None:
    """Let what follows a restatement inherit from the figure that it restates."""
    wider = bool(reading.own.population) or other.population is Population.ALL
    if wider and not other.own.population and reading.population is Population.WOMEN_CHILDREN:
        other.population = reading.population
    reading.population, reading.violence = other.population, other.violence
    reading.region, reading.when, reading.unit = other.region, other.when, other.unit
    reading.subtype = other.subtype
    reading.breakdown, reading.labels = other.breakdown, other.labels


def _record(material: Material, reading: Reading, certainty: Certainty | None) -> FigureRecord:
    start, end = _evidence(material, reading)
    confidence = certainty(reading.signs) if certainty else reading.confidence
    return FigureRecord(
        value=reading.value,
        unit=reading.unit,
        region=reading.region,
        year=reading.when.year,
        period=reading.when.period,
        population=reading.population,
        violence=reading.violence,
        breakdown=f"{reading.breakdown[0].value}:{reading.breakdown[1]}" if reading.breakdown else None,
        qualifier=reading.qualifier,
        source=reading.source,
        evidence=material.document.text[start:end],
        start=start,
        end=end,
        confidence=round(min(max(confidence, 0.01), 0.99), 4),
    )


def _evidence(material: Material, reading: Reading) -> tuple[int, int]:
    """The figure's own clause, trimmed; the sentence where the clause is very short."""
    text = material.document.text
    start, end = reading.candidate.own
    start, end = min(start, reading.candidate.start), max(end, reading.candidate.number.end)
    while start < reading.candidate.start and not text[start].isalnum():
        start += 1
    while end > reading.candidate.number.end and text[end - 1].isspace():
        end -= 1
    return start, end
