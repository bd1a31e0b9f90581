"""What the store covers: regions, provinces and outlets, each in one query."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.crawling import Page, Source
from models.geography import Region
from models.official import Finding, OfficialDataset, OfficialFigure
from models.reading import Article, Figure
from models.regions import NATIONAL
from models.vocabulary import FindingState, Outcome, RegionKind
from storage.filters import AnySelect, equals
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
        number = func.count().label("figures")
        most = (
            select(Figure.region_code.label("code"), number)
            .where(Figure.standing, Figure.region_code.is_not(None))
            .group_by(Figure.region_code)
            .order_by(number.desc(), Figure.region_code)
            .limit(limit)
            .subquery()
        )
        query = (
            select(Region.code, Region.name, Region.kind, most.c.figures)
            .join(most, most.c.code == Region.code)
            .order_by(most.c.figures.desc(), Region.code)
        )
        return [RegionCount(**row) for row in self._session.execute(query).mappings()]

    def inside(self, code: str) -> dict[str, int]:
        """Per region directly inside one, how many figures were reported for it and what lies in it."""
        length = 2 if code == NATIONAL else len(code) + 3
        child = func.left(Figure.region_code, length).label("child")
        query = select(child, func.count()).where(Figure.standing)
        below = (
            Figure.region_code != NATIONAL if code == NATIONAL else Figure.region_code.startswith(f"{code}.")
        )
        rows = self._session.execute(query.where(below).group_by(text("child")))
        return {name: count for name, count in rows if name is not None}

    def years(self) -> list[int]:
        """Years that figures or official figures belong to, newest first."""
        reported = self._session.scalars(_years_of(Figure.year, stands(Figure.verdict)))
        published = self._session.scalars(_years_of(OfficialFigure.year))
        return sorted({year for year in (*reported, *published) if year is not None}, reverse=True)

    def provinces(self, *, year: int | None = None) -> list[ProvinceRow]:
        """All provinces by code, of one year or of all."""
        # Grouped twice, not counted as distinct: that would sort every figure.
        figures = self._by_province(_parts(Figure.source_name, year, number="figures", parts="outlets"))
        regions = self._by_province(_parts(Figure.region_code, year, number="told", parts="regions"))
        findings = self._by_province(
            select(_province(Finding.region_code).label("code"), func.count(Finding.id).label("findings"))
            .where(Finding.state == FindingState.OPEN, *equals({Finding.year: year}))
            .group_by(text("code"))
        )
        official = self._by_province(
            select(
                _province(OfficialFigure.region_code).label("code"),
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
                    | {"regions": regions.get(place.code, {}).get("regions", 0)}
                    | findings.get(place.code, {})
                    | official.get(place.code, {})
                ),
            )
            for place in self._session.scalars(places)
        ]

    def outlets(self) -> list[OutletRow]:
        """All outlets by name with their yield and their last fetch."""
        pages = (
            select(
                Page.source_name,
                func.count(Page.id).label("pages"),
                func.max(Page.last_fetched).label("last_fetched"),
                func.count(Page.id).filter(Page.outcome.in_(_TROUBLE)).label("trouble"),
            )
            .group_by(Page.source_name)
            .subquery()
        )
        articles = (
            select(
                Page.source_name,
                func.count().label("articles"),
                func.max(Article.published).label("newest"),
            )
            .join(Article, Article.page_id == Page.id)
            .where(Article.current)
            .group_by(Page.source_name)
            .subquery()
        )
        figures = _figures_by_source().subquery()
        query = (
            select(
                Source.name,
                Source.outlet,
                Source.owner,
                Source.home_region,
                Region.name.label("home_name"),
                func.coalesce(articles.c.articles, 0).label("articles"),
                func.coalesce(figures.c.figures, 0).label("figures"),
                articles.c.newest,
                pages.c.last_fetched,
                func.coalesce(pages.c.pages, 0).label("pages"),
                func.coalesce(pages.c.trouble, 0).label("trouble"),
            )
            .outerjoin(pages, pages.c.source_name == Source.name)
            .outerjoin(articles, articles.c.source_name == Source.name)
            .outerjoin(figures, figures.c.source_name == Source.name)
            .outerjoin(Region, Region.code == Source.home_region)
            .order_by(Source.outlet)
        )
        return [OutletRow(**row) for row in self._session.execute(query).mappings()]

    def _by_province(self, query: AnySelect) -> dict[str, dict[str, int]]:
        rows = self._session.execute(query).mappings()
        return {row["code"]: {key: value for key, value in row.items() if key != "code"} for row in rows}


def _years_of(year: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]) -> Select[int | None]:
    """Each year once, by leaping from one to the next in the index: there are few years and many rows."""
    rows = select(func.min(year).label("year")).where(*conditions).cte("years", recursive=True)
    following = select(func.min(year)).where(year > rows.c.year, *conditions)
    rows = rows.union_all(select(following.scalar_subquery()).where(rows.c.year.is_not(None)))
    return select(rows.c.year)


def _parts(
    column: InstrumentedAttribute[Any], year: int | None, *, number: str, parts: str
) -> Select[tuple[str, int, int]]:
    """By province: how many figures stand, and how many values of the column they have."""
    province = _province(Figure.region_code)
    each = (
        select(province.label("code"), func.count().label("number"))
        .where(Figure.standing, Figure.region_code.is_not(None), *equals({Figure.year: year}))
        .group_by(province, column)
        .subquery()
    )
    total = func.sum(each.c.number).label(number)
    return select(each.c.code, total, func.count().label(parts)).group_by(each.c.code)


def _figures_by_source() -> Select[tuple[str, int]]:
    """How many figures of articles that stand, wire copies with them."""
    firsts = (
        select(Figure.source_name, func.count().label("number"))
        .where(Figure.standing)
        .group_by(Figure.source_name)
    )
    copies = (
        select(Figure.source_name, func.count().label("number"))
        .join(Article, Article.id == Figure.article_id)
        .where(Article.current, Article.duplicate_of.is_not(None), stands(Figure.verdict))
        .group_by(Figure.source_name)
    )
    both = union_all(firsts, copies).subquery()
    return select(both.c.source_name, func.sum(both.c.number).label("figures")).group_by(both.c.source_name)


def _province(code: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]) -> ColumnElement[str]:
    return func.split_part(code, ".", 1)
