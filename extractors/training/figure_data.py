"""What the ranker learns from: figures as the rules read them, with the coder's answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.document import read_document
from extractors.evaluation.gold import GoldArticle
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import read_figures
from extractors.figures.reading import Reading
from extractors.periods import infer_published
from extractors.pipeline import read_material
from extractors.ranking.history import Links, find_links, history
from extractors.ranking.options import Field, OptionFinder, Options, Value, context
from extractors.ranking.ranker import ruled_value
from extractors.ranking.views import Features
from extractors.toolkit import Toolkit
from models.records import ArticleText, FigureRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One figure: the options of each field, the rules' and the coder's answers."""

    options: dict[Field, Options]
    shared: Features
    links: Links
    ruled: dict[Field, Value]
    coded: dict[Field, Value] | None
    """Null for a figure that the coder did not code."""

    def rows(self, ranked: Field, chosen: Sequence[Value]) -> tuple[list[Value], list[Features]]:
        """The options of a field with all their features, after what was chosen for the figures before."""
        values = list(self.options[ranked])
        rows = [self.options[ranked][v] | self.shared | history(self.links, chosen, v) for v in values]
        return values, rows

    def answer(self, ranked: Field) -> Value:
        """The coder's value, else the rules'."""
        return (self.coded or self.ruled)[ranked]


@dataclass(frozen=True, slots=True)
class ArticleExamples:
    """The figures of one article in order of position."""

    article_id: str
    examples: list[Example] = field(default_factory=list)


def read_examples(articles: Iterable[GoldArticle], toolkit: Toolkit) -> list[ArticleExamples]:
    """Examples of every relevant article that has figures."""
    found = [_examples(gold, toolkit) for gold in articles if gold.coded.relevant]
    return [article for article in found if article.examples]


def _examples(gold: GoldArticle, toolkit: Toolkit) -> ArticleExamples:
    material = read_material(read_document(dated(gold.article)), toolkit)
    readings = sorted(
        read_figures(material, toolkit.scorer or LinearScorer()), key=lambda r: r.candidate.start
    )
    coded = pair_readings(readings, gold.coded.figures)
    finder = OptionFinder(material, readings)
    links = find_links(material, readings)
    examples = [
        Example(
            options={ranked: finder.options(ranked, reading) for ranked in Field},
            shared=context(readings, index, material),
            links=links[index],
            ruled={ranked: ruled_value(ranked, reading) for ranked in Field},
            coded=_coded(coded.get(index)),
        )
        for index, reading in enumerate(readings)
    ]
    return ArticleExamples(gold.article.id, examples)


def dated(article: ArticleText) -> ArticleText:
    """The article with the day of publication that its text tells, where it has none."""
    return article if article.published else replace(article, published=infer_published(article.text))


def _coded(figure: FigureRecord | None) -> dict[Field, Value] | None:
    if figure is None:
        return None
    return {
        Field.REGION: figure.region,
        Field.PERIOD: (figure.year, figure.period),
        Field.POPULATION: figure.population,
        Field.VIOLENCE: figure.violence,
    }


def pair_readings(readings: Sequence[Reading], coded: Sequence[FigureRecord]) -> dict[int, FigureRecord]:
    """The coded figure of each reading, by index: same value, then place of evidence and agreement."""
    likeness = [
        (_likeness(reading, figure), -abs(reading.candidate.start - figure.start), -i, -j)
        for i, reading in enumerate(readings)
        for j, figure in enumerate(coded)
        if reading.value == figure.value
    ]
    pairs: dict[int, FigureRecord] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(likeness, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = coded[-j]
            taken.add(-j)
    return pairs


def _likeness(reading: Reading, figure: FigureRecord) -> float:
    agreeing = (
        reading.region == figure.region,
        reading.when.year == figure.year,
        reading.when.period == figure.period,
        reading.unit == figure.unit,
        reading.population == figure.population,
        reading.violence == figure.violence,
    )
    return 2.0 * (figure.start <= reading.candidate.start < figure.end) + 0.5 * sum(agreeing)
