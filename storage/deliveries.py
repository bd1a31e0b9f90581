"""What was sent to whom, and what the mail server answered."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.subscribing import Delivery, Subscriber
from models.vocabulary import DeliveryState


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One row to be: an issue for a subscriber, to be sent or skipped for a reason."""

    issue_id: int
    subscriber_id: int
    message_id: str
    due_at: datetime
    edition_id: int | None = None
    skipped: str | None = None


class DeliveryRepository:
    """All SQL on ``delivery``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def plan(self, plan: Plan, *, now: datetime) -> bool:
        """Plan one issue for one subscriber; False when it was planned before."""
        row = upsert(Delivery).values(
            issue_id=plan.issue_id,
            subscriber_id=plan.subscriber_id,
            message_id=plan.message_id,
            due_at=plan.due_at,
            edition_id=plan.edition_id,
            state=DeliveryState.PLANNED if plan.skipped is None else DeliveryState.SKIPPED,
            reason=plan.skipped,
            attempts=0,
            next_try_at=now if plan.skipped is None else None,
            changed_at=now,
        )
        fresh = row.on_conflict_do_nothing(index_elements=["issue_id", "subscriber_id"])
        return self._session.scalar(fresh.returning(Delivery.id)) is not None

    def last_due(self) -> dict[int, datetime]:
        """The latest slot for which each subscriber has a row."""
        query = select(Delivery.subscriber_id, func.max(Delivery.due_at)).group_by(Delivery.subscriber_id)
        return {row[0]: row[1] for row in self._session.execute(query)}

    def is_any_due(self, *, now: datetime) -> bool:
        """Whether a planned delivery's turn has come."""
        query = select(Delivery.id).where(
            Delivery.state == DeliveryState.PLANNED, Delivery.next_try_at <= now
        )
        return self._session.scalars(query.limit(1)).one_or_none() is not None

    def claim(self, *, now: datetime) -> Delivery | None:
        """The planned delivery whose turn it is, now claimed; another sender gets another."""
        free = select(Delivery.id).where(Delivery.state == DeliveryState.PLANNED, Delivery.next_try_at <= now)
        # A common table is read once; a subquery might be read again and claim more than asked.
        order = (Delivery.next_try_at, Delivery.id)
        chosen = free.order_by(*order).limit(1).with_for_update(skip_locked=True).cte("chosen")
        claimed = update(Delivery).where(Delivery.id.in_(select(chosen.c.id)))
        values = {"state": DeliveryState.CLAIMED, "changed_at": now, "attempts": Delivery.attempts + 1}
        rows = self._session.scalars(
            claimed.values(**values).returning(Delivery), execution_options={"populate_existing": True}
        )
        return rows.one_or_none()

    def settle(self, delivery_id: int, state: DeliveryState, *, now: datetime, reason: str | None) -> None:
        """Note how a delivery ended, and the server's answer."""
        values = {"state": state, "reason": reason, "changed_at": now, "next_try_at": None}
        self._session.execute(update(Delivery).where(Delivery.id == delivery_id).values(**values))

    def postpone(self, delivery_id: int, until: datetime, *, now: datetime, reason: str) -> None:
        """Give a claimed delivery back, to be tried again later."""
        values = {
            "state": DeliveryState.PLANNED,
            "reason": reason,
            "changed_at": now,
            "next_try_at": until,
        }
        self._session.execute(update(Delivery).where(Delivery.id == delivery_id).values(**values))

    def give_back_claimed(self, *, now: datetime) -> int:
        """Plan again what a sender that no longer lives had claimed; how many these were."""
        orphans = update(Delivery).where(Delivery.state == DeliveryState.CLAIMED)
        values = {
            "state": DeliveryState.PLANNED,
            "reason": "sender stopped before the answer was noted",
            "changed_at": now,
            "next_try_at": now,
        }
        return len(self._session.execute(orphans.values(**values).returning(Delivery.id)).all())

    def of_message(self, message_id: str) -> tuple[Delivery, Subscriber] | None:
        """The delivery that carried this Message-ID, and to whom."""
        query = (
            select(Delivery, Subscriber)
            .join(Subscriber, Subscriber.id == Delivery.subscriber_id)
            .where(Delivery.message_id == message_id)
        )
        row = self._session.execute(query).one_or_none()
        return None if row is None else (row[0], row[1])

    def by_state(self, issue_id: int | None = None) -> dict[DeliveryState, int]:
        """How many deliveries stand where, of one issue or of all."""
        query = select(Delivery.state, func.count()).group_by(Delivery.state)
        query = query if issue_id is None else query.where(Delivery.issue_id == issue_id)
        return {row[0]: row[1] for row in self._session.execute(query)}
