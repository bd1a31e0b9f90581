"""Turning what an operator types into a subscriber's wishes."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from models.errors import BadInputError
from models.vocabulary import Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.wishes import Wishes

WEEKDAYS = (
    ("senin", "monday"),
    ("selasa", "tuesday"),
    ("rabu", "wednesday"),
    ("kamis", "thursday"),
    ("jumat", "friday"),
    ("sabtu", "saturday"),
    ("minggu", "sunday"),
)
Choice = TypeVar("Choice", bound=StrEnum)


def topics_of(words: Iterable[str]) -> tuple[Topic, ...]:
    """The topics of these words, each once.

    Raises:
        BadInputError: a word is no topic; the message lists them.
    """
    return tuple(dict.fromkeys(one_of(Topic, word) for word in words))


def one_of(kind: type[Choice], word: str) -> Choice:
    """The member that is called so; capitals do not matter.

    Raises:
        BadInputError: none is; the message lists them.
    """
    for member in kind:
        if member.value.casefold() == word.strip().casefold():
            return member
    listed = ", ".join(member.value for member in kind)
    raise BadInputError(f"{word!r} is none of {listed}.", cure="Choose one of them.")


def weekday_of(word: str) -> int:
    """0 for Monday, in either language, or a number from 0 to 6.

    Raises:
        BadInputError: it is no day of the week.
    """
    wanted = word.strip().casefold()
    for number, names in enumerate(WEEKDAYS):
        if wanted in {*names, str(number)}:
            return number
    listed = ", ".join(names[0] for names in WEEKDAYS)
    raise BadInputError(f"{word!r} is no day of the week.", cure=f"Choose one of {listed}.")


def number_between(word: str, lowest: int, highest: int) -> int:
    """The number typed.

    Raises:
        BadInputError: it is none, or outside the bounds.
    """
    typed = word.strip()
    if not typed.isascii() or not typed.isdigit() or not lowest <= int(typed) <= highest:
        raise BadInputError(f"{word!r} is out of place.", cure=f"Give a number from {lowest} to {highest}.")
    return int(typed)


def address_of(word: str) -> str:
    """An address that a mail can go to, in small letters.

    Raises:
        BadInputError: it is none.
    """
    from digest.addresses import plausible

    if not plausible(word):
        raise BadInputError(f"{word!r} is no mail address.", cure="Give one like nama@contoh.org.")
    return word.strip().lower()


def wishes_from(session: "Session", typed: dict[str, str], *, usual: "Wishes | None" = None) -> "Wishes":
    """The wishes of a row of words; what is left out or blank stays as usual.

    Raises:
        BadInputError: a word means nothing; the message says which.
    """
    from models.vocabulary import Frequency, Language, TimeZone, WhenEmpty
    from models.wishes import Wishes

    usual = usual or Wishes()
    given = {name: word.strip() for name, word in typed.items() if word.strip()}
    frequency = one_of(Frequency, given.get("frequency", usual.frequency))
    monthly = frequency is Frequency.MONTHLY
    day = given.get("day")
    return Wishes(
        regions=_codes(session, given["regions"]) if "regions" in given else usual.regions,
        topics=topics_of(_parts(given["topics"])) if "topics" in given else usual.topics,
        language=one_of(Language, given.get("language", usual.language)),
        frequency=frequency,
        weekday=usual.weekday if day is None or monthly else weekday_of(day),
        monthday=usual.monthday if day is None or not monthly else number_between(day, 1, 28),
        hour=number_between(given.get("hour", str(usual.hour)), 0, 23),
        zone=one_of(TimeZone, given.get("zone", usual.zone)),
        when_empty=one_of(WhenEmpty, given.get("empty", usual.when_empty)),
    )


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(";") if part.strip()]


def _codes(session: "Session", words: str) -> tuple[str, ...]:
    from kawal.places import region_code

    codes = (region_code(session, part) for part in _parts(words))
    return tuple(dict.fromkeys(code for code in codes if code is not None))
