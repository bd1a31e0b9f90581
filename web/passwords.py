"""Passwords: argon2id, and the same work for names nobody has."""

import secrets
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from models.errors import BadInputError

SHORTEST, LONGEST = 10, 200
_AT_ONCE = 2
"""Each hash takes 64 MiB; many at once would take a small server's memory."""


class Passwords:
    """Hashing with the library's parameters, which follow RFC 9106."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = BoundedSemaphore(_AT_ONCE)
        self._nobodys = self.hashed(secrets.token_urlsafe(16))

    def hashed(self, password: str) -> str:
        """The text to keep instead of a password.

        Raises:
            BadInputError: the password is too short or too long.
        """
        if not SHORTEST <= len(password) <= LONGEST:
            raise BadInputError(
                f"A password has {SHORTEST} to {LONGEST} characters.", cure="Choose another password."
            )
        with self._turn:
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether a password belongs to a kept hash; takes as long where there is none."""
        with self._turn:
            try:
                self._hasher.verify(self._nobodys if kept is None else kept, password[:LONGEST])
            except (VerifyMismatchError, InvalidHashError):
                return False
        return kept is not None

    def is_weak(self, kept: str) -> bool:
        """Whether the hash was made with weaker parameters than today's."""
        return self._hasher.check_needs_rehash(kept)


@cache
def usual_passwords() -> Passwords:
    """Those of this process: applications share the turns, and the hash that stands for nobody's."""
    return Passwords()
