"""How many rows the store holds, for people who ask how things stand."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.crawling import Page
from models.official import Finding, OfficialFigure
from models.reading import Article, Figure, Programme, Trend
from storage.standing import stands

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
    """Give the number of rows by kind; article versions count one by one, rejected readings not."""
    return {name: session.scalar(_number_of(table)) or 0 for name, table in _COUNTED.items()}


def _number_of(table: type[Any]) -> Select[int]:
    query = select(func.count()).select_from(table)
    return query.where(stands(table.verdict)) if table in {Figure, Trend} else query
