"""Articles that people have reviewed, with what stands of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models.people import Review
from models.reading import Article, Figure
from models.vocabulary import RecordKind, Verdict
from storage.standing import machine_reading, standing_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedArticle:
    """One article; ``complete`` when every figure in it was accepted, corrected or rejected."""

    article_id: int
    complete: bool
    reviewers: tuple[str, ...]
    figures: tuple[dict[str, object], ...]
    programmes: tuple[dict[str, object], ...]
    trends: tuple[dict[str, object], ...]


class ReviewedRepository:
    """Reading of articles with answers that count."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def articles(self) -> Iterator[ReviewedArticle]:
        """Standing articles of which a figure was reviewed, by id."""
        answered = exists().where(
            Review.page_id == Article.page_id, Review.undone_at.is_(None), Review.record == RecordKind.FIGURE
        )
        ids = self._session.scalars(select(Article.id).where(Article.current, answered).order_by(Article.id))
        for article_id in ids.all():
            yield self._reviewed(self._session.get_one(Article, article_id, populate_existing=True))

    def _reviewed(self, article: Article) -> ReviewedArticle:
        kept = [figure for figure in article.figures if figure.verdict is not Verdict.REJECTED]
        return ReviewedArticle(
            article_id=article.id,
            complete=all(_settled(figure) for figure in article.figures),
            reviewers=tuple(sorted({name for figure in article.figures for name in figure.answered_by})),
            figures=tuple(standing_reading(figure) for figure in kept),
            programmes=tuple(
                machine_reading(mention)
                | {
                    "aliases": list(mention.aliases),
                    "kind": mention.programme.kind.value,
                    "region": mention.programme.region_code,
                }
                for mention in article.mentions
                if mention.verdict is not Verdict.REJECTED
            ),
            trends=tuple(
                machine_reading(trend) for trend in article.trends if trend.verdict is not Verdict.REJECTED
            ),
        )


def _settled(figure: Figure) -> bool:
    return figure.verdict is not None and not figure.reopened
