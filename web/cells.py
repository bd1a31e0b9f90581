"""The cells of tables of figures as words, made in one go: a page may show hundreds of rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from models import labels
from models.vocabulary import Language, Qualifier
from storage.figures import FigureRow
from web.texts import UNKNOWN, Texts, term

_HEADS = ("region", "period", "count", "unit", "population", "violence", "outlet", "sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One figure in a reader's language; texts that are None are not shown."""

    period: str
    qualifier: str | None
    value: str
    unit: str
    population: str
    violence: str
    breakdown: str | None
    day: str
    said: str


def heads_of(texts: Texts) -> Mapping[str, Markup]:
    """By column what every cell says of itself, for screens too narrow for a table."""
    cell = Markup(' role="cell" data-label="{}"')
    return {name: cell.format(texts[name]) for name in _HEADS}


def cells_of(row: FigureRow, texts: Texts, language: Language, *, as_it_is: bool) -> Cells:
    """What a figure's cells say; ``as_it_is`` shows the sentence unmasked."""
    return Cells(
        period=labels.period_text(row.year, row.period, language) or UNKNOWN,
        qualifier=None if row.qualifier is Qualifier.EXACT else term(row.qualifier, texts, language),
        value=labels.number(row.value, language),
        unit=term(row.unit, texts, language),
        population=term(row.population, texts, language),
        violence=term(row.violence, texts, language),
        breakdown=labels.breakdown_text(row.breakdown, language) if row.breakdown else None,
        day=UNKNOWN if row.published is None else labels.day(row.published, language),
        said=row.evidence if as_it_is else row.said,
    )
