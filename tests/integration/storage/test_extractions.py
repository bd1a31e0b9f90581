from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from models.reading import Figure
from models.vocabulary import Direction, Population, ProgrammeAction, ProgrammeKind, Unit, Violence
from storage.articles import ArticleRepository
from storage.database import Database
from storage.extractions import ExtractionRepository, programme_key
from storage.figures import FigureFilter, FigureRepository
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.trends import TrendFilter, TrendRepository
from tests.integration.storage.conftest import TEXT, AddArticle, extraction, figure, programme, trend


def test_everything_read_comes_back_with_where_it_stands(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    ExtractionRepository(session).store(
        article.id, extraction(figures=(figure(),), programmes=(programme(),), trends=(trend(),))
    )
    [row] = FigureRepository(session).select()
    assert (row.value, row.unit, row.region, row.region_name) == (40, Unit.CASES, "36.73", "Kota Serang")
    assert TEXT[row.start : row.end] == row.evidence == "40 kasus"
    assert (row.outlet, row.url, row.published) == (
        "kabarcontoh.test",
        "https://kabarcontoh.test/a",
        date(2026, 1, 15),
    )
    [joined] = ProgrammeRepository(session).select()
    assert (joined.name, joined.kind, joined.region_name) == (
        "Teman Curhat",
        ProgrammeKind.SERVICE,
        "Kota Serang",
    )
    [mention] = joined.mentions
    assert (mention.action, mention.aliases, mention.article_id) == (
        ProgrammeAction.LAUNCHED,
        ["Curhat"],
        article.id,
    )
    [stated] = TrendRepository(session).select(TrendFilter(year=2024, direction=Direction.UP))
    assert (stated.delta, stated.from_year, stated.to_year) == (5, 2024, 2025)


def test_a_second_extraction_replaces_the_first(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    store = ExtractionRepository(session).store
    store(article.id, extraction(figures=(figure(), figure(year=2024)), trends=(trend(),)))
    store(article.id, extraction(figures=(figure(year=2023),), versions={"figures": "2"}))
    assert [row.year for row in FigureRepository(session).select()] == [2023]
    assert TrendRepository(session).select() == []
    kept = ArticleRepository(session).get(article.id)
    assert kept is not None
    assert (kept.extraction_versions, kept.relevance) == ({"figures": "2"}, 0.95)


def test_names_that_were_found_are_covered_in_what_readers_see(
    session: Session, add_article: AddArticle
) -> None:
    text = f"{TEXT} Malam itu Selvi dipukul suaminya."
    told = figure(text=text, evidence="Selvi dipukul suaminya")
    article = add_article(text=text)
    read = replace(extraction(figures=(told,)), persons=((told.start, told.start + 5),))

    ExtractionRepository(session).store(article.id, read)

    [row] = session.scalars(select(Figure))
    assert row.public_evidence == "[disamarkan] dipukul suaminya"


def test_articles_wait_until_these_very_versions_read_them(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    repository = ExtractionRepository(session)
    assert [given.id for given in repository.to_extract({"figures": "1"}, 5)] == [str(article.id)]
    repository.store(article.id, extraction(versions={"figures": "1"}))
    assert repository.to_extract({"figures": "1"}, 5) == []
    assert len(repository.to_extract({"figures": "2"}, 5)) == 1
    assert repository.to_extract({"figures": "2"}, 5, source_name="lain") == []


def test_two_workers_extract_different_articles(
    database: Database, session: Session, add_article: AddArticle
) -> None:
    for number in range(3):
        add_article(f"https://kabarcontoh.test/{number}")
    session.commit()
    with database.session() as one, database.session() as other:
        mine = ExtractionRepository(one).to_extract({"figures": "1"}, 2)
        theirs = ExtractionRepository(other).to_extract({"figures": "1"}, 2)
    assert (len(mine), len(theirs)) == (2, 1)
    assert {given.id for given in mine}.isdisjoint(given.id for given in theirs)


def test_one_programme_under_several_spellings_is_one(session: Session, add_article: AddArticle) -> None:
    for number, name in enumerate(("SAPA 129", "Sapa129", "sapa-129")):
        article = add_article(f"https://kabarcontoh.test/{number}")
        ExtractionRepository(session).store(
            article.id, extraction(programmes=(programme(name, region=None),))
        )
    elsewhere = add_article("https://kabarcontoh.test/lain")
    ExtractionRepository(session).store(
        elsewhere.id, extraction(programmes=(programme("SAPA 129", region="36"),))
    )
    national, banten = ProgrammeRepository(session).select()
    assert (national.name, national.region, len(national.mentions)) == ("SAPA 129", None, 3)
    assert (banten.region_name, len(banten.mentions)) == ("Banten", 1)


@pytest.mark.parametrize(
    ("name", "key"), [("SAPA 129", "sapa129"), ("Puspaga 'Bunda'", "puspagabunda"), ("E-Lapor", "elapor")]
)
def test_names_are_folded(name: str, key: str) -> None:
    assert programme_key(name) == key


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"end": len(TEXT) + 1}, "evidence_inside_article"),
        ({"start": -1}, "evidence_inside_article"),
        ({"evidence": "empat puluh kasus lebih", "start": 0, "end": 3}, "evidence_inside_article"),
        ({"region": "99.99"}, "fk_figure_region_code_region"),
        ({"value": -1}, "ck_figure_value"),
        ({"period": "2025-13/2025-14"}, "ck_figure_period"),
        ({"confidence": 1.2}, "ck_figure_confidence"),
    ],
)
def test_the_database_refuses_what_cannot_be(
    session: Session, add_article: AddArticle, changes: dict[str, Any], constraint: str
) -> None:
    article = add_article()
    record = figure()
    fields = {name: getattr(record, name) for name in record.__slots__}
    with pytest.raises(IntegrityError, match=constraint):
        ExtractionRepository(session).store(
            article.id, extraction(figures=(type(record)(**(fields | changes)),))
        )
    session.rollback()


