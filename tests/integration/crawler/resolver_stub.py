"""Placed as sitecustomize.py in a crawl's process: answers for names, and where public addresses lead."""

import json
import socket
from pathlib import Path
from typing import Any

ZONE = json.loads(Path(__file__).with_name("zone.json").read_text("utf-8"))
_asked: dict[str, int] = {}
_getaddrinfo = socket.getaddrinfo
_connect_ex = socket.socket.connect_ex


def getaddrinfo(host: str, port: Any, *args: Any, **options: Any) -> list[Any]:
    """The next of a name's answers; the last one stays. Literal addresses are left to the system."""
    answers = ZONE["names"].get(host)
    if answers is None:
        return _getaddrinfo(host, port, *args, **options)
    turn = _asked.get(host, 0)
    _asked[host] = turn + 1
    chosen = answers[min(turn, len(answers) - 1)]
    return [entry for address in chosen for entry in _getaddrinfo(address, port, *args, **options)]


def connect_ex(self: socket.socket, address: Any) -> int:
    """Connect, to this machine where a public address is routed here."""
    port = ZONE["routes"].get(address[0])
    return _connect_ex(self, address if port is None else ("127.0.0.1", port))


socket.getaddrinfo = getaddrinfo
socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
