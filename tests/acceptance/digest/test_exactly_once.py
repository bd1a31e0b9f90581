"""Many subscribers, a mail server that fails at random, a sender that is killed again and again.

At full size: KAWAL_TEST_READERS=1000 KAWAL_TEST_KILLS=10 KAWAL_TEST_DELAY=2.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

from sqlalchemy import select

from digest.slots import last_slot
from models.settings import Settings
from models.subscribing import Delivery, Subscriber
from models.vocabulary import DeliveryState, Language
from models.wishes import Wishes
from storage.database import Database
from storage.regions import RegionRepository
from storage.subscribers import SubscriberRepository
from tests.acceptance.digest.chaos import NO_SUCH, Chaos, ChaosServer

READERS = int(os.environ.get("KAWAL_TEST_READERS", "120"))
DELAY = float(os.environ.get("KAWAL_TEST_DELAY", "0.1"))
KILLS = int(os.environ.get("KAWAL_TEST_KILLS", "4"))
CHOICES, BAD_ONE_IN = 40, 25
LONG_AGO = last_slot(Wishes(), datetime.now(UTC)) - timedelta(hours=1)


def _fill(database: Database) -> dict[str, tuple[str, ...]]:
    """Subscribers over forty choices of regions; one in twenty-five has no mailbox."""
    with database.session() as session:
        places = [place.code for place in RegionRepository(session).descendants("ID")[: CHOICES * 40 : 40]]
        people = SubscriberRepository(session)
        wished = {}
        for number in range(READERS):
            bad = number % BAD_ONE_IN == 0
            email = f"{NO_SUCH if bad else 'pembaca'}-{number}@contoh.test"
            choice = number % CHOICES
            regions = (places[choice],) if choice else ()
            language = Language.ENGLISH if number % 7 == 0 else Language.INDONESIAN
            person = people.add(email, Wishes(regions=regions, language=language), now=LONG_AGO)
            person.confirmed_at = LONG_AGO
            wished[email] = regions
        return wished


def _start(settings: Settings, port: int) -> subprocess.Popen[bytes]:
    arguments = [str(settings.database_url), str(settings.data_dir), str(port)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.acceptance.digest.child", *arguments],
        stdout=subprocess.DEVNULL,
    )


def _kill_after(child: subprocess.Popen[bytes], server: ChaosServer, mails: int) -> bool:
    """Kill the sender in the midst of its work; False when it ended before."""
    while child.poll() is None:
        if server.count >= mails:
            child.send_signal(signal.SIGKILL)
            child.wait()
            return True
        time.sleep(0.002)
    return False


def test_everybody_gets_one_mail_and_every_other_one_a_reason(
    settings: Settings, database: Database, tmp_path: Path
) -> None:
    wished = _fill(database)
    chaos = Chaos(seed=7, later=0.08, drop=0.04, slow=0.02, delay=DELAY)
    dice = random.Random(11)  # noqa: S311
    kills = 0
    with ChaosServer(chaos) as server:
        while kills < KILLS:
            step = READERS // (KILLS + 2)
            child = _start(settings, server.port)
            kills += _kill_after(child, server, server.count + dice.randint(step // 2, step))
        child = _start(settings, server.port)
        assert child.wait(timeout=300) == 0
        troubles = server.troubles
    assert kills == KILLS
    assert {"451", "550", "slow", "drop before", "421"} <= troubles.keys()
    _check(database, server, wished)


def _check(database: Database, server: ChaosServer, wished: dict[str, tuple[str, ...]]) -> None:
    with database.session() as session:
        rows = session.execute(select(Delivery, Subscriber).join(Subscriber)).all()
        names = RegionRepository(session).names()
    assert len(rows) == len(wished)
    ids_by_reader: dict[str, set[str]] = {}
    for reader, identity in server.taken:
        ids_by_reader.setdefault(reader, set()).add(identity)
    states: Counter[DeliveryState] = Counter()
    for delivery, person in rows:
        states[delivery.state] += 1
        assert delivery.reason
        if NO_SUCH in person.email:
            assert delivery.state is DeliveryState.FAILED
            assert person.paused_reason == "bounce: 550 5.1.1 No such mailbox"
            assert person.email not in ids_by_reader
            continue
        assert delivery.state is DeliveryState.SENT, delivery.reason
        assert ids_by_reader[person.email] == {delivery.message_id}
        mail = message_from_bytes(server.mails[person.email, delivery.message_id], policy=policy.strict)
        body = mail.get_body(("plain",))
        assert body is not None
        place = names[wished[person.email][0]] if wished[person.email] else None
        everywhere = "all of Indonesia" if person.language is Language.ENGLISH else "seluruh Indonesia"
        assert (place or everywhere) in body.get_content()
    bad = sum(NO_SUCH in email for email in wished)
    assert states == {DeliveryState.SENT: len(wished) - bad, DeliveryState.FAILED: bad}
    copies = sum(count - 1 for count in server.taken.values())
    # A copy is only possible where the answer was lost: at a kill, or when the line was cut after taking.
    assert copies <= KILLS + server.troubles["drop after"]
