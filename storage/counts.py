"""How many rows the store holds, for people who ask how things stand."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from models.crawling import Page
from models.official import Finding, OfficialFigure
from models.reading import Article, Figure, Programme, Trend
from models.vocabulary import Verdict
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
_SHOWN = (
    "source", "article", "figure", "programme", "programme_mention", "trend", "official_dataset",
    "official_figure", "finding", "finding_figure", "finding_official", "region", "region_alias",
)  # fmt: skip
_WRITTEN = text(
    "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint FROM pg_stat_user_tables"
    " WHERE relname = ANY(:tables)"
)


def count_rows(session: Session, *, of: Collection[str] = tuple(_COUNTED)) -> dict[str, int]:
    """Give the number of rows by kind; article versions count one by one, rejected readings not."""
    return {name: session.scalar(_number_of(_COUNTED[name])) or 0 for name in of}


def rows_written(session: Session) -> int:
    """Give the server's count of rows ever written of what readers are shown; it may lag a second."""
    return session.scalar(_WRITTEN, {"tables": list(_SHOWN)}) or 0


def _number_of(table: type[Any]) -> Select[int]:
    query = select(func.count()).select_from(table)
    if table is Figure:
        # Few are rejected and an index knows them; counting all the others one by one takes long.
        rejected = query.where(table.verdict == Verdict.REJECTED).scalar_subquery()
        return select(query.scalar_subquery() - rejected)
    return query.where(stands(table.verdict)) if table is Trend else query
