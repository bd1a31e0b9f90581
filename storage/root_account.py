"""What running as root needs: PostgreSQL refuses to, so another account does it.

The account is an existing one (``postgres``, else ``nobody``); none is created.
Other accounts gain passage (execute) through the folders on the way to the
cluster and to the server's programs, never the right to list or read them.
"""

import os
import pwd
import stat
from pathlib import Path

from models.errors import DatabaseUnavailableError

_ACCOUNTS = ("postgres", "nobody")


def server_account(cluster: Path) -> pwd.struct_passwd | None:
    """The account to run the server as; None means the present one will do.

    A cluster that exists already keeps its owner.
    """
    if os.geteuid() != 0:
        return None
    if cluster.exists() and cluster.stat().st_uid != 0:
        return pwd.getpwuid(cluster.stat().st_uid)
    for name in _ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DatabaseUnavailableError(
        "PostgreSQL does not run as root, and this machine has no other account.",
        cure="Run kawal as an ordinary user or set KAWAL_DATABASE_URL.",
    )


def give(path: Path, account: pwd.struct_passwd) -> None:
    """Make ``path`` the account's own and reachable for it."""
    os.chown(path, account.pw_uid, account.pw_gid)
    open_passage(path.parent)


def open_passage(folder: Path) -> None:
    """Let every account pass through ``folder`` and the folders above it."""
    for step in (folder, *folder.parents):
        mode = step.stat().st_mode
        if not mode & stat.S_IXOTH:
            step.chmod(stat.S_IMODE(mode) | stat.S_IXOTH)


def open_programs(install: Path) -> None:
    """Let every account run the programs under ``install``, whatever umask installed them."""
    open_passage(install)
    postgres = install / "bin" / "postgres"
    if postgres.stat().st_mode & stat.S_IXOTH:
        return
    for path in (install, *install.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        runs = stat.S_IXOTH if path.is_dir() or mode & stat.S_IXUSR else 0
        path.chmod(mode | stat.S_IROTH | runs)
