"""Readers of the digest and what was sent to them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.people import Delivery, Subscriber
from models.vocabulary import DeliveryState, Frequency, Language


class SubscriberRepository:
    """All SQL on ``subscriber`` and ``delivery``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        email: str,
        *,
        regions: Sequence[str],
        now: datetime,
        language: Language = Language.INDONESIAN,
        frequency: Frequency = Frequency.WEEKLY,
    ) -> Subscriber:
        """The subscriber of that address (capitals do not matter) with these wishes, made if new."""
        wishes = {"regions": list(regions), "language": language, "frequency": frequency}
        row = upsert(Subscriber).values(email=email.strip().lower(), created_at=now, **wishes)
        kept = row.on_conflict_do_update(index_elements=["email"], set_=wishes).returning(Subscriber)
        return self._session.scalars(kept, execution_options={"populate_existing": True}).one()

    def list(self) -> tuple[Subscriber, ...]:
        """All subscribers by address."""
        return tuple(self._session.scalars(select(Subscriber).order_by(Subscriber.email)))

    def remove(self, email: str) -> bool:
        """Forget a subscriber and all deliveries; False when there was none."""
        found = delete(Subscriber).where(Subscriber.email == email.strip().lower())
        return self._session.execute(found.returning(Subscriber.id)).one_or_none() is not None

    def confirm(self, subscriber_id: int, *, now: datetime) -> None:
        """Note that the address is its owner's."""
        wanted = update(Subscriber).where(Subscriber.id == subscriber_id)
        self._session.execute(wanted.values(confirmed_at=now))

    def pause(self, subscriber_id: int, reason: str | None) -> None:
        """Stop writing to a subscriber for a reason (None: write again)."""
        wanted = update(Subscriber).where(Subscriber.id == subscriber_id)
        self._session.execute(wanted.values(paused_reason=reason))

    def plan(self, issue: date, subscriber_id: int, message_id: str, *, now: datetime) -> bool:
        """Plan one issue for one subscriber; False when it was planned before."""
        row = upsert(Delivery).values(
            issue=issue,
            subscriber_id=subscriber_id,
            message_id=message_id,
            state=DeliveryState.PLANNED,
            changed_at=now,
        )
        fresh = row.on_conflict_do_nothing(index_elements=["issue", "subscriber_id"])
        return self._session.scalar(fresh.returning(Delivery.id)) is not None

    def claim(self, limit: int, *, now: datetime) -> Sequence[Delivery]:
        """Planned deliveries, now claimed by the caller; another sender gets others."""
        free = select(Delivery.id).where(Delivery.state == DeliveryState.PLANNED).order_by(Delivery.id)
        # A common table is read once; a subquery might be read again and claim more than asked.
        chosen = free.limit(limit).with_for_update(skip_locked=True).cte("chosen")
        values = {"state": DeliveryState.CLAIMED, "changed_at": now}
        claimed = (
            update(Delivery).where(Delivery.id.in_(select(chosen.c.id))).values(**values).returning(Delivery)
        )
        rows = self._session.scalars(
            claimed.returning(Delivery), execution_options={"populate_existing": True}
        )
        return sorted(rows, key=lambda delivery: delivery.id)

    def settle(
        self, delivery_id: int, state: DeliveryState, *, now: datetime, reason: str | None = None
    ) -> None:
        """Note how a delivery ended."""
        values = {"state": state, "reason": reason, "changed_at": now}
        self._session.execute(update(Delivery).where(Delivery.id == delivery_id).values(**values))
