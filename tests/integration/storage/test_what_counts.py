"""What a figure repeats of its article and page stays what they say, and what leaves is masked once."""

from datetime import date

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.masking import MASK, VERSION, masked
from models.reading import Article, Figure
from models.vocabulary import Verdict
from storage.articles import ArticleFilter, ArticleRepository
from storage.coverage import CoverageRepository
from storage.extractions import ExtractionRepository
from storage.figure_table import FigureTable
from storage.figure_years import years_of_region
from storage.figures import FigureFilter, FigureRepository
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.region_book import RegionBook
from tests.integration.storage.conftest import TEXT, AddArticle, extraction, figure, programme


def _repeated(session: Session) -> list[tuple[bool, date | None, str]]:
    session.flush()
    columns = select(Figure.standing, Figure.published, Figure.source_name).order_by(Figure.id)
    return [(row[0], row[1], row[2]) for row in session.execute(columns)]


@pytest.fixture
def article(session: Session, add_article: AddArticle) -> Article:
    stored = add_article()
    ExtractionRepository(session).store(stored.id, extraction(figures=(figure(),)))
    return stored


def test_a_figure_repeats_what_its_article_says(session: Session, article: Article) -> None:
    source = session.get_one(Page, article.page_id).source_name
    assert _repeated(session) == [(True, date(2026, 1, 15), source)]


def test_a_copys_figures_do_not_stand_until_it_is_none(
    session: Session, article: Article, add_article: AddArticle
) -> None:
    other = add_article("https://kabarcontoh.test/lain")
    ArticleRepository(session).mark_duplicate(article.id, other.id)
    assert [row[0] for row in _repeated(session)] == [False]
    assert FigureTable(session).count(FigureFilter(), most=9) == 0
    assert FigureTable(session).count(FigureFilter(include_duplicates=True), most=9) == 1
    ArticleRepository(session).mark_duplicate(article.id, None)
    assert [row[0] for row in _repeated(session)] == [True]


def test_a_superseded_articles_figures_stand_no_more(session: Session, article: Article) -> None:
    session.execute(update(Article).values(current=False, published=date(2026, 2, 1)))
    assert [row[:2] for row in _repeated(session)] == [(False, date(2026, 2, 1))]
    assert FigureRepository(session).select(FigureFilter(include_old_versions=True)) != []


def test_a_rejected_figure_stands_no_more(session: Session, article: Article) -> None:
    session.execute(update(Figure).values(verdict=Verdict.REJECTED))
    assert [row[0] for row in _repeated(session)] == [False]
    assert CoverageRepository(session).provinces()[0].figures == 0
    session.execute(update(Figure).values(verdict=None))
    assert [row[0] for row in _repeated(session)] == [True]


def test_a_page_that_changes_hands_takes_its_figures_along(session: Session, article: Article) -> None:
    session.add(Source(name="lain", outlet="lain.test"))
    session.flush()
    session.execute(update(Page).values(source_name="lain"))
    assert [row[2] for row in _repeated(session)] == ["lain"]
    [row] = FigureRepository(session).select(FigureFilter(outlet="LAIN.test"))
    assert row.outlet == "lain.test"


def test_days_and_reading_times_still_narrow_the_standing(session: Session, article: Article) -> None:
    def found(**wanted: object) -> int:
        return FigureTable(session).count(FigureFilter(**wanted), most=9)  # type: ignore[arg-type]

    read_at = session.get_one(Article, article.id).read_at
    assert (found(since=date(2026, 1, 15)), found(since=date(2026, 1, 16))) == (1, 0)
    assert (found(until=date(2026, 1, 15)), found(until=date(2026, 1, 14))) == (1, 0)
    assert (found(read_since=read_at), found(read_until=read_at)) == (1, 0)
    assert (found(article_id=article.id), found(article_id=article.id + 1)) == (1, 0)


