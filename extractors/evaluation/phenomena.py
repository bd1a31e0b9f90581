"""Scores by what makes an article hard: the groups of the project's list of phenomena.

Each phenomenon is a criterion that can be said in one sentence and is decided from the
coded records and the text alone, never from what the extractors found. A phenomenon of
articles is scored by F1 over those articles, or, where none of them states a figure, by the
share in which none was made up; one of figures, programmes or trends by recall, the share of
the coded ones that were read right.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from extractors.evaluation.gold import GoldArticle
from extractors.evaluation.phenomena_figures import FIGURE_PHENOMENA, FigureView, Places
from extractors.evaluation.phenomena_stories import ARTICLE_PHENOMENA, PROGRAMME_PHENOMENA, TREND_PHENOMENA
from extractors.evaluation.scoring import DEPTHS, Tally, figure_key, programme_names, score_article, trend_key
from models.records import Extraction, FigureRecord

GROUPS = ("Scope", "Places", "Numbers", "Not figures", "Programmes", "Trends")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhenomenonRow:
    """One phenomenon's scores; ``main`` and ``full`` are null for programmes and trends."""

    group: str
    name: str
    of: str
    """``articles`` (F1); ``figures``, ``programmes`` or ``trends`` (recall); ``articles kept empty`` (the
    share of articles without a coded figure in which none was made up)."""
    count: int
    core: float
    main: float | None
    full: float | None


def score_phenomena(
    gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction], places: Places
) -> list[PhenomenonRow]:
    """One row for each phenomenon that occurs, groups in the order of the list of phenomena."""
    rows = [
        *_article_rows(gold, predicted),
        *_figure_rows(gold, predicted, places),
        *_programme_rows(gold, predicted),
        *_trend_rows(gold, predicted),
    ]
    return sorted((row for row in rows if row.count), key=lambda row: GROUPS.index(row.group))


def _article_rows(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> list[PhenomenonRow]:
    scores = [(one, score_article(one, _answer(one, predicted)).tallies) for one in gold]
    rows = []
    for group, name, holds in ARTICLE_PHENOMENA:
        chosen = [tallies for one, tallies in scores if holds(one)]
        totals = {depth: sum((tallies[depth] for tallies in chosen), Tally()) for depth in DEPTHS}
        if totals["core"].hits + totals["core"].missed:
            measured = {depth: total.f1 for depth, total in totals.items()}
            of = "articles"
        else:
            measured = dict.fromkeys(DEPTHS, _share([not tallies["core"].spurious for tallies in chosen]))
            of = "articles kept empty"
        rows.append(PhenomenonRow(group=group, name=name, of=of, count=len(chosen), **measured))
    return rows


def _figure_rows(
    gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction], places: Places
) -> list[PhenomenonRow]:
    found: list[tuple[FigureView, Mapping[str, bool]]] = []
    for one in gold:
        extraction = _answer(one, predicted)
        hits = {depth: _found(one.coded.figures, extraction.figures, depth) for depth in DEPTHS}
        for index, figure in enumerate(one.coded.figures):
            view = FigureView(one, figure, places)
            found.append((view, {depth: hits[depth][index] for depth in DEPTHS}))
    rows = []
    for group, name, holds in FIGURE_PHENOMENA:
        chosen = [hit for view, hit in found if holds(view)]
        shares = {depth: _share([hit[depth] for hit in chosen]) for depth in DEPTHS}
        rows.append(PhenomenonRow(group=group, name=name, of="figures", count=len(chosen), **shares))
    return rows


def _found(coded: Sequence[FigureRecord], read: Sequence[FigureRecord], depth: str) -> list[bool]:
    """For each coded figure whether a reading with its key is left for it."""
    left: Counter[tuple[Hashable, ...]] = Counter(figure_key(figure, depth) for figure in read)
    hits = []
    for figure in coded:
        key = figure_key(figure, depth)
        hits.append(left[key] > 0)
        left[key] -= 1
    return hits


def _programme_rows(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> list[PhenomenonRow]:
    found = []
    for one in gold:
        read = [programme_names(programme) for programme in _answer(one, predicted).programmes]
        for programme in one.coded.programmes:
            hit = any(names & programme_names(programme) for names in read)
            found.append((one, programme, hit))
    rows = []
    for name, holds in PROGRAMME_PHENOMENA:
        chosen = [hit for one, programme, hit in found if holds(one, programme)]
        rows.append(_single("Programmes", name, "programmes", chosen))
    return rows


def _trend_rows(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> list[PhenomenonRow]:
    found = []
    for one in gold:
        left = Counter(trend_key(trend) for trend in _answer(one, predicted).trends)
        for trend in one.coded.trends:
            found.append((one, trend, left[trend_key(trend)] > 0))
            left[trend_key(trend)] -= 1
    rows = []
    for name, holds in TREND_PHENOMENA:
        chosen = [hit for one, trend, hit in found if holds(one, trend)]
        rows.append(_single("Trends", name, "trends", chosen))
    return rows


def _single(group: str, name: str, of: str, hits: Sequence[bool]) -> PhenomenonRow:
    return PhenomenonRow(
        group=group, name=name, of=of, count=len(hits), core=_share(hits), main=None, full=None
    )


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _answer(one: GoldArticle, predicted: Mapping[str, Extraction]) -> Extraction:
    empty = Extraction(article_id=one.article.id, relevant=False, relevance=0.0)
    return predicted.get(one.article.id, empty)
