from datetime import datetime

from sqlalchemy.orm import Session

from models.vocabulary import Verdict
from storage.reviews import ReviewRepository
from tests.integration.storage.conftest import AddArticle


def test_answers_stay_with_the_page(session: Session, add_article: AddArticle, now: datetime) -> None:
    article = add_article()
    reviews = ReviewRepository(session)
    for verdict in (Verdict.UNSURE, Verdict.ACCEPTED):
        reviews.add(
            page_id=article.page_id,
            evidence="40 kasus",
            value=40,
            verdict=verdict,
            reviewer="rani",
            machine={"unit": "cases"},
            now=now,
        )
    newest, older = reviews.of_pages([article.page_id])
    assert (newest.verdict, older.verdict, newest.corrected) == (Verdict.ACCEPTED, Verdict.UNSURE, None)
    reviews.reopen([newest.id])
    assert [answer.reopened for answer in reviews.of_pages([article.page_id])] == [True, False]
    assert reviews.of_pages([]) == ()
