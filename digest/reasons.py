"""Why an item is in the issue, in one short sentence for this reader."""

from datetime import datetime

from digest.issue import Change
from digest.texts import Texts
from digest.window import WIB, Window
from models.labels import day, number
from storage.regions import RegionRepository


class Reasons:
    """Says what happened, when, and which of the reader's regions it belongs to."""

    def __init__(self, window: Window, texts: Texts, names: RegionRepository) -> None:
        self.language = texts.language
        self._window = window
        self._texts = texts
        self._names = names

    def of_finding(
        self, change: Change, region: str | None, *, on: datetime, sizes: tuple[int, int] | None
    ) -> str:
        """For a finding; ``sizes`` are how far apart the numbers were before and are now."""
        when = day(on.astimezone(WIB).date(), self.language)
        if change is Change.WORSE and sizes is not None:
            before, after = (number(size, self.language) for size in sizes)
            told = self._texts.fill("why_worse", before=before, after=after)
        else:
            told = self._texts.fill(f"why_{change}", day=when)
        return self._with_region(told, region)

    def of_story(self, region: str | None) -> str:
        """For a story with new figures; the section says why it is one, so only the region is left."""
        chosen = self._chosen(region)
        return "" if chosen is None else self._texts.fill("why_region", region=chosen)

    def of_programme(self, region: str | None, *, known: bool) -> str:
        """For a programme, new or launched after it was known."""
        return self._with_region(self._texts["why_launched" if known else "why_programme"], region)

    def _with_region(self, told: str, region: str | None) -> str:
        chosen = self._chosen(region)
        if chosen is None:
            return self._texts.fill("why", reason=told)
        return self._texts.fill("why_in", reason=told, region=chosen)

    def _chosen(self, region: str | None) -> str | None:
        code = self._window.chosen(region)
        return None if code is None else self._names.name(code) or code
