"""The demo's invented figures and collected ones never share a store."""

from typing import TYPE_CHECKING

from models.errors import SettingError

if TYPE_CHECKING:
    from models.settings import Settings
    from storage.database import Database

_CURE = "Set KAWAL_DATA_DIR to another folder (or KAWAL_DATABASE_URL to another database) and try again."


def refuse_live_pages(database: "Database") -> None:
    """Keep the demo out of a store that holds what was collected from live sites.

    Raises:
        SettingError: it does.
    """
    from storage.origins import holds_live_pages

    with database.session() as session:
        if holds_live_pages(session):
            raise SettingError(
                "This store holds pages of live sites; the demo's numbers are invented.", cure=_CURE
            )


def refuse_demo_pages(database: "Database", settings: "Settings") -> None:
    """Keep live crawls out of a store that holds the demo.

    Whoever lets crawlers fetch private addresses has a newsroom there, and no demo is meant.

    Raises:
        SettingError: it does.
    """
    from storage.origins import holds_loopback_pages

    if settings.allow_private_networks:
        return
    with database.session() as session:
        if holds_loopback_pages(session):
            raise SettingError("This store holds the demo, whose numbers are invented.", cure=_CURE)
