"""The calendar year and months that a figure belongs to.

Own words first, then the sentence, the list's lead, the total's period, the
sentences around, the article's main period. A current year without a stated
end runs to the month of publication (codebook: period).
"""

from collections.abc import Sequence
from datetime import date

from extractors.figures.anchors import Anchor
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading, When
from extractors.figures.zones import Zones, title_span
from extractors.mentions import PeriodMention
from extractors.toolkit import Scorer


def frame_when(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, main: When, scorer: Scorer
) -> Choice[When]:
    """The period that a list's items inherit."""
    base = anchor.frame.when if anchor else main
    options = [Option(main, {"document" if main.year else "none": 1.0})]
    if anchor:
        features = {"anchor": 1.0, "compared": float(base.compared)}
        options.append(Option(base, features))
    periods = [mention for mention in material.periods if not mention.dateline]
    seen: dict[str, list[PeriodMention]] = {}
    for zone, mention in zones.mentions(periods):
        seen.setdefault(zone, []).append(mention)
    for zone, found in seen.items():
        value = resolved(found, base=base, main=main, published=material.document.published)
        if value is not None and value.year is not None:
            options.append(Option(value, {zone: 1.0, "compared": float(value.compared)}))
    shared = _first_sibling(group)
    if shared:
        value = resolved(shared, base=base, main=main, published=material.document.published)
        if value is not None and value.year is not None:
            options.append(Option(value, {"first_sibling": 1.0}))
    return choose("period", options, scorer)


def own_when(material: Material, reading: Reading, base: When, main: When) -> When:
    """The period by the item's own words, else what it inherits."""
    if not reading.own.periods:
        return base
    value = resolved(reading.own.periods, base=base, main=main, published=material.document.published)
    return base if value is None else value


def main_when(material: Material) -> When:
    """The article's main period: the first in the headline or story, else the year of publication."""
    published = material.document.published
    found = [mention for mention in material.periods if not mention.dateline]
    own = [mention for mention in found if mention.year is not None]
    title = within(own, *title_span(material))
    chosen = next(iter([*(m for m in own if m.period), *own]), None) if not title else title[0]
    if chosen is None:
        return When(year=published.year) if published else When()
    first = resolved([chosen], base=When(), main=When(), published=published)
    return first or When()


def resolved(
    mentions: Sequence[PeriodMention], *, base: When, main: When, published: date | None
) -> When | None:
    """One period out of the mentions of one zone: a year and months may be told apart."""
    if not mentions:
        return None
    compared = any(mention.same_months for mention in mentions)
    year = next((m.year for m in reversed(mentions) if m.year is not None), None)
    months = next((m.months for m in reversed(mentions) if m.months is not None and m.years is None), None)
    spans = [m for m in mentions if m.years is not None and m.period]
    if spans:
        return When(year=spans[-1].year, period=spans[-1].period)
    dated = [m for m in mentions if m.period is not None]
    if compared:
        return _same_months(mentions, year, base, main)
    if dated and (year is None or dated[-1].year == year):
        return When(year=dated[-1].year, period=dated[-1].period)
    year = year if year is not None else (base.year or main.year)
    if months is not None and year is not None:
        return When(year=year, period=_period(year, months))
    return through_publication(When(year=year), published) if year is not None else None


def through_publication(when: When, published: date | None) -> When:
    """A whole current year as the months that had passed when it was published."""
    if published is None or when.year != published.year or when.period is not None or published.month == 12:
        return when
    return When(year=when.year, period=_period(published.year, (1, published.month)), compared=when.compared)


def _same_months(mentions: Sequence[PeriodMention], year: int | None, base: When, main: When) -> When:
    """The months of the period it is compared with, in the other year."""
    model = base if base.period else main
    if year is None:
        year = (model.year or 0) - 1 or None
    if year is None or not model.period or len(model.period) != 15:
        return When(year=year, compared=True)
    first, last = int(model.period[5:7]), int(model.period[13:15])
    return When(year=year, period=_period(year, (first, last)), compared=True)


def _period(year: int, months: tuple[int, int]) -> str | None:
    first, last = months
    return None if (first, last) == (1, 12) else f"{year}-{first:02d}/{year}-{last:02d}"


def _first_sibling(group: Group) -> list[PeriodMention]:
    first = group.members[0]
    if Label.PERIOD in group.labels or any(member.own.periods for member in group.members[1:]):
        return []
    return list(first.own.periods) if len(group.members) > 1 else []