def test_the_database_refuses_a_length_that_is_not_the_articles(
    session: Session, add_article: AddArticle
) -> None:
    article = add_article()
    ExtractionRepository(session).store(article.id, extraction(figures=(figure(),)))
    [row] = session.query(Figure).all()
    row.article_length += 100
    with pytest.raises(IntegrityError, match="fk_figure_article_id"):
        session.flush()
    session.rollback()


def test_words_outside_the_vocabulary_are_refused_twice(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    with pytest.raises(StatementError, match="people"):
        ExtractionRepository(session).store(article.id, extraction(figures=(figure(unit="people"),)))
    session.rollback()
    article = add_article()
    ExtractionRepository(session).store(article.id, extraction(figures=(figure(),)))
    with pytest.raises(IntegrityError, match="ck_figure_unit"):
        session.connection().exec_driver_sql("UPDATE figure SET unit = 'people'")
    session.rollback()


def test_figures_are_chosen_by_every_condition(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    facts: list[dict[str, object]] = [
        {},
        {"region": "36", "year": 2024},
        {"region": None, "unit": Unit.VICTIMS},
        {"region": "36.73.01", "population": Population.GIRLS, "confidence": 0.3},
        {"region": "32.73", "violence": Violence.SEXUAL, "year": None},
    ]
    records = tuple(figure(**fact) for fact in facts)
    ExtractionRepository(session).store(article.id, extraction(figures=records))
    every = [row.id for row in FigureRepository(session).select()]

    def chosen(**wanted: Any) -> list[int]:
        return [every.index(row.id) for row in FigureRepository(session).select(FigureFilter(**wanted))]

    assert chosen(region="36.73") == [0]
    assert chosen(region="36", with_descendants=True) == [0, 1, 3]
    assert chosen(region="ID", with_descendants=True) == [0, 1, 3, 4]
    assert chosen(year=2024) == [1]
    assert chosen(unit=Unit.VICTIMS) == [2]
    assert chosen(population=Population.GIRLS) == [3]
    assert chosen(violence=Violence.SEXUAL) == [4]
    assert chosen(min_confidence=0.5) == [0, 1, 2, 4]
    assert chosen(outlet="kabarcontoh") == [0, 1, 2, 3, 4]
    assert chosen(outlet="lain") == []
    assert chosen(since=date(2026, 2, 1)) == []
    assert chosen(limit=2, after=every[1]) == [2, 3]
    assert chosen(article_id=article.id + 1) == []


def test_copies_and_old_versions_are_told_only_when_asked_for(
    session: Session, add_article: AddArticle
) -> None:
    original = add_article("https://satu.test/1", source="satu")
    copy = add_article("https://dua.test/1", source="dua")
    for article in (original, copy):
        ExtractionRepository(session).store(article.id, extraction(figures=(figure(),)))
    ArticleRepository(session).mark_duplicate(copy.id, original.id)
    figures = FigureRepository(session)
    assert [row.article_id for row in figures.select()] == [original.id]
    told = figures.select(FigureFilter(include_duplicates=True))
    assert [(row.article_id, row.duplicate_of) for row in told] == [
        (original.id, None),
        (copy.id, original.id),
    ]
    newer = add_article("https://satu.test/1", source="satu", text="Kini tanpa angka.")
    assert newer.version == 2
    assert figures.select() == []
    [old] = figures.select(FigureFilter(include_old_versions=True))
    assert (old.article_id, old.article_current) == (original.id, False)


def test_programmes_are_chosen_by_their_mentions(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    records = (
        programme(),
        programme("Satgas Aman", kind=ProgrammeKind.TASK_FORCE, region="36", action=ProgrammeAction.RUNNING),
    )
    ExtractionRepository(session).store(article.id, extraction(programmes=records))

    def chosen(**wanted: Any) -> set[str]:
        return {row.name for row in ProgrammeRepository(session).select(ProgrammeFilter(**wanted))}

    assert chosen() == {"Teman Curhat", "Satgas Aman"}
    assert chosen(kind=ProgrammeKind.TASK_FORCE) == {"Satgas Aman"}
    assert chosen(action=ProgrammeAction.LAUNCHED) == {"Teman Curhat"}
    assert chosen(region="36") == {"Satgas Aman"}
    assert chosen(region="36", with_descendants=True) == {"Teman Curhat", "Satgas Aman"}
    assert chosen(min_confidence=0.9) == set()
    assert chosen(until=date(2025, 1, 1)) == set()
