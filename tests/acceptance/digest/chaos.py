"""A mail server on loopback that refuses, drops and dawdles, and remembers what it took."""

import asyncio
import random
import socket
import threading
from collections import Counter
from email import message_from_bytes, policy
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

NO_SUCH = "tidak-ada"
"""Addresses with this in them are refused for good."""


class Chaos:
    """How often what goes wrong, as shares of all mails; ``delay`` is in seconds."""

    def __init__(self, *, seed: int, later: float, drop: float, slow: float, delay: float) -> None:
        self.dice = random.Random(seed)  # noqa: S311
        self.later, self.drop, self.slow, self.delay = later, drop, slow, delay

    def happens(self, share: float) -> bool:
        return self.dice.random() < share


class ChaosServer:
    """To be used as a context; ``taken`` counts each Message-ID for each address."""

    def __init__(self, chaos: Chaos) -> None:
        self._chaos = chaos
        self._lock = threading.Lock()
        self.taken: Counter[tuple[str, str]] = Counter()
        self.mails: dict[tuple[str, str], bytes] = {}
        self.troubles: Counter[str] = Counter()
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=20)

    def __enter__(self) -> "ChaosServer":
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    @property
    def count(self) -> int:
        with self._lock:
            return sum(self.taken.values())

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._trouble("421", self._chaos.drop / 2):
            _cut(server)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if NO_SUCH in address:
            self._note("550")
            return "550 5.1.1 No such mailbox"
        if self._trouble("451", self._chaos.later):
            return "451 4.7.1 Greylisted, try again later"
        if self._trouble("slow", self._chaos.slow):
            await asyncio.sleep(self._chaos.delay)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self._trouble("drop before", self._chaos.drop / 2):
            _cut(server)
            return "250 never heard"
        content = envelope.original_content or b""
        identity = str(message_from_bytes(content, policy=policy.strict)["Message-ID"])
        with self._lock:
            for reader in envelope.rcpt_tos:
                self.taken[reader, identity] += 1
                self.mails[reader, identity] = content
        if self._trouble("drop after", self._chaos.drop / 4):
            _cut(server)
        return "250 2.0.0 Taken"

    def _trouble(self, name: str, share: float) -> bool:
        happens = self._chaos.happens(share)
        if happens:
            self._note(name)
        return happens

    def _note(self, name: str) -> None:
        with self._lock:
            self.troubles[name] += 1


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _cut(server: Any) -> None:
    """Close the line as a failing network does."""
    server.transport.abort()
