"""Stories with their figures, stored as a crawl would store them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.reading import Article
from models.records import Extraction, FigureRecord, TrendRecord
from models.vocabulary import Direction, Population, Qualifier, Unit, Violence
from storage.articles import ArticleRepository
from storage.extractions import ExtractionRepository
from storage.pages import PageRepository
from storage.sources import SourceRepository

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One figure to be stated by a story."""

    value: int
    region: str
    year: int
    period: str | None = None
    unit: Unit | None = Unit.CASES
    population: Population = Population.WOMEN_CHILDREN
    violence: Violence = Violence.ANY
    breakdown: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """One trend to be stated by a story."""

    direction: Direction
    region: str
    from_year: int | None
    to_year: int | None
    fields: dict[str, Any] = field(default_factory=dict)


AddStory = Callable[..., Article]


def _sentence(fact: Fact) -> str:
    return f"Tercatat {fact.value} {fact.unit} di wilayah {fact.region} untuk {fact.period or fact.year}."


def _figure(fact: Fact, text: str) -> FigureRecord:
    evidence = _sentence(fact)
    start = text.index(evidence)
    return FigureRecord(
        **vars(fact), evidence=evidence, start=start, end=start + len(evidence), confidence=0.9
    )


def _trend(said: Said, text: str) -> TrendRecord:
    evidence = f"Arahnya {said.direction}."
    start = text.index(evidence)
    return TrendRecord(
        direction=said.direction,
        delta=None,
        from_year=said.from_year,
        to_year=said.to_year,
        region=said.region,
        population=Population.WOMEN_CHILDREN,
        violence=Violence.ANY,
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        confidence=0.9,
    )


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def add_story(session: Session) -> AddStory:
    def add(
        name: str,
        facts: Sequence[Fact] = (),
        *,
        trends: Sequence[Said] = (),
        published: date | None = date(2026, 1, 5),
        now: datetime = NOW,
    ) -> Article:
        lines = [_sentence(fact) for fact in facts] + [f"Arahnya {said.direction}." for said in trends]
        text = "\n".join(lines) or "Tidak ada angka."
        SourceRepository(session).upsert(name, outlet=f"{name}.test", home_region="36")
        pages = PageRepository(session)
        url = f"https://{name}.test/berita"
        pages.record_fetch(url, name, status=200, body=text.encode(), now=now)
        page = pages.get(url)
        assert page is not None
        article, _ = ArticleRepository(session).store_reading(
            page, title=f"Berita {name}", text=text, published=published, reader="generic", now=now
        )
        extraction = Extraction(
            article_id=str(article.id),
            relevant=True,
            relevance=0.9,
            figures=tuple(_figure(fact, text) for fact in facts),
            trends=tuple(_trend(said, text) for said in trends),
            versions={"test": "1"},
        )
        ExtractionRepository(session).store(article.id, extraction)
        return article

    return add
