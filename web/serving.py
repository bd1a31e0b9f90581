"""Serving the pages until stopped, in this process or in several that share one port."""

import os
import socket
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI
from sqlalchemy import URL
from uvicorn.supervisors import Multiprocess

from models.settings import Settings
from storage.database import Database
from web.app import create_app

_MOST_BY_ITSELF = 4
_UNRESPONSIVE_SECONDS = 60


def default_workers() -> int:
    """How many processes serve unless told otherwise: one a core, four at most."""
    return min(os.cpu_count() or 1, _MOST_BY_ITSELF)


def serve(
    database: Database,
    *,
    host: str,
    port: int,
    settings: Settings | None = None,
    workers: int = 1,
) -> None:
    """Answer requests until the process is interrupted.

    With several ``workers`` each is a process with pages, connections and counts of its own; one that dies
    is replaced.
    """
    made = _Pages(database.url, settings)
    options = uvicorn.Config(
        made if workers > 1 else create_app(database, settings, keeps_pages=True),
        factory=workers > 1,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        server_header=False,
        timeout_worker_healthcheck=_UNRESPONSIVE_SECONDS,
    )
    if workers > 1:
        listening = options.bind_socket()
        # Else the end of an answer waits for the reader to confirm its beginning, which takes 40 ms.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Multiprocess(options, sockets=[listening]).run()
        return
    try:
        uvicorn.Server(options).run()
    except KeyboardInterrupt:
        return


@dataclass(frozen=True, slots=True)
class _Pages:
    """What a worker's process is told, from which it makes its own application."""

    url: URL
    settings: Settings | None

    def __call__(self) -> FastAPI:
        return create_app(Database(self.url), self.settings, keeps_pages=True)
