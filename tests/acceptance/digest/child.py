"""One sender as a process of its own, so that it can be killed: ``python -m … URL FOLDER PORT``."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digest.sending import Manner
from models.mail_settings import MailSettings
from models.settings import Settings
from service.digest_sending import send_due
from storage.database import open_database


def main() -> None:
    """Send until nothing is left that can be sent now."""
    url, folder, port = sys.argv[1:]
    mail = MailSettings(
        smtp_url=f"smtp://127.0.0.1:{port}",
        sender="Kawal Kasus <buletin@contoh.test>",
        public_url="https://kawal.contoh.test",
    )
    settings = Settings(data_dir=Path(folder), database_url=url, mail=mail)
    manner = Manner(pause=0, waits=(timedelta(seconds=0.2),) * 40, knocks=(0.05,) * 20)
    with open_database(settings) as database:
        while True:
            done = send_due(database, settings, lambda: datetime.now(UTC), manner=manner)
            if not done.postponed and done.trouble is None:
                return
            time.sleep(0.2)


if __name__ == "__main__":
    main()