def test_a_years_figures_are_totals_first_and_unknown_years_come_too(
    session: Session, add_article: AddArticle
) -> None:
    figures = (
        figure(breakdown="type:fisik"),
        figure(),
        figure(year=None),
        figure(year=2024),
        figure(year=2024, breakdown="type:fisik"),
    )
    ExtractionRepository(session).store(add_article().id, extraction(figures=figures))
    shown, numbers = years_of_region(session, "36.73", each=1)
    assert numbers == {2025: 2, 2024: 2, None: 1}
    assert {(row.year, row.breakdown) for row in shown} == {(2025, None), (2024, None), (None, None)}
    assert years_of_region(session, "36.71", each=1) == ([], {})


VICTIM = "Korban bernama Melatiwati, 13 tahun, satu dari 40 kasus di Kota Serang."


@pytest.mark.parametrize("version", [VERSION, "1"])
def test_a_sentence_leaves_masked_whenever_it_was_judged(
    session: Session, add_article: AddArticle, version: str
) -> None:
    stored = add_article(text=VICTIM)
    told = figure(text=VICTIM, evidence=VICTIM)
    ExtractionRepository(session).store(stored.id, extraction(figures=(told,), versions={"masking": version}))
    [row] = FigureRepository(session).select()
    assert row.covered == (version == VERSION)
    assert (row.said, MASK in row.said, "Melatiwati" in row.said) == (masked(VICTIM), True, False)


def test_a_sentence_judged_by_no_rules_is_masked_on_its_way_out(
    session: Session, add_article: AddArticle
) -> None:
    stored = add_article(text=VICTIM)
    told = figure(text=VICTIM, evidence=VICTIM)
    ExtractionRepository(session).store(stored.id, extraction(figures=(told,)))
    session.execute(update(Figure).values(public_evidence=None))
    [row] = FigureRepository(session).select()
    assert not row.covered
    assert row.said == masked(VICTIM)


def test_a_programmes_newest_mentions_come_with_the_number_of_all(
    session: Session, add_article: AddArticle
) -> None:
    for number in range(3):
        stored = add_article(f"https://kabarcontoh.test/{number}")
        ExtractionRepository(session).store(stored.id, extraction(programmes=(programme(),)))
    session.execute(text("UPDATE article SET published = published + id"))
    everything = ProgrammeRepository(session).select(ProgrammeFilter())
    [row] = ProgrammeRepository(session).select(ProgrammeFilter(), newest=2)
    assert len(everything[0].mentions) == row.mentioned == 3
    assert row.mentions == everything[0].mentions[1:]
    assert row.first_mention == everything[0].mentions[0].published


def test_rare_and_common_words_are_both_found(session: Session, add_article: AddArticle) -> None:
    for number in range(4):
        add_article(f"https://kabarcontoh.test/{number}", text=f"{TEXT} Ulasan nomor {number}.")
    articles = ArticleRepository(session)

    def found(words: str, **wanted: int) -> list[str]:
        rows = articles.select(ArticleFilter(words=words, **wanted))  # type: ignore[arg-type]
        return [row.url[-1] for row in rows]

    assert found("kekerasan", limit=2) == ["0", "1"]
    assert found("kekerasan") == ["0", "1", "2", "3"]
    assert found("ulasan -nomor", limit=2) == []
    assert found('"nomor 3"', limit=2) == ["3"]
    after = articles.select(ArticleFilter(words="kekerasan", limit=2))[-1].id
    assert found("kekerasan", limit=9, after=after) == ["2", "3"]
    assert session.scalar(text("SHOW enable_seqscan")) == "on"


def test_a_region_is_known_by_its_whole_name_or_code_at_once(session: Session) -> None:
    called = RegionBook.of(session).called
    names = {given: None if (region := called(given)) is None else region.code for given in (
        "Kota Serang", " kota serang ", "36.73", "Serang", "36.73.01", "99", "Banten",
    )}  # fmt: skip
    assert names == {
        "Kota Serang": "36.73", " kota serang ": "36.73", "36.73": "36.73", "Serang": None,
        "36.73.01": None, "99": None, "Banten": "36",
    }  # fmt: skip
