"""The calendar year and months that a figure belongs to.

Own words first, then the sentence, the list's lead, the total's period, the
sentences around, the article's main period.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.figures.anchors import Anchor
from extractors.figures.breakdown_words import Dimension
from extractors.figures.calendar import UNTIL_NOW, Calendar, against, looks_back, months_of, runs_on
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.groups import Group
from extractors.figures.material import Material
from extractors.figures.population import recency
from extractors.figures.reading import Label, Reading, When
from extractors.figures.standing import points_back, refers_to_total, still_open
from extractors.figures.zones import Zones
from extractors.mentions import PeriodMention
from extractors.toolkit import Scorer

_YEAR_BEFORE = re.compile(r"tahun\s+(?:lalu|kemarin|sebelumnya)|setahun\s+sebelumnya|banding", re.IGNORECASE)


def frame_when(
    material: Material,
    group: Group,
    zones: Zones,
    anchor: Anchor | None,
    calendar: Calendar,
    *,
    last: Group | None,
    scorer: Scorer,
) -> Choice[When]:
    """The period that a list's items inherit."""
    main = calendar.main
    base = anchor.frame.when if anchor else main
    options = [Option(main, {"document" if main.year else "none": 1.0})]
    if anchor:
        options.append(Option(base, {"anchor": 1.0, "compared": float(base.compared and not anchor.sibling)}))
        spanned = _sum_of_times(group, anchor)
        if spanned is not None:
            options.append(Option(spanned, {"sum_of_times": 1.0}))
    summed = _sum_before(group, last)
    if summed is not None and summed.year is not None:
        options.append(Option(summed, {"sum_of_times": 1.0}))
    options += _carried(base, last) if not refers_to_total(material, group.members[0]) else []
    seen: dict[str, list[PeriodMention]] = {}
    for zone, mention in zones.mentions(material.periods):
        if mention.dateline:
            continue
        seen.setdefault(zone, []).append(mention)
    for zone, named in seen.items():
        found = [mention for mention in named if not _is_planned(material, zone, mention)]
        value = resolved(_listed(material, found), base=base, calendar=calendar)
        if value is not None and value.year is not None:
            if zone == "sentence" and anchor and still_open(material, group.members[0], value, base):
                continue
            opens = zone == "sentence" and _opens_sentence(material, found[0], group)
            then = zone == "previous" and points_back(material, group.members[0])
            features = {
                zone: 1.0,
                "then": float(then),
                "compared": float(
                    (value.compared and not opens and not then) or against(material, found[-1])
                ),
            }
            options.append(Option(value, features | recency(zone, found[-1].start, group, anchor)))
    shared = _first_sibling(group)
    value = resolved(shared, base=base, calendar=calendar)
    if value is not None and value.year is not None:
        options.append(Option(value, {"first_sibling": 1.0}))
    return choose("period", options, scorer)


def _sum_of_times(group: Group, anchor: Anchor) -> When | None:
    """The stretch of the months that a number adds up ('Triwulan I 17, triwulan II 12. 29 kasus itu …')."""
    parts = anchor.group.members
    spans = [part.when.period for part in parts if part.when.period]
    if len(parts) < 2 or len(spans) < len(parts) or group.members[0].value != anchor.group.total:
        return None
    if Label.PERIOD not in anchor.group.labels or group.members[0].own.periods:
        return None
    first, last = min(span[:7] for span in spans), max(span[8:] for span in spans)
    return When(year=int(last[:4]), period=f"{first}/{last}") if first[:4] == last[:4] else None


_PLANNED = re.compile(
    r"(?<!\w)(?:(?:di|men)t?argetkan|target(?:nya)?|akan|bakal|hendak|rencana(?:nya)?|(?:ber|di|me)rencana\w*|(?:di|meng)anggarkan|anggaran"
    r"|(?:di|meng)alokasikan|mendatang|diharapkan|berharap)(?!\w)"
)


def _is_planned(material: Material, zone: str, mention: PeriodMention) -> bool:
    """Whether a sentence before, without figures, names a time only for what is to come."""
    if not zone.startswith("previous"):
        return False
    sentence = material.document.sentence_at(mention.start)
    return sentence is not None and bool(_PLANNED.search(material.lower, sentence.start, sentence.end))


