"""Precision, recall and F1 of extractions against coded articles.

Figures are matched as multisets of tuples within each article, at three depths:
core (value, region, year), main (+ unit, population, violence) and full
(+ period, breakdown kind, qualifier). Programmes match when a name or alias is
the same after folding case and punctuation; trends on direction, region and
to_year. Everything is micro-averaged over articles; intervals are percentiles
of a bootstrap over articles.
"""

import random
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.evaluation.gold import GoldArticle
from models.records import Extraction, FigureRecord, ProgrammeRecord, TrendRecord

DEPTHS = ("core", "main", "full")
FIELDS = ("region", "year", "unit", "population", "violence", "period", "qualifier", "source")


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits, false alarms and misses."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is coded; 1 where nothing was predicted."""
        predicted = self.hits + self.spurious
        return self.hits / predicted if predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of what is coded that was predicted; 1 where nothing is coded."""
        coded = self.hits + self.missed
        return self.hits / coded if coded else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: a tally with its bootstrap interval."""

    tally: Tally
    low: float
    high: float


@dataclass(slots=True)
class ArticleScore:
    """One article's tallies by name, and the core tuples that went wrong."""

    article_id: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: list[tuple[Hashable, ...]] = field(default_factory=list)
    spurious: list[tuple[Hashable, ...]] = field(default_factory=list)


def figure_key(figure: FigureRecord, depth: str) -> tuple[Hashable, ...]:
    """What must agree at one depth."""
    key: tuple[Hashable, ...] = (figure.value, figure.region, figure.year)
    if depth == "core":
        return key
    key += (figure.unit, figure.population, figure.violence)
    if depth == "main":
        return key
    kind = figure.breakdown.split(":", 1)[0].strip().lower() if figure.breakdown else None
    return (*key, figure.period, kind, figure.qualifier)


def trend_key(trend: TrendRecord) -> tuple[Hashable, ...]:
    """What must agree between two trends."""
    return (trend.direction, trend.region, trend.to_year)


def fold(name: str) -> str:
    """A name without case and punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", name.casefold()).strip()


def score_article(gold: GoldArticle, predicted: Extraction) -> ArticleScore:
    """The tallies of one article."""
    coded = gold.coded
    score = ArticleScore(coded.article_id)
    for depth in DEPTHS:
        missed, spurious = _put(score, depth, _keys(coded.figures, depth), _keys(predicted.figures, depth))
        if depth == "core":
            score.missed, score.spurious = missed, spurious
    for depth in ("core", "main"):
        _put(score, f"totals_{depth}", _totals(coded.figures, depth), _totals(predicted.figures, depth))
    for name in FIELDS:
        _put(
            score,
            f"value+{name}",
            [(figure.value, getattr(figure, name)) for figure in coded.figures],
            [(figure.value, getattr(figure, name)) for figure in predicted.figures],
        )
    score.tallies["programmes"] = _programmes(coded.programmes, predicted.programmes)
    _put(
        score,
        "trends",
        [trend_key(trend) for trend in coded.trends],
        [trend_key(trend) for trend in predicted.trends],
    )
    _put(score, "relevant", [(True,)] * coded.relevant, [(True,)] * predicted.relevant)
    score.tallies["evidence"] = _grounded(gold.article.text, predicted)
    return score


def score_articles(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> list[ArticleScore]:
    """One score an article; an article without a prediction counts as empty."""
    return [
        score_article(
            one,
            predicted.get(one.article.id)
            or Extraction(article_id=one.article.id, relevant=False, relevance=0.0),
        )
        for one in gold
    ]


def summarise(scores: Sequence[ArticleScore], *, rounds: int = 500, seed: int = 7) -> dict[str, Row]:
    """Micro-averaged tallies by name with 95 % bootstrap intervals of F1."""
    names = list(dict.fromkeys(name for score in scores for name in score.tallies))
    chooser = random.Random(seed)  # noqa: S311 - resampling, not secrets.
    samples = [[chooser.randrange(len(scores)) for _ in scores] for _ in range(rounds)]
    return {name: _row([score.tallies.get(name, Tally()) for score in scores], samples) for name in names}


def _row(tallies: Sequence[Tally], samples: Sequence[Sequence[int]]) -> Row:
    drawn = sorted(sum((tallies[index] for index in sample), Tally()).f1 for sample in samples)
    total = sum(tallies, Tally())
    if not drawn:
        return Row(total, total.f1, total.f1)
    return Row(total, drawn[int(0.025 * len(drawn))], drawn[min(int(0.975 * len(drawn)), len(drawn) - 1)])


def _keys(figures: Iterable[FigureRecord], depth: str) -> list[tuple[Hashable, ...]]:
    return [figure_key(figure, depth) for figure in figures]


def _totals(figures: Iterable[FigureRecord], depth: str) -> list[tuple[Hashable, ...]]:
    return [figure_key(figure, depth) for figure in figures if not figure.breakdown]


def _put(
    score: ArticleScore,
    name: str,
    coded: Iterable[tuple[Hashable, ...]],
    predicted: Iterable[tuple[Hashable, ...]],
) -> tuple[list[tuple[Hashable, ...]], list[tuple[Hashable, ...]]]:
    gold, found = Counter(coded), Counter(predicted)
    hits = sum((gold & found).values())
    score.tallies[name] = Tally(hits, sum(found.values()) - hits, sum(gold.values()) - hits)
    return list((gold - found).elements()), list((found - gold).elements())


def _programmes(coded: Sequence[ProgrammeRecord], predicted: Sequence[ProgrammeRecord]) -> Tally:
    left = [programme_names(programme) for programme in predicted]
    hits = 0
    for wanted in map(programme_names, coded):
        match = next((names for names in left if names & wanted), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return Tally(hits, len(left), len(coded) - hits)


def programme_names(programme: ProgrammeRecord) -> frozenset[str]:
    """Name and aliases, folded; two programmes are one where these overlap."""
    return frozenset(filter(None, (fold(name) for name in (programme.name, *programme.aliases))))


def _grounded(text: str, predicted: Extraction) -> Tally:
    """Evidence whose offsets give back exactly its words."""
    records: list[FigureRecord | ProgrammeRecord | TrendRecord] = [
        *predicted.figures,
        *predicted.programmes,
        *predicted.trends,
    ]
    exact = sum(
        bool(record.evidence) and text[record.start : record.end] == record.evidence for record in records
    )
    return Tally(exact, len(records) - exact, 0)
