"""What a person, Prometheus and the operator's mailbox are told of how things stand."""

import os
import socket
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from models.mail_settings import MailSettings
from models.settings import Settings
from models.vocabulary import AlarmKind
from service.alarm_mail import mail_alarms
from service.machine import this_machine
from service.metrics import Metrics, metrics_served
from service.queueing import Queue, defer, fire
from service.standing import standing
from storage.database import Database
from storage.health import AlarmRow, HealthRepository
from storage.queue import QueueRepository
from storage.sources import SourceRepository
from tests.integration.service.test_worker import held_by

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
ALARM = AlarmRow(
    source_name="contoh",
    outlet="contoh.test",
    kind=AlarmKind.QUIET,
    since=NOW,
    sentence_id="Tidak ada berita baru selama 9 hari.",
    sentence_en="No new article for 9 days.",
    mailed=None,
)


@pytest.fixture
def busy(database: Database) -> Database:
    held_by(database, host=this_machine(), pid=2**22 - 1)
    with database.session() as session:
        fire(session, "poll", NOW, now=NOW, clock="meja/1:7")
        defer(session, "read")
        SourceRepository(session).upsert("contoh", outlet="contoh.test")
        said = {"sentence_id": ALARM.sentence_id, "sentence_en": ALARM.sentence_en}
        HealthRepository(session).raise_alarm("contoh", AlarmKind.QUIET, **said, now=NOW)
    return database


def test_status_tells_clock_jobs_workers_and_alarms(busy: Database) -> None:
    with busy.session() as session:
        told = standing(session, now=datetime.now(UTC))
    [slot] = told["clock"]
    assert (slot["schedule"], slot["clock"]) == ("poll", "meja/1:7")
    assert (slot["last"], slot["next"]) == ("2026-11-21T08:00:00+00:00", "2026-11-21T08:05:00+00:00")
    assert told["jobs"] == {"crosscheck": {"doing": 1}, "poll": {"todo": 1}, "read": {"todo": 1}}
    [worker] = told["workers"]
    assert (worker["alive"], worker["queues"]) == (False, ["tend"])
    assert told["pages_waiting"] == 0
    assert [alarm["outlet"] for alarm in told["alarms"]] == ["contoh.test"]


def test_a_worker_of_this_process_lives(database: Database) -> None:
    worker = held_by(database, host=this_machine(), pid=1)
    with database.session() as session:
        QueueRepository(session).sign_on(
            worker,
            host=this_machine(), pid=os.getpid(), queues=[Queue.READ], now=datetime.now(UTC),
        )  # fmt: skip
        assert [one["alive"] for one in standing(session, now=datetime.now(UTC))["workers"]] == [True]


def test_prometheus_is_answered_on_loopback(busy: Database, settings: Settings) -> None:
    metrics = Metrics(busy)
    metrics.job_ended("read", "succeeded", 2.0)
    metrics.slot_fired("poll")
    with (
        metrics_served(metrics, replace(settings, metrics_port=0)) as port,
        urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer,
    ):
        lines = answer.read().decode().splitlines()
    assert 'kawal_jobs_total{kind="read",status="succeeded"} 1.0' in lines
    assert 'kawal_slots_total{schedule="poll"} 1.0' in lines
    assert 'kawal_queue_jobs{kind="crosscheck",status="doing"} 1.0' in lines
    [due] = [line for line in lines if line.startswith('kawal_slot_due{schedule="poll"}')]
    assert float(due.split()[1]) == NOW.timestamp()
    assert 'kawal_source_alarms{kind="quiet"} 1.0' in lines
    assert 'kawal_source_alarms{kind="unreachable"} 0.0' in lines
    assert "kawal_pages_waiting 0.0" in lines
    assert "kawal_workers 1.0" in lines


def test_without_a_port_nothing_listens(database: Database, settings: Settings) -> None:
    with metrics_served(Metrics(database), settings) as port:
        assert port is None


class _Mailbox:
    def __init__(self, *, answer: str = "250 OK") -> None:
        self.mails: list[EmailMessage] = []
        self._answer = answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return self._answer


@contextmanager
def mail_server(mailbox: _Mailbox, settings: Settings, folder: Path) -> Iterator[Settings]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        mail = MailSettings(
            smtp_url=f"smtp://127.0.0.1:{port}",
            sender="Kawal <kawal@contoh.test>",
            public_url="https://kawal.contoh.test",
            operator="operator@contoh.test",
        )
        yield replace(settings, mail=mail, data_dir=folder)
    finally:
        controller.stop()


def test_new_alarms_are_mailed_to_the_operator(settings: Settings, tmp_path: Path) -> None:
    mailbox = _Mailbox()
    with mail_server(mailbox, settings, tmp_path) as mailing:
        assert mail_alarms(mailing, [ALARM], now=NOW) is True
    [mail] = mailbox.mails
    assert mail["To"] == "operator@contoh.test"
    assert mail["Subject"] == "Kawal Kasus: 1 media perlu diperiksa"
    assert "contoh.test (quiet): Tidak ada berita baru selama 9 hari." in mail.get_content()


def test_a_mail_server_that_refuses_leaves_the_alarm_new(settings: Settings, tmp_path: Path) -> None:
    with mail_server(_Mailbox(answer="451 later"), settings, tmp_path) as mailing:
        assert mail_alarms(mailing, [ALARM], now=NOW) is False


def test_without_mail_set_up_nobody_is_written_to(settings: Settings) -> None:
    assert mail_alarms(settings, [ALARM], now=NOW) is None
