"""One file that holds all that cannot be collected again.

The database, the operator's own outlets and layouts of official tables, and the key that links in mails
already sent were signed with.
"""

import io
import json
import tarfile
import tempfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from digest.links import KEY_FILE
from models.errors import BadInputError, DatabaseUnavailableError
from models.settings import Settings
from storage.backup import dump, is_empty
from storage.backup import restore as fill
from storage.database import open_database
from storage.migrations import HEAD
from storage.server import running_server

_DUMP, _ABOUT = "database.dump", "about.json"


def back_up(settings: Settings, file: Path, *, now: datetime) -> int:
    """Write a backup, replacing a file of that name only when the new one is whole; its size in bytes.

    Raises:
        DatabaseUnavailableError: the database cannot be read.
    """
    about = {"made": now.isoformat(), "program": version("kawal-kasus"), "revision": HEAD}
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    with open_database(settings) as database, tempfile.TemporaryDirectory(dir=file.parent) as folder:
        dumped = Path(folder) / _DUMP
        dump(database.url, dumped)
        with tarfile.open(unfinished, "w") as archive:
            _add_text(archive, _ABOUT, json.dumps(about, indent=2), now=now)
            archive.add(dumped, _DUMP)
            for path in _own_files(settings):
                archive.add(path, path.relative_to(settings.data_dir).as_posix())
    unfinished.chmod(0o600)
    unfinished.replace(file)
    return file.stat().st_size


def restore(settings: Settings, file: Path) -> dict[str, str]:
    """Fill an empty store from a backup and bring its schema up to date; what the backup says of itself.

    Raises:
        BadInputError: the file is no backup, or of a newer program.
        DatabaseUnavailableError: the store is not empty, or the server refuses.
    """
    with _opened(file) as archive, tempfile.TemporaryDirectory() as folder:
        about = _about(archive, file)
        archive.extract(_DUMP, folder, filter="data")
        with running_server(settings) as url:
            if not is_empty(url):
                raise DatabaseUnavailableError(
                    "This store is not empty.",
                    cure="Restore into an empty KAWAL_DATA_DIR, or an empty database in KAWAL_DATABASE_URL.",
                )
            fill(url, Path(folder) / _DUMP)
            _restore_own_files(archive, settings)
            with open_database(settings):
                return about


def _opened(file: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(file)
    except tarfile.TarError as error:
        raise BadInputError(f"{file} is no backup: {error}.", cure="Name a file of kawal backup.") from error


def _about(archive: tarfile.TarFile, file: Path) -> dict[str, str]:
    names = set(archive.getnames())
    stream = archive.extractfile(_ABOUT) if {_ABOUT, _DUMP} <= names else None
    if stream is None:
        raise BadInputError(f"{file} is no backup of this program.", cure="Name a file of kawal backup.")
    about: dict[str, str] = json.load(stream)
    if about["revision"] > HEAD:
        raise BadInputError(
            f"{file} was made by version {about['program']}, whose schema is newer.",
            cure="Restore it with that version or a later one.",
        )
    return about


def _own_files(settings: Settings) -> list[Path]:
    declared = [*settings.outlets_dir.glob("*.toml"), *settings.layouts_dir.glob("*.toml")]
    key = settings.data_dir / KEY_FILE
    return [*sorted(declared), *([key] if key.is_file() else [])]


def _restore_own_files(archive: tarfile.TarFile, settings: Settings) -> None:
    """Put back what :func:`_own_files` lists, and nothing else that an archive may hold."""
    folders = {
        settings.outlets_dir.name: settings.outlets_dir,
        settings.layouts_dir.name: settings.layouts_dir,
    }
    for member in archive.getmembers():
        path = Path(member.name)
        folder = settings.data_dir if member.name == KEY_FILE else folders.get(path.parent.name)
        stream = archive.extractfile(member) if folder and member.isfile() else None
        if folder is None or stream is None:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / path.name
        target.touch(mode=0o600 if member.name == KEY_FILE else 0o644)
        target.write_bytes(stream.read())


def _add_text(archive: tarfile.TarFile, name: str, content: str, *, now: datetime) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mtime = len(content.encode()), int(now.timestamp())
    archive.addfile(info, io.BytesIO(content.encode()))
