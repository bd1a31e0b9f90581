"""``kawal users …`` and ``kawal reviews …``: accounts, and what reviewers decided."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import Door, door_of
from models.errors import BadInputError
from models.vocabulary import Role

WHO = "kawal"
"""Under what name the command line stands in the log."""
users_app = typer.Typer(no_args_is_help=True, help="Accounts that may log in to the pages.")
reviews_app = typer.Typer(no_args_is_help=True, help="What reviewers decided.")
NAME = typer.Argument(..., help="The account's name.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(users_app, name="users")
    app.add_typer(reviews_app, name="reviews")


@reviews_app.callback()
def _reviews() -> None:
    """What reviewers decided."""


@users_app.command()
def add(
    context: typer.Context,
    name: str = NAME,
    role: Role = typer.Option(Role.REVIEWER, "--role", help="What the account may do."),
) -> None:
    """Make an account; its password is asked for, or read from standard input.

    Example: kawal users add ani --role reviewer
    """
    from storage.accounts import AccountRepository, folded
    from web.passwords import Passwords

    door = door_of(context)
    if not folded(name) or len(folded(name)) > 60 or not folded(name).isprintable():
        raise BadInputError(f"{name!r} is no name for an account.", cure="Use 1 to 60 printable characters.")
    with door.database() as database, database.session() as session:
        if AccountRepository(session).get(name) is not None:
            raise BadInputError(f"There is an account {name!r} already.", cure="Choose another name.")
        kept = Passwords().hashed(_password(door))
        now = datetime.now(UTC)
        AccountRepository(session).add(name, role=role, password_hash=kept, who=WHO, now=now)
    door.say(f"Akun {folded(name)} dibuat ({role}).", f"The account {folded(name)} is made ({role}).")


@users_app.command(name="list")
def list_(context: typer.Context, as_json: bool = AS_JSON) -> None:
    """List the accounts, disabled ones included.

    Example: kawal users list
    """
    from kawal.output import print_json
    from kawal.rows import print_rows
    from storage.accounts import AccountRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        rows = [
            {
                "name": account.name,
                "role": account.role.value,
                "created_at": account.created_at.isoformat(timespec="minutes"),
                "disabled_at": account.disabled_at and account.disabled_at.isoformat(timespec="minutes"),
            }
            for account in AccountRepository(session).list()
        ]
    if as_json:
        print_json(door.out, rows)
        return
    print_rows(door, ("Akun", "Accounts"), rows)


@users_app.command()
def disable(context: typer.Context, name: str = NAME) -> None:
    """Close an account and log it out everywhere; a new password opens it again.

    Example: kawal users disable ani
    """
    from storage.accounts import AccountRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        AccountRepository(session).disable(name, who=WHO, now=datetime.now(UTC))
    door.say(f"Akun {name} ditutup.", f"The account {name} is closed.")


@users_app.command(name="open")
def open_(context: typer.Context, name: str = NAME) -> None:
    """Open a closed account again, with the password it had.

    Example: kawal users open ani
    """
    from storage.accounts import AccountRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        AccountRepository(session).open(name, who=WHO, now=datetime.now(UTC))
    door.say(f"Akun {name} dibuka.", f"The account {name} is open.")


@users_app.command()
def role(
    context: typer.Context,
    name: str = NAME,
    role: Role = typer.Argument(..., help="What the account may do from now on."),
) -> None:
    """Give an account another role.

    Example: kawal users role ani admin
    """
    from storage.accounts import AccountRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        AccountRepository(session).set_role(name, role, who=WHO, now=datetime.now(UTC))
    door.say(f"Peran {name} sekarang {role}.", f"The role of {name} is now {role}.")


@users_app.command()
def password(context: typer.Context, name: str = NAME) -> None:
    """Give an account a new password and log it out everywhere.

    Example: kawal users password ani
    """
    from storage.accounts import AccountRepository
    from web.passwords import Passwords

    door = door_of(context)
    with door.database() as database, database.session() as session:
        kept = Passwords().hashed(_password(door))
        AccountRepository(session).set_password(name, kept, who=WHO, now=datetime.now(UTC))
    door.say(f"Kata sandi {name} diganti.", f"The password of {name} is changed.")


@reviews_app.command()
def export(
    context: typer.Context,
    folder: Path = typer.Argument(..., file_okay=False, help="Folder to write to; made where it is missing."),
    partly: bool = typer.Option(
        False, "--partly", help="Also articles of which some readings were not reviewed."
    ),
) -> None:
    """Write reviewed articles as gold records, one JSON file each, for kawal evaluate.

    Example: kawal reviews export data/reviewed
    """
    from kawal.gold import write_reviewed

    door = door_of(context)
    with door.database() as database, database.session() as session:
        counts = write_reviewed(session, folder, partly=partly)
    door.say(
        f"{counts.written} berita ditulis; {counts.left_out} baru sebagian ditinjau.",
        f"{counts.written} articles written; {counts.left_out} reviewed in part only.",
    )


def _password(door: Door) -> str:
    """A password typed twice without showing it, or the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked = door.word("Kata sandi", "Password")
    typed: str = typer.prompt(asked, hide_input=True, confirmation_prompt=True, err=True)
    return typed
