"""An HTML page of coded articles with every number coloured by what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined

from extractors.evaluation.calibration import Sample, collect_samples, ranking_area, reliability
from extractors.evaluation.confusions import article_pairs, find_errors
from extractors.evaluation.gold import GoldArticle
from extractors.evaluation.pairing import COMPARED, Pair, said
from extractors.evaluation.scoring import programme_names, score_articles, summarise, trend_key
from extractors.evaluation.values import find_value
from models.records import Extraction, FigureRecord
from models.regions import load_regions

RANK = ("spurious", "missed", "value", "core", "main", "full")
"""The verdicts, the one that a reader must see first before the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with one colour; ``note`` is what pointing at it tells."""

    text: str
    verdict: str | None
    strong: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field of one figure; ``coded`` is null where the reading agrees."""

    read: str
    coded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure of the table under an article."""

    verdict: str
    value: int
    cells: tuple[Cell, ...]
    confidence: float | None
    evidence: str


def render_report(
    gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction], *, title: str, language: str = "id"
) -> str:
    """One self-contained page: scores, reliability, confusions, then every article."""
    samples = collect_samples(gold, predicted)
    rows = summarise(score_articles(gold, predicted))
    environment = Environment(
        loader=PackageLoader("extractors.evaluation", "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("report.html.jinja").render(
        title=title,
        language=language,
        rows=rows,
        fields=COMPARED,
        places={region.code: region.name for region in load_regions()},
        bins=reliability(samples),
        area=ranking_area(samples),
        confusions=find_errors(gold, predicted).confusions[:40],
        articles=list(_articles(gold, predicted, samples)),
    )


def _articles(
    gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction], samples: Sequence[Sample]
) -> Iterator[Mapping[str, object]]:
    for one in gold:
        pairs = article_pairs(one, predicted)
        read = predicted.get(one.article.id)
        wrong = sum(pair.verdict not in ("full", "main") for pair in pairs)
        yield {
            "id": one.article.id,
            "published": one.article.published,
            "notes": one.notes,
            "relevant": (one.coded.relevant, read.relevant if read else False),
            "wrong": wrong,
            "pieces": list(colour(one.article.text, pairs)),
            "lines": [_line(pair) for pair in pairs],
            "programmes": _programmes(one.coded, read),
            "trends": _trends(one.coded, read),
        }


def colour(text: str, pairs: Sequence[Pair]) -> Iterator[Piece]:
    """The text in pieces: numbers in the colour of their verdict, their evidence in a pale one."""
    marks = [mark for pair in pairs for mark in _marks(text, pair)]
    cuts = sorted({0, len(text), *(place for start, end, *_ in marks for place in (start, end))})
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        strong = [mark for mark in over if mark[3]]
        shown = min(strong or over, key=lambda mark: RANK.index(mark[2]), default=None)
        notes = "\n".join(dict.fromkeys(mark[4] for mark in strong))
        yield Piece(
            text=text[start:end], verdict=shown[2] if shown else None, strong=bool(strong), note=notes
        )


Mark = tuple[int, int, str, bool, str]


def _marks(text: str, pair: Pair) -> Iterator[Mark]:
    figure = pair.predicted or pair.coded
    if figure is None:
        return
    yield figure.start, figure.end, pair.verdict, False, ""
    start, end = find_value(text, figure)
    yield start, end, pair.verdict, True, _note(pair, figure)


def _note(pair: Pair, figure: FigureRecord) -> str:
    if pair.coded is None or pair.predicted is None:
        fields = (said(figure, name) for name in COMPARED)
        return f"{pair.verdict}: {figure.value} {' '.join(fields)}"
    if not pair.differing:
        return f"{figure.value}: ✓"
    wrong = (f"{name} {said(pair.predicted, name)} ≠ {said(pair.coded, name)}" for name in pair.differing)
    return f"{figure.value}: {', '.join(wrong)}"


def _line(pair: Pair) -> Line:
    figure = pair.predicted or pair.coded
    if figure is None:
        raise ValueError("a pair of nothing")
    wrong = pair.differing
    cells = tuple(
        Cell(read=said(figure, name), coded=said(pair.coded, name) if pair.coded and name in wrong else None)
        for name in COMPARED
    )
    return Line(
        verdict=pair.verdict,
        value=figure.value,
        cells=cells,
        confidence=pair.predicted.confidence if pair.predicted else None,
        evidence=figure.evidence,
    )


def _programmes(coded: Extraction, read: Extraction | None) -> list[tuple[str, str]]:
    found = {programme.name: programme_names(programme) for programme in (read.programmes if read else ())}
    known = {programme.name: programme_names(programme) for programme in coded.programmes}
    listed = [
        (name, "full" if any(names & other for other in found.values()) else "missed")
        for name, names in known.items()
    ]
    extra = (name for name, names in found.items() if not any(names & other for other in known.values()))
    return [*listed, *((name, "spurious") for name in extra)]


def _trends(coded: Extraction, read: Extraction | None) -> list[tuple[str, str]]:
    found = {trend_key(trend): trend for trend in (read.trends if read else ())}
    known = {trend_key(trend): trend for trend in coded.trends}
    every = {**found, **known}
    return [
        (
            f"{trend.direction} {trend.from_year or '–'}→{trend.to_year or '–'} "
            f"{trend.region or '–'}: {trend.evidence}",
            "full" if key in found and key in known else "missed" if key in known else "spurious",
        )
        for key, trend in every.items()
    ]
