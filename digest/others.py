"""New programmes, and regions that have gone quiet."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from digest.issue import ProgrammeItem, Quote, Silence
from digest.reasons import Reasons
from digest.window import Window
from models.topics import programmes_wanted
from models.vocabulary import ProgrammeAction
from storage.figures import FigureFilter, FigureRepository
from storage.programmes import MentionRow, ProgrammeFilter, ProgrammeRepository, ProgrammeRow

SILENT_AFTER = timedelta(days=183)


def new_programmes(session: Session, window: Window, reasons: Reasons) -> tuple[ProgrammeItem, ...]:
    """Programmes first heard of in these days, or now told to be launched, by region and name."""
    if not programmes_wanted(window.topics):
        return ()
    repository = ProgrammeRepository(session)
    earlier = repository.select(ProgrammeFilter(read_until=window.start))
    known = {row.id for row in earlier}
    launched = {row.id for row in earlier if _launch(row) is not None}
    found = window.gathered(
        lambda region: repository.select(
            ProgrammeFilter(
                read_since=window.start,
                read_until=window.end,
                region=region,
                with_descendants=region is not None,
            )
        ),
        lambda row: row.id,
    )
    items = [
        _item(row, reasons.of_programme(row.region, known=row.id in known))
        for row in found
        if (row.id not in known or (row.id not in launched and _launch(row) is not None))
        and any(window.is_news(mention.published) for mention in row.mentions)
    ]
    return tuple(sorted(items, key=lambda item: (item.region or "", item.name.casefold())))


def _launch(row: ProgrammeRow) -> MentionRow | None:
    return next((one for one in row.mentions if one.action is ProgrammeAction.LAUNCHED), None)


def _item(row: ProgrammeRow, why: str) -> ProgrammeItem:
    mention = _launch(row) or row.mentions[0]
    return ProgrammeItem(
        name=row.name,
        kind=row.kind,
        action=mention.action,
        region=row.region_name,
        why=why,
        quote=Quote(
            outlet=mention.outlet,
            url=mention.url,
            published=mention.published,
            evidence=mention.said,
        ),
    )


def silent_regions(session: Session, window: Window, *, limit: int) -> tuple[tuple[Silence, ...], int]:
    """Regions once reported on and silent for half a year, the longest silence first."""
    figures = FigureRepository(session)
    rows = window.gathered(
        lambda region: figures.select(FigureFilter(region=region, with_descendants=region is not None)),
        lambda row: row.id,
    )
    last: dict[str, date] = {}
    for row in rows:
        if row.published is not None and row.region_name is not None:
            last[row.region_name] = max(row.published, last.get(row.region_name, row.published))
    silent = [
        Silence(region=region, last=day) for region, day in last.items() if day < window.until - SILENT_AFTER
    ]
    silent.sort(key=lambda one: (one.last, one.region))
    return tuple(silent[:limit]), max(0, len(silent) - limit)
