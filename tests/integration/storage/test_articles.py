from datetime import date, datetime

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.reading import Article
from storage.articles import ArticleFilter, ArticleRepository, ReadingChange, text_hash
from storage.extractions import ExtractionRepository
from storage.pages import PageRepository
from tests.integration.storage.conftest import TEXT, AddArticle, extraction, figure

URL = "https://kabarcontoh.test/a"


@pytest.fixture
def articles(session: Session) -> ArticleRepository:
    return ArticleRepository(session)


def read_again(session: Session, now: datetime, **changes: object) -> tuple[Article, ReadingChange]:
    page = PageRepository(session).get(URL)
    assert page is not None
    facts: dict[str, object] = {
        "title": "Kasus di Kota Serang",
        "text": TEXT,
        "published": date(2026, 1, 15),
        "reader": "generic",
        "now": now,
    }
    return ArticleRepository(session).store_reading(page, **(facts | changes))  # type: ignore[arg-type]


def test_reading_the_same_again_stores_nothing(
    session: Session, add_article: AddArticle, now: datetime
) -> None:
    first = add_article()
    again, change = read_again(session, now)
    assert (again.id, change) == (first.id, ReadingChange.UNCHANGED)


@pytest.mark.parametrize(
    "change", [{"text": TEXT + " Tamat."}, {"title": "Judul baru"}, {"published": date(2026, 1, 16)}]
)
def test_another_text_title_or_date_is_a_new_version(
    session: Session, add_article: AddArticle, now: datetime, change: dict[str, object]
) -> None:
    first = add_article()
    second, found = read_again(session, now, **change)
    assert (found, second.version, second.current, first.current) == (
        ReadingChange.NEW_VERSION,
        2,
        True,
        False,
    )
    rows = ArticleRepository(session).select()
    assert [row.id for row in rows] == [second.id]
    everything = ArticleRepository(session).select(ArticleFilter(include_old_versions=True))
    assert [row.id for row in everything] == [first.id, second.id]


def test_the_database_refuses_a_second_current_version(session: Session, add_article: AddArticle) -> None:
    first = add_article()
    session.add(
        Article(
            page_id=first.page_id,
            version=2,
            title=None,
            text="x",
            text_length=1,
            text_sha256=text_hash("x"),
            published=None,
            reader="generic",
            read_at=first.read_at,
        )
    )
    with pytest.raises(IntegrityError, match="uq_article_current"):
        session.flush()
    session.rollback()


def test_the_database_refuses_a_wrong_text_length(session: Session, add_article: AddArticle) -> None:
    article = add_article()
    with pytest.raises(IntegrityError, match="ck_article_text_length"):
        session.execute(update(Article).where(Article.id == article.id).values(text_length=3))
    session.rollback()


def test_a_text_with_null_characters_is_refused_in_words(
    session: Session, add_article: AddArticle, now: datetime
) -> None:
    add_article()
    with pytest.raises(BadInputError, match="null characters"):
        read_again(session, now, text="a\0b")


def test_copies_never_point_at_copies(
    session: Session, add_article: AddArticle, articles: ArticleRepository
) -> None:
    original = add_article("https://satu.test/1", source="satu")
    copy = add_article("https://dua.test/1", source="dua")
    third = add_article("https://tiga.test/1", source="tiga")
    found = articles.by_text_sha(copy.text_sha256, other_than_page=copy.page_id)
    assert [article.id for article in found] == [original.id, third.id]
    articles.mark_duplicate(third.id, copy.id)
    articles.mark_duplicate(copy.id, original.id)
    for article in (original, copy, third):
        session.refresh(article)
    assert [article.duplicate_of for article in (original, copy, third)] == [None, original.id, original.id]
    assert [row.id for row in articles.select()] == [original.id]
    with pytest.raises(ValueError, match="repeat itself"):
        articles.mark_duplicate(original.id, copy.id)


def test_articles_are_found_by_what_they_say_where_and_when(
    session: Session, add_article: AddArticle, articles: ArticleRepository
) -> None:
    serang = add_article("https://satu.test/1", source="satu")
    other = add_article(
        "https://dua.test/1",
        source="dua",
        text="Pelatihan menjahit bagi warga desa.",
        title="Jahit",
        published=date(2025, 5, 1),
    )
    ExtractionRepository(session).store(serang.id, extraction(figures=(figure(),)))

    def found(**wanted: object) -> list[int]:
        return [row.id for row in articles.select(ArticleFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == [serang.id, other.id]
    assert found(words="pelatihan jahit") == [other.id]
    assert found(words="kekerasan -serang") == []
    assert found(region="36.73") == [serang.id]
    assert found(region="36", with_descendants=True) == [serang.id]
    assert found(region="36") == []
    assert found(since=date(2026, 1, 1)) == [serang.id]
    assert found(until=date(2025, 12, 31)) == [other.id]
    assert found(outlet="DUA.test") == [other.id]
    assert found(extracted=True) == [serang.id]
    assert found(extracted=False) == [other.id]
    assert found(limit=1) == [serang.id]
    assert found(after=serang.id) == [other.id]
    assert [row.figures for row in articles.select()] == [1, 0]


def test_the_extractors_get_where_and_when_the_article_stood(
    add_article: AddArticle, articles: ArticleRepository
) -> None:
    article = add_article()
    given = articles.text(article.id)
    assert given is not None
    assert (given.id, given.text, given.outlet, given.home_region, given.published) == (
        str(article.id),
        TEXT,
        "kabarcontoh.test",
        "36.73",
        date(2026, 1, 15),
    )
    assert articles.text(10**6) is None
