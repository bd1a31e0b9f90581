"""Accounts for tests, and a browser's way in: the form, its token, the cookies."""

import re
from datetime import UTC, datetime

from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.orm import Session

from models.vocabulary import Role
from storage.accounts import AccountRepository
from web.passwords import Passwords

PASSWORD = "kata sandi panjang"  # noqa: S105
PEOPLE = {"ani": Role.REVIEWER, "budi": Role.REVIEWER, "rina": Role.READER, "tini": Role.ADMIN}
_TOKEN = re.compile(r'name="csrf" value="([^"]*)"')


# Strong hashing takes most of a test's time and is tried by a test of its own.
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def employ(session: Session) -> None:
    """Make one account of each role, and a second reviewer."""
    kept = CHEAP.hashed(PASSWORD)
    now = datetime.now(UTC)
    for name, role in PEOPLE.items():
        AccountRepository(session).add(name, role=role, password_hash=kept, who="kawal", now=now)


def token_in(page: str) -> str:
    """The token that the forms of a page carry."""
    found = _TOKEN.search(page)
    assert found is not None
    return found.group(1)


def log_in(client: TestClient, name: str, password: str = PASSWORD, *, after: str = "/") -> Response:
    """Fill in the form to log in."""
    token = token_in(client.get("/masuk").text)
    return client.post("/masuk", data={"csrf": token, "name": name, "password": password, "after": after})
