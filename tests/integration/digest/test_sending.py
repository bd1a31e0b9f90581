"""Freezing, planning and sending against a mail server on loopback."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from sqlalchemy import select

from digest.bounces import import_bounces, open_mailbox
from digest.mailserver import MailServer, SmtpAddress
from digest.sending import Manner, Sent
from digest.subscribing import enter
from models.errors import BadInputError, MailServerError, SettingError
from models.mail_settings import MailSettings
from models.settings import Settings
from models.subscribing import Delivery
from models.vocabulary import DeliveryState, Frequency, TimeZone, WhenEmpty
from models.wishes import Wishes
from service.digest_sending import send_due
from storage.database import Database
from storage.locks import only_one
from storage.subscribers import SubscriberRepository
from tests.acceptance.digest.chaos import free_port

MONDAY = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
"""06.00 WIB."""
BEFORE = MONDAY - timedelta(days=3)
WAITS = (timedelta(minutes=1), timedelta(minutes=5))


class Box:
    """A mail server that answers as it is told to."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, bytes]] = []
        self.answers: dict[str, list[str]] = {}
        self.to_sender = "250 OK"
        self.port = free_port()

    async def handle_MAIL(  # noqa: N802
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.to_sender

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        reader = envelope.rcpt_tos[0]
        answers = self.answers.get(reader, [])
        answer = answers.pop(0) if answers else "250 2.0.0 taken"
        if answer.startswith("250"):
            self.mails.append((reader, envelope.original_content or b""))
        return answer

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "tidak-ada" in address:
            return "550 5.1.1 unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def box() -> Iterator[Box]:
    made = Box()
    controller = Controller(made, hostname="127.0.0.1", port=made.port, ready_timeout=20)
    controller.start()
    yield made
    controller.stop()


class Clock:
    """Stands still unless it is moved."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mail_settings(settings: Settings, box: Box) -> Settings:
    mail = MailSettings(
        smtp_url=f"smtp://127.0.0.1:{box.port}",
        sender="Kawal Kasus <buletin@contoh.test>",
        public_url="https://kawal.contoh.test",
        operator="Pengelola <kantor@contoh.test>",
    )
    return Settings(data_dir=settings.data_dir, database_url=settings.database_url, mail=mail)


def _enter(database: Database, email: str, wishes: Wishes | None = None, *, confirmed: bool = True) -> None:
    with database.session() as session:
        enter(session, email, wishes or Wishes(), now=BEFORE, confirmed=confirmed)


def _send(database: Database, settings: Settings, clock: Clock) -> Sent:
    manner = Manner(pause=0, waits=WAITS, knocks=(0,))
    return send_due(database, settings, clock, manner=manner)


def _rows(database: Database) -> list[tuple[DeliveryState, str | None]]:
    with database.session() as session:
        rows = session.scalars(select(Delivery).order_by(Delivery.id))
        return [(row.state, row.reason) for row in rows]


def test_a_mail_goes_out_once_at_its_hour(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "wib@contoh.test")
    _enter(database, "wit@contoh.test", Wishes(zone=TimeZone.WIT))
    _enter(database, "sepi@contoh.test", Wishes(when_empty=WhenEmpty.NOTHING))
    clock.now = MONDAY - timedelta(hours=1)
    assert _send(database, mail_settings, clock).sent == 1
    assert [reader for reader, _ in box.mails] == ["wit@contoh.test"]
    clock.now = MONDAY
    assert _send(database, mail_settings, clock).sent == 1
    clock.now = MONDAY + timedelta(minutes=5)
    assert _send(database, mail_settings, clock) == Sent()
    assert [reader for reader, _ in box.mails] == ["wit@contoh.test", "wib@contoh.test"]
    assert sorted(_rows(database), key=str) == sorted(
        [
            (DeliveryState.SENT, "250 2.0.0 taken"),
            (DeliveryState.SENT, "250 2.0.0 taken"),
            (DeliveryState.SKIPPED, "nothing_new"),
        ],
        key=str,
    )
    key = mail_settings.data_dir / "link.key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_late_start_sends_the_last_slot_and_writes_down_the_others(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "harian@contoh.test", Wishes(frequency=Frequency.DAILY))
    clock.now = MONDAY + timedelta(days=4, hours=3)
    assert _send(database, mail_settings, clock).sent == 1
    states = [state for state, _ in _rows(database)]
    assert states == [DeliveryState.SENT, *[DeliveryState.SKIPPED] * 6]
    assert {reason for _, reason in _rows(database)[1:]} == {"missed"}


def test_refused_for_now_is_tried_again_after_the_wait(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "a@contoh.test")
    box.answers["a@contoh.test"] = ["451 4.3.0 busy", "452 4.3.1 full"]
    assert _send(database, mail_settings, clock).postponed == 1
    assert _send(database, mail_settings, clock) == Sent()
    clock.now += WAITS[0]
    assert _send(database, mail_settings, clock).postponed == 1
    clock.now += WAITS[1]
    assert _send(database, mail_settings, clock).sent == 1
    assert len(box.mails) == 1


def test_refused_for_now_too_often_has_failed_and_pauses_nobody(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "a@contoh.test")
    box.answers["a@contoh.test"] = ["451 4.3.0 busy"] * 9
    for wait in (timedelta(0), *WAITS):
        clock.now += wait
        _send(database, mail_settings, clock)
    assert _rows(database) == [(DeliveryState.FAILED, "451 4.3.0 busy")]
    with database.session() as session:
        assert SubscriberRepository(session).list()[0].paused_reason is None


def test_a_bounce_pauses_and_tells_the_operator_once(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "tidak-ada@contoh.test")
    done = _send(database, mail_settings, clock)
    assert (done.failed, done.paused) == (1, ["tidak-ada@contoh.test"])
    (told,) = box.mails
    assert told[0] == "kantor@contoh.test"
    assert b"tidak-ada@contoh.test: bounce: 550 5.1.1 unknown" in told[1]
    clock.now += timedelta(days=7)
    _send(database, mail_settings, clock)
    assert len(box.mails) == 1
    assert _rows(database)[-1] == (DeliveryState.SKIPPED, "paused")


def test_a_refusal_of_the_content_is_not_the_readers_fault(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "a@contoh.test")
    box.answers["a@contoh.test"] = ["554 5.7.1 looks like spam"]
    done = _send(database, mail_settings, clock)
    assert (done.failed, done.paused) == (1, [])


def test_a_refused_sender_stops_the_run_and_loses_nothing(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    for name in "abc":
        _enter(database, f"{name}@contoh.test")
    box.to_sender = "550 5.7.1 not from here"
    done = _send(database, mail_settings, clock)
    assert "refuses the sender" in str(done.trouble)
    assert {state for state, _ in _rows(database)} == {DeliveryState.PLANNED}
    box.to_sender = "250 OK"
    assert _send(database, mail_settings, clock).sent == 3


def test_whoever_leaves_between_planning_and_sending_gets_nothing(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "a@contoh.test")
    box.to_sender = "451 4.3.0 busy"
    _send(database, mail_settings, clock)
    with database.session() as session:
        SubscriberRepository(session).list()[0].unsubscribed_at = clock.now
    box.to_sender = "250 OK"
    clock.now += WAITS[0]
    assert _send(database, mail_settings, clock).skipped == 1
    assert _rows(database) == [(DeliveryState.SKIPPED, "unsubscribed")]
    assert box.mails == []


def test_letters_go_out_and_unconfirmed_readers_get_no_issue(
    database: Database, mail_settings: Settings, box: Box, clock: Clock
) -> None:
    _enter(database, "baru@contoh.test", confirmed=False)
    assert _send(database, mail_settings, clock).letters == 1
    assert _send(database, mail_settings, clock) == Sent()
    (letter,) = box.mails
    assert b"/langganan/konfirmasi/" in letter[1]
    assert _rows(database) == []


def test_only_one_process_sends(database: Database, mail_settings: Settings, clock: Clock) -> None:
    _enter(database, "a@contoh.test")
    with only_one(database, "digest sending"):
        assert _send(database, mail_settings, clock).busy


def _report(kind: str, body: str, returned: str) -> bytes:
    """A report as mail servers write it (RFC 3464, RFC 5965)."""
    return (
        f"From: MAILER-DAEMON@contoh.test\r\nTo: buletin@contoh.test\r\nSubject: returned\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type={kind}; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\nIt came back.\r\n"
        f"--b\r\nContent-Type: message/{kind}\r\n\r\n{body}\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {returned}\r\n\r\n--b--\r\n"
    ).encode()


def _status(action: str, status: str) -> str:
    return (
        "Reporting-MTA: dns; mx.contoh.test\r\n\r\n"
        f"Final-Recipient: rfc822; a@contoh.test\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; 550 {status} said so\r\n"
    )


def test_mails_that_came_back_are_read_from_either_kind_of_box(
    database: Database, mail_settings: Settings, box: Box, clock: Clock, tmp_path: Path
) -> None:
    for name in "abcd":
        _enter(database, f"{name}@contoh.test")
    _send(database, mail_settings, clock)
    with database.session() as session:
        ids = list(session.scalars(select(Delivery.message_id).order_by(Delivery.id)))
    plain = EmailMessage()
    plain.set_content("halo")
    reports = [
        _report("delivery-status", _status("failed", "5.1.1"), ids[0]),
        _report("delivery-status", _status("delayed", "4.4.1"), ids[1]),
        _report("feedback-report", "Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n", ids[2]),
        _report("delivery-status", _status("failed", "5.7.1"), ids[3]),
        _report("delivery-status", _status("failed", "5.1.1"), "<forged@elsewhere.test>"),
        bytes(plain),
    ]
    mbox = tmp_path / "mbox"
    mbox.write_bytes(b"".join(b"From x Mon Nov 23 00:00:00 2026\n" + report + b"\n" for report in reports))
    maildir = tmp_path / "Maildir"
    for folder in ("cur", "new", "tmp"):
        (maildir / folder).mkdir(parents=True)
    for number, report in enumerate(reports):
        (maildir / "new" / f"{number}.x").write_bytes(report)
    before = mbox.read_bytes()
    with database.session() as session:
        found = import_bounces(session, open_mailbox(mbox), now=clock.now)
        assert (found.mails, found.bounced, found.complained, found.passing, found.unknown) == (6, 1, 1, 2, 2)
        again = import_bounces(session, open_mailbox(maildir), now=clock.now)
        assert (again.mails, again.bounced, again.complained) == (6, 0, 0)
        reasons = {one.email: one.paused_reason for one in SubscriberRepository(session).list()}
    assert reasons == {
        "a@contoh.test": "bounce: 5.1.1 smtp; 550 5.1.1 said so",
        "b@contoh.test": None,
        "c@contoh.test": "complaint",
        "d@contoh.test": None,
    }
    assert mbox.read_bytes() == before
    with pytest.raises(BadInputError):
        open_mailbox(tmp_path)
    with pytest.raises(BadInputError):
        open_mailbox(tmp_path / "none")


class _Door:
    """Takes one login."""

    def __call__(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"kawal", b"r@hasia")
        return AuthResult(success=good)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def guarded(authority: trustme.CA) -> Iterator[Box]:
    """A server on this machine that insists on STARTTLS and a login."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    made = Box()
    controller = Controller(
        made, hostname="127.0.0.1", port=made.port, ready_timeout=20, tls_context=context,
        require_starttls=True, auth_required=True, authenticator=_Door(),
    )  # fmt: skip
    controller.start()
    yield made
    controller.stop()


def _through(box: Box, trusted: ssl.SSLContext, password: str) -> MailServer:
    address = SmtpAddress(
        host="127.0.0.1", port=box.port, tls=False, starttls=True, user="kawal", password=password
    )
    return MailServer(address, trusted=trusted, timeout=10)


def test_starttls_and_login_and_what_is_wrong_with_either(guarded: Box, authority: trustme.CA) -> None:
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with _through(guarded, trusted, "r@hasia") as server:
        reply = server.send("buletin@contoh.test", "a@contoh.test", b"Subject: x\r\n\r\nhalo\r\n")
        assert reply.words == "250 2.0.0 taken"
    with _through(guarded, trusted, "salah") as server, pytest.raises(MailServerError):
        server.connect()
    with _through(guarded, ssl.create_default_context(), "r@hasia") as server:
        with pytest.raises(MailServerError) as caught:
            server.connect()
        assert "certificate" in str(caught.value).lower()


def test_a_server_without_starttls_gets_no_password(box: Box) -> None:
    with _through(box, ssl.create_default_context(), "x") as server, pytest.raises(MailServerError):
        server.connect()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.contoh.test", (587, False, True, None)),
        ("smtps://a%40b:p%2Fw@mail.contoh.test", (465, True, False, "p/w")),
        ("smtp://127.0.0.1:25", (25, False, False, None)),
        ("smtp://mail.contoh.test:25?tls=none", (25, False, False, None)),
    ],
)
def test_addresses_of_mail_servers(url: str, expected: tuple[object, ...]) -> None:
    address = SmtpAddress.parse(url)
    assert (address.port, address.tls, address.starttls, address.password) == expected


@pytest.mark.parametrize("url", ["http://x", "smtp://", "smtp://u:p@mail.contoh.test?tls=none"])
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(SettingError):
        SmtpAddress.parse(url)
