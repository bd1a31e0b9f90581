"""Settings, read once from the environment at the door and passed down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import SettingError
from models.mail_settings import MailSettings

_TRUE = {"1", "true", "yes", "ya"}
_FALSE = {"", "0", "false", "no", "tidak"}
LOG_FORMATS = ("console", "json")
LOG_LEVELS = ("info", "debug", "warning", "error")


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
    outlets: tuple[str, ...] = ()
    """``KAWAL_OUTLETS``: the outlets this installation crawls by the clock; none named means all."""
    log_format: str = "console"
    """``KAWAL_LOG_FORMAT``: ``console`` for people, ``json`` for programs."""
    log_level: str = "info"
    """``KAWAL_LOG_LEVEL``: ``debug``, ``info``, ``warning`` or ``error``."""
    metrics_port: int | None = None
    """``KAWAL_METRICS_PORT``: where a worker answers Prometheus; 0 takes any free port."""
    metrics_host: str = "127.0.0.1"
    """``KAWAL_METRICS_HOST``: the address it listens on there."""
    clock_speed: float = 1.0
    """``KAWAL_CLOCK_SPEED``: how many times faster the schedules run, for trials."""
    open_reading: bool = True
    """``KAWAL_OPEN_READING``: whether pages, API, feeds and files may be read without logging in."""
    reviewers: int = 1
    """``KAWAL_REVIEWERS``: how many people are to answer each reading, 1 or 2."""
    boundaries: Path | None = None
    """``KAWAL_BOUNDARIES``: GeoJSON of the provinces, for a true map beside the tiles."""
    api_rate: int = 120
    """``KAWAL_API_RATE``: how often a minute one address may ask the API; 0 sets no limit."""
    mail: MailSettings = field(default_factory=MailSettings)
    """How mails leave; the ``KAWAL_SMTP_URL`` family."""

    @property
    def outlets_dir(self) -> Path:
        """Where the operator's own declarations of outlets are, beside the bundled ones."""
        return self.data_dir / "outlets"

    @property
    def layouts_dir(self) -> Path:
        """Where the operator's own layouts of official tables are, beside the bundled ones."""
        return self.data_dir / "layouts"

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
            outlets=tuple(environ.get("KAWAL_OUTLETS", "").replace(",", " ").split()),
            log_format=_one_of(environ, "KAWAL_LOG_FORMAT", LOG_FORMATS),
            log_level=_one_of(environ, "KAWAL_LOG_LEVEL", LOG_LEVELS),
            metrics_port=_port(environ, "KAWAL_METRICS_PORT"),
            metrics_host=environ.get("KAWAL_METRICS_HOST") or "127.0.0.1",
            clock_speed=_speed(environ, "KAWAL_CLOCK_SPEED"),
            open_reading=_flag(environ, "KAWAL_OPEN_READING", unset="1"),
            reviewers=_reviewers(environ),
            boundaries=_path(environ, "KAWAL_BOUNDARIES"),
            api_rate=_rate(environ),
            mail=MailSettings.from_environment(environ),
        )


def _default_data_dir(environ: Mapping[str, str], home: Path) -> Path:
    base = environ.get("XDG_DATA_HOME")
    return (Path(base) if base else home / ".local" / "share") / "kawal"


def _reviewers(environ: Mapping[str, str]) -> int:
    value = environ.get("KAWAL_REVIEWERS", "").strip() or "1"
    if value not in {"1", "2"}:
        problem = f"KAWAL_REVIEWERS={value!r} is neither 1 nor 2."
        raise SettingError(problem, cure="Set 1 or 2, or leave it unset.")
    return int(value)


def _path(environ: Mapping[str, str], name: str) -> Path | None:
    value = environ.get(name, "").strip()
    return Path(value).expanduser() if value else None


def _rate(environ: Mapping[str, str]) -> int:
    value = environ.get("KAWAL_API_RATE", "").strip() or "120"
    if not value.isdecimal() or int(value) > 1_000_000:
        problem = f"KAWAL_API_RATE={value!r} is no number of questions a minute."
        raise SettingError(problem, cure="Set a number from 0 (no limit) to 1000000.")
    return int(value)


def _flag(environ: Mapping[str, str], name: str, *, unset: str = "") -> bool:
    value = environ.get(name, "").strip().lower() or unset
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise SettingError(f"{name}={value!r} is neither yes nor no.", cure=f"Set {name}=1 or leave it unset.")


def _one_of(environ: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    """The word set, or the first known one."""
    value = environ.get(name, "").strip().lower() or known[0]
    if value not in known:
        raise SettingError(f"{name}={value!r} is not known.", cure=f"Set one of {', '.join(known)}.")
    return value


def _port(environ: Mapping[str, str], name: str) -> int | None:
    value = environ.get(name, "").strip()
    if not value:
        return None
    if not value.isdecimal() or int(value) > 65535:
        raise SettingError(f"{name}={value!r} is no port.", cure=f"Set {name} to a number up to 65535.")
    return int(value)


def _speed(environ: Mapping[str, str], name: str) -> float:
    value = environ.get(name, "").strip() or "1"
    cure = f"Set {name} to a number between 1 and 60, or leave it unset."
    try:
        speed = float(value)
    except ValueError as error:
        raise SettingError(f"{name}={value!r} is no number.", cure=cure) from error
    if not 1 <= speed <= 60:
        raise SettingError(f"{name}={value} would let no schedule last a second.", cure=cure)
    return speed
