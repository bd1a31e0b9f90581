"""What people answered to machine readings."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.people import Review
from models.vocabulary import Verdict


class ReviewRepository:
    """All SQL on ``review``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        *,
        page_id: int,
        evidence: str,
        value: int,
        verdict: Verdict,
        reviewer: str,
        machine: Mapping[str, object],
        now: datetime,
        corrected: Mapping[str, object] | None = None,
        comment: str | None = None,
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
        )
        self._session.add(review)
        self._session.flush()
        return review

    def of_pages(self, page_ids: Iterable[int]) -> tuple[Review, ...]:
        """All answers about these pages, the newest first."""
        query = select(Review).where(Review.page_id.in_(set(page_ids)))
        query = query.order_by(Review.reviewed_at.desc(), Review.id.desc())
        return tuple(self._session.scalars(query.execution_options(populate_existing=True)))

    def reopen(self, review_ids: Iterable[int]) -> None:
        """Say that what these answers were about has changed and wants another look."""
        self._session.execute(update(Review).where(Review.id.in_(set(review_ids))).values(reopened=True))
