"""Settings, read once from the environment at the door and passed down."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.errors import SettingError

_TRUE = {"1", "true", "yes", "ya"}
_FALSE = {"", "0", "false", "no", "tidak"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where data lives and what the program may do."""

    data_dir: Path
    """``KAWAL_DATA_DIR``: pages, the embedded database and outputs."""
    database_url: str | None = None
    """``KAWAL_DATABASE_URL``: a PostgreSQL server to use instead of the embedded one."""
    allow_private_networks: bool = False
    """``KAWAL_ALLOW_PRIVATE_NETWORKS``: let crawlers fetch loopback and private addresses."""
    contact: str | None = None
    """``KAWAL_CONTACT``: how site owners reach the operator; stands in the crawler's user agent."""

    @property
    def outlets_dir(self) -> Path:
        """Where the operator's own declarations of outlets are, beside the bundled ones."""
        return self.data_dir / "outlets"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], *, home: Path) -> "Settings":
        """Read the ``KAWAL_*`` variables.

        Raises:
            SettingError: a variable holds a value of the wrong form.
        """
        chosen = environ.get("KAWAL_DATA_DIR")
        return cls(
            data_dir=Path(chosen).expanduser() if chosen else _default_data_dir(environ, home),
            database_url=environ.get("KAWAL_DATABASE_URL") or None,
            allow_private_networks=_flag(environ, "KAWAL_ALLOW_PRIVATE_NETWORKS"),
            contact=environ.get("KAWAL_CONTACT") or None,
        )


def _default_data_dir(environ: Mapping[str, str], home: Path) -> Path:
    base = environ.get("XDG_DATA_HOME")
    return (Path(base) if base else home / ".local" / "share") / "kawal"


def _flag(environ: Mapping[str, str], name: str) -> bool:
    value = environ.get(name, "").strip().lower()
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise SettingError(f"{name}={value!r} is neither yes nor no.", cure=f"Set {name}=1 or leave it unset.")
