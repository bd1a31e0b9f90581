"""The trends that an article states, once each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.figures.cues import Cue, find_cues
from extractors.mentions import AgencyMention, RegionMention
from extractors.trends.cues import ALSO
from extractors.trends.scope import Scope, ScopeReader
from extractors.trends.statements import Statement, find_statements, in_heading
from models.records import FigureRecord, TrendRecord
from models.vocabulary import Population, Violence

_MOST_TELLINGS = 8
_DELTA = re.compile(
    r"^\W*(?:sebanyak|sebesar|sekitar|tajam|yakni|hingga)?\W*(?P<value>\d{1,3}(?:\.\d{3})*|"
    r"\d+)\s+(?:kasus|laporan|perkara|korban)"
    r"(?!\w)(?=[^.]{0,40}\b(?:dibanding\w*|ketimbang|dari|daripada)\b)",
    re.IGNORECASE,
)


def find_trends(
    document: Document,
    *,
    regions: Sequence[RegionMention] = (),
    figures: Sequence[FigureRecord] = (),
    cues: Sequence[Cue] | None = None,
    home: str | None = None,
    agencies: Sequence[AgencyMention] = (),
) -> tuple[TrendRecord, ...]:
    """Every comparison over time that the article states, in text order.

    Args:
        document: the segmented article.
        regions: its region mentions.
        figures: the figures read from it, which lend a statement their scope.
        cues: words of population and violence, where they have been looked for already with
            the names of agencies masked.
        home: code of the region the whole article is about, null when unknown.
        agencies: offices named, whose 'perempuan' and 'perlindungan' are nothing that rises.
    """
    document = replace(document, plain=_unnamed(document.plain, agencies))
    statements = find_statements(document, figures)
    if not statements:
        return ()
    if cues is None:
        cues = find_cues(document)
    reader = ScopeReader(document, regions=regions, figures=figures, cues=cues, home=home)
    told: list[list[tuple[Statement, Scope]]] = []
    ordered = sorted(statements, key=lambda item: _precision(document, item))
    for pair in ((statement, scope) for statement in ordered for scope in reader.each(statement)):
        known = next(
            (trend for trend in told if any(_restates(document, pair, other) for other in trend)), None
        )
        if known is None:
            told.append([pair])
        elif len(known) < _MOST_TELLINGS:
            known.append(pair)
    firsts = [trend[0] for trend in told]
    parts = [(statement, part) for statement, _ in firsts if (part := reader.especially(statement))]
    return tuple(
        _record(document, *pair) for pair in sorted([*firsts, *parts], key=lambda pair: pair[0].start)
    )


def _unnamed(plain: str, agencies: Sequence[AgencyMention]) -> str:
    """The text with the letters of agencies' names made unreadable, as long as before."""
    pieces, position = [], 0
    for agency in sorted(agencies, key=lambda agency: agency.start):
        if agency.start >= position:
            pieces += [plain[position : agency.start], re.sub(r"\w", "x", plain[agency.start : agency.end])]
            position = agency.end
    return "".join([*pieces, plain[position:]])


def _precision(document: Document, statement: Statement) -> tuple[bool, bool, bool, int]:
    """Precise statements first: what a headline or a vague sentence says again is then known."""
    return in_heading(document, statement), _is_vague(statement), statement.from_year is None, statement.start


def _is_vague(statement: Statement) -> bool:
    """Whether the sentence itself does not tell when."""
    return statement.in_series or not (statement.own_year or statement.every_year)


def _restates(document: Document, pair: tuple[Statement, Scope], earlier: tuple[Statement, Scope]) -> bool:
    """Whether a statement says again what an earlier, more precise one has said."""
    statement, scope = pair
    other, known = earlier
    heading = in_heading(document, statement)
    if other.direction is not statement.direction or (known.region != scope.region and not heading):
        return False
    if other.sentence is statement.sentence and statement.to_year != other.to_year and statement.own_year:
        return False
    return _same_breath(document, other, statement) or _tells_again(document, pair, earlier)


def _tells_again(document: Document, pair: tuple[Statement, Scope], earlier: tuple[Statement, Scope]) -> bool:
    (statement, scope), (other, known) = pair, earlier
    heading = in_heading(document, statement)
    if heading or _is_vague(statement):
        dated = statement.in_series and not heading and statement.to_year != other.to_year
        another = not heading and _is_another(document, statement, other)
        return not (dated or another) and (_may_be_same(known, scope) or not scope.said)
    if not _same_time(other, statement):
        return False
    if statement.every_year:
        return _may_be_same(known, scope)
    return _same_thing(known, scope) and _same_numbers(other, statement)


def _is_another(document: Document, statement: Statement, other: Statement) -> bool:
    """'Korban juga menyusut, dari 184 menjadi 75': a further count with its own numbers."""
    before = document.plain[statement.sentence.start : statement.start]
    both_ends = len(statement.numbers) > 1 and other.numbers and not statement.numbers & other.numbers
    return bool(both_ends or (statement.numbers - other.numbers and ALSO.search(before)))


def _same_breath(document: Document, one: Statement, other: Statement) -> bool:
    """'turun, yang perempuan turun, yang anak juga turun': one sentence, one time, no new numbers."""
    if one.sentence is not other.sentence or one.to_year != other.to_year:
        return False
    return re.search(r"\d", document.plain[one.end : other.sentence.end]) is None


def _same_time(one: Statement, other: Statement) -> bool:
    if one.to_year != other.to_year:
        return False
    return one.from_year == other.from_year or None in (one.from_year, other.from_year)


def _same_numbers(one: Statement, other: Statement) -> bool:
    return not one.numbers or not other.numbers or bool(one.numbers & other.numbers)


def _same_thing(one: Scope, other: Scope) -> bool:
    population = one.population is other.population or not (one.own_population and other.own_population)
    violence = one.violence is other.violence or not (one.own_violence and other.own_violence)
    return population and violence


def _may_be_same(one: Scope, other: Scope) -> bool:
    """Whether a vague statement can mean a known trend: neither names what the other excludes."""
    wide = {Population.WOMEN_CHILDREN, Population.ALL}
    population = one.population is other.population or bool(wide & {one.population, other.population})
    return population and (one.violence is other.violence or Violence.ANY in (one.violence, other.violence))


def _record(document: Document, statement: Statement, scope: Scope) -> TrendRecord:
    sentence = statement.sentence
    after = document.plain[statement.end : sentence.end]
    delta = _DELTA.match(after)
    return TrendRecord(
        direction=statement.direction,
        delta=int(delta["value"].replace(".", "")) if delta else None,
        from_year=statement.from_year,
        to_year=statement.to_year,
        region=scope.region,
        population=scope.population,
        violence=scope.violence,
        evidence=document.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        confidence=_confidence(document, statement, scope),
    )


def _confidence(document: Document, statement: Statement, scope: Scope) -> float:
    """Lower for what was inferred: the year, the place, a headline alone."""
    value = 0.9
    value -= 0.0 if statement.own_year else 0.25
    value -= 0.2 if scope.region is None else 0.0
    value -= 0.15 if in_heading(document, statement) else 0.0
    return round(value, 4)
