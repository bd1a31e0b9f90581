"""Whom, what kind and which place a statement is about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Document, Span
from extractors.figures.cues import FEMALE, MALE, Cue, CueKind, cues_in
from extractors.mentions import PlaceVia, RegionMention
from extractors.trends.statements import Statement
from models.records import FigureRecord
from models.regions import NATIONAL
from models.vocabulary import Population, Violence

_PLACE_AFTER = re.compile(r"\s+(?:adalah|ialah|yakni|yaitu|(?:terjadi |tercatat )?di)\s+")
_SPOKEN_ON = re.compile(r",? (?:pada )?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b", re.IGNORECASE)
"""'katanya di Jakarta, Jumat (7/3)': where somebody spoke, not where it rose."""
_NATION = re.compile(
    r"\b(?:di (?:seluruh )?(?:negara|negeri|bangsa|tanah air)(?: kita| ini| tercinta)?|se-?indonesia|"
    r"secara nasional|di tingkat nasional|skala nasional)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[A-Z]\w+\)?,\s+$")
_SHORT = 60
_BESIDE = re.compile(
    r",\s+|,?\s+(?:dan|serta|maupun|juga)\s+(?:(?:kecamatan|kabupaten|kota)\s+)?", re.IGNORECASE
)
_ESPECIALLY = re.compile(
    r"(?:terutama|khususnya|utamanya|lebih-lebih|apalagi) (?:yang |untuk |pada |di |kasus |perkara |"
    r"korban |jenis ){0,3}",
    re.IGNORECASE,
)
_OTHERS_HERE = re.compile(
    r"\b(?:kecamatan|kelurahan|distrik|desa) (?:lain\w*|sisanya|selebihnya)", re.IGNORECASE
)
_POPULATIONS = {FEMALE: Population.WOMEN, MALE: Population.MEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The region, population and violence of one statement."""

    region: str | None
    population: Population
    violence: Violence
    own_population: bool
    own_violence: bool
    """Whether the text at hand names them; else they are the article's usual ones."""
    said: bool
    """Whether the sentence itself names either."""


