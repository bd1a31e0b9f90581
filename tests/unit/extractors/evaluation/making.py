"""Coded articles and readings for tests, written out of short sentences."""

from dataclasses import replace
from typing import Any

from extractors.evaluation.gold import GoldArticle
from models.records import ArticleText, Extraction, FigureRecord
from models.vocabulary import Population, Qualifier, Unit, Violence


def figure(value: int, evidence: str, text: str, **changes: Any) -> FigureRecord:
    start = text.index(evidence)
    made = FigureRecord(
        value=value,
        unit=Unit.CASES,
        region="36.73",
        year=2024,
        period=None,
        population=Population.ALL,
        violence=Violence.ANY,
        breakdown=None,
        qualifier=Qualifier.EXACT,
        source=None,
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        confidence=0.8,
    )
    return replace(made, **changes)


def coded(text: str, *figures: FigureRecord, name: str = "berita") -> GoldArticle:
    return GoldArticle(
        article=ArticleText(id=name, text=text),
        coded=Extraction(article_id=name, relevant=True, relevance=1.0, figures=figures),
        notes=None,
    )


def reading(*figures: FigureRecord, name: str = "berita") -> dict[str, Extraction]:
    return {name: Extraction(article_id=name, relevant=True, relevance=0.9, figures=figures)}
