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


def read_gold(place: Path) -> tuple[GoldArticle, ...]:
    """All articles of a gold folder, sorted by file name, or of a file with one article a line.

    Raises:
        BadInputError: there is no JSON, or a record is not what docs/codebook.md says.
    """
    articles = tuple(_articles(place))
    if not articles:
        raise BadInputError(f"No gold articles in {place}.", cure="Name a folder of coded JSON articles.")
    return articles


def _articles(place: Path) -> Iterator[GoldArticle]:
    for name, told in _told(place):
        try:
            yield _article(json.loads(told))
        except (KeyError, ValueError) as problem:
            raise BadInputError(
                f"{name} is not a coded article: {problem}.", cure="See docs/codebook.md for the fields."
            ) from problem


def _told(place: Path) -> Iterator[tuple[str, str]]:
    """Each record's text, and where it stands."""
    if place.is_file():
        lines = enumerate(place.read_text("utf-8").splitlines(), start=1)
        yield from ((f"{place}, line {number}", line) for number, line in lines)
        return
    yield from ((str(path), path.read_text("utf-8")) for path in sorted(place.glob("*.json")))


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
