"""``kawal backup`` and ``kawal restore``: the store in one file."""

from pathlib import Path

import typer

from kawal.commands.collecting import now
from kawal.door import door_of


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    for command in (backup, restore):
        app.command()(command)


def backup(context: typer.Context, file: Path = typer.Argument(..., help="The file to write, .tar.")) -> None:
    """Write the database and your own outlets to one file, while everything goes on.

    Example: kawal backup kawal-2026-11-21.tar
    """
    from service.backing_up import back_up

    door = door_of(context)
    size = back_up(door.settings, file, now=now())
    door.say(f"{file}: {size / 1e6:.1f} MB.", f"{file}: {size / 1e6:.1f} MB.")


def restore(
    context: typer.Context,
    file: Path = typer.Argument(..., exists=True, dir_okay=False, help="A file of kawal backup."),
) -> None:
    """Fill an empty store from a backup; an older one is brought up to date.

    Example: KAWAL_DATA_DIR=/srv/new kawal restore kawal-2026-11-21.tar
    """
    from service.backing_up import restore as fill

    door = door_of(context)
    about = fill(door.settings, file)
    door.say(f"Dipulihkan: cadangan dari {about['made']}.", f"Restored: a backup of {about['made']}.")
