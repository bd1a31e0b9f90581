"""How the outlets are doing: what their crawls brought, and the alarms that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, Interval, case, cast, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.crawling import Page, Run, Source, UrlOutcome
from models.reading import Article
from models.scheduling import SourceAlarm, SourceHealth
from models.vocabulary import AlarmKind, Outcome

ARTICLES = (Outcome.STORED, Outcome.UPDATED, Outcome.IRRELEVANT, Outcome.DUPLICATE, Outcome.UNCHANGED)
"""Outcomes of pages that are articles, whatever they are about."""
ANSWERS = (*ARTICLES, Outcome.DISCOVERY, Outcome.PENDING)
"""Outcomes that show that the site answered with what was asked for."""
WEEK = timedelta(days=7)
BEFORE = timedelta(days=35)
"""'Now' is the last week, 'before' the four weeks ahead of it."""
FIRST_DAYS = timedelta(days=3)
"""New pages of an outlet's first days are its backlog, no measure of what it publishes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What the store knows of one outlet's last weeks.

    Attributes:
        name: short name.
        outlet: domain.
        first_attempt: when it was first crawled; null when never.
        last_attempt: when it was last crawled.
        last_success: when it last answered with what was asked for.
        newest_page: when its newest article was first seen.
        new_week: articles first seen in the last week.
        new_before: articles first seen in the four weeks before, its first days left out.
        days_before: how many of those days it was watched.
        dated: of the articles read in the last four weeks, how many state their day.
        read: how many were read.
        generic: of those read in the last week by any reader, how many the generic one read.
        read_week: how many were read in the last week.
        relevant: of its articles, how many are about the problem.
        articles: how many articles it has.
        mix: addresses of the last week by outcome.
        mix_before: addresses of the four weeks before by outcome.
    """

    name: str
    outlet: str
    first_attempt: datetime | None = None
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    newest_page: datetime | None = None
    new_week: int = 0
    new_before: int = 0
    days_before: float = 0.0
    dated: int = 0
    read: int = 0
    generic: int = 0
    read_week: int = 0
    relevant: int = 0
    articles: int = 0
    mix: Mapping[Outcome, int] = field(default_factory=dict)
    mix_before: Mapping[Outcome, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """An alarm as it stands, with the outlet's domain."""

    source_name: str
    outlet: str
    kind: AlarmKind
    since: datetime
    sentence_id: str
    sentence_en: str
    mailed: datetime | None


