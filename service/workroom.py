"""What every job gets to work with."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from extractors.toolkit import Toolkit, load_toolkit
from models.settings import Settings
from service.cycle import make_desk
from service.reading import Clock, Desk
from storage.database import Database


@dataclass(kw_only=True)
class Workroom:
    """The open store, the settings, the time; trained parts are loaded when first asked for.

    Attributes:
        database: the open store.
        settings: what the program may do.
        clock: tells the time.
        load: loads the trained parts.
        delay: seconds between two requests to one site, in place of the declared ones.
        stopping: set when the process is to end; jobs finish what they have in hand.
    """

    database: Database
    settings: Settings
    clock: Clock
    load: Callable[[], Toolkit] = load_toolkit
    delay: float | None = None
    stopping: threading.Event = field(default_factory=threading.Event)

    @cached_property
    def toolkit(self) -> Toolkit:
        """The trained parts."""
        return self.load()

    def desk(self) -> Desk:
        """What reading needs, with the outlets' readers as they are declared today."""
        return make_desk(self.toolkit, self.clock, added=self.settings.outlets_dir)


Work = Callable[[Workroom, Mapping[str, Any]], Mapping[str, Any]]
"""A job: its arguments in, what it did out, both JSON."""
