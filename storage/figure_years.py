"""The figures of one region, so many a year as a page can show."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.reading import Article, Figure
from models.vocabulary import Violence
from storage.figures import FigureFilter, FigureRow, figure_is, joined_figures


class FigureYears:
    """Reading of ``figure`` by region and year."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def shown(self, region: str, *, each: int) -> list[FigureRow]:
        """Up to ``each`` figures of every year, by id: totals before parts, then the newest report first."""
        place = func.row_number().over(
            partition_by=Figure.year,
            order_by=(
                Figure.breakdown.is_not(None),
                Figure.violence != Violence.ANY,
                Article.published.desc().nulls_last(),
                Figure.id.desc(),
            ),
        )
        placed = (
            select(Figure.id, place.label("place"))
            .join_from(Figure, Article, Article.id == Figure.article_id)
            .where(*figure_is(FigureFilter(region=region)))
            .subquery()
        )
        first = select(placed.c.id).where(placed.c.place <= each)
        query = joined_figures().where(Figure.id.in_(first)).order_by(Figure.id)
        return [FigureRow(**row) for row in self._session.execute(query).mappings()]

    def numbers(self, region: str) -> dict[int | None, int]:
        """How many figures there are of each year."""
        query = (
            select(Figure.year, func.count(Figure.id))
            .join_from(Figure, Article, Article.id == Figure.article_id)
            .where(*figure_is(FigureFilter(region=region)))
            .group_by(Figure.year)
        )
        return {row[0]: row[1] for row in self._session.execute(query)}
