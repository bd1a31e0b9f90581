"""Accounts and reviews from the command line, as an operator types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from models.people import Account
from models.settings import Settings
from storage.database import Database

PASSWORD = "kata sandi panjang"  # noqa: S105


def kawal(settings: Settings, *arguments: str | Path, typed: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kawal", *map(str, arguments)],
        check=False,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        env={
            **os.environ,
            "KAWAL_DATABASE_URL": settings.database_url or "",
            "KAWAL_DATA_DIR": str(settings.data_dir),
        },
    )


def account(database: Database) -> Account:
    with database.session() as session:
        return session.query(Account).one()


def test_an_account_from_making_to_closing(settings: Settings, database: Database, tmp_path: Path) -> None:
    made = kawal(settings, "users", "add", "Ani", "--role", "reviewer", typed=f"{PASSWORD}\n")
    assert (made.returncode, made.stderr) == (0, "")
    assert PASSWORD not in made.stdout
    first = account(database).password_hash
    assert PasswordHasher().verify(first, PASSWORD)
    assert kawal(settings, "users", "add", "ani", typed="lain lain lain\n").returncode == 2
    assert kawal(settings, "users", "password", "ani", typed="pendek\n").returncode == 2
    assert kawal(settings, "users", "password", "ani", typed="sandi yang baru\n").returncode == 0
    assert PasswordHasher().verify(account(database).password_hash, "sandi yang baru")
    assert kawal(settings, "users", "disable", "ani").returncode == 0
    [listed] = json.loads(kawal(settings, "users", "list", "--json").stdout)
    assert (listed["name"], listed["role"], listed["disabled_at"] is None) == ("ani", "reviewer", False)
    empty = kawal(settings, "--lang", "en", "reviews", "export", tmp_path / "gold")
    assert (empty.returncode, empty.stdout.strip()) == (0, "0 articles written; 0 reviewed in part only.")


@pytest.mark.parametrize("command", [("users", "disable", "tiada"), ("users", "password", "tiada")])
def test_unknown_accounts_are_said_in_a_sentence(settings: Settings, command: tuple[str, ...]) -> None:
    done = kawal(settings, *command, typed=f"{PASSWORD}\n")
    assert done.returncode == 2
    assert "There is no account 'tiada'." in done.stderr


def test_a_password_is_no_argument(settings: Settings) -> None:
    for command in (("users", "add", "ani", PASSWORD), ("users", "add", "ani", "--password", PASSWORD)):
        assert kawal(settings, *command).returncode == 2
