"""Articles that may tell the same story: those published or read around the same days."""

from datetime import date, timedelta

from sqlalchemy import Date, and_, cast, exists, func, select
from sqlalchemy.orm import Session, aliased

from models.crawling import Page, Source
from models.reading import Article, Figure

_COUNTED = ("unit", "region_code", "year", "period", "population", "violence", "breakdown")


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

    def contradicts(self, article_id: int, other_id: int) -> bool:
        """Whether both articles count the same thing and give different numbers only."""
        own, other = aliased(Figure), aliased(Figure)
        same = [getattr(own, name).is_not_distinct_from(getattr(other, name)) for name in _COUNTED]
        shared = select(own.id).join(other, and_(other.article_id == other_id, *same))
        shared = shared.where(own.article_id == article_id)
        agreeing = shared.where(own.value == other.value)
        return bool(self._session.scalar(select(exists(shared) & ~exists(agreeing))))

    def tellings(self, article_id: int) -> list[tuple[str, str]]:
        """Outlet and address of every standing telling of an article's story, the first one first."""
        first = select(func.coalesce(Article.duplicate_of, Article.id)).where(Article.id == article_id)
        query = (
            select(Source.outlet, Page.url)
            .select_from(Article)
            .join(Page, Page.id == Article.page_id)
            .join(Source, Source.name == Page.source_name)
            .where(
                Article.current, func.coalesce(Article.duplicate_of, Article.id) == first.scalar_subquery()
            )
        )
        return [(row.outlet, row.url) for row in self._session.execute(query.order_by(Article.id))]
