"""How many rows the store holds, for people who ask how things stand."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.crawling import Page
from models.official import Finding, OfficialFigure
from models.reading import Article, Figure, Programme, Trend

_COUNTED = {
    "pages": Page,
    "articles": Article,
    "figures": Figure,
    "programmes": Programme,
    "trends": Trend,
    "official_figures": OfficialFigure,
    "findings": Finding,
}


def count_rows(session: Session) -> dict[str, int]:
    """Give the number of rows by kind; article versions count one by one."""
    return {
        name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in _COUNTED.items()
    }
