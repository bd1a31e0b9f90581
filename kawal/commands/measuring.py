"""``kawal evaluate``: the extractors against hand-coded articles."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import Door, door_of
from models.errors import BadInputError

if TYPE_CHECKING:
    from extractors.evaluation.gold import GoldArticle
    from extractors.evaluation.running import Ablation
    from models.records import Extraction

UNREAD = ("sealed", "fresh", "unseen")
"""Parts of the gold set of which nobody reads single articles."""
ABLATE = typer.Option(None, "--ablate", help="Also without stanza, ner, ranker, calibration, or all (rules).")
REPORT = typer.Option(None, "--report", dir_okay=False, help="Write an HTML page with coloured texts.")
WRITE = typer.Option(None, "--write", dir_okay=False, help="Write the scores into this Markdown page.")


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(evaluate)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What was asked to be shown besides the totals."""

    by_field: bool
    by_article: bool
    by_phenomenon: bool
    errors: int
    report: Path | None
    write: Path | None


def evaluate(
    context: typer.Context,
    gold: Path = typer.Argument(
        ..., exists=True, help="Folder of coded articles, or a file with one a line."
    ),
    by_field: bool = typer.Option(False, "--by-field", help="Also one line a field."),
    by_article: bool = typer.Option(False, "--by-article", help="Also one line an article."),
    by_phenomenon: bool = typer.Option(False, "--by-phenomenon", help="Also by what makes articles hard."),
    errors: int = typer.Option(0, "--errors", min=0, help="Show so many errors of each kind."),
    ranked: bool = typer.Option(False, "--ranked", help="With the learned second opinion on fields."),
    ablate: list[str] | None = ABLATE,
    report: Path | None = REPORT,
    write: Path | None = WRITE,
    as_json: bool = AS_JSON,
) -> None:
    """Score the extractors: precision, recall and F1 with bootstrap intervals over articles.

    Example: kawal evaluate tests/gold/open --by-field --by-phenomenon --errors 20
    """
    from extractors.evaluation.gold import read_gold
    from extractors.evaluation.running import plan_ablations
    from extractors.evaluation.scoring import score_articles, summarise
    from extractors.toolkit import load_ranked_toolkit, load_toolkit
    from kawal.output import print_json
    from kawal.scores import MEASURES, print_rows

    shown = _Shown(
        by_field=by_field,
        by_article=by_article,
        by_phenomenon=by_phenomenon,
        errors=errors,
        report=report,
        write=write,
    )
    _keep_unread(gold, shown)
    door = door_of(context)
    articles = read_gold(gold)
    toolkit = load_ranked_toolkit() if ranked else load_toolkit()
    ablations = plan_ablations(ablate or [], toolkit)
    predicted = _predict(door, articles, toolkit)
    rows = summarise(score_articles(articles, predicted))
    chosen = {name: row for name, row in rows.items() if by_field or name in MEASURES}
    without = _ablated(door, articles, ablations)
    if as_json:
        print_json(door.out, _records(chosen, without))
    else:
        print_rows(door, f"{gold} ({len(articles)})", chosen)
        _print_more(door, articles, predicted, shown)
        for name, fewer in without.items():
            print_rows(
                door, door.word(f"Tanpa: {name}", f"Without: {name}"), {key: fewer[key] for key in MEASURES}
            )
    _write_files(door, gold, articles, predicted, {"": rows, **without}, shown)


def _is_unread(name: str) -> bool:
    return any(part in name.lower() for part in UNREAD)


def _keep_unread(gold: Path, shown: _Shown) -> None:
    """Only totals of parts kept aside may be known, or its scores say nothing about unseen articles.

    Raises:
        BadInputError: single articles of a folder named 'sealed', 'fresh' or 'unseen' were asked for.
    """
    if not _is_unread(gold.resolve().name):
        return
    asked = {
        "--by-article": shown.by_article,
        "--by-phenomenon": shown.by_phenomenon,
        "--errors": shown.errors > 0,
        "--report": shown.report is not None,
    }
    refused = [option for option, wanted in asked.items() if wanted]
    if refused:
        raise BadInputError(
            f"{', '.join(refused)} would show single articles of {gold}; its totals tell how the extractors "
            "do on articles nobody has looked at only while nobody looks.",
            cure="Ask for its totals, or use these options on tests/gold/open.",
        )


def _predict(door: Door, articles: "tuple[GoldArticle, ...]", toolkit: Any) -> "dict[str, Extraction]":
    from extractors.evaluation.running import predict
    from kawal.progress import tracked

    return predict(tracked(door.err, articles, door.word("Membaca", "Reading")), toolkit)


def _ablated(
    door: Door, articles: "tuple[GoldArticle, ...]", ablations: "list[Ablation]"
) -> dict[str, dict[str, Any]]:
    from extractors.evaluation.scoring import score_articles, summarise

    found: dict[str, dict[str, Any]] = {}
    for ablation in ablations:
        if ablation.absent:
            names = ", ".join(ablation.absent)
            door.err.print(
                door.word(
                    f"{names}: tidak dipakai pembaca saat ini", f"{names}: not in use by the extractors"
                )
            )
        if ablation.without:
            predicted = _predict(door, articles, ablation.toolkit)
            found[ablation.name] = summarise(score_articles(articles, predicted))
    return found


def _records(rows: dict[str, Any], without: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    from kawal.scores import record

    records = [record(name, row) for name, row in rows.items()]
    for ablation, fewer in without.items():
        records += [{**record(name, fewer[name]), "without": ablation} for name in rows]
    return records


def _print_more(
    door: Door,
    articles: "tuple[GoldArticle, ...]",
    predicted: "dict[str, Extraction]",
    shown: _Shown,
) -> None:
    from kawal import scores

    if shown.by_phenomenon:
        scores.print_phenomena(door, articles, predicted)
    if shown.by_article:
        scores.print_articles(door, articles, predicted)
    if shown.errors:
        scores.print_errors(door, articles, predicted, shown.errors)


def _write_files(
    door: Door,
    gold: Path,
    articles: "tuple[GoldArticle, ...]",
    predicted: "dict[str, Extraction]",
    rows: dict[str, dict[str, Any]],
    shown: _Shown,
) -> None:
    name = gold.resolve().name
    if shown.report is not None:
        from extractors.evaluation.report import render_report

        title = door.word(f"Pembacaan {name}", f"Readings of {name}")
        page = render_report(articles, predicted, title=title, language=door.lang.value)
        shown.report.write_text(page, "utf-8")
        door.err.print(str(shown.report), markup=False, highlight=False)
    if shown.write is not None:
        from extractors.evaluation.page import write_between
        from kawal.scores import markdown

        totals_only = _is_unread(name)
        write_between(shown.write, name, markdown(articles, predicted, rows, totals_only=totals_only))
        door.err.print(str(shown.write), markup=False, highlight=False)
