"""Gold articles: hand-coded records read from JSON, in the program's own types."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models.errors import BadInputError
from models.records import ArticleText, Extraction, FigureRecord, ProgrammeRecord, TrendRecord
from models.vocabulary import (
    Direction,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article and what a careful coder read in it."""

    article: ArticleText
    coded: Extraction
    notes: str | None


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """All articles of a gold folder, sorted by file name.

    Raises:
        BadInputError: the folder holds no JSON, or a record is not what docs/codebook.md says.
    """
    articles = tuple(_articles(folder))
    if not articles:
        raise BadInputError(f"No gold articles in {folder}.", cure="Name a folder of coded JSON articles.")
    return articles


def _articles(folder: Path) -> Iterator[GoldArticle]:
    for path in sorted(folder.glob("*.json")):
        try:
            yield _article(json.loads(path.read_text("utf-8")))
        except (KeyError, ValueError) as problem:
            raise BadInputError(
                f"{path} is not a coded article: {problem}.", cure="See docs/codebook.md for the fields."
            ) from problem


def _article(record: dict[str, Any]) -> GoldArticle:
    text = record["text"]
    published = record.get("published")
    article = ArticleText(
        id=record["id"],
        text=text,
        url=record.get("url"),
        outlet=record.get("outlet"),
        published=date.fromisoformat(published) if published else None,
    )
    coded = Extraction(
        article_id=record["id"],
        relevant=record["relevant"],
        relevance=float(record["relevant"]),
        figures=tuple(_figure(text, row) for row in record["figures"]),
        programmes=tuple(_programme(text, row) for row in record["programmes"]),
        trends=tuple(_trend(text, row) for row in record["trends"]),
    )
    return GoldArticle(article=article, coded=coded, notes=record.get("notes"))


def _span(text: str, evidence: str) -> tuple[int, int]:
    start = max(text.find(evidence), 0)
    return start, start + len(evidence)


def _figure(text: str, row: dict[str, Any]) -> FigureRecord:
    start, end = _span(text, row["evidence"])
    return FigureRecord(
        value=row["value"],
        unit=Unit(row["unit"]) if row.get("unit") else None,
        region=row.get("region"),
        year=row.get("year"),
        period=row.get("period"),
        population=Population(row["population"]),
        violence=Violence(row["violence"]),
        breakdown=row.get("breakdown"),
        qualifier=Qualifier(row.get("qualifier") or "exact"),
        source=row.get("source"),
        evidence=row["evidence"],
        start=start,
        end=end,
        confidence=1.0,
    )


def _programme(text: str, row: dict[str, Any]) -> ProgrammeRecord:
    start, end = _span(text, row["evidence"])
    return ProgrammeRecord(
        name=row["name"],
        aliases=tuple(row.get("aliases") or ()),
        kind=ProgrammeKind(row["kind"]),
        region=row.get("region"),
        action=ProgrammeAction(row["action"]),
        evidence=row["evidence"],
        start=start,
        end=end,
        confidence=1.0,
    )


def _trend(text: str, row: dict[str, Any]) -> TrendRecord:
    start, end = _span(text, row["evidence"])
    return TrendRecord(
        direction=Direction(row["direction"]),
        delta=row.get("delta"),
        from_year=row.get("from_year"),
        to_year=row.get("to_year"),
        region=row.get("region"),
        population=Population(row["population"]),
        violence=Violence(row["violence"]),
        evidence=row["evidence"],
        start=start,
        end=end,
        confidence=1.0,
    )
