"""What the store covers: regions, provinces and outlets, each in one query."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, select, text, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.crawling import Page, Source
from models.geography import Region
from models.official import Finding, OfficialDataset, OfficialFigure
from models.reading import Article, Figure
from models.vocabulary import FindingState, Outcome, RegionKind
from storage.figure_counts import by_province, by_source, most_reported, province_of, told_by_province
from storage.filters import AnySelect, equals, found_by
from storage.standing import stands


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCount:
    """One region with how many figures were reported for it."""

    code: str
    name: str
    kind: RegionKind
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceRow:
    """One province with what is known inside it, its kabupaten, kota and kecamatan included."""

    code: str
    name: str
    figures: int
    outlets: int
    regions: int
    findings: int
    official: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """One outlet: what came from it and when last; ``trouble`` pages could not be fetched or read."""

    name: str
    outlet: str
    owner: str | None
    home_region: str | None
    home_name: str | None
    articles: int
    figures: int
    newest: date | None
    last_fetched: datetime | None
    pages: int
    trouble: int


_TROUBLE = (
    Outcome.HTTP_ERROR,
    Outcome.UNREACHABLE,
    Outcome.UNREADABLE,
    Outcome.BOT_WALL,
    Outcome.PAYWALL,
    Outcome.CONSENT_WALL,
)


class CoverageRepository:
    """Counting SQL over figures, findings and official figures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def regions(self, *, limit: int | None = None) -> list[RegionCount]:
        """Regions that figures were reported for, the most reported first."""
        most = most_reported(limit=limit).subquery()
        query = (
            select(Region.code, Region.name, Region.kind, most.c.figures)
            .join(most, most.c.code == Region.code)
            .order_by(most.c.figures.desc(), Region.code)
        )
        return [RegionCount(**row) for row in self._session.execute(query).mappings()]

    def years(self) -> list[int]:
        """Years that figures or official figures belong to, newest first."""
        found = found_by(self._session, _years()).scalars()
        return sorted({year for year in found if year is not None}, reverse=True)

    def provinces(self, *, year: int | None = None) -> list[ProvinceRow]:
        """All provinces by code, of one year or of all."""
        figures = self._by_province(by_province(year=year))
        regions = self._by_province(told_by_province(year=year))
        findings = self._by_province(
            select(province_of(Finding.region_code).label("code"), func.count(Finding.id).label("findings"))
            .where(Finding.state == FindingState.OPEN, *equals({Finding.year: year}))
            .group_by(text("code"))
        )
        official = self._by_province(
            select(
                province_of(OfficialFigure.region_code).label("code"),
                func.count(OfficialFigure.id).label("official"),
            )
            .join(OfficialDataset, OfficialDataset.id == OfficialFigure.dataset_id)
            .where(OfficialDataset.superseded_by.is_(None), *equals({OfficialFigure.year: year}))
            .group_by(text("code"))
        )
        places = select(Region).where(Region.kind == RegionKind.PROVINCE).order_by(Region.code)
        none = dict.fromkeys(("figures", "outlets", "regions", "findings", "official"), 0)
        return [
            ProvinceRow(
                code=place.code,
                name=place.name,
                **(
                    none
                    | figures.get(place.code, {})
                    | regions.get(place.code, {})
                    | findings.get(place.code, {})
                    | official.get(place.code, {})
                ),
            )
            for place in self._session.scalars(places)
        ]

    def outlets(self) -> list[OutletRow]:
        """All outlets by name with their yield and their last fetch."""
        pages, figures = _pages_by_source().subquery(), _figures_by_source().subquery()
        query = (
            select(
                Source.name,
                Source.outlet,
                Source.owner,
                Source.home_region,
                Region.name.label("home_name"),
                func.coalesce(pages.c.articles, 0).label("articles"),
                func.coalesce(figures.c.figures, 0).label("figures"),
                pages.c.newest,
                pages.c.last_fetched,
                func.coalesce(pages.c.pages, 0).label("pages"),
                func.coalesce(pages.c.trouble, 0).label("trouble"),
            )
            .outerjoin(pages, pages.c.source_name == Source.name)
            .outerjoin(figures, figures.c.source_name == Source.name)
            .outerjoin(Region, Region.code == Source.home_region)
            .order_by(Source.outlet)
        )
        # Pages and articles come in one order from two indexes; a table of hashes costs twice as much.
        self._session.execute(text("SET LOCAL enable_hashjoin = off"))
        rows = self._session.execute(query).mappings().all()
        self._session.execute(text("SET LOCAL enable_hashjoin = on"))
        return [OutletRow(**row) for row in rows]

    def _by_province(self, query: AnySelect) -> dict[str, dict[str, int]]:
        rows = self._session.execute(query).mappings()
        return {row["code"]: {key: value for key, value in row.items() if key != "code"} for row in rows}


@cache
def _years() -> AnySelect:
    reported, published = _years_of(Figure.year, stands(Figure.verdict)), _years_of(OfficialFigure.year)
    return select(union_all(reported, published).subquery())


def _years_of(year: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]) -> Select[int | None]:
    """Each year once, by leaping from one to the next in the index: there are few years and many rows."""
    rows = select(func.min(year).label("year")).where(*conditions).cte(recursive=True)
    following = select(func.min(year)).where(year > rows.c.year, *conditions)
    rows = rows.union_all(select(following.scalar_subquery()).where(rows.c.year.is_not(None)))
    return select(rows.c.year)


def _pages_by_source() -> AnySelect:
    """Pages and the articles that stand on them, read from two indexes side by side."""
    standing = and_(Article.page_id == Page.id, Article.current)
    return (
        select(
            Page.source_name,
            func.count().label("pages"),
            func.max(Page.last_fetched).label("last_fetched"),
            func.count().filter(Page.outcome.in_(_TROUBLE)).label("trouble"),
            func.count(Article.page_id).label("articles"),
            func.max(Article.published).label("newest"),
        )
        .outerjoin(Article, standing)  # A page has one such article at most.
        .group_by(Page.source_name)
    )


def _figures_by_source() -> Select[tuple[str, int]]:
    """How many figures of articles that stand, wire copies with them."""
    copies = (
        select(Figure.source_name, func.count().label("figures"))
        .join(Article, Article.id == Figure.article_id)
        .where(Figure.standing == false(), stands(Figure.verdict))
        .where(Article.current, Article.duplicate_of.is_not(None))
        .group_by(Figure.source_name)
    )
    both = union_all(by_source(), copies).subquery()
    return select(both.c.source_name, func.sum(both.c.figures).label("figures")).group_by(both.c.source_name)
