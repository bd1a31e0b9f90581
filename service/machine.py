"""Which machine this is, and whether a process on it still lives."""

import os
import socket
from datetime import datetime, timedelta
from pathlib import Path

import psutil

_CLOCK_DRIFT = timedelta(seconds=5)


def this_machine() -> str:
    """The host's name with its namespace of processes: two containers may share the one, not both."""
    namespace = Path("/proc/self/ns/pid")
    number = namespace.readlink().name.strip("pid:[]") if namespace.is_symlink() else ""
    return f"{socket.gethostname()}/{number}"


def this_process() -> str:
    """The machine and the process's number."""
    return f"{this_machine()}:{os.getpid()}"


def is_alive(pid: int, *, started: datetime) -> bool:
    """Whether the process that noted ``started`` is still there, and not another of the same number."""
    try:
        born: float = psutil.Process(pid).create_time()
    except psutil.NoSuchProcess:
        return False
    return born <= (started + _CLOCK_DRIFT).timestamp()
