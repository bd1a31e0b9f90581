"""What trends and mentions repeat of their article, and what of an article nobody may find by searching."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.masking import MASK, VERSION, public_spans, without
from models.reading import Article, Figure, ProgrammeMention, Trend
from models.vocabulary import Outcome, Verdict
from storage.articles import ArticleFilter, ArticleRepository
from storage.coverage import CoverageRepository
from storage.extractions import ExtractionRepository
from storage.figure_groups import FigureGrouping, group_figures
from storage.figures import FigureFilter
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.search import SearchRepository
from storage.trends import TrendFilter, TrendRepository
from tests.integration.storage.conftest import NOW, TEXT, AddArticle, extraction, figure, programme, trend

Read = Callable[..., Article]
VICTIM = f"{TEXT} Malam itu Selvi dipukul suaminya di rumah."


@pytest.fixture
def read(session: Session, add_article: AddArticle) -> Read:
    def add(url: str = "https://kabarcontoh.test/a", **article: object) -> Article:
        stored = add_article(url, **article)
        found = extraction(
            figures=(figure(text=stored.text),),
            programmes=(programme(),),
            trends=(trend(),),
            versions={"masking": VERSION},
        )
        ExtractionRepository(session).store(stored.id, found)
        return stored

    return add


def _repeated(session: Session) -> set[tuple[bool, date | None]]:
    session.flush()
    rows = [
        session.execute(select(table.standing, table.published)).all() for table in (Trend, ProgrammeMention)
    ]
    assert [len(found) for found in rows] == [1, 1]
    return {(row[0], row[1]) for found in rows for row in found}


def test_they_repeat_what_their_article_says(session: Session, read: Read) -> None:
    article = read()
    assert _repeated(session) == {(True, date(2026, 1, 15))}
    session.execute(update(Article).values(published=date(2026, 2, 1)))
    assert _repeated(session) == {(True, date(2026, 2, 1))}
    session.execute(update(Article).where(Article.id == article.id).values(current=False, published=None))
    assert _repeated(session) == {(False, None)}
    assert TrendRepository(session).newest(TrendFilter(region="36.73"), limit=5) == []
    assert len(TrendRepository(session).select(TrendFilter(include_old_versions=True))) == 1


def test_a_copys_trends_and_programmes_stand_when_it_is_none(
    session: Session, read: Read, add_article: AddArticle
) -> None:
    article, other = read(), add_article("https://kabarcontoh.test/lain")
    ArticleRepository(session).mark_duplicate(article.id, other.id)
    assert _repeated(session) == {(False, date(2026, 1, 15))}
    assert ProgrammeRepository(session).select(newest=3) == []
    [copied] = ProgrammeRepository(session).select(ProgrammeFilter(include_duplicates=True), newest=3)
    assert copied.mentions[0].duplicate_of == other.id
    ArticleRepository(session).mark_duplicate(article.id, None)
    assert _repeated(session) == {(True, date(2026, 1, 15))}


def test_rejected_ones_do_not_stand(session: Session, read: Read) -> None:
    read()
    for table in (Trend, ProgrammeMention):
        session.execute(update(table).values(verdict=Verdict.REJECTED))
    assert {standing for standing, _ in _repeated(session)} == {False}
    assert TrendRepository(session).select() == []
    assert ProgrammeRepository(session).select() == []


def test_of_many_mentions_the_newest_come_with_the_number_and_first_day_of_all(
    session: Session, read: Read
) -> None:
    days = [date(2026, 1, 5), None, date(2026, 1, 9), date(2026, 1, 2)]
    for number, day in enumerate(days):
        read(f"https://kabarcontoh.test/{number}", published=day)
    [row] = ProgrammeRepository(session).select(newest=2)
    assert [mention.published for mention in row.mentions] == [date(2026, 1, 5), date(2026, 1, 9)]
    assert (row.mentioned, row.first_mention) == (4, date(2026, 1, 2))
    [row] = ProgrammeRepository(session).select(ProgrammeFilter(since=date(2026, 1, 6)), newest=2)
    assert (len(row.mentions), row.mentioned, row.first_mention) == (1, 1, date(2026, 1, 9))
    assert ProgrammeRepository(session).select(ProgrammeFilter(outlet="lain.test")) == []
    [row] = ProgrammeRepository(session).select(ProgrammeFilter(outlet="kabarcontoh.test"))
    assert [mention.published for mention in row.mentions] == [*sorted(filter(None, days)), None]


def test_the_newest_trends_of_a_region_come_first(session: Session, read: Read) -> None:
    for number, day in enumerate([None, date(2026, 1, 5), date(2026, 1, 9)]):
        read(f"https://kabarcontoh.test/{number}", published=day)
    found = TrendRepository(session).newest(TrendFilter(region="36.73"), limit=3)
    assert [row.published for row in found] == [date(2026, 1, 9), date(2026, 1, 5), None]


def test_reading_keeps_what_nobody_may_find_by_searching(session: Session, read: Read) -> None:
    article = read(text=VICTIM)
    hidden = session.scalar(select(Article.hidden))
    assert hidden == [list(span) for span in public_spans(VICTIM)]
    assert MASK in without(VICTIM, public_spans(VICTIM), 0, len(VICTIM))
    assert _found(session, "Selvi") == []
    assert _found(session, "Teman Curhat") == [article.id]


@pytest.mark.parametrize(
    "change",
    [{"hidden": None}, {"hidden": [], "extraction_versions": {"masking": "0"}}],
    ids=["read before", "read by older rules"],
)
def test_where_reading_did_not_keep_it_it_is_worked_out(
    session: Session, read: Read, change: dict[str, object]
) -> None:
    article = read(text=VICTIM)
    session.execute(update(Article).values(**change))
    assert _found(session, "Selvi") == []
    assert _found(session, "Teman Curhat") == [article.id]


def test_what_hides_nothing_is_found_by_its_title_as_readers_see_it(session: Session, read: Read) -> None:
    article = read(title="Selvi dipukul suaminya, kasus naik")
    assert session.scalar(select(Article.hidden)) == []
    assert _found(session, "Selvi") == []
    assert _found(session, "naik") == [article.id]


def test_outlets_count_pages_articles_and_figures_of_copies(
    session: Session, read: Read, add_article: AddArticle
) -> None:
    first, second = read(), read("https://kabarcontoh.test/b", published=date(2026, 2, 3))
    ArticleRepository(session).mark_duplicate(second.id, first.id)
    session.add(Source(name="sepi", outlet="sepi.test"))
    session.flush()
    session.add(Page(url="https://sepi.test/a", source_name="sepi", first_seen=NOW, last_fetched=NOW))
    session.flush()
    session.execute(update(Page).where(Page.source_name == "sepi").values(outcome=Outcome.UNREACHABLE))
    full, quiet = CoverageRepository(session).outlets()
    assert (full.pages, full.articles, full.figures, full.trouble) == (2, 2, 2, 0)
    assert full.newest == date(2026, 2, 3)
    assert (quiet.pages, quiet.articles, quiet.figures, quiet.trouble, quiet.newest) == (1, 0, 0, 1, None)
    assert session.scalar(text("SHOW enable_hashjoin")) == "on"


def test_outlets_of_several_sources_are_one_group(session: Session, read: Read) -> None:
    read()
    read("https://lain.test/a", source="lain", published=None)
    session.execute(update(Source).values(outlet="satu.test"))
    session.execute(update(Figure).where(Figure.source_name == "lain").values(value=7))
    [group] = group_figures(session, FigureFilter(), FigureGrouping.OUTLET, limit=9)
    assert (group.key, group.figures, group.articles) == ("satu.test", 2, 2)
    assert (group.lowest, group.highest, group.newest) == (7, 40, date(2026, 1, 15))


def _found(session: Session, words: str) -> list[int]:
    rows = ArticleRepository(session).select(ArticleFilter(words=words, limit=9))
    return [row.id for row in SearchRepository(session).readable(rows, words)]
