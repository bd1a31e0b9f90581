"""Accounts: one's own password, and for admins everybody's role and whether they may log in."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.people import Account
from models.vocabulary import Role
from storage.accounts import COUNTED, AccountRepository, LoginRepository, Person
from web.asking import Number, Store
from web.pages import tools_of
from web.passwords import LONGEST, SHORTEST, Passwords
from web.people import OURS, Admin, Member, address_of, give_session
from web.routes.people import TRIES_A_NAME, TRIES_AN_ADDRESS

router = APIRouter(prefix="/akun", include_in_schema=False)
_Password = Annotated[str, Form(max_length=LONGEST + 1)]


@router.get("")
def own_account(request: Request, person: Member, done: bool = False) -> Response:
    """Show who is logged in, with a form to change the password."""
    return _form(request, done=done)


@router.post("", dependencies=[OURS])
def change_password(
    *,
    request: Request,
    session: Store,
    person: Member,
    password: _Password = "",
    new: _Password = "",
    again: _Password = "",
) -> Response:
    """Change one's own password: every browser is logged out, this one gets a new session."""
    now = datetime.now(UTC)
    logins, address = LoginRepository(session), address_of(request)
    # Whoever finds an open browser must not try passwords here faster than at the login.
    attempt = logins.note_attempt(person.name, address, now=now)
    session.commit()
    by_name, by_address = logins.attempts(person.name, address, now=now)
    if by_name > TRIES_A_NAME or by_address > TRIES_AN_ADDRESS:
        logins.forget(attempt)
        return _form(request, trouble="login_wait", status=429)
    passwords: Passwords = request.app.state.passwords
    account = AccountRepository(session).get(person.name)
    if account is None or not passwords.fits(account.password_hash, password):
        return _form(request, trouble="password_wrong", status=401)
    logins.forget(attempt)
    trouble = _unfit(password, new, again)
    if trouble is not None:
        return _form(request, trouble=trouble, status=422)
    AccountRepository(session).set_password(person.name, passwords.hashed(new), who=person.name, now=now)
    response = RedirectResponse("/akun?done=1", status_code=303)
    logins.begin(account, give_session(request, response), now=now)
    return response


@router.get("/semua")
def accounts(request: Request, session: Store, person: Admin) -> Response:
    """List all accounts, with what an admin may change."""
    values = {"accounts": AccountRepository(session).list(), "roles": list(Role)}
    return tools_of(request).render(request, "accounts.html", values)


@router.post("/semua/{account_id}/peran", dependencies=[OURS])
def set_role(session: Store, person: Admin, account_id: Number, role: Annotated[Role, Form()]) -> Response:
    """Give somebody another role."""
    account = _somebody_else(session, person, account_id)
    if role is not account.role:
        AccountRepository(session).set_role(account.name, role, who=person.name, now=datetime.now(UTC))
    return RedirectResponse("/akun/semua", status_code=303)


@router.post("/semua/{account_id}/tutup", dependencies=[OURS])
def close_account(session: Store, person: Admin, account_id: Number) -> Response:
    """Close an account and log it out everywhere."""
    account = _somebody_else(session, person, account_id)
    AccountRepository(session).disable(account.name, who=person.name, now=datetime.now(UTC))
    return RedirectResponse("/akun/semua", status_code=303)


@router.post("/semua/{account_id}/buka", dependencies=[OURS])
def open_account(session: Store, person: Admin, account_id: Number) -> Response:
    """Open a closed account again."""
    account = _somebody_else(session, person, account_id)
    AccountRepository(session).open(account.name, who=person.name, now=datetime.now(UTC))
    return RedirectResponse("/akun/semua", status_code=303)


def _somebody_else(session: Session, person: Person, account_id: int) -> Account:
    """The account of that number; an admin who closed or demoted themselves would lock everybody out."""
    account = AccountRepository(session).by_id(account_id)
    if account is None:
        raise HTTPException(404)
    if account.name == person.name:
        raise BadInputError("This is your own account.", cure="Ask another admin.")
    return account


def _unfit(password: str, new: str, again: str) -> str | None:
    """Why a new password cannot be taken; None when it can."""
    if not SHORTEST <= len(new) <= LONGEST:
        return "password_length"
    if new != again:
        return "password_differs"
    return "password_same" if new == password else None


def _form(request: Request, *, done: bool = False, trouble: str | None = None, status: int = 200) -> Response:
    values = {"done": done, "trouble": trouble, "shortest": SHORTEST, "longest": LONGEST}
    response = tools_of(request).render(request, "account.html", values, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(int(COUNTED.total_seconds()))
    return response
