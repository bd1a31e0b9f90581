"""Articles that may tell the same story: those published or read around the same days."""

from datetime import date, timedelta

from sqlalchemy import Date, cast, func, select
from sqlalchemy.orm import Session

from models.reading import Article


class StoryRepository:
    """The SQL that finds candidates for wire copies."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def neighbours(self, article: Article, *, days: int) -> list[tuple[int, str]]:
        """Ids and texts of earlier first tellings within ``days`` of the article's day, other pages' only."""
        day = func.coalesce(Article.published, cast(Article.read_at, Date))
        own: date = article.published or article.read_at.date()
        query = select(Article.id, Article.text).where(
            Article.current,
            Article.duplicate_of.is_(None),
            Article.id < article.id,
            Article.page_id != article.page_id,
            day.between(own - timedelta(days=days), own + timedelta(days=days)),
        )
        return [(row.id, row.text) for row in self._session.execute(query.order_by(Article.id))]
