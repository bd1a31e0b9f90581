"""A subscriber's wishes as a form's fields, and back."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Form
from sqlalchemy.orm import Session

from models.vocabulary import Frequency, Language, TimeZone, Topic, WhenEmpty
from models.wishes import Wishes
from storage.regions import RegionRepository
from web.places import surely_meant

MOST_REGIONS = 40


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that is no region, or may be several."""

    words: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WishForm:
    """What was typed."""

    regions: str = ""
    topics: tuple[Topic, ...] = ()
    language: Language = Language.INDONESIAN
    frequency: Frequency = Frequency.WEEKLY
    weekday: int = 0
    monthday: int = 1
    hour: int = 6
    zone: TimeZone = TimeZone.WIB
    when_empty: WhenEmpty = WhenEmpty.LINE
    unclear: tuple[Unclear, ...] = field(default=())

    @classmethod
    def of(cls, wishes: Wishes, names: RegionRepository) -> "WishForm":
        """The form as a subscriber's wishes fill it."""
        lines = (names.name(code) or code for code in wishes.regions)
        return cls(
            regions="\n".join(lines),
            topics=wishes.topics,
            language=wishes.language,
            frequency=wishes.frequency,
            weekday=wishes.weekday,
            monthday=wishes.monthday,
            hour=wishes.hour,
            zone=wishes.zone,
            when_empty=wishes.when_empty,
        )


def wishes_typed(
    regions: Annotated[str, Form(max_length=4000)] = "",
    topics: Annotated[tuple[Topic, ...], Form()] = (),
    language: Annotated[Language, Form()] = Language.INDONESIAN,
    frequency: Annotated[Frequency, Form()] = Frequency.WEEKLY,
    weekday: Annotated[int, Form(ge=0, le=6)] = 0,
    monthday: Annotated[int, Form(ge=1, le=28)] = 1,
    hour: Annotated[int, Form(ge=0, le=23)] = 6,
    zone: Annotated[TimeZone, Form()] = TimeZone.WIB,
    when_empty: Annotated[WhenEmpty, Form()] = WhenEmpty.LINE,
) -> WishForm:
    """Give what a reader typed; a value no field knows is answered with 422."""
    return WishForm(
        regions=regions,
        topics=topics,
        language=language,
        frequency=frequency,
        weekday=weekday,
        monthday=monthday,
        hour=hour,
        zone=zone,
        when_empty=when_empty,
    )


def understood(session: Session, form: WishForm) -> Wishes | tuple[Unclear, ...]:
    """The wishes of a form, or the names in it that do not stand for one region."""
    names = [line.strip() for line in form.regions.replace(";", "\n").splitlines() if line.strip()]
    repository = RegionRepository(session)
    codes: dict[str, None] = {}
    unclear = []
    for name in names[:MOST_REGIONS]:
        found = repository.search(name)
        meant = repository.get(name) or surely_meant(found, name)
        if meant is None:
            unclear.append(Unclear(name, tuple(place.name for place in found[:5])))
        else:
            codes[meant.code] = None
    if unclear:
        return tuple(unclear)
    return Wishes(
        regions=tuple(codes),
        topics=form.topics,
        language=form.language,
        frequency=form.frequency,
        weekday=form.weekday,
        monthday=form.monthday,
        hour=form.hour,
        zone=form.zone,
        when_empty=form.when_empty,
    )
