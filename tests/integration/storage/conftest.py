"""A small newsroom: one outlet, and articles put into the store as crawling would."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from models.reading import Article
from models.records import Extraction, FigureRecord, ProgrammeRecord, TrendRecord
from models.vocabulary import (
    Direction,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)
from storage.articles import ArticleRepository
from storage.pages import PageRepository
from storage.sources import SourceRepository

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
TEXT = (
    "DP3AKB mencatat 40 kasus kekerasan di Kota Serang pada 2025. Layanan Teman Curhat dibuka. Kasus naik 5."
)

AddArticle = Callable[..., Article]


@pytest.fixture
def now() -> datetime:
    return NOW


def figure(
    value: int = 40, *, text: str = TEXT, evidence: str | None = None, **changes: object
) -> FigureRecord:
    evidence = evidence or f"{value} kasus"
    start = text.index(evidence)
    facts: dict[str, object] = {
        "value": value,
        "unit": Unit.CASES,
        "region": "36.73",
        "year": 2025,
        "period": None,
        "population": Population.WOMEN_CHILDREN,
        "violence": Violence.ANY,
        "breakdown": None,
        "qualifier": Qualifier.EXACT,
        "source": "DP3AKB",
        "evidence": evidence,
        "start": start,
        "end": start + len(evidence),
        "confidence": 0.9,
    }
    return FigureRecord(**(facts | changes))  # type: ignore[arg-type]


def programme(name: str = "Teman Curhat", **changes: object) -> ProgrammeRecord:
    start = TEXT.index("Teman Curhat")
    facts: dict[str, object] = {
        "name": name,
        "aliases": ("Curhat",),
        "kind": ProgrammeKind.SERVICE,
        "region": "36.73",
        "action": ProgrammeAction.LAUNCHED,
        "evidence": "Teman Curhat",
        "start": start,
        "end": start + len("Teman Curhat"),
        "confidence": 0.8,
    }
    return ProgrammeRecord(**(facts | changes))  # type: ignore[arg-type]


def trend(**changes: object) -> TrendRecord:
    start = TEXT.index("Kasus naik 5")
    facts: dict[str, object] = {
        "direction": Direction.UP,
        "delta": 5,
        "from_year": 2024,
        "to_year": 2025,
        "region": "36.73",
        "population": Population.ALL,
        "violence": Violence.ANY,
        "evidence": "Kasus naik 5",
        "start": start,
        "end": start + len("Kasus naik 5"),
        "confidence": 0.7,
    }
    return TrendRecord(**(facts | changes))  # type: ignore[arg-type]


def extraction(
    *,
    figures: tuple[FigureRecord, ...] = (),
    programmes: tuple[ProgrammeRecord, ...] = (),
    trends: tuple[TrendRecord, ...] = (),
    versions: dict[str, str] | None = None,
) -> Extraction:
    return Extraction(
        article_id="1",
        relevant=True,
        relevance=0.95,
        figures=figures,
        programmes=programmes,
        trends=trends,
        versions=versions or {"figures": "1"},
    )


@pytest.fixture
def add_article(session: Session) -> AddArticle:
    def add(
        url: str = "https://kabarcontoh.test/a",
        *,
        source: str = "kabarcontoh",
        text: str = TEXT,
        title: str | None = "Kasus di Kota Serang",
        published: date | None = date(2026, 1, 15),
        now: datetime = NOW,
    ) -> Article:
        SourceRepository(session).upsert(source, outlet=f"{source}.test", home_region="36.73")
        pages = PageRepository(session)
        pages.record_fetch(url, source, status=200, body=text.encode(), now=now)
        page = pages.get(url)
        assert page is not None
        stored, _ = ArticleRepository(session).store_reading(
            page, title=title, text=text, published=published, reader="generic", now=now
        )
        return stored

    return add
