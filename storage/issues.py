"""Frozen issues of the digest: their editions and pictures."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.subscribing import DigestChart, DigestEdition, DigestIssue
from models.vocabulary import Frequency, Language


class IssueRepository:
    """All SQL on ``digest_issue``, ``digest_edition`` and ``digest_chart``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def issue(self, frequency: Frequency, since: date, until: date, *, now: datetime) -> DigestIssue:
        """The issue of these days, made if new."""
        row = upsert(DigestIssue).values(frequency=frequency, since=since, until=until, frozen_at=now)
        self._session.execute(row.on_conflict_do_nothing(index_elements=["frequency", "until"]))
        query = select(DigestIssue).where(DigestIssue.frequency == frequency, DigestIssue.until == until)
        return self._session.scalars(query).one()

    def edition(self, issue_id: int, wishes: str) -> DigestEdition | None:
        """What an issue says to those with these wishes."""
        query = select(DigestEdition).where(
            DigestEdition.issue_id == issue_id, DigestEdition.wishes == wishes
        )
        return self._session.scalars(query).one_or_none()

    def editions(self, issue_id: int) -> dict[str, DigestEdition]:
        """All editions of an issue by their wishes."""
        query = select(DigestEdition).where(DigestEdition.issue_id == issue_id)
        return {edition.wishes: edition for edition in self._session.scalars(query)}

    def add(self, edition: DigestEdition, pictures: Mapping[str, bytes]) -> DigestEdition:
        """Keep an edition with its pictures."""
        self._session.add(edition)
        self._session.flush()
        for name, png in pictures.items():
            self._session.add(DigestChart(edition_id=edition.id, name=name, png=png))
        self._session.flush()
        return edition

    def get(self, edition_id: int) -> DigestEdition | None:
        """The edition of that number."""
        return self._session.get(DigestEdition, edition_id)

    def pictures(self, edition_id: int) -> dict[str, bytes]:
        """An edition's pictures by name."""
        query = select(DigestChart).where(DigestChart.edition_id == edition_id).order_by(DigestChart.id)
        return {chart.name: chart.png for chart in self._session.scalars(query)}

    def archive(
        self, wishes: str, *, limit: int, offset: int = 0
    ) -> Sequence[tuple[DigestIssue, DigestEdition]]:
        """Weekly issues that end on a Sunday, as told to those with these wishes; the newest first."""
        query = (
            select(DigestIssue, DigestEdition)
            .join(DigestEdition, DigestEdition.issue_id == DigestIssue.id)
            .where(DigestIssue.frequency == Frequency.WEEKLY, DigestEdition.wishes == wishes)
            .order_by(DigestIssue.until.desc())
            .limit(limit)
            .offset(offset)
        )
        return [(row[0], row[1]) for row in self._session.execute(query) if row[0].until.weekday() == 6]

    def archived(self, until: date, wishes: str) -> tuple[DigestIssue, DigestEdition] | None:
        """The weekly issue that ends on this day, as told to those with these wishes."""
        query = (
            select(DigestIssue, DigestEdition)
            .join(DigestEdition, DigestEdition.issue_id == DigestIssue.id)
            .where(
                DigestIssue.frequency == Frequency.WEEKLY,
                DigestIssue.until == until,
                DigestEdition.wishes == wishes,
            )
        )
        row = self._session.execute(query).one_or_none()
        return None if row is None else (row[0], row[1])


def everywhere(language: Language) -> str:
    """The wishes of the archive's edition: the whole country, every topic."""
    return f"{language}||"
