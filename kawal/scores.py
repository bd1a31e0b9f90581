"""Scores of the extractors as tables for people, records for programs and Markdown for the docs."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kawal.door import Door
from kawal.output import print_table

if TYPE_CHECKING:
    from extractors.evaluation.confusions import Instance
    from extractors.evaluation.gold import GoldArticle
    from extractors.evaluation.scoring import Row
    from models.records import Extraction

MEASURES = (
    "core",
    "main",
    "full",
    "totals_core",
    "totals_main",
    "programmes",
    "trends",
    "relevant",
    "evidence",
)


def record(name: str, row: "Row") -> dict[str, Any]:
    """One measure with its interval and counts."""
    tally = row.tally
    return {
        "measure": name,
        "f1": round(tally.f1, 4),
        "low": round(row.low, 4),
        "high": round(row.high, 4),
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "hits": tally.hits,
        "spurious": tally.spurious,
        "missed": tally.missed,
    }


def print_rows(door: Door, title: str, rows: "Mapping[str, Row]") -> None:
    """Print one line a measure."""
    records = [record(name, row) for name, row in rows.items()]
    print_table(door.out, title, tuple(records[0]), (entry.values() for entry in records))


def print_phenomena(
    door: Door, articles: "Sequence[GoldArticle]", predicted: "Mapping[str, Extraction]"
) -> None:
    """Print the scores by what makes articles hard."""
    from extractors.evaluation.phenomena import score_phenomena
    from extractors.evaluation.phenomena_figures import Places
    from models.regions import load_regions

    rows = score_phenomena(articles, predicted, Places(load_regions()))
    lines = (
        (row.group, row.name, row.count, row.of, *(_share(score) for score in (row.core, row.main, row.full)))
        for row in rows
    )
    title = door.word(
        "Menurut kesulitan (berita: F1; lainnya: bagian yang terbaca benar)",
        "By phenomenon (articles: F1; others: share read right)",
    )
    print_table(door.out, title, ("group", "phenomenon", "n", "of", "core", "main", "full"), lines)


def _share(score: float | None) -> str | None:
    return None if score is None else f"{score:.3f}"


def print_articles(
    door: Door, articles: "Sequence[GoldArticle]", predicted: "Mapping[str, Extraction]"
) -> None:
    """Print one line an article, the worst first."""
    from extractors.evaluation.scoring import score_articles

    scores = sorted(score_articles(articles, predicted), key=lambda score: score.tallies["core"].f1)
    lines = (
        (
            score.article_id,
            *(f"{score.tallies[depth].f1:.2f}" for depth in ("core", "main", "full")),
            len(score.missed),
            len(score.spurious),
        )
        for score in scores
    )
    title = door.word("Per berita", "By article")
    print_table(door.out, title, ("id", "core F1", "main F1", "full F1", "missed", "spurious"), lines)


def print_errors(
    door: Door, articles: "Sequence[GoldArticle]", predicted: "Mapping[str, Extraction]", limit: int
) -> None:
    """Print missed and spurious figures, then fields mistaken for others, with their words."""
    from extractors.evaluation.confusions import find_errors

    errors = find_errors(articles, predicted)
    for title, found in (
        (door.word("Terlewat", "Missed"), errors.missed),
        (door.word("Tidak ada di berita", "Spurious"), errors.spurious),
    ):
        _print_instances(door, f"{title} ({len(found)})", found[:limit])
    for confusion in errors.confusions[:limit]:
        title = f"{confusion.field}: {confusion.coded} → {confusion.predicted} ({len(confusion.instances)})"
        _print_instances(door, title, confusion.instances[:3])


def _print_instances(door: Door, title: str, found: "Sequence[Instance]") -> None:
    door.out.print(title, markup=False, highlight=False, style="bold")
    for instance in found:
        words = " ".join(instance.evidence.split())
        line = f"  {instance.article_id}: {instance.description}\n      “{words}”"
        door.out.print(line, markup=False, highlight=False, soft_wrap=True)


def markdown(
    articles: "Sequence[GoldArticle]",
    predicted: "Mapping[str, Extraction]",
    rows: "Mapping[str, Mapping[str, Row]]",
    *,
    totals_only: bool,
) -> str:
    """The tables of one part of the gold set for docs/evaluation.md.

    ``rows`` holds the scores under the empty name and those of ablations under theirs.
    """
    from extractors.evaluation.calibration import collect_samples
    from extractors.evaluation.page import ablation_table, reliability_table, scores_table

    figures = sum(len(one.coded.figures) for one in articles)
    parts = [f"{len(articles)} articles, {figures} figures.", scores_table(rows[""])]
    if len(rows) > 1:
        parts += ["Without single components (F1):", ablation_table(rows, MEASURES)]
    parts += ["Reliability of `confidence` (a figure is right when it agrees at depth main):"]
    parts.append(reliability_table(collect_samples(articles, predicted)))
    if not totals_only:
        parts += _by_phenomenon(articles, predicted)
    return "\n\n".join(parts)


def _by_phenomenon(articles: "Sequence[GoldArticle]", predicted: "Mapping[str, Extraction]") -> list[str]:
    from extractors.evaluation.page import phenomena_table
    from extractors.evaluation.phenomena import score_phenomena
    from extractors.evaluation.phenomena_figures import Places
    from models.regions import load_regions

    rows = score_phenomena(articles, predicted, Places(load_regions()))
    heading = (
        "By phenomenon: F1 over the articles that show it, recall over the figures, programmes or trends."
    )
    return [heading, phenomena_table(rows)]
