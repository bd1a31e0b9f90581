"""Reading a text's figures in tests, without the gate of relevance."""

from datetime import date
from functools import lru_cache

from extractors.document import read_document
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import find_figures
from extractors.pipeline import read_material
from extractors.toolkit import Toolkit, load_toolkit
from models.records import ArticleText, FigureRecord


@lru_cache(maxsize=1)
def toolkit() -> Toolkit:
    return load_toolkit()


def figures_of(text: str, *, published: date | None = None) -> tuple[FigureRecord, ...]:
    article = ArticleText(id="test", text=text, published=published)
    document = read_document(article)
    return find_figures(read_material(document, toolkit()), LinearScorer())


def row(figure: FigureRecord) -> str:
    """One figure as a line: value unit region year period population violence breakdown-kind qualifier."""
    kind = figure.breakdown.split(":")[0] if figure.breakdown else "-"
    fields = (
        figure.value,
        figure.unit.value if figure.unit else "-",
        figure.region or "-",
        figure.year or "-",
        figure.period or "-",
        figure.population.value,
        figure.violence.value,
        kind,
        figure.qualifier.value,
    )
    return " ".join(str(field) for field in fields)