def _sum_before(group: Group, last: Group | None) -> When | None:
    """The time of the list right before, which a number adds up ('perempuan 71, anak 44. Semuanya 115')."""
    first = group.members[0]
    if last is None or len(last.members) < 2 or first.own.periods or first.value != last.total:
        return None
    times = {(member.when.year, member.when.period) for member in last.members}
    near = first.candidate.sentence.index - last.members[-1].candidate.sentence.index <= 1
    return last.members[-1].when if near and len(times) == 1 else None


def _opens_sentence(material: Material, mention: PeriodMention, group: Group) -> bool:
    """'Setahun sebelumnya, Polda menangani 54 kasus' dates what the sentence counts."""
    start = group.members[0].candidate.sentence.start
    head = material.lower[start : mention.start]
    return not re.search(r"\w{4}.*\s\w{2}", head) or _CONNECTIVES.fullmatch(head) is not None


_CONNECTIVES = re.compile(
    r"\W*(?:(?:padahal|sementara|sedangkan|adapun|namun|tetapi|tapi|sebaliknya|kalau|bila|jika|nah|lalu|bahkan|sedang|pada|dalam|di|untuk"
    r"|selama|sepanjang|sebelumnya|itu|periode|rentang|kurun|waktu|serupa|yang|sama|bulan|tahun|triwulan|semester|pun|nya)\W+)*"
)


def _carried(base: When, last: Group | None) -> list[Option[When]]:
    """The period of the figure right before, where it has moved on past the total's year."""
    if last is None or last.members[-1].when.compared:
        return []
    when = last.members[-1].when
    later = when.year is not None and base.year is not None and when.year > base.year
    return [Option(when, {"carry": 1.0, "later_year": float(later)})] if later else []


def own_when(material: Material, reading: Reading, base: When, calendar: Calendar) -> When:
    """The period by the item's own words, else what it inherits."""
    mentions = reading.own.periods
    if any(word.dimension is Dimension.STATUS for word in reading.own.words):
        mentions = [mention for mention in mentions if not UNTIL_NOW.fullmatch(mention.text.strip())]
    if reading.moves_on:  # What stands before the number dates the movement, so its end.
        dated = [mention for mention in mentions if mention.start < reading.candidate.start]
        mentions = [mention for mention in mentions if mention not in dated]
        base = resolved(dated, base=base, calendar=calendar) or base
    value = resolved(_counted_together(material, reading, mentions), base=base, calendar=calendar)
    if value is None and base.year is not None and reading.moves_on:
        return When(year=base.year - 1, compared=True)
    if value is None:
        return _returned(material, reading, base, calendar) or base
    if still_open(material, reading, value, base):
        return base
    past = base.year is None or value.year is None or value.year < base.year
    stood = past and (looks_back(material, mentions[0]) or _moved_from(material, reading))
    return replace(value, compared=value.compared or stood)


_FROM = re.compile(
    r"(?<!\w)(?:dari|di\s?banding\w*|ketimbang|daripada|melampaui|melebihi|semula|tadinya|sebelumnya|padahal)\s+(?:(?:hanya|cuma|baru|angka|posisi"
    r"|sebanyak|yang|masih|jumlah)\s+){0,2}$"
)


def _moved_from(material: Material, reading: Reading) -> bool:
    """Whether the number is only where a count stood ('melonjak dari 226 pada 2020')."""
    start = max(reading.candidate.own[0], reading.candidate.start - 40)
    return bool(_FROM.search(material.lower, start, reading.candidate.start)) and not reading.moves_on


_NOW = re.compile(
    r"(?<!\w)(?<!sampai )(?<!hingga )(?<!dengan )(?:sekarang|kini|saat\s+ini|hari\s+ini)(?:\s+\w+){0,2}\s*$"
)


def _returned(material: Material, reading: Reading, base: When, calendar: Calendar) -> When | None:
    """'… 23, sekarang 34 kasus' returns from the year compared with to the running one."""
    running = calendar.published.year if calendar.published else calendar.main.year
    if base.year is None or running is None or base.year >= running:
        return None
    start = max(reading.candidate.sentence.start, reading.candidate.start - 40)
    if not _NOW.search(material.lower, start, reading.candidate.start):
        return None
    within_year = base.period is not None and base.period[:4] == base.period[8:12]
    if not base.period or not within_year:
        return calendar.whole_year(running)
    return When(year=running, period=months_of(running, (int(base.period[5:7]), int(base.period[13:15]))))


_UNDATED = re.compile(
    r"(?:sejak|semenjak|pasca|setelah|sesudah|usai)\b.*(?:sekarang|ini|kini)$", re.IGNORECASE | re.DOTALL
)
"""From an event that no date is given for until now: the year of the end, no months."""