class ScopeReader:
    """Reads scopes for one document."""

    def __init__(
        self,
        document: Document,
        *,
        regions: Sequence[RegionMention],
        figures: Sequence[FigureRecord],
        cues: Sequence[Cue],
        home: str | None,
    ) -> None:
        self._document = document
        self._regions = sorted(regions, key=lambda region: region.start)
        self._figures = sorted(figures, key=lambda figure: figure.start)
        self._cues = cues
        self._home = home

    def read(self, statement: Statement) -> Scope:
        """The statement's own words first, then the figure it compares, then the words before it."""
        figure = self._figure_of(statement)
        own = self._own_span(statement)
        earlier = self._earlier_span(statement)
        said = self._population(own) is not None or self._violence(own) is not None
        population = self._population(own) or (figure.population if figure else self._population(earlier))
        violence = self._violence(own) or (figure.violence if figure else self._violence(earlier))
        return Scope(
            region=self._region(statement, figure),
            population=population or self._usual_population(),
            violence=violence or Violence.ANY,
            own_population=population is not None,
            own_violence=violence is not None,
            said=said,
        )

    def each(self, statement: Statement) -> list[Scope]:
        """The statement's scope, once for each place of a list before it ('Pulung dan Sawoo naik')."""
        scope = self.read(statement)
        sentence = statement.sentence
        places = [
            place
            for place in self._places(sentence.start, sentence.end)
            if statement.begin <= place.start and place.end <= statement.start
        ]
        if len(places) < 2 or scope.region != places[-1].code or statement.start - places[-1].end > _SHORT:
            return [scope]
        codes = [places[-1].code]
        for place, following in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            alike = place.code.count(".") == codes[0].count(".") and place.code not in codes
            if not alike or not _BESIDE.fullmatch(self._document.plain, place.end, following.start):
                break
            codes.append(place.code)
        return [replace(scope, region=code) for code in reversed(codes)]

    def especially(self, statement: Statement) -> Scope | None:
        """The part that 'turun, terutama KDRT' says of its own; null when none is named."""
        stop = statement.sentence.end
        match = _ESPECIALLY.search(self._document.plain, statement.end, stop)
        if match is None:
            return None
        span = match.end(), min(stop, match.end() + _SHORT)
        population, violence = self._population(span), self._violence(span)
        if population is None and violence is None:
            return None
        whole = self.read(statement)
        return replace(
            whole, population=population or whole.population, violence=violence or whole.violence, said=True
        )

    def _own_span(self, statement: Statement) -> Span:
        """The words up to the verb when they name the subject, else the whole sentence."""
        sentence = statement.sentence
        for before in ((statement.begin, statement.start), (sentence.start, statement.start)):
            if self._population(before) or self._violence(before):
                return before
        return sentence.start, sentence.end

    def _earlier_span(self, statement: Statement) -> Span:
        first = self._document.sentences[max(0, statement.sentence.index - 2)]
        return first.start, statement.sentence.start

    def _figure_of(self, statement: Statement) -> FigureRecord | None:
        """The undivided figure beside the statement, of its later year if there is a choice."""
        first = self._document.sentences[max(0, statement.sentence.index - 1)].start
        near = [
            figure
            for figure in self._figures
            if first <= figure.start < statement.sentence.end and figure.breakdown is None
        ]
        if not near:
            return None
        return min(
            near, key=lambda figure: (figure.year != statement.to_year, abs(figure.end - statement.start))
        )

    def _region(self, statement: Statement, figure: FigureRecord | None) -> str | None:
        """The place named before the verb, the figure's, the place of the sentence before, the article's."""
        sentence = statement.sentence
        if _OTHERS_HERE.search(self._document.plain, statement.begin, statement.start):
            return self._home
        own = self._places(sentence.start, sentence.end)
        if _NATION.search(self._document.plain, sentence.start, statement.start):
            own = [place for place in own if place.end <= statement.start]
        if not own and _NATION.search(self._document.plain, sentence.start, sentence.end):
            return NATIONAL
        if own:
            return self._named(statement, own)
        if figure is not None and figure.region is not None and not self._is_far_part(statement, figure):
            return figure.region
        return self._named_before(statement)

    def _named(self, statement: Statement, own: Sequence[RegionMention]) -> str:
        """The place right behind the verb, the last one before it, the first one after it."""
        after = _PLACE_AFTER.match(self._document.plain, statement.end)
        told = [region for region in own if after and after.end() == region.start]
        before = [region for region in own if region.end <= statement.start]
        return self._seat(_most_specific(own, (told or before[-1:] or own)[0]), before)

    def _seat(self, code: str, before: Sequence[RegionMention]) -> str:
        """'Polres Kaimana, Papua Barat': the place before the comma, not the one it lies in."""
        if not before or before[-1].code != code:
            return code
        place = before[-1].start
        index = bisect_left(self._regions, place, key=lambda region: region.start)
        inner = self._regions[index - 1] if index else None
        if inner is None or not inner.code.startswith(f"{code}."):
            within = self._home is not None and self._home.startswith(f"{code}.")
            beside = _APPOSED.search(self._document.plain, max(0, place - _SHORT), place)
            return self._home if self._home and within and beside else code
        return inner.code if re.fullmatch(r"\)?,\s+", self._document.plain[inner.end : place]) else code

    def _named_before(self, statement: Statement) -> str | None:
        """The place of the sentence before, unless it only tells where the article's own lies."""
        sentence = statement.sentence
        earlier = self._document.sentences[max(0, sentence.index - 1)]
        if statement.start - sentence.start <= _SHORT and earlier.block == sentence.block:
            said = self._places(earlier.start, earlier.end)
            code = _most_specific(said, said[-1]) if said else None
            if code is not None and not (self._home or "").startswith(f"{code}."):
                return code
        return self._home

    def _is_far_part(self, statement: Statement, figure: FigureRecord) -> bool:
        """Whether the figure is of a part of the article's place and stands in another paragraph."""
        first = self._document.sentences[statement.sentence.index - 1] if statement.sentence.index else None
        other = first is not None and figure.start < first.end and first.block != statement.sentence.block
        return other and self._home is not None and (figure.region or "").startswith(f"{self._home}.")

    def _places(self, start: int, end: int) -> list[RegionMention]:
        named = {PlaceVia.NAME, PlaceVia.ALIAS, PlaceVia.NATIONAL}
        first = bisect_left(self._regions, start, key=lambda region: region.start)
        last = bisect_left(self._regions, end, lo=first, key=lambda region: region.start)
        return [
            region
            for region in self._regions[first:last]
            if region.via in named and not _SPOKEN_ON.match(self._document.plain, region.end)
        ]

    def _population(self, span: Span) -> Population | None:
        found = cues_in(self._cues, *span, CueKind.POPULATION)
        values = [_POPULATIONS.get(cue.value, cue.value) for cue in found]
        if Population.WOMEN_CHILDREN in values or {Population.WOMEN, Population.CHILDREN} <= set(values):
            return Population.WOMEN_CHILDREN
        usable = [value for value in values if value in set(Population)]
        return Population(usable[-1]) if usable else None

    def _usual_population(self) -> Population:
        values = [
            cue.value for cue in self._cues if cue.kind is CueKind.POPULATION and cue.value in set(Population)
        ]
        return Population(max(values, key=values.count)) if values else Population.ALL

    def _violence(self, span: Span) -> Violence | None:
        found = cues_in(self._cues, *span, CueKind.VIOLENCE)
        kinds = {cue.value for cue in found if not cue.generic}
        if len(kinds) == 1 and not any(cue.generic for cue in found):
            return Violence(kinds.pop())
        return Violence.ANY if found else None


def _most_specific(places: Sequence[RegionMention], chosen: RegionMention) -> str:
    """'Kabupaten Kampar Provinsi Riau' is about Kampar."""
    inside = [place for place in places if place.code.startswith(f"{chosen.code}.")]
    return inside[-1].code if inside else chosen.code
