"""Turning what a user types after ``--region`` into a code."""

from typing import TYPE_CHECKING

from models.errors import BadInputError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def region_code(session: "Session", text: str | None) -> str | None:
    """Give the code of a region typed as a code or a name; null when nothing was typed.

    Raises:
        BadInputError: no region is called so, or several are; the message lists them.
    """
    from storage.regions import RegionRepository

    if text is None:
        return None
    repository = RegionRepository(session)
    known = repository.get(text)
    if known is not None:
        return known.code
    found = repository.search(text)
    exact = [region for region in found if region.name.casefold() == text.strip().casefold()]
    candidates = exact or found
    if len(candidates) == 1:
        return candidates[0].code
    if not candidates:
        raise BadInputError(
            f"No region is called {text!r}.", cure="Give its code, such as 36.73, or its full name."
        )
    listed = ", ".join(f"{region.code} {region.name}" for region in candidates[:6])
    raise BadInputError(
        f"{text!r} may be several regions: {listed}.", cure="Give the code of the one you mean."
    )
