"""The values that each field of a figure could take, and what can be seen of them.

A value's features say where it is mentioned, not what it is, except where the
vocabulary is closed: 'perempuan' in the headline means something else for the
population ``women`` than for ``girls``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from extractors.document import BlockKind
from extractors.figures.cues import ADULT, FEMALE, MALE, CueKind
from extractors.figures.material import Material
from extractors.figures.reading import Reading
from extractors.mentions import PeriodMention, PlaceVia, RegionMention
from extractors.ranking.views import Features, Layout, Place, recency
from models.vocabulary import Population, Unit, Violence

V = TypeVar("V", bound=Hashable)
Value = Hashable
Options = Mapping[Value, Features]
Span = tuple[int | None, str | None]
"""A year, and its months when it is not the whole calendar year."""


class Field(StrEnum):
    """The fields that are ranked."""

    REGION = "region"
    PERIOD = "period"
    POPULATION = "population"
    VIOLENCE = "violence"


_UNSEEN = 9
_POPULATION_ZONES = (
    "own_before", "own_after", "sent_before", "sent_after", "prev1",
    "same_block_before", "title", "opening", "lead", "heading", "back",
)  # fmt: skip
_AGREEMENT_ZONES = (
    "own_before",
    "own_after",
    "sent_before",
    "sent_after",
    "prev1",
    "lead",
    "title",
    "opening",
)
_PLAIN = frozenset(population.value for population in Population)
_FITTING: Mapping[str, tuple[Population, ...]] = {
    FEMALE: (Population.WOMEN, Population.GIRLS),
    MALE: (Population.MEN, Population.BOYS),
    ADULT: (Population.WOMEN, Population.MEN),
    Population.CHILDREN: (Population.CHILDREN, Population.GIRLS, Population.BOYS),
}
"""Populations that a word can stand for, where that is not just the one it names."""
_WOMEN_OFFICE = re.compile(r"perempuan|wanita|p2?tp2a|ppa\b|d?p3a|pppa|wcc|apik|komnas\s+p")
_CHILDREN_OFFICE = re.compile(r"anak|p2?tp2a|ppa\b|d?p3a|pppa|kpa[di]|\blpa\b|\blpai\b")
_GENERIC_ZONES = ("own_before", "own_after", "sent_before", "prev1", "title")
_OWN = ("own_before", "own_after")
_SENTENCE = (*_OWN, "sent_before", "sent_after")
_WIDE = (Violence.DOMESTIC, Violence.ONLINE, Violence.TRAFFICKING, Violence.OFFENDER_CHILD)


@dataclass(frozen=True, slots=True)
class _Grouped(Generic[V]):
    """Places of mentions by the value they name."""

    places: Mapping[V, Sequence[Place]]
    starts: Sequence[tuple[int, V]]


class OptionFinder:
    """Finds the options of every figure of one article."""

    def __init__(self, material: Material, readings: Sequence[Reading]) -> None:
        self._material = material
        self._layout = Layout(material, readings)
        self._regions = [
            (mention, place)
            for mention, place in self._layout.place(material.regions)
            if mention.via is not PlaceVia.OUTSIDE
        ]
        self._periods = [
            (mention, place)
            for mention, place in self._layout.place(material.periods)
            if not mention.dateline and mention.year
        ]
        self._ruled = {(reading.when.year, reading.when.period) for reading in readings}
        self._offices = _offices(material)
        self._cues = {
            kind: self._layout.place([cue for cue in material.cues if cue.kind is kind]) for kind in CueKind
        }

    def options(self, field: Field, reading: Reading) -> Options:
        """The values that a field could take, each with its features."""
        return {
            Field.REGION: self._region,
            Field.PERIOD: self._period,
            Field.POPULATION: self._population,
            Field.VIOLENCE: self._violence,
        }[field](reading)

    def _region(self, reading: Reading) -> Options:
        home, position = self._material.home_region, reading.candidate.start
        grouped = _group((mention.code, place) for mention, place in self._regions)
        counts = Counter(mention.code for mention, _ in self._regions)
        order = recency(grouped.starts, position, unseen=_UNSEEN)
        before = [mention for mention, _ in self._regions if mention.start < position]
        last = before[-1].code if before else ""
        options: dict[Value, Features] = {}
        for code in dict.fromkeys([*grouped.places, *([home] if home else [])]):
            features = self._layout.view(reading, grouped.places.get(code, ()))
            features |= _relation(code, home or "", "home") | _relation(code, last, "last")
            features["level"] = -1.0 if code == "ID" else float(code.count("."))
            features["freq"] = counts[code] / max(1, len(self._regions))
            features["rec"] = float(order.get(code, _UNSEEN))
            features |= _last_named([mention for mention in before if mention.code == code])
            options[code] = features
        return options

    def _period(self, reading: Reading) -> Options:
        grouped = _group((self._covering(mention), place) for mention, place in self._periods)
        by_year = _group((mention.year, place) for mention, place in self._periods)
        published = self._material.document.published
        values: dict[Span, None] = dict.fromkeys([*grouped.places, *self._ruled])
        if published:
            values.setdefault(self._whole(published.year))
        years = [year for year, _ in values if year]
        order = recency(grouped.starts, reading.candidate.start, unseen=_UNSEEN)
        first = self._covering(self._periods[0][0]) if self._periods else None
        options: dict[Value, Features] = {}
        for value in values:
            year, months = value
            features = self._layout.view(reading, grouped.places.get(value, ()))
            around = self._layout.view(reading, by_year.places.get(year, ()))
            features |= {f"y_{name}": amount for name, amount in around.items()}
            features |= {
                "pubyear": float(published.year - year) if published and year else -1.0,
                "whole": float(months is None),
                "single": float(months is not None and months[:7] == months[8:]),
                "freq": float(len(grouped.places.get(value, ()))),
                "rec": float(order.get(value, _UNSEEN)),
                "maxyear": float(max(years, default=0) - (year or 0)),
                "nper": float(len(self._periods)),
                "first_mention": float(value == first),
            }
            options[value] = features
        return options

    def _covering(self, mention: PeriodMention) -> Span:
        if mention.period is None and mention.year is not None:
            return self._whole(mention.year)
        return (mention.year, mention.period)

    def _whole(self, year: int) -> Span:
        """A year; the year of publication up to the month of publication (codebook: period)."""
        published = self._material.document.published
        if published is None or year != published.year or published.month == 12:
            return (year, None)
        return (year, f"{year}-01/{year}-{published.month:02d}")

    def _population(self, reading: Reading) -> Options:
        grouped = _group((cue.value, place) for cue, place in self._cues[CueKind.POPULATION])
        views = {value: self._layout.view(reading, places) for value, places in grouped.places.items()}
        seen = {
            f"{value}|{zone}": view[zone]
            for value, view in views.items()
            for zone in _POPULATION_ZONES
            if zone in view
        }
        total = max(1, len(grouped.starts))
        seen |= {f"{value}|share": len(places) / total for value, places in grouped.places.items()}
        options: dict[Value, Features] = {}
        for population in Population:
            direct = views.get(population.value, {})
            features = {f"d_{zone}": amount for zone, amount in direct.items()}
            features |= {f"v_{population}": 1.0, "mention": float(population.value in views)}
            features |= _agreement(population, views)
            options[population] = features | seen | self._offices
        return options

    def _violence(self, reading: Reading) -> Options:
        cues = self._cues[CueKind.VIOLENCE]
        named = _group((cue.value, place) for cue, place in cues if not cue.generic)
        generic = _group((cue.value, place) for cue, place in cues if cue.generic)
        views = {value: self._layout.view(reading, places) for value, places in named.places.items()}
        around = {
            f"generic:{value}|{zone}": view[zone]
            for value, places in generic.places.items()
            for view in [self._layout.view(reading, places)]
            for zone in _GENERIC_ZONES
            if zone in view
        }
        around |= {
            "k_own": _kinds(views, _OWN),
            "k_sent": _kinds(views, _SENTENCE),
            "k_title": _kinds(views, ("title",)),
            "k_prev": _kinds(views, ("prev1",)),
            "k_all": float(len(named.places) + len(generic.places)),
        }
        options: dict[Value, Features] = {}
        for kind in dict.fromkeys([*(Violence(str(v)) for v in views), Violence.ANY, Violence.OTHER]):
            features = {f"d_{zone}": amount for zone, amount in views.get(kind.value, {}).items()}
            features["v_any"] = float(kind is Violence.ANY)
            features["v_other"] = float(kind is Violence.OTHER)
            features["wide"] = float(kind in _WIDE)
            features["share"] = len(named.places.get(kind.value, ())) / max(1, len(cues))
            options[kind] = features | around
        return options


def context(readings: Sequence[Reading], index: int, material: Material) -> Features:
    """What holds for all options of one figure."""
    reading = readings[index]
    candidate = reading.candidate
    before = readings[index - 1] if index else None
    kind = material.document.block_of(candidate.sentence).kind
    return {
        "c_own_r": float(bool(reading.own.regions)),
        "c_own_p": float(bool(reading.own.periods)),
        "c_own_pop": float(bool(reading.own.population)),
        "c_own_v": float(any(not cue.generic for cue in reading.own.violence)),
        "c_own_gen": float(any(cue.generic for cue in reading.own.violence)),
        "c_own_w": float(bool(reading.own.words)),
        "c_item": float(kind in (BlockKind.ITEM, BlockKind.ROW)),
        "c_same_sent": float(
            before is not None and before.candidate.sentence.index == candidate.sentence.index
        ),
        "c_same_block": float(
            before is not None and before.candidate.sentence.block == candidate.sentence.block
        ),
        "c_nounit": float(candidate.unit is None),
        "c_person": float(candidate.person),
        "c_perp": float(candidate.unit is Unit.PERPETRATORS),
        "c_logv": float(reading.value.bit_length()),
        "c_bigger": float(before is not None and reading.value > before.value),
        "c_haspar": float(reading.parent is not None),
        "c_sentpos": float(min(candidate.sentence.index, 12)),
    }


def _group(found: Iterable[tuple[V, Place]]) -> _Grouped[V]:
    places: dict[V, list[Place]] = defaultdict(list)
    starts = []
    for value, place in found:
        places[value].append(place)
        starts.append((place.start, value))
    return _Grouped(places, starts)


def _relation(code: str, other: str, name: str) -> Features:
    return {
        f"is_{name}": float(code == other),
        f"in_{name}": float(bool(other) and code.startswith(f"{other}.")),
        f"over_{name}": float(other.startswith(f"{code}.")),
    }


def _last_named(mentions: Sequence[RegionMention]) -> Features:
    if not mentions:
        return {"l_agency": -1.0}
    last = mentions[-1]
    return {
        "l_agency": float(last.via is PlaceVia.AGENCY),
        "l_juris": float(last.via is PlaceVia.JURISDICTION),
        "l_explicit": float(last.explicit_kind),
        "l_conf": last.confidence,
    }


def _agreement(population: Population, views: Mapping[str, Features]) -> Features:
    """By zone, whether words stand there that fit a population, and words that do not."""
    features: Features = {}
    for zone in _AGREEMENT_ZONES:
        for word, view in views.items():
            if zone in view:
                fits = population in _FITTING.get(word, (Population(word),) if word in _PLAIN else ())
                features[f"{'fits' if fits else 'clashes'}_{zone}"] = 1.0
    return features


def _offices(material: Material) -> Features:
    """Whom the offices named in the article are there for."""
    names = [material.lower[agency.start : agency.end] for agency in material.agencies]
    women = [bool(_WOMEN_OFFICE.search(name)) for name in names]
    children = [bool(_CHILDREN_OFFICE.search(name)) for name in names]
    count = max(1, len(names))
    return {
        "office_women": sum(w and not c for w, c in zip(women, children, strict=True)) / count,
        "office_children": sum(c and not w for w, c in zip(women, children, strict=True)) / count,
        "office_both": sum(w and c for w, c in zip(women, children, strict=True)) / count,
    }


def _kinds(views: Mapping[str, Features], zones: Sequence[str]) -> float:
    """How many kinds of violence are named in some zones."""
    return float(sum(any(zone in view for zone in zones) for view in views.values()))
