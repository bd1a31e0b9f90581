"""``kawal evaluate``: the extractors against hand-coded articles."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from extractors.evaluation.scoring import ArticleScore, Row

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


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(evaluate)


def evaluate(
    context: typer.Context,
    gold: Path = typer.Argument(..., exists=True, file_okay=False, help="Folder of coded articles."),
    by_field: bool = typer.Option(False, "--by-field", help="Also one line a field."),
    by_article: bool = typer.Option(False, "--by-article", help="Also one line an article."),
    errors: int = typer.Option(0, "--errors", min=0, help="Show so many missed and spurious figures."),
    as_json: bool = AS_JSON,
) -> None:
    """Score the extractors: precision, recall and F1 with bootstrap intervals over articles.

    Example: kawal evaluate tests/gold/open --by-field --errors 20
    """
    from extractors.evaluation.gold import read_gold
    from extractors.evaluation.scoring import score_articles, summarise
    from extractors.pipeline import extract
    from extractors.toolkit import load_toolkit
    from kawal.output import print_json
    from kawal.progress import tracked

    door = door_of(context)
    articles = read_gold(gold)
    toolkit = load_toolkit()
    predicted = {
        one.article.id: extract(one.article, toolkit)
        for one in tracked(door.err, articles, door.word("Membaca", "Reading"))
    }
    scores = score_articles(articles, predicted)
    rows = summarise(scores)
    shown = {name: row for name, row in rows.items() if by_field or name in MEASURES}
    if as_json:
        print_json(door.out, [_record(name, row) for name, row in shown.items()])
        return
    _print_rows(door, f"{gold} ({len(articles)})", shown)
    if by_article:
        _print_articles(door, scores)
    _print_errors(door, scores, errors)


def _record(name: str, row: "Row") -> dict[str, Any]:
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


def _print_rows(door: Door, title: str, rows: "dict[str, Row]") -> None:
    from kawal.output import print_table

    records = [_record(name, row) for name, row in rows.items()]
    print_table(door.out, title, tuple(records[0]), (record.values() for record in records))


def _print_articles(door: Door, scores: "list[ArticleScore]") -> None:
    from kawal.output import print_table

    lines = (
        (score.article_id, f"{score.tallies['core'].f1:.2f}", len(score.missed), len(score.spurious))
        for score in sorted(scores, key=lambda score: score.tallies["core"].f1)
    )
    print_table(
        door.out, door.word("Per berita", "By article"), ("id", "core F1", "missed", "spurious"), lines
    )


def _print_errors(door: Door, scores: "list[ArticleScore]", limit: int) -> None:
    for label in ("missed", "spurious"):
        found = [(score.article_id, key) for score in scores for key in getattr(score, label)]
        for article_id, key in found[:limit]:
            door.out.print(f"{label:9} {article_id}: {key}", markup=False, highlight=False)
