"""A person's answer stands, comes back, survives and re-opens as it should."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from models.crawling import Page
from models.errors import BadInputError
from models.people import Review
from models.reading import Article
from models.records import Extraction, FigureRecord
from models.vocabulary import Deed, RecordKind, Unit, Verdict, Violence
from storage.articles import ArticleRepository
from storage.counts import count_rows
from storage.coverage import CoverageRepository
from storage.database import Database
from storage.extractions import ExtractionRepository
from storage.figure_table import FigureTable, Sorting
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.logbook import Logbook
from storage.programmes import ProgrammeRepository
from storage.review_queue import QueueState, ReviewQueue, weigh_consequences
from storage.reviews import Answer, ReviewRepository
from storage.trends import TrendRepository
from tests.integration.storage.conftest import TEXT, AddArticle, figure, programme, trend

Judge = Callable[..., set[str]]


@pytest.fixture
def reviews(session: Session) -> ReviewRepository:
    return ReviewRepository(session)


@pytest.fixture
def article(session: Session, add_article: AddArticle) -> Article:
    added = add_article()
    extract(session, added, [figure()])
    return added


@pytest.fixture
def judge(session: Session, reviews: ReviewRepository, now: datetime) -> Judge:
    minutes = iter(range(1, 100))

    def answer(
        verdict: Verdict,
        who: str = "ani",
        *,
        corrected: FigureRecord | None = None,
        number: int | None = None,
    ) -> set[str]:
        [row] = standing(session) if number is None else [None]
        given = Answer(
            verdict=verdict, reviewer=who, corrected=None if corrected is None else as_reading(corrected)
        )
        figure_id = number if row is None else row.id
        assert figure_id is not None
        return reviews.answer(RecordKind.FIGURE, figure_id, given, now=now + timedelta(minutes=next(minutes)))

    return answer


def extract(session: Session, article: Article, figures: Sequence[FigureRecord]) -> None:
    read = Extraction(
        article_id=str(article.id),
        relevant=True,
        relevance=0.9,
        figures=tuple(figures),
        versions={"figures": "1"},
    )
    ExtractionRepository(session).store(article.id, read)


def as_reading(record: FigureRecord) -> dict[str, object]:
    return {name: value for name, value in asdict(record).items() if name != "confidence"}


def standing(session: Session) -> list[FigureRow]:
    return FigureRepository(session).select()


def test_a_rejected_figure_vanishes_everywhere_and_comes_back_when_undone(
    session: Session, article: Article, reviews: ReviewRepository, judge: Judge, now: datetime
) -> None:
    assert judge(Verdict.REJECTED) == {"36.73"}
    assert standing(session) == []
    assert FigureTable(session).count(FigureFilter(), most=9) == 0
    assert FigureTable(session).page(FigureFilter(), Sorting(), limit=9) == []
    assert CoverageRepository(session).regions() == []
    assert CoverageRepository(session).years() == []
    assert CoverageRepository(session).outlets()[0].figures == 0
    assert ArticleRepository(session).select()[0].figures == 0
    assert count_rows(session)["figures"] == 0
    assert len(FigureRepository(session).select(FigureFilter(include_rejected=True))) == 1
    [answer] = reviews.newest(limit=9)
    assert reviews.undo(answer.id, who="ani", now=now + timedelta(hours=1)) == {"36.73"}
    assert [row.verdict for row in standing(session)] == [None]
    assert reviews.newest(limit=9)[0].undone_by == "ani"
    assert [entry.deed for entry in Logbook(session).newest(limit=9)] == [Deed.UNDONE, Deed.ANSWERED]


def test_a_correction_stands_and_both_answers_are_kept(
    session: Session, article: Article, reviews: ReviewRepository, judge: Judge, now: datetime
) -> None:
    right = figure(region="36.04", unit=Unit.VICTIMS, evidence="40 kasus kekerasan", violence=Violence.SEXUAL)
    assert judge(Verdict.CORRECTED, corrected=right) == {"36.73", "36.04"}
    [row] = standing(session)
    assert (row.region, row.unit, row.violence) == ("36.04", Unit.VICTIMS, Violence.SEXUAL)
    assert (row.evidence, TEXT[row.start : row.end]) == ("40 kasus kekerasan", "40 kasus kekerasan")
    assert row.verdict is Verdict.CORRECTED
    [answer] = reviews.newest(limit=9)
    assert (answer.machine["region"], answer.machine["evidence"]) == ("36.73", "40 kasus")
    assert answer.corrected is not None
    assert answer.corrected["region"] == "36.04"
    reviews.undo(answer.id, who="ani", now=now)
    [back] = standing(session)
    assert (back.region, back.evidence, back.verdict) == ("36.73", "40 kasus", None)


def test_only_ones_own_answers_are_undone(
    session: Session, article: Article, reviews: ReviewRepository, judge: Judge, now: datetime
) -> None:
    judge(Verdict.ACCEPTED)
    [answer] = reviews.newest(limit=9)
    with pytest.raises(BadInputError, match="no answer"):
        reviews.undo(answer.id, who="budi", now=now)
    reviews.undo(answer.id, who="budi", now=now, any_reviewer=True)
    with pytest.raises(BadInputError, match="no answer"):
        reviews.undo(answer.id, who="ani", now=now)


def test_extracting_again_keeps_what_was_answered(session: Session, article: Article, judge: Judge) -> None:
    judge(Verdict.CORRECTED, corrected=figure(region="36.04"))
    extract(session, article, [figure(confidence=0.4)])
    [row] = standing(session)
    assert (row.region, row.verdict, row.confidence) == ("36.04", Verdict.CORRECTED, 0.4)
    assert ReviewQueue(session, reviewers=1).count("budi") == 0


def test_another_reading_of_the_same_words_reopens_and_the_person_stands_meanwhile(
    session: Session, article: Article, judge: Judge
) -> None:
    judge(Verdict.CORRECTED, corrected=figure(region="36.04"))
    extract(session, article, [figure(region="36")])
    [row] = standing(session)
    assert (row.region, row.verdict) == ("36.04", Verdict.CORRECTED)
    [waiting] = ReviewQueue(session, reviewers=1).page("ani", state=QueueState.REOPENED, limit=9)
    assert waiting.figure.id == row.id


def test_a_rejection_does_not_reach_another_reading(session: Session, article: Article, judge: Judge) -> None:
    judge(Verdict.REJECTED)
    extract(session, article, [figure(region="36")])
    assert [row.region for row in standing(session)] == ["36"]


def test_a_changed_article_reopens_its_reviews(
    session: Session, article: Article, judge: Judge, now: datetime
) -> None:
    judge(Verdict.ACCEPTED)
    newer, _ = ArticleRepository(session).store_reading(
        page_of(session, article),
        title="Baru",
        text=f"{TEXT} Diperbarui.",
        published=None,
        reader="x",
        now=now,
    )
    extract(session, newer, [figure(text=f"{TEXT} Diperbarui.")])
    [row] = standing(session)
    assert (row.article_id, row.verdict) == (newer.id, Verdict.ACCEPTED)
    queue = ReviewQueue(session, reviewers=1)
    assert queue.count("ani") == queue.count("ani", state=QueueState.REOPENED) == 1
    judge(Verdict.ACCEPTED)
    assert queue.count("ani") == 0
    extract(session, newer, [figure(text=f"{TEXT} Diperbarui.")])
    assert queue.count("ani") == 0


def page_of(session: Session, article: Article) -> Page:
    return session.get_one(Page, article.page_id)


def test_a_second_reviewer_is_asked_where_two_are_wanted(
    session: Session, article: Article, judge: Judge
) -> None:
    queue = ReviewQueue(session, reviewers=2)
    judge(Verdict.ACCEPTED)
    assert (queue.count("ani"), queue.count("budi")) == (0, 1)
    judge(Verdict.REJECTED, "budi", number=standing(session)[0].id)
    assert queue.count("citra") == 0
    assert standing(session) == []


def test_not_sure_settles_nothing(session: Session, article: Article, judge: Judge) -> None:
    judge(Verdict.UNSURE)
    [row] = standing(session)
    assert row.verdict is None
    assert ReviewQueue(session, reviewers=1).count("ani") == 0
    assert ReviewQueue(session, reviewers=1).count("budi", state=QueueState.UNSURE) == 1


def test_the_queue_asks_for_the_doubtful_and_consequential_first(session: Session, article: Article) -> None:
    kinds = [
        figure(violence=Violence.ANY, confidence=0.95),
        figure(violence=Violence.SEXUAL, confidence=0.3),
        figure(violence=Violence.PHYSICAL, confidence=0.6, region="ID"),
        figure(violence=Violence.NEGLECT, confidence=0.3, region="36.73.01"),
    ]
    extract(session, article, kinds)
    found = ReviewQueue(session, reviewers=1).page("ani", limit=9)
    assert [row.figure.violence for row in found] == ["physical", "sexual", "neglect", "any"]
    assert found[0].weight == pytest.approx(0.4 * 3)


def test_what_hangs_on_a_figure_puts_it_before_others_from_the_next_check_on(
    session: Session, article: Article, add_article: AddArticle, now: datetime
) -> None:
    other = add_article("https://kabarcontoh.test/lain", title="Lain")
    extract(session, article, [figure(confidence=0.8)])
    extract(session, other, [figure(confidence=0.7, violence=Violence.SEXUAL)])
    queue = ReviewQueue(session, reviewers=1)
    assert [row.figure.article_id for row in queue.page("ani", limit=9)] == [other.id, article.id]
    copy = add_article("https://kabarcontoh.test/salinan", title="Salinan")
    ArticleRepository(session).mark_duplicate(copy.id, article.id)
    for regions in (["36.04"], ["36.73"]):
        weigh_consequences(session, regions=regions)
        order = [row.figure.article_id for row in queue.page("ani", limit=9)]
        assert (order[0] == article.id) == (regions == ["36.73"])
    [first, _] = queue.page("ani", limit=9)
    assert (first.copies, first.findings, first.weight) == (1, 0, pytest.approx(0.4))
    ArticleRepository(session).mark_duplicate(copy.id, None)
    weigh_consequences(session)
    assert [row.weight for row in queue.page("ani", limit=9)] == pytest.approx([0.3, 0.2])


@pytest.mark.parametrize(
    ("state", "index"),
    [
        (QueueState.WAITING, "ix_figure_waiting"),
        (QueueState.REOPENED, "ix_figure_reopened"),
        (QueueState.UNSURE, "ix_figure_unsure"),
    ],
)
def test_the_queue_is_read_from_its_index(
    session: Session, database: Database, article: Article, state: QueueState, index: str
) -> None:
    """However few rows there are: sorting is made dear, so that an index has to give the order."""
    asked: list[tuple[str, Any]] = []

    def noted(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(database.engine, "before_cursor_execute", noted)
    ReviewQueue(session, reviewers=1).page("ani", state=state, limit=9)
    event.remove(database.engine, "before_cursor_execute", noted)
    session.execute(text("SET LOCAL enable_sort = off"))
    [(statement, parameters)] = asked
    plan = session.connection().exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars()
    assert index in "\n".join(plan)


def test_checked_figures_pass_any_bound_of_confidence(
    session: Session, article: Article, judge: Judge
) -> None:
    extract(session, article, [figure(confidence=0.2)])
    wanted = FigureFilter(min_confidence=0.5)
    assert FigureRepository(session).select(wanted) == []
    judge(Verdict.ACCEPTED)
    assert len(FigureRepository(session).select(wanted)) == 1


def test_programmes_and_trends_are_accepted_or_rejected(
    session: Session, article: Article, reviews: ReviewRepository, now: datetime
) -> None:
    read = Extraction(
        article_id=str(article.id), relevant=True, relevance=0.9, programmes=(programme(),), trends=(trend(),)
    )
    ExtractionRepository(session).store(article.id, read)
    [found] = ProgrammeRepository(session).select()
    no = Answer(verdict=Verdict.REJECTED, reviewer="ani")
    reviews.answer(RecordKind.PROGRAMME, found.mentions[0].id, no, now=now)
    reviews.answer(RecordKind.TREND, TrendRepository(session).select()[0].id, no, now=now)
    ExtractionRepository(session).store(article.id, replace(read, relevance=0.8))
    assert (ProgrammeRepository(session).select(), TrendRepository(session).select()) == ([], [])


def test_a_reading_that_is_gone_cannot_be_answered(reviews: ReviewRepository, now: datetime) -> None:
    with pytest.raises(BadInputError, match="no longer there"):
        reviews.answer(RecordKind.FIGURE, 999_999, Answer(verdict=Verdict.ACCEPTED, reviewer="ani"), now=now)


def test_answers_are_rows_of_their_own(session: Session, article: Article, judge: Judge) -> None:
    judge(Verdict.ACCEPTED)
    judge(Verdict.REJECTED)
    answers = ReviewRepository(session).counting(RecordKind.FIGURE)
    assert [answer.verdict for answer in answers] == [Verdict.ACCEPTED, Verdict.REJECTED]
    assert all(isinstance(answer, Review) for answer in answers)


def test_words_chosen_by_a_person_are_covered_for_readers(
    session: Session, add_article: AddArticle, judge: Judge
) -> None:
    text = "Sepanjang 2025 ada 40 kasus, di antaranya korban bernama Melati Puspita (12) dari Kota Serang."
    article = add_article(text=text)
    extract(session, article, [figure(text=text)])
    judge(Verdict.CORRECTED, corrected=figure(text=text, evidence=text[: text.index(" dari")]))
    [row] = standing(session)
    assert "40 kasus" in row.evidence
    assert "Melati" not in row.evidence
