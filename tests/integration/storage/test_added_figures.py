"""A figure that the machine missed: added, judged by others, read by the machine later, undone."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kawal.gold import gold_record
from models.errors import BadInputError
from models.reading import Article
from models.records import FigureRecord
from models.vocabulary import RecordKind, Verdict
from storage.articles import ArticleRepository
from storage.extractions import ExtractionRepository
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.review_queue import ReviewQueue
from storage.reviewed import ReviewedRepository
from storage.reviews import Answer, ReviewRepository
from tests.integration.storage.conftest import NOW, TEXT, AddArticle, extraction, figure


@pytest.fixture
def article(session: Session, add_article: AddArticle) -> Article:
    added = add_article()
    extract(session, added)
    return added


def extract(session: Session, article: Article, *figures: FigureRecord) -> None:
    ExtractionRepository(session).store(article.id, extraction(figures=figures))


def reading(**changes: object) -> dict[str, object]:
    record = figure(**changes)  # type: ignore[arg-type]
    return {name: value for name, value in asdict(record).items() if name != "confidence"}


def add(session: Session, article: Article, told: Mapping[str, object] | None = None) -> set[str]:
    return ReviewRepository(session).add_figure(article.id, told or reading(), who="ani", now=NOW)


def standing(session: Session) -> list[FigureRow]:
    return FigureRepository(session).select()


def judge(session: Session, verdict: Verdict, *, who: str = "budi", **changes: object) -> None:
    [row] = standing(session)
    corrected = reading(**changes) if changes else None
    given = Answer(verdict=verdict, reviewer=who, corrected=corrected)
    later = NOW + timedelta(hours=1)
    ReviewRepository(session).answer(RecordKind.FIGURE, row.id, given, now=later)


def test_it_stands_at_once_and_says_who_added_it(session: Session, article: Article) -> None:
    assert add(session, article) == {"36.73"}
    [row] = standing(session)
    assert (row.value, row.region, row.verdict, row.confidence) == (40, "36.73", Verdict.ADDED, 1.0)
    assert TEXT[row.start : row.end] == row.evidence == "40 kasus"
    [stored] = article.figures
    assert (stored.added_by, stored.answered_by, stored.machine) == ("ani", ["ani"], None)
    assert ReviewQueue(session, reviewers=1).count("budi") == 0
    assert ReviewQueue(session, reviewers=2).count("budi") == 1
    [answer] = ReviewRepository(session).newest(limit=9)
    assert (answer.machine, answer.verdict) == ({}, Verdict.ADDED)


def test_it_is_a_gold_record(session: Session, article: Article) -> None:
    add(session, article)
    [reviewed] = ReviewedRepository(session).articles()
    text = ArticleRepository(session).text(article.id)
    assert text is not None
    record = gold_record(text, reviewed)
    assert reviewed.complete
    assert [(one["value"], one["evidence"]) for one in record["figures"]] == [(40, "40 kasus")]


def test_undoing_takes_it_away(session: Session, article: Article) -> None:
    add(session, article)
    [answer] = ReviewRepository(session).newest(limit=9)
    assert ReviewRepository(session).undo(answer.id, who="ani", now=NOW) == {"36.73"}
    assert standing(session) == []
    assert article.id is not None
    extract(session, article)
    assert standing(session) == []


def test_a_known_figure_is_not_added_twice(session: Session, article: Article) -> None:
    add(session, article)
    with pytest.raises(BadInputError, match="known already"):
        add(session, article)
    extract(session, article, figure())
    with pytest.raises(BadInputError, match="known already"):
        add(session, article)


def test_reading_again_keeps_it(session: Session, article: Article) -> None:
    add(session, article)
    extract(session, article, figure(5, evidence="Kasus naik 5", year=None))
    assert sorted((row.value, row.verdict) for row in standing(session)) == [(5, None), (40, Verdict.ADDED)]


def test_a_machine_that_learned_it_takes_its_row(session: Session, article: Article) -> None:
    add(session, article)
    extract(session, article, figure(confidence=0.7))
    [row] = standing(session)
    assert (row.verdict, row.confidence) == (Verdict.ACCEPTED, 0.7)


def test_a_machine_that_reads_it_otherwise_stands_corrected(session: Session, article: Article) -> None:
    add(session, article)
    extract(session, article, figure(year=2024, evidence="40 kasus kekerasan"))
    [row] = standing(session)
    assert (row.year, row.verdict, row.evidence) == (2025, Verdict.CORRECTED, "40 kasus")


def test_others_may_correct_or_reject_it(session: Session, article: Article) -> None:
    add(session, article)
    judge(session, Verdict.ACCEPTED)
    assert standing(session)[0].verdict is Verdict.ADDED
    judge(session, Verdict.CORRECTED, year=2024)
    assert [(row.year, row.verdict) for row in standing(session)] == [(2024, Verdict.CORRECTED)]
    judge(session, Verdict.REJECTED, who="tini")
    assert standing(session) == []
    assert len(FigureRepository(session).select(FigureFilter(include_rejected=True))) == 1


def test_a_rejected_reading_can_be_added_back(session: Session, article: Article) -> None:
    extract(session, article, figure())
    judge(session, Verdict.REJECTED)
    later = NOW + timedelta(hours=2)
    ReviewRepository(session).add_figure(article.id, reading(), who="ani", now=later)
    [row] = standing(session)
    assert row.verdict is Verdict.ACCEPTED


@pytest.mark.parametrize(
    ("text", "left"),
    [("Menurut dinas, " + TEXT, [(40, Verdict.ADDED)]), (TEXT.replace("40 kasus", "41 kasus"), [])],
)
def test_a_changed_article_reopens_it_and_keeps_it_while_its_words_stand(
    session: Session,
    article: Article,
    add_article: AddArticle,
    text: str,
    left: list[tuple[int, Verdict]],
) -> None:
    add(session, article)
    changed = add_article(text=text, now=NOW + timedelta(days=1))
    extract(session, changed)
    assert [(row.value, row.verdict) for row in standing(session)] == left
    [answer] = ReviewRepository(session).newest(limit=9)
    assert answer.reopened
    assert [text[row.start : row.end] for row in standing(session)] == ["40 kasus" for _ in left]
    assert ReviewQueue(session, reviewers=1).count("ani") == len(left)