class HealthRepository:
    """All SQL on ``source_health`` and ``source_alarm``, and the counting behind them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def facts(self, *, now: datetime) -> list[SourceFacts]:
        """What is known of every outlet, by name."""
        parts = (self._crawls(), self._pages(now), self._articles(now), self._mixes(now))
        names = self._session.execute(select(Source.name, Source.outlet).order_by(Source.name))
        return [
            SourceFacts(
                name=name,
                outlet=outlet,
                **{key: value for part in parts for key, value in part.get(name, {}).items()},
            )
            for name, outlet in names
        ]

    def note(self, name: str, numbers: Mapping[str, object], *, now: datetime) -> None:
        """Keep how an outlet is doing in place of what was kept before."""
        row = {"checked": now, "numbers": dict(numbers)}
        statement = upsert(SourceHealth).values(source_name=name, **row)
        self._session.execute(statement.on_conflict_do_update(index_elements=["source_name"], set_=row))

    def noted(self) -> dict[str, SourceHealth]:
        """How every outlet was doing when last looked at."""
        return {row.source_name: row for row in self._session.scalars(select(SourceHealth))}

    def raise_alarm(
        self, name: str, kind: AlarmKind, *, sentence_id: str, sentence_en: str, now: datetime
    ) -> None:
        """Note an alarm; one that stands keeps its beginning, one that had cleared begins anew."""
        said = {"sentence_id": sentence_id, "sentence_en": sentence_en, "last_seen": now}
        statement = upsert(SourceAlarm).values(source_name=name, kind=kind, since=now, **said)
        stands = SourceAlarm.cleared.is_(None)
        again = {
            "since": case((stands, SourceAlarm.since), else_=now),
            "mailed": case((stands, SourceAlarm.mailed), else_=None),
            "cleared": None,
        }
        keys = ["source_name", "kind"]
        self._session.execute(statement.on_conflict_do_update(index_elements=keys, set_={**said, **again}))

    def clear_others(self, raised: Sequence[tuple[str, AlarmKind]], *, now: datetime) -> int:
        """Clear every standing alarm that was not raised this time; how many."""
        cleared = 0
        for alarm in self._session.scalars(select(SourceAlarm).where(SourceAlarm.cleared.is_(None))):
            if (alarm.source_name, alarm.kind) not in set(raised):
                alarm.cleared = now
                cleared += 1
        self._session.flush()
        return cleared

    def standing(self) -> list[AlarmRow]:
        """Alarms that stand, by outlet and kind."""
        columns = (
            SourceAlarm.source_name,
            Source.outlet,
            SourceAlarm.kind,
            SourceAlarm.since,
            SourceAlarm.sentence_id,
            SourceAlarm.sentence_en,
            SourceAlarm.mailed,
        )
        query = select(*columns).join(Source, Source.name == SourceAlarm.source_name)
        query = query.where(SourceAlarm.cleared.is_(None)).order_by(Source.outlet, SourceAlarm.kind)
        return [AlarmRow(**row) for row in self._session.execute(query).mappings()]

    def mark_mailed(self, alarms: Sequence[AlarmRow], *, now: datetime) -> None:
        """Note that the operator was written to about these."""
        for alarm in alarms:
            one = (SourceAlarm.source_name == alarm.source_name, SourceAlarm.kind == alarm.kind)
            self._session.execute(update(SourceAlarm).where(*one).values(mailed=now))

    def _crawls(self) -> dict[str, dict[str, Any]]:
        answered = UrlOutcome.outcome.in_(ANSWERS)
        query = select(
            UrlOutcome.source_name,
            func.min(Run.started).label("first_attempt"),
            func.max(Run.started).label("last_attempt"),
            func.max(Run.started).filter(answered).label("last_success"),
        )
        return self._by_source(query.join(Run, Run.id == UrlOutcome.run_id).group_by(UrlOutcome.source_name))

    def _pages(self, now: datetime) -> dict[str, dict[str, Any]]:
        first = (
            select(Page.source_name, func.min(Page.first_seen).label("begun"))
            .group_by(Page.source_name)
            .subquery()
        )
        week, before = now - WEEK, now - BEFORE
        start = func.greatest(first.c.begun + literal(FIRST_DAYS, Interval()), before)
        is_article = Page.outcome.in_(ARTICLES)
        earlier = (is_article, Page.first_seen >= start, Page.first_seen < week)
        days = cast(func.extract("epoch", week - func.min(start)) / 86_400, Float)
        query = select(
            Page.source_name,
            func.max(Page.first_seen).filter(is_article).label("newest_page"),
            _count(is_article, Page.first_seen >= week).label("new_week"),
            _count(*earlier).label("new_before"),
            func.greatest(days, 0).label("days_before"),
            _count(is_article).label("articles"),
            _count(is_article, Page.outcome != Outcome.IRRELEVANT).label("relevant"),
        )
        query = query.join(first, first.c.source_name == Page.source_name).group_by(Page.source_name)
        return self._by_source(query)

    def _articles(self, now: datetime) -> dict[str, dict[str, Any]]:
        month, week = Article.read_at >= now - 4 * WEEK, Article.read_at >= now - WEEK
        query = select(
            Page.source_name,
            _count(month).label("read"),
            _count(month, Article.published.is_not(None)).label("dated"),
            _count(week).label("read_week"),
            _count(week, Article.reader.startswith("generic")).label("generic"),
        )
        query = query.join(Page, Page.id == Article.page_id).where(
            Article.current, Article.reader != "import"
        )
        return self._by_source(query.group_by(Page.source_name))

    def _mixes(self, now: datetime) -> dict[str, dict[str, Any]]:
        period = case((Run.started >= now - WEEK, "mix"), else_="mix_before").label("period")
        query = select(UrlOutcome.source_name, period, UrlOutcome.outcome, func.count())
        query = query.join(Run, Run.id == UrlOutcome.run_id).where(Run.started >= now - BEFORE)
        found: dict[str, dict[str, Any]] = {}
        rows = self._session.execute(query.group_by(UrlOutcome.source_name, period, UrlOutcome.outcome))
        for name, when, outcome, number in rows:
            found.setdefault(name, {}).setdefault(when, {})[outcome] = number
        return found

    def _by_source(self, query: Any) -> dict[str, dict[str, Any]]:
        rows = self._session.execute(query).mappings()
        return {
            row["source_name"]: {key: value for key, value in row.items() if key != "source_name"}
            for row in rows
        }


def _count(*conditions: ColumnElement[bool]) -> Any:
    return func.count().filter(*conditions)
