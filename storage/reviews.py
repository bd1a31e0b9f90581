"""What people answered to machine readings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.people import Review
from models.reading import Article, Figure
from models.vocabulary import Deed, RecordKind, Verdict
from storage.logbook import Logbook
from storage.standing import (
    TABLES,
    Judged,
    apply_answers,
    identity,
    machine_reading,
    standing_reading,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one person says of one reading; ``corrected`` is the whole right reading."""

    verdict: Verdict
    reviewer: str
    corrected: Mapping[str, object] | None = None
    comment: str | None = None


class ReviewRepository:
    """All SQL on ``review``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        *,
        page_id: int,
        evidence: str,
        value: int | None,
        verdict: Verdict,
        reviewer: str,
        machine: Mapping[str, object],
        now: datetime,
        corrected: Mapping[str, object] | None = None,
        comment: str | None = None,
        record: RecordKind = RecordKind.FIGURE,
        article_id: int | None = None,
    ) -> Review:
        """Store one person's answer; earlier answers stay, the newest counts."""
        review = Review(
            page_id=page_id,
            evidence=evidence,
            value=value,
            verdict=verdict,
            reviewer=reviewer,
            reviewed_at=now,
            machine=dict(machine),
            corrected=None if corrected is None else dict(corrected),
            comment=comment,
            record=record,
            article_id=article_id,
        )
        self._session.add(review)
        self._session.flush()
        return review

    def answer(self, kind: RecordKind, record_id: int, given: Answer, *, now: datetime) -> set[str]:
        """Store an answer to the reading of that number, make it stand, and log it.

        Returns:
            The codes of the regions whose figures changed.

        Raises:
            BadInputError: the reading is no longer there.
        """
        table = TABLES[kind]
        query = select(table).where(table.id == record_id).with_for_update(of=table)
        found: Any = self._session.scalar(query.execution_options(populate_existing=True))
        row: Judged | None = found
        if row is None:
            raise BadInputError("This reading is no longer there.", cure="The article was read again; go on.")
        article = self._session.get_one(Article, row.article_id)
        machine = machine_reading(row)
        review = self.add(
            page_id=article.page_id,
            evidence=str(machine["evidence"]),
            value=_number(machine),
            verdict=given.verdict,
            reviewer=given.reviewer,
            machine=machine,
            now=now,
            corrected=given.corrected,
            comment=given.comment,
            record=kind,
            article_id=article.id,
        )
        detail = {"review": review.id, "record": kind.value, "verdict": given.verdict.value}
        Logbook(self._session).write(given.reviewer, Deed.ANSWERED, now=now, detail=detail)
        return self._applied(article.id)

    def add_figure(
        self,
        article_id: int,
        reading: Mapping[str, object],
        *,
        who: str,
        now: datetime,
        comment: str | None = None,
    ) -> set[str]:
        """Store a figure that the machine missed, make it stand, and log it.

        Args:
            article_id: a standing article.
            reading: the whole reading, with its words and where they are.
            who: the reviewer.
            now: when.
            comment: what the reviewer noted.

        Returns:
            The codes of the regions whose figures changed.

        Raises:
            BadInputError: this figure is known already.
        """
        locked = select(Article).where(Article.id == article_id).with_for_update()
        article = self._session.scalars(locked.execution_options(populate_existing=True)).one()
        wanted = identity(RecordKind.FIGURE, reading)
        standing = (row for row in article.figures if row.verdict is not Verdict.REJECTED)
        if any(identity(RecordKind.FIGURE, standing_reading(row)) == wanted for row in standing):
            raise BadInputError("This figure is known already.", cure="See it in the article.")
        review = self.add(
            page_id=article.page_id,
            evidence=str(reading["evidence"]),
            value=_number(reading),
            verdict=Verdict.ADDED,
            reviewer=who,
            machine={},
            now=now,
            corrected=reading,
            comment=comment,
            article_id=article.id,
        )
        detail = {"review": review.id, "record": RecordKind.FIGURE.value, "verdict": Verdict.ADDED.value}
        Logbook(self._session).write(who, Deed.ANSWERED, now=now, detail=detail)
        return self._applied(article.id)

    def undo(self, review_id: int, *, who: str, now: datetime, any_reviewer: bool = False) -> set[str]:
        """Take an answer back; it stays stored, says when, and counts no longer.

        Returns:
            The codes of the regions whose figures changed.

        Raises:
            BadInputError: there is no such standing answer of this person.
        """
        query = select(Review).where(Review.id == review_id, Review.undone_at.is_(None)).with_for_update()
        if not any_reviewer:
            query = query.where(Review.reviewer == who)
        review = self._session.scalar(query)
        if review is None:
            raise BadInputError(f"There is no answer {review_id} of yours.", cure="See the log of reviews.")
        review.undone_at, review.undone_by = now, who
        Logbook(self._session).write(who, Deed.UNDONE, now=now, detail={"review": review_id})
        standing = select(Article.id).where(Article.page_id == review.page_id, Article.current)
        article_id = self._session.scalar(standing)
        return set() if article_id is None else self._applied(article_id)

    def of_pages(self, page_ids: Iterable[int]) -> tuple[Review, ...]:
        """All answers about these pages, the newest first."""
        query = select(Review).where(Review.page_id.in_(set(page_ids)))
        query = query.order_by(Review.reviewed_at.desc(), Review.id.desc())
        return tuple(self._session.scalars(query.execution_options(populate_existing=True)))

    def newest(self, *, limit: int, offset: int = 0, reviewer: str | None = None) -> list[Review]:
        """Answers, undone ones included, the newest first."""
        query = select(Review).order_by(Review.reviewed_at.desc(), Review.id.desc())
        if reviewer is not None:
            query = query.where(Review.reviewer == reviewer)
        return list(self._session.scalars(query.limit(limit).offset(offset)))

    def counting(self, kind: RecordKind) -> list[Review]:
        """The answers to one kind of reading that were not undone, the oldest first."""
        query = select(Review).where(Review.record == kind, Review.undone_at.is_(None))
        return list(self._session.scalars(query.order_by(Review.reviewed_at, Review.id)))

    def reopen(self, review_ids: Iterable[int]) -> None:
        """Say that what these answers were about has changed and wants another look."""
        self._session.execute(update(Review).where(Review.id.in_(set(review_ids))).values(reopened=True))

    def _applied(self, article_id: int) -> set[str]:
        before = self._standing(article_id)
        apply_answers(self._session, article_id)
        changed = before ^ self._standing(article_id)
        return {str(row[1]) for row in changed if row[1] is not None}

    def _standing(self, article_id: int) -> set[tuple[object, ...]]:
        columns = (
            Figure.id, Figure.region_code, Figure.verdict == Verdict.REJECTED, Figure.value, Figure.unit,
            Figure.year, Figure.period, Figure.population, Figure.violence, Figure.breakdown,
            Figure.qualifier, Figure.evidence,
        )  # fmt: skip
        rows = self._session.execute(select(*columns).where(Figure.article_id == article_id))
        return {(*row[:2], bool(row[2]), *row[3:]) for row in rows}


def _number(machine: Mapping[str, object]) -> int | None:
    value = machine.get("value")
    return value if isinstance(value, int) else None
