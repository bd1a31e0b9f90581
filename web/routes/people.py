"""Logging in and out."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from models.people import Account
from models.vocabulary import Deed
from storage.accounts import COUNTED, AccountRepository, LoginRepository
from storage.logbook import Logbook
from web.asking import Store, Words
from web.pages import tools_of
from web.passwords import LONGEST, Passwords
from web.people import (
    OURS,
    address_of,
    form_token,
    give_session,
    keep_form_secret,
    person_of,
    prepare_form,
    safe_next,
    session_token,
    take_session,
)

router = APIRouter(include_in_schema=False)
TRIES_A_NAME, TRIES_AN_ADDRESS = 5, 20


@router.get("/masuk")
def login_form(request: Request, after: Words = None) -> Response:
    """Show the form to log in; ``after`` is the address to go to then."""
    if person_of(request) is not None:
        return RedirectResponse(safe_next(after), status_code=303)
    return _form(request, after=after)


@router.post("/masuk", dependencies=[OURS])
def login(
    request: Request,
    session: Store,
    name: Annotated[str, Form(max_length=60)] = "",
    password: Annotated[str, Form(max_length=LONGEST)] = "",
    after: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Log in with name and password; too many tries have to wait."""
    now = datetime.now(UTC)
    logins, address = LoginRepository(session), address_of(request)
    attempt = logins.note_attempt(name, address, now=now)
    # Committed before the password is looked at: tries at the same time see one another.
    session.commit()
    by_name, by_address = logins.attempts(name, address, now=now)
    if by_name > TRIES_A_NAME or by_address > TRIES_AN_ADDRESS:
        logins.forget(attempt)
        return _form(request, after=after, trouble="login_wait", status=429)
    account = _account(session, request.app.state.passwords, name, password)
    if account is None:
        return _form(request, after=after, trouble="login_wrong", status=401)
    logins.forgive(name, address)
    before = session_token(request)
    if before is not None:
        logins.end(before)
    response = RedirectResponse(safe_next(after), status_code=303)
    logins.begin(account, give_session(request, response), now=now)
    Logbook(session).write(account.name, Deed.LOGGED_IN, now=now)
    return response


@router.post("/keluar", dependencies=[OURS])
def logout(request: Request, session: Store) -> Response:
    """Log this browser out."""
    person, token = person_of(request), session_token(request)
    response = RedirectResponse("/", status_code=303)
    if person is not None and token is not None:
        LoginRepository(session).end(token)
        Logbook(session).write(person.name, Deed.LOGGED_OUT, now=datetime.now(UTC))
    take_session(request, response)
    return response


def _account(session: Store, passwords: Passwords, name: str, password: str) -> Account | None:
    """The account these belong to; as much work where there is none, so that time tells nothing."""
    accounts = AccountRepository(session)
    found = accounts.get(name) if "\0" not in name else None
    account = None if found is None or found.disabled_at is not None else found
    if not passwords.fits(None if account is None else account.password_hash, password) or account is None:
        return None
    if passwords.is_weak(account.password_hash):
        accounts.rehash(account, passwords.hashed(password))
    return account


def _form(request: Request, *, after: str | None, trouble: str | None = None, status: int = 200) -> Response:
    secret = prepare_form(request)
    values = {"csrf": form_token(secret), "after": safe_next(after), "trouble": trouble}
    response = tools_of(request).render(request, "login.html", values, status=status)
    keep_form_secret(request, response, secret)
    response.headers["Cache-Control"] = "no-store"
    if status == 429:
        response.headers["Retry-After"] = str(int(COUNTED.total_seconds()))
    return response
