"""Accounts, the browsers that are logged in, and the tries at passwords."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.people import Account, LoginAttempt, LoginSession
from models.vocabulary import Deed, Role
from storage.logbook import Logbook

IDLE = timedelta(hours=8)
LONGEST = timedelta(days=7)
COUNTED = timedelta(minutes=15)
_TOUCH = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose request it is."""

    name: str
    role: Role

    @property
    def may_review(self) -> bool:
        """Whether this person judges readings and sees texts unmasked."""
        return self.role in {Role.REVIEWER, Role.ADMIN}

    @property
    def is_admin(self) -> bool:
        """Whether this person may undo what others did."""
        return self.role is Role.ADMIN


class AccountRepository:
    """All SQL on ``account``; passwords come hashed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, *, role: Role, password_hash: str, who: str, now: datetime) -> Account:
        """Make an account.

        Raises:
            BadInputError: the name is taken.
        """
        if self.get(name) is not None:
            raise BadInputError(f"There is an account {name!r} already.", cure="Choose another name.")
        account = Account(name=folded(name), role=role, password_hash=password_hash, created_at=now)
        self._session.add(account)
        detail = {"account": account.name, "role": role.value}
        Logbook(self._session).write(who, Deed.ACCOUNT_ADDED, now=now, detail=detail)
        return account

    def get(self, name: str) -> Account | None:
        """The account of that name, disabled or not."""
        return self._session.scalar(select(Account).where(Account.name == folded(name)))

    def by_id(self, account_id: int) -> Account | None:
        """The account of that number, disabled or not."""
        return self._session.get(Account, account_id)

    def list(self) -> list[Account]:
        """All accounts by name."""
        return list(self._session.scalars(select(Account).order_by(Account.name)))

    def disable(self, name: str, *, who: str, now: datetime) -> None:
        """Close an account and log its browsers out.

        Raises:
            BadInputError: there is no such account.
        """
        account = self._existing(name)
        account.disabled_at = now
        self._log_out_all(account)
        detail = {"account": account.name}
        Logbook(self._session).write(who, Deed.ACCOUNT_DISABLED, now=now, detail=detail)

    def open(self, name: str, *, who: str, now: datetime) -> None:
        """Open a closed account again, with the password it had.

        Raises:
            BadInputError: there is no such account.
        """
        account = self._existing(name)
        account.disabled_at = None
        detail = {"account": account.name}
        Logbook(self._session).write(who, Deed.ACCOUNT_OPENED, now=now, detail=detail)

    def set_role(self, name: str, role: Role, *, who: str, now: datetime) -> None:
        """Give an account another role; it counts from the next page on.

        Raises:
            BadInputError: there is no such account.
        """
        account = self._existing(name)
        detail = {"account": account.name, "before": account.role.value, "role": role.value}
        account.role = role
        Logbook(self._session).write(who, Deed.ROLE_SET, now=now, detail=detail)

    def set_password(self, name: str, password_hash: str, *, who: str, now: datetime) -> None:
        """Change a password, open the account again if it was disabled, and log its browsers out.

        Raises:
            BadInputError: there is no such account.
        """
        account = self._existing(name)
        account.password_hash, account.disabled_at = password_hash, None
        self._log_out_all(account)
        detail = {"account": account.name}
        Logbook(self._session).write(who, Deed.PASSWORD_SET, now=now, detail=detail)

    def rehash(self, account: Account, password_hash: str) -> None:
        """Keep the same password under stronger parameters."""
        account.password_hash = password_hash

    def _existing(self, name: str) -> Account:
        account = self.get(name)
        if account is None:
            raise BadInputError(f"There is no account {name!r}.", cure="List them with kawal users list.")
        return account

    def _log_out_all(self, account: Account) -> None:
        self._session.execute(delete(LoginSession).where(LoginSession.account_id == account.id))


class LoginRepository:
    """All SQL on ``login_session`` and ``login_attempt``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, account: Account, token: str, *, now: datetime) -> None:
        """Log a browser in; sessions that ended long ago are forgotten."""
        self._session.execute(delete(LoginSession).where(LoginSession.created_at < now - LONGEST))
        self._session.add(
            LoginSession(token_sha256=_hashed(token), account_id=account.id, created_at=now, used_at=now)
        )
        self._session.flush()

    def person(self, token: str, *, now: datetime) -> Person | None:
        """Who holds this token; nobody when it is unknown, too old, unused for long or disabled."""
        query = (
            select(Account.name, Account.role, LoginSession.used_at)
            .join(LoginSession, LoginSession.account_id == Account.id)
            .where(
                LoginSession.token_sha256 == _hashed(token),
                LoginSession.created_at > now - LONGEST,
                LoginSession.used_at > now - IDLE,
                Account.disabled_at.is_(None),
            )
        )
        found = self._session.execute(query).one_or_none()
        if found is None:
            return None
        if found.used_at < now - _TOUCH:
            used = update(LoginSession).where(LoginSession.token_sha256 == _hashed(token))
            self._session.execute(used.values(used_at=now))
        return Person(name=found.name, role=found.role)

    def end(self, token: str) -> None:
        """Log a browser out."""
        self._session.execute(delete(LoginSession).where(LoginSession.token_sha256 == _hashed(token)))

    def note_attempt(self, name: str, address: str, *, now: datetime) -> int:
        """Count a try before its password is looked at, so that tries at once cannot slip past.

        Returns:
            Its number, to forget it by.
        """
        self._session.execute(delete(LoginAttempt).where(LoginAttempt.tried_at < now - COUNTED))
        attempt = LoginAttempt(name_sha256=_hashed(folded(name)), address=address[:60], tried_at=now)
        self._session.add(attempt)
        self._session.flush()
        return attempt.id

    def forget(self, attempt_id: int) -> None:
        """Let a try count no longer: it was refused unseen, and must not lengthen the wait."""
        self._session.execute(delete(LoginAttempt).where(LoginAttempt.id == attempt_id))

    def attempts(self, name: str, address: str, *, now: datetime) -> tuple[int, int]:
        """How many tries count against this name and against this address."""
        return (
            self._counted(LoginAttempt.name_sha256 == _hashed(folded(name)), now),
            self._counted(LoginAttempt.address == address[:60], now),
        )

    def forgive(self, name: str, address: str) -> None:
        """Forget the tries of somebody who got in, at this name from this address."""
        mine = (LoginAttempt.name_sha256 == _hashed(folded(name)), LoginAttempt.address == address[:60])
        self._session.execute(delete(LoginAttempt).where(*mine))

    def _counted(self, condition: ColumnElement[bool], now: datetime) -> int:
        query = select(func.count(LoginAttempt.id)).where(condition, LoginAttempt.tried_at > now - COUNTED)
        return self._session.scalar(query) or 0


def folded(name: str) -> str:
    """A name as accounts are known by: without capitals and outer spaces."""
    return name.strip().casefold()


def _hashed(value: str) -> str:
    return sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
