"""Whose request it is, and whether a form is one of ours."""

import hmac
import re
import secrets
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Annotated

from fastapi import Depends, Form, HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool

from storage.accounts import LoginRepository, Person
from web.asking import Store

_COOKIE, _FORM_COOKIE = "kawal", "kawal-form"
_OURS = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_FROM_ELSEWHERE = {"cross-site", "same-site"}
_HALF_AN_IPV6_ADDRESS = 64


async def recognise(request: Request, session: Store) -> None:
    """Note whose request it is."""
    token = session_token(request)
    request.state.person = None
    request.state.csrf = ""
    if token is not None:
        find = LoginRepository(session).person
        request.state.person = await run_in_threadpool(find, token, now=datetime.now(UTC))
        request.state.csrf = form_token(token)


async def admit(request: Request, session: Store) -> None:
    """Note whose request it is; where reading is closed, let nobody else in.

    Raises:
        HTTPException: 401, nobody is logged in and reading is closed.
    """
    await recognise(request, session)
    if person_of(request) is None and not request.app.state.open_reading:
        raise HTTPException(401, "Reading is closed; log in first.")


def person_of(request: Request) -> Person | None:
    """Who is logged in, as :func:`admit` found."""
    found: Person | None = getattr(request.state, "person", None)
    return found


def member_of(request: Request) -> Person:
    """Whoever is logged in.

    Raises:
        HTTPException: 401 when nobody is.
    """
    person = person_of(request)
    if person is None:
        raise HTTPException(401, "Log in first.")
    return person


def reviewer_of(request: Request) -> Person:
    """The reviewer whose request it is.

    Raises:
        HTTPException: 401 when nobody is logged in, 403 when a reader is.
    """
    person = member_of(request)
    if not person.may_review:
        raise HTTPException(403, "Only reviewers may do this.")
    return person


def admin_of(request: Request) -> Person:
    """The admin whose request it is.

    Raises:
        HTTPException: 401 when nobody is logged in, 403 when somebody else is.
    """
    person = member_of(request)
    if not person.is_admin:
        raise HTTPException(403, "Only admins may do this.")
    return person


def form_is_ours(request: Request, csrf: Annotated[str, Form(max_length=100)] = "") -> None:
    """Refuse a form that no page of this session made.

    Raises:
        HTTPException: 403, the token is missing or another one, or another site sent it.
    """
    secret = (
        session_token(request) if person_of(request) else request.cookies.get(_name(request, _FORM_COOKIE))
    )
    from_elsewhere = request.headers.get("sec-fetch-site") in _FROM_ELSEWHERE
    if (
        secret is None
        or from_elsewhere
        or not hmac.compare_digest(form_token(secret).encode(), csrf.encode())
    ):
        raise HTTPException(403, "This form is not one of ours, or too old.")


Member = Annotated[Person, Depends(member_of)]
Reviewer = Annotated[Person, Depends(reviewer_of)]
Admin = Annotated[Person, Depends(admin_of)]
OURS = Depends(form_is_ours)


def form_token(secret: str) -> str:
    """What a form must carry; made from a secret that only this browser holds."""
    return hmac.new(secret.encode("utf-8", "replace"), b"form", "sha256").hexdigest()


def session_token(request: Request) -> str | None:
    """The token in the cookie of somebody who is logged in."""
    return request.cookies.get(_name(request, _COOKIE))


def give_session(request: Request, response: Response) -> str:
    """Put a new token into the browser; the one before, if any, is not used again."""
    token = secrets.token_urlsafe(32)
    _set(request, response, _COOKIE, token)
    response.delete_cookie(_name(request, _FORM_COOKIE), path="/", secure=_is_secure(request))
    return token


def take_session(request: Request, response: Response) -> None:
    """Remove the token from the browser."""
    response.delete_cookie(_name(request, _COOKIE), path="/", secure=_is_secure(request), httponly=True)


def prepare_form(request: Request) -> str:
    """The secret for a form of somebody who is not logged in: the browser's, else a new one."""
    return request.cookies.get(_name(request, _FORM_COOKIE)) or secrets.token_urlsafe(32)


def keep_form_secret(request: Request, response: Response, secret: str) -> None:
    """Let the browser keep the secret of a form."""
    _set(request, response, _FORM_COOKIE, secret)


def safe_next(address: str | None) -> str:
    """Where to go after logging in: an address on this site, else the front page."""
    return address if address and _OURS.fullmatch(address) else "/"


def address_of(request: Request) -> str:
    """Where a request comes from; of IPv6 the network, for one reader has many addresses."""
    host = request.client.host if request.client else "?"
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    mapped = address.ipv4_mapped
    return str(mapped or ip_network((address, _HALF_AN_IPV6_ADDRESS), strict=False))


def _set(request: Request, response: Response, name: str, value: str) -> None:
    response.set_cookie(
        _name(request, name), value, httponly=True, samesite="lax", secure=_is_secure(request), path="/"
    )


def _name(request: Request, name: str) -> str:
    """With the prefix a browser takes from this host over a secure line only, where there is one."""
    return f"__Host-{name}" if _is_secure(request) else name


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
