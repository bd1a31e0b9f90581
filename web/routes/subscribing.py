"""Subscribing to the digest, changing the wishes, stopping; links out of mails need no login."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Path, Request, Response
from sqlalchemy.orm import Session

from digest.addresses import plausible
from digest.links import Links, Purpose
from digest.subscribing import ask, change, confirm, stop
from digest.texts import load_texts
from models.errors import LinkError
from models.subscribing import Subscriber
from models.vocabulary import Frequency, Language, TimeZone, Topic, WhenEmpty
from storage.regions import RegionRepository
from storage.subscribers import SubscriberRepository, wishes_of
from web.asking import Store
from web.pages import language_of, tools_of
from web.wishing import WishForm, understood, wishes_typed

router = APIRouter(include_in_schema=False)
NOTICES = (
    "letter_sent",
    "letters_wait",
    "subscribed",
    "wishes_changed",
    "unsubscribed",
    "link_bad",
    "no_mail",
)
"""Pages that say one thing."""
LETTERS_AN_HOUR = 120
"""Letters that strangers may make this installation send."""

Token = Annotated[str, Path(max_length=300, pattern=r"^[A-Za-z0-9_.-]+$")]
Typed = Annotated[WishForm, Depends(wishes_typed)]


def links_of(request: Request) -> Links:
    """What reads the links of this installation.

    Raises:
        HTTPException: 404, no mails are sent here.
    """
    links: Links | None = request.app.state.links
    if links is None:
        raise HTTPException(404, "No mails are sent here.")
    return links


Signed = Annotated[Links, Depends(links_of)]


@router.get("/langganan")
def subscribe_form(request: Request) -> Response:
    """Show the form; where no mails are sent, say so."""
    if not request.app.state.sends_mail:
        return tools_of(request).message(request, "no_mail", status=404)
    return _form(request, WishForm(language=language_of(request)), {"email": ""})


@router.post("/langganan")
def subscribe(
    request: Request, session: Store, typed: Typed, email: Annotated[str, Form(max_length=254)] = ""
) -> Response:
    """Send a letter to the address; the answer is the same whether it subscribes already or not."""
    if not request.app.state.sends_mail:
        return tools_of(request).message(request, "no_mail", status=404)
    wishes = understood(session, typed)
    if isinstance(wishes, tuple) or not plausible(email):
        unclear = wishes if isinstance(wishes, tuple) else ()
        shown = {"email": email, "bad_email": not plausible(email)}
        return _form(request, replace(typed, unclear=unclear), shown, status=422)
    now = datetime.now(UTC)
    if SubscriberRepository(session).letters_asked_within_an_hour(now) >= LETTERS_AN_HOUR:
        return tools_of(request).message(request, "letters_wait", status=429)
    ask(session, email, wishes, now=now)
    return tools_of(request).message(request, "letter_sent", status=202)


@router.get("/langganan/konfirmasi/{token}")
def confirm_form(request: Request, session: Store, token: Token, links: Signed) -> Response:
    """Show the button; programs that follow every link of a mail must not confirm by that."""
    return _opened(request, session, links, purpose=Purpose.CONFIRM, token=token, page="confirm.html")


@router.post("/langganan/konfirmasi/{token}")
def confirmed(request: Request, session: Store, token: Token, links: Signed) -> Response:
    """Confirm the address."""
    return _done(request, "subscribed", lambda now: confirm(session, links, token, now=now))


@router.get("/langganan/ubah/{token}")
def change_form(request: Request, session: Store, token: Token, links: Signed) -> Response:
    """Show the wishes as they are."""
    try:
        person = links.owner(session, Purpose.CHANGE, token, datetime.now(UTC))
    except LinkError:
        return _bad_link(request)
    form = WishForm.of(wishes_of(person), RegionRepository(session))
    return _form(request, form, {"email": person.email, "changing": True})


@router.post("/langganan/ubah/{token}")
def changed(request: Request, session: Store, token: Token, links: Signed, typed: Typed) -> Response:
    """Change the wishes."""
    wishes = understood(session, typed)
    if isinstance(wishes, tuple):
        shown = {"email": "", "changing": True}
        return _form(request, replace(typed, unclear=wishes), shown, status=422)
    return _done(request, "wishes_changed", lambda now: change(session, links, token, wishes, now=now))


@router.get("/langganan/berhenti/{token}")
def stop_form(request: Request, session: Store, token: Token, links: Signed) -> Response:
    """Show the button."""
    return _opened(request, session, links, purpose=Purpose.STOP, token=token, page="unsubscribe.html")


@router.post("/langganan/berhenti/{token}")
def stopped(request: Request, session: Store, token: Token, links: Signed) -> Response:
    """Stop, by the button or by the one click of RFC 8058, which brings neither cookie nor login."""
    return _done(request, "unsubscribed", lambda now: stop(session, links, token, now=now))


def _opened(
    request: Request, session: Session, links: Links, *, purpose: Purpose, token: str, page: str
) -> Response:
    try:
        person = links.owner(session, purpose, token, datetime.now(UTC))
    except LinkError:
        return _bad_link(request)
    return tools_of(request).render(request, page, {"email": person.email})


def _done(request: Request, notice: str, work: Callable[[datetime], Subscriber]) -> Response:
    try:
        work(datetime.now(UTC))
    except LinkError:
        return _bad_link(request)
    return tools_of(request).message(request, notice, status=200)


def _bad_link(request: Request) -> Response:
    return tools_of(request).message(request, "link_bad", status=410)


def _form(request: Request, form: WishForm, shown: Mapping[str, Any], *, status: int = 200) -> Response:
    values = {
        "form": form,
        "words": load_texts(language_of(request)),
        "topics": list(Topic),
        "languages": list(Language),
        "frequencies": list(Frequency),
        "zones": list(TimeZone),
        "empties": list(WhenEmpty),
        "bad_email": False,
        "changing": False,
        **shown,
    }
    return tools_of(request).render(request, "subscribe.html", values, status=status)
