"""Serves the four demo sites on loopback, one port a site, and logs every request.

Example::

    with serve(edition=1) as newsroom:
        newsroom.base_addresses["bantentv"]   # 'http://127.0.0.1:43117'
        newsroom.edition = 2                  # one text changes, articles come and go
        newsroom.requests                     # [(outlet, path, status, bytes), …]
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from demo.contents import OUTLETS, load_site
from demo.papers import PAPERS
from demo.server import Desk, SiteServer
from models.errors import SettingError

DEFAULT_PORTS: Mapping[str, int] = dict(zip(OUTLETS, range(18461, 18465), strict=True))
"""Ports for a newsroom that keeps its addresses from one run to the next."""

EDITIONS = (1, 2)


class LoggedRequest(NamedTuple):
    """One request a site has answered; ``bytes`` is the size of the body it sent."""

    outlet: str
    path: str
    status: int
    bytes: int


class Newsroom:
    """The running sites."""

    def __init__(self, *, edition: int) -> None:
        self._lock = threading.Lock()
        self._requests: list[LoggedRequest] = []
        self.base_addresses: dict[str, str] = {}
        self.edition = edition

    @property
    def edition(self) -> int:
        """Which edition all four sites publish now."""
        return self._edition

    @edition.setter
    def edition(self, number: int) -> None:
        if number not in EDITIONS:
            raise SettingError(f"There is no edition {number}.", cure="The newsroom has editions 1 and 2.")
        self._edition = number

    @property
    def requests(self) -> list[LoggedRequest]:
        """Every request answered so far, in order."""
        with self._lock:
            return list(self._requests)

    def forget_requests(self) -> None:
        """Start the log anew."""
        with self._lock:
            self._requests.clear()

    def log(self, outlet: str, path: str, status: int, size: int) -> None:
        """Note one answered request."""
        with self._lock:
            self._requests.append(LoggedRequest(outlet, path, status, size))


@contextmanager
def serve(*, edition: int = 1, ports: Mapping[str, int] | None = None) -> Iterator[Newsroom]:
    """The newsroom while the block runs, on free ports unless ``ports`` names them by outlet.

    Raises:
        SettingError: a named port is taken, or there is no such edition.
    """
    newsroom = Newsroom(edition=edition)
    with ExitStack() as running:
        for outlet in OUTLETS:
            site = running.enter_context(_site(outlet, newsroom, port=(ports or {}).get(outlet, 0)))
            newsroom.base_addresses[outlet] = site.base
        yield newsroom


@contextmanager
def _site(outlet: str, newsroom: Newsroom, *, port: int) -> Iterator[SiteServer]:
    paper = PAPERS[outlet](load_site(outlet))
    desk = Desk(paper=paper, edition=lambda: newsroom.edition, log=newsroom.log)
    try:
        server = SiteServer(desk, port=port)
    except OSError as error:
        raise SettingError(f"Port {port} cannot be used: {error}.", cure="Name another port.") from error
    threading.Thread(target=server.serve_forever, args=(0.01,), name=f"demo-{outlet}", daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