def resolved(mentions: Sequence[PeriodMention], *, base: When, calendar: Calendar) -> When | None:
    """One period out of the mentions of one zone: a year and months may be told apart."""
    if not mentions:
        return None
    if mentions[-1].year is not None and _UNDATED.match(mentions[-1].text):
        return When(year=mentions[-1].year)
    spans = [mention for mention in mentions if mention.years is not None and mention.period]
    if spans:
        return When(year=spans[-1].year, period=spans[-1].period)
    main = calendar.main
    year = next((mention.year for mention in reversed(mentions) if mention.year is not None), None)
    if any(mention.same_months for mention in mentions):
        model = base if base.period else main
        others = [mention.year for mention in mentions if mention.year and not mention.same_months]
        if others and year == model.year:
            year = others[-1]
        return _same_months(year, model)
    dated = [mention for mention in mentions if mention.period is not None and not runs_on(mention)]
    if dated and (year is None or dated[-1].year == year):
        return When(year=dated[-1].year, period=dated[-1].period)
    told = [mention for mention in mentions if mention.months is not None and not runs_on(mention)]
    months = told[-1].months if told else None
    before = any(_YEAR_BEFORE.search(mention.text) for mention in mentions)
    return _from_parts(
        year if year is not None else (base.year or main.year), months, calendar, before=before
    )


_ALONG = re.compile(r"[\s,]*(?:dan|serta|sama|plus|ditambah|&)\s+(?:bulan\s+)?")


def _counted_together(
    material: Material, reading: Reading, mentions: Sequence[PeriodMention]
) -> Sequence[PeriodMention]:
    """Months listed after one number as the stretch they fill ('5 kasus pada Januari dan Februari')."""
    months = [mention for mention in mentions if mention.start > reading.candidate.start]
    if len(months) < 2 or len(months) < len(mentions):
        return mentions
    first, last = months[0], months[-1]
    single = all(mention.months and mention.months[0] == mention.months[1] for mention in months)
    joined = all(_ALONG.fullmatch(material.lower, one.end, two.start) for one, two in pairwise(months))
    if not (single and joined and first.months and last.months and first.year == last.year and last.year):
        return mentions
    span = (first.months[0], last.months[1])
    if span[0] >= span[1]:
        return mentions
    return [replace(last, months=span, period=months_of(last.year, span))]


def _listed(material: Material, found: Sequence[PeriodMention]) -> Sequence[PeriodMention]:
    """Months that a sentence lists, without numbers, as the stretch they fill."""
    single = [mention for mention in found if mention.months and mention.months[0] == mention.months[1]]
    if len(single) < 2 or len(single) < len(found):
        return found
    first, last = single[0], single[-1]
    joined = all(_OR_COMMA.fullmatch(material.lower, one.end, two.start) for one, two in pairwise(single))
    if not (joined and first.months and last.months and first.year == last.year and last.year):
        return found
    span = (first.months[0], last.months[1])
    return [replace(last, months=span, period=months_of(last.year, span))] if span[0] < span[1] else found


_OR_COMMA = re.compile(r"\s*(?:,|,?\s*(?:dan|serta|&))\s+(?:bulan\s+)?")


def _from_parts(
    year: int | None, months: tuple[int, int] | None, calendar: Calendar, *, before: bool
) -> When | None:
    if year is None:
        return None
    if months is not None:
        return When(year=year, period=months_of(year, months))
    whole = calendar.whole_year(year)
    return When(year=whole.year, period=whole.period, compared=before)


def _same_months(year: int | None, model: When) -> When:
    """The months of the period it is compared with, in the other year."""
    if year is None and model.year is not None:
        year = model.year - 1
    if year is None or not model.period or model.period[:4] != model.period[8:12]:
        return When(year=year, compared=True)
    first, last = int(model.period[5:7]), int(model.period[13:15])
    return When(year=year, period=months_of(year, (first, last)), compared=year != model.year)


def _first_sibling(group: Group) -> list[PeriodMention]:
    first = group.members[0]
    if len(group.members) < 2 or any(member.own.periods for member in group.members[1:]):
        return []
    if (
        Label.PERIOD in group.labels
    ):  # Of two items the one that is dated; what stands before both holds for both.
        return [mention for mention in first.own.periods if mention.start < first.candidate.start]
    return list(first.own.periods)
