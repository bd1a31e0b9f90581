"""What is counted in advance is what counting everything gives, whatever happens to figures."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from models.counting import figure_count
from models.crawling import Page
from models.people import Review
from models.reading import Article, Figure
from models.vocabulary import RecordKind, Verdict
from storage.articles import ArticleRepository
from storage.coverage import CoverageRepository
from storage.extractions import ExtractionRepository
from storage.figure_counts import counted_anew, figures_inside, fold_counts, recount
from storage.figures import FigureFilter, FigureRepository
from storage.forgetting import forget_page
from storage.standing import apply_answers, machine_reading
from tests.integration.storage.conftest import AddArticle, extraction, figure

COPY = "https://kabarcontoh.test/salinan"


def counted(session: Session) -> Counter[tuple[object, ...]]:
    session.flush()
    found: Counter[tuple[object, ...]] = Counter()
    for *key, number in session.execute(select(figure_count)):
        found[tuple(key)] += number
    return Counter({key: number for key, number in found.items() if number})


def counted_from_figures(session: Session) -> Counter[tuple[object, ...]]:
    return Counter({tuple(row[:-1]): row[-1] for row in session.execute(counted_anew())})


def assert_right(session: Session, *, figures: int) -> None:
    standing = FigureRepository(session).select(FigureFilter(region="ID", with_descendants=True))
    assert len(standing) == figures
    assert counted(session) == counted_from_figures(session)
    by_province = {row.code: row.figures for row in CoverageRepository(session).provinces()}
    assert sum(by_province.values()) == figures


@pytest.fixture
def article(session: Session, add_article: AddArticle) -> Article:
    stored = add_article()
    told = (figure(), figure(year=2024), figure(region="36.04"), figure(region=None), figure(year=None))
    ExtractionRepository(session).store(stored.id, extraction(figures=told))
    return stored


def test_what_is_stored_is_counted(session: Session, article: Article) -> None:
    assert_right(session, figures=4)
    assert figures_inside(session, "36") == {"36.73": 3, "36.04": 1}
    assert figures_inside(session, "ID") == {"36": 4}
    assert figures_inside(session, "36.73") == {}


def test_reading_again_counts_what_is_read_then(session: Session, article: Article) -> None:
    ExtractionRepository(session).store(article.id, extraction(figures=(figure(region="36.04"),)))
    assert_right(session, figures=1)
    assert figures_inside(session, "36") == {"36.04": 1}
    assert [row.code for row in CoverageRepository(session).regions()] == ["36.04"]


def test_copies_do_not_count_until_they_are_none(
    session: Session, article: Article, add_article: AddArticle
) -> None:
    copy = add_article(COPY)
    ExtractionRepository(session).store(copy.id, extraction(figures=(figure(),)))
    assert_right(session, figures=5)
    ArticleRepository(session).mark_duplicate(copy.id, article.id)
    assert_right(session, figures=4)
    ArticleRepository(session).mark_duplicate(copy.id, None)
    assert_right(session, figures=5)


def test_what_people_answer_counts(session: Session, article: Article) -> None:
    first, second = session.scalars(
        select(Figure).where(Figure.region_code == "36.73", Figure.year.is_not(None)).order_by(Figure.id)
    )
    _answer(session, article, first, Verdict.REJECTED, None)
    _answer(session, article, second, Verdict.CORRECTED, {**machine_reading(second), "region": "32.73"})
    apply_answers(session, article.id)
    assert_right(session, figures=3)
    assert figures_inside(session, "32") == {"32.73": 1}
    session.execute(update(Review).values(undone_at=datetime.now(UTC)))
    apply_answers(session, article.id)
    assert_right(session, figures=4)
    assert figures_inside(session, "32") == {}


def test_what_is_forgotten_or_superseded_counts_no_more(
    session: Session, article: Article, add_article: AddArticle
) -> None:
    other = add_article(COPY)
    ExtractionRepository(session).store(other.id, extraction(figures=(figure(),)))
    session.execute(update(Article).where(Article.id == other.id).values(current=False))
    assert_right(session, figures=4)
    forget_page(session, session.get_one(Page, article.page_id).url)
    assert_right(session, figures=0)
    assert CoverageRepository(session).regions() == []


def test_folding_and_counting_anew_change_nothing_but_the_number_of_rows(
    session: Session, article: Article
) -> None:
    ExtractionRepository(session).store(article.id, extraction(figures=(figure(), figure())))
    before = counted(session)
    rows = select(func.count()).select_from(figure_count)
    many = session.scalar(rows) or 0
    assert fold_counts(session) == many
    assert (session.scalar(rows), counted(session)) == (len(before), before)
    session.execute(text("DELETE FROM figure_count"))
    recount(session)
    assert (session.scalar(rows), counted(session)) == (len(before), before)


def _answer(
    session: Session, article: Article, row: Figure, verdict: Verdict, corrected: dict[str, object] | None
) -> None:
    answer = Review(
        page_id=article.page_id,
        article_id=article.id,
        record=RecordKind.FIGURE,
        evidence=row.evidence,
        value=row.value,
        machine=machine_reading(row),
        verdict=verdict,
        corrected=corrected,
        reviewer="ani",
        reviewed_at=datetime.now(UTC),
    )
    session.add(answer)
