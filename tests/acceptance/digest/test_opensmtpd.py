"""Debian's OpenSMTPD takes the mails as they are, refuses whom it does not know, and keeps one of each."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlalchemy import select

from digest.sending import Manner
from digest.subscribing import enter
from models.mail_settings import MailSettings
from models.settings import Settings
from models.subscribing import Delivery
from models.vocabulary import DeliveryState
from models.wishes import Wishes
from service.digest_sending import send_due
from storage.database import Database
from storage.subscribers import SubscriberRepository
from tests.acceptance.digest.chaos import free_port

SMTPD = shutil.which("smtpd", path="/usr/sbin:/usr/local/sbin")
MONDAY = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
READERS = 12
CONFIGURATION = """table readers {{ "@contoh.test" = "nobody" }}
listen on 127.0.0.1 port {port} hostname mail.contoh.test
action "keep" maildir "{folder}" virtual <readers>
match from any for domain "contoh.test" action "keep"
"""


def _is_running() -> bool:
    """Whether this machine has an OpenSMTPD of its own, which shares its spool with any other."""
    with socket.socket(socket.AF_UNIX) as control:
        try:
            control.connect("/var/run/smtpd.sock")
        except OSError:
            return False
        return True


pytestmark = [
    pytest.mark.skipif(SMTPD is None, reason="OpenSMTPD is not installed: apt-get install opensmtpd"),
    pytest.mark.skipif(os.geteuid() != 0, reason="OpenSMTPD starts as root only"),
    pytest.mark.skipif(_is_running(), reason="this machine's own OpenSMTPD is running"),
]


class Keeping:
    """Where the server listens and what it kept."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port = port
        self._folder = folder

    def mails(self, count: int) -> list[bytes]:
        """Everything kept, as soon as there are so many."""
        deadline = time.monotonic() + 30
        while len(files := sorted((self._folder / "new").glob("*"))) < count:
            assert time.monotonic() < deadline, f"{len(files)} of {count} mails"
            time.sleep(0.1)
        return [file.read_bytes() for file in files]


@pytest.fixture
def opensmtpd() -> Iterator[Keeping]:
    with tempfile.TemporaryDirectory(prefix="kawal-smtpd-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        box, port = folder / "box", free_port()
        box.mkdir()
        shutil.chown(box, "nobody")
        configuration = folder / "smtpd.conf"
        configuration.write_text(CONFIGURATION.format(port=port, folder=box), encoding="ascii")
        server = subprocess.Popen(
            [str(SMTPD), "-d", "-f", str(configuration)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            yield Keeping(port, box)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline, "OpenSMTPD does not listen"
            time.sleep(0.1)
        else:
            return


def test_a_real_server_takes_one_mail_each(
    opensmtpd: Keeping, database: Database, settings: Settings
) -> None:
    mail = MailSettings(
        smtp_url=f"smtp://127.0.0.1:{opensmtpd.port}",
        sender="Kawal Kasus <buletin@contoh.test>",
        public_url="https://kawal.contoh.test",
    )
    settings = Settings(data_dir=settings.data_dir, database_url=settings.database_url, mail=mail)
    addresses = [f"pembaca-{number}@contoh.test" for number in range(READERS)]
    with database.session() as session:
        for address in [*addresses, "orang@lain.test"]:
            enter(session, address, Wishes(), now=MONDAY - timedelta(days=2), confirmed=True)
    manner = Manner(pause=0, knocks=(0.1,))
    done = send_due(database, settings, lambda: MONDAY, manner=manner)
    assert (done.sent, done.failed, done.trouble) == (READERS, 1, None)
    again = send_due(database, settings, lambda: MONDAY + timedelta(minutes=5), manner=manner)
    assert again.sent == 0
    kept = [message_from_bytes(mail, policy=policy.strict) for mail in opensmtpd.mails(READERS)]
    with database.session() as session:
        rows = session.scalars(select(Delivery).where(Delivery.state == DeliveryState.SENT))
        assert sorted(str(mail["Message-ID"]) for mail in kept) == sorted(row.message_id for row in rows)
        person = SubscriberRepository(session).by_email("orang@lain.test")
        assert person is not None
        assert str(person.paused_reason).startswith("bounce: 550")
    assert sorted(str(mail["To"]) for mail in kept) == sorted(addresses)
