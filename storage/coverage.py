"""What the store covers: regions, provinces and outlets, each in one query."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select, text
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
        number = func.count(Figure.id)
        query = (
            select(Region.code, Region.name, Region.kind, number.label("figures"))
            .join(Figure, Figure.region_code == Region.code)
            .join(Article, Article.id == Figure.article_id)
            .where(*_standing())
            .group_by(Region.code)
            .order_by(number.desc(), Region.code)
            .limit(limit)
        )
        return [RegionCount(**row) for row in self._session.execute(query).mappings()]

    def inside(self, code: str) -> dict[str, int]:
        """Per region directly inside one, how many figures were reported for it and what lies in it."""
        length = 2 if code == NATIONAL else len(code) + 3
        child = func.left(Figure.region_code, length).label("child")
        query = select(child, func.count(Figure.id)).join(Article, Article.id == Figure.article_id)
        below = (
            Figure.region_code != NATIONAL if code == NATIONAL else Figure.region_code.startswith(f"{code}.")
        )
        rows = self._session.execute(query.where(*_standing(), below).group_by(text("child")))
        return {name: count for name, count in rows if name is not None}

    def years(self) -> list[int]:
        """Years that figures or official figures belong to, newest first."""
        published = self._session.scalars(select(OfficialFigure.year).distinct())
        found = {year for year in published if year is not None}
        found.update(row.year for row in self._session.execute(_years_of_figures()) if row.year is not None)
        return sorted(found, reverse=True)

    def provinces(self, *, year: int | None = None) -> list[ProvinceRow]:
        """All provinces by code, of one year or of all."""
        figures = self._by_province(
            select(
                _province(Figure.region_code).label("code"),
                func.count(Figure.id).label("figures"),
                func.count(Page.source_name.distinct()).label("outlets"),
                func.count(Figure.region_code.distinct()).label("regions"),
            )
            .join(Article, Article.id == Figure.article_id)
            .join(Page, Page.id == Article.page_id)
            .where(*_standing(), *equals({Figure.year: year}))
            .group_by(text("code"))
        )
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
                func.count(Article.id.distinct()).label("articles"),
                func.count(Figure.id).label("figures"),
                func.max(Article.published).label("newest"),
            )
            .join(Article, Article.page_id == Page.id)
            .outerjoin(Figure, (Figure.article_id == Article.id) & stands(Figure.verdict))
            .where(Article.current)
            .group_by(Page.source_name)
            .subquery()
        )
        query = (
            select(
                Source.name,
                Source.outlet,
                Source.owner,
                Source.home_region,
                Region.name.label("home_name"),
                func.coalesce(articles.c.articles, 0).label("articles"),
                func.coalesce(articles.c.figures, 0).label("figures"),
                articles.c.newest,
                pages.c.last_fetched,
                func.coalesce(pages.c.pages, 0).label("pages"),
                func.coalesce(pages.c.trouble, 0).label("trouble"),
            )
            .outerjoin(pages, pages.c.source_name == Source.name)
            .outerjoin(articles, articles.c.source_name == Source.name)
            .outerjoin(Region, Region.code == Source.home_region)
            .order_by(Source.outlet)
        )
        return [OutletRow(**row) for row in self._session.execute(query).mappings()]

    def _by_province(self, query: AnySelect) -> dict[str, dict[str, int]]:
        rows = self._session.execute(query).mappings()
        return {row["code"]: {key: value for key, value in row.items() if key != "code"} for row in rows}


def _years_of_figures() -> Select[tuple[int | None]]:
    """Each year once, by leaping from one to the next in the index: there are few years and many figures."""
    first = select(func.min(Figure.year).label("year")).where(stands(Figure.verdict))
    rows = first.cte("years", recursive=True)
    following = select(func.min(Figure.year)).where(Figure.year > rows.c.year, stands(Figure.verdict))
    rows = rows.union_all(select(following.scalar_subquery()).where(rows.c.year.is_not(None)))
    return select(rows.c.year)


def _standing() -> tuple[ColumnElement[bool], ...]:
    return (Article.current.is_(True), Article.duplicate_of.is_(None), stands(Figure.verdict))


def _province(code: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]) -> ColumnElement[str]:
    return func.split_part(code, ".", 1)
