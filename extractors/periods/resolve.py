"""Phrases of time turned into periods."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from extractors.mentions import PeriodBase, PeriodMention
from extractors.periods.atoms import Anchor, Atom, Sort
from extractors.periods.months import Month, month_of, period_of, resolve_month, running_period
from extractors.periods.phrases import Phrase
from extractors.periods.timeline import Timeline

_EDGE_MONTHS: Final = {"awal": 1, "pertengahan": 6, "akhir": 12}


def _mention(line: Timeline, phrase: Phrase, year: int | None, **fields: Any) -> PeriodMention:
    text = line.text[phrase.start : phrase.end]
    return replace(
        PeriodMention(start=phrase.start, end=phrase.end, text=text, year=year, period=None), **fields
    )


def _between(line: Timeline, phrase: Phrase, first: Month, last: Month, **fields: Any) -> PeriodMention:
    span = (first.year, last.year) if first.year != last.year else None
    months = (first.month, last.month)
    period = period_of(first, last)
    return _mention(line, phrase, last.year, period=period, months=months, years=span, **fields)


def _until_now(line: Timeline, phrase: Phrase, first: Month, **fields: Any) -> PeriodMention:
    """From a month to the month of publication, or open where that is not known."""
    now = line.published
    if now is None or month_of(now) < first:
        year = first.year if now is None else now.year
        return _mention(line, phrase, year, months=(first.month, 12), open_ended=True, **fields)
    return _between(line, phrase, first, month_of(now), open_ended=True, **fields)


def _full_day(line: Timeline, atom: Atom) -> date | None:
    month = atom.months[0] if atom.months else 1
    known = resolve_month(month, published=line.published, year=atom.year)
    if known is None or atom.day is None:
        return None
    try:
        return date(known.year, known.month, atom.day)
    except ValueError:
        return None


def _day(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    if phrase.since or phrase.until or (phrase.first.of_days and phrase.stated_span):
        return _month(line, phrase, index)
    day = _full_day(line, phrase.first)
    year = day.year if day else phrase.first.year
    return _mention(line, phrase, year, months=phrase.first.months, dateline=True, day=day)


def _month(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    atom = phrase.first
    if atom.month_shift is not None:
        return _shifted_month(line, phrase, atom.month_shift)
    first, last = atom.months or (1, 12)
    year, base = line.of_month(atom, phrase, index)
    relative = atom.anchor is Anchor.PREVIOUS
    if phrase.until:
        first = 1
    if year is None:
        return _mention(line, phrase, None, months=(first, last), open_ended=phrase.since)
    if phrase.since:
        return _until_now(line, phrase, Month(year, first), base=base)
    return _between(line, phrase, Month(year, first), Month(year, last), base=base, relative=relative)


def _shifted_month(line: Timeline, phrase: Phrase, shift: int) -> PeriodMention | None:
    if line.published is None:
        return None
    month = month_of(line.published).plus(shift)
    first = Month(month.year, 1) if phrase.until else month
    return _between(line, phrase, first, month, base=PeriodBase.PUBLISHED)


def _year(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    atom = phrase.first
    year = line.stated(atom, phrase, index)
    relative = atom.anchor is Anchor.PREVIOUS and atom.shift != 0
    base = _base(atom)
    if year is None:
        return _mention(line, phrase, None, base=base, open_ended=atom.current)
    if phrase.since:
        return _until_now(line, phrase, Month(year, _first_month(atom)), base=base)
    if phrase.until and atom.edge is not None:
        return _between(line, phrase, Month(year, 1), Month(year, _EDGE_MONTHS[atom.edge]), base=base)
    running = atom.current or (line.published is not None and year == line.published.year)
    return _mention(
        line,
        phrase,
        year,
        period=running_period(year, line.published),
        base=base,
        relative=relative,
        open_ended=running,
    )


def _base(atom: Atom) -> PeriodBase:
    if atom.year is not None or atom.anchor is None:
        return PeriodBase.ABSOLUTE
    return PeriodBase.PUBLISHED if atom.anchor is Anchor.PUBLISHED else PeriodBase.PREVIOUS


_SINCE_EVENT: Final = re.compile(
    r"\b(?:sejak|semenjak|pasca|pascakejadian|setelah|sesudah|usai)[\s-]+(?:[\w-]*[a-z][\w-]*,?\s){1,5}\Z",
    re.IGNORECASE,
)


def _now(line: Timeline, phrase: Phrase, _: int) -> PeriodMention | None:
    begun = _SINCE_EVENT.search(line.text, max(0, phrase.start - 60), phrase.start)
    if begun and line.current is not None:
        start = begun.start()
        text = line.text[start : phrase.end]
        return _mention(line, phrase, line.current, start=start, text=text, base=PeriodBase.PUBLISHED)
    if line.published is None:
        return _mention(line, phrase, line.current, base=PeriodBase.PUBLISHED, open_ended=True)
    return _until_now(line, phrase, Month(line.published.year, 1), base=PeriodBase.PUBLISHED)


def _length(mention: PeriodMention) -> int | None:
    if mention.months is None or mention.year is None:
        return None
    first_year = mention.years[0] if mention.years else mention.year
    return (mention.year - first_year) * 12 + mention.months[1] - mention.months[0] + 1


def _last(line: Timeline, phrase: Phrase, _: int) -> PeriodMention | None:
    """'enam bulan terakhir': the stated six months if the text has them, else those before publication."""
    atom = phrase.first
    count = atom.count or 1
    if atom.in_years and count > 1:
        return _last_years(line, phrase, count)
    wanted = 12 if atom.in_years else count
    if atom.of_year:
        return _of_year(line, phrase, count)
    for mention in reversed(line.done[-20:]):
        if not mention.dateline and _length(mention) in (wanted, wanted + 1 if atom.in_years else wanted):
            return replace(
                mention, start=phrase.start, end=phrase.end, text=line.text[phrase.start : phrase.end]
            )
    if line.published is None:
        return _mention(line, phrase, None, base=PeriodBase.PUBLISHED)
    end = month_of(line.published)
    return _between(line, phrase, end.plus(1 - wanted), end, base=PeriodBase.PUBLISHED)


def _of_year(line: Timeline, phrase: Phrase, count: int) -> PeriodMention | None:
    """So many months from January on, where the story is of the last of them or the month after."""
    if line.published is None or line.published.month not in (count, count + 1):
        return None
    year = line.published.year
    return _between(line, phrase, Month(year, 1), Month(year, count), base=PeriodBase.PUBLISHED)


def _last_years(line: Timeline, phrase: Phrase, count: int) -> PeriodMention:
    if line.published is None:
        return _mention(line, phrase, None, base=PeriodBase.PUBLISHED)
    end = month_of(line.published)
    # In the first weeks of a year 'lima tahun terakhir' still means the five that are over.
    if end.month <= 2:
        end = Month(end.year - 1, 12)
    start = Month(end.year - count + 1, 1)
    return _between(line, phrase, start, end, base=PeriodBase.PUBLISHED, open_ended=True)


def _same(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    atom = phrase.first
    source = line.source_of_same(atom.count)
    near = line.nearest(phrase.start, in_sentence=True)
    year = _same_year(line, phrase, index, source, near)
    fields: dict[str, Any] = {"base": PeriodBase.PREVIOUS, "same_months": not atom.in_years}
    if atom.in_years or source is None:
        ground = line.counted_in(phrase.start)
        return _mention(line, phrase, year or (ground.year if ground else None), **fields)
    if year is None or year == source.year:
        return replace(
            source, start=phrase.start, end=phrase.end, text=line.text[phrase.start : phrase.end], **fields
        )
    if source.months is None:
        return _mention(line, phrase, year, **fields)
    first, last = source.months
    return _between(line, phrase, Month(year, first), Month(year, last), **fields)


def _same_year(
    line: Timeline, phrase: Phrase, index: int, source: PeriodMention | None, near: PeriodMention | None
) -> int | None:
    """The year of 'periode yang sama': said after it, or by a year named since the period."""
    atom = phrase.first
    if atom.year is not None:
        return atom.year
    if atom.anchor is not None and source is not None and source.year is not None:
        return source.year + atom.shift
    if atom.anchor is not None:
        return line.stated(atom, phrase, index)
    if near is not None and source is not None and near.start > source.start and near.months is None:
        return near.year
    return None


def _range(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    first, last = phrase.first, phrase.last
    if last is None:
        return None
    if last.sort is Sort.NOW:
        return _range_to_now(line, phrase, index)
    if first.sort is Sort.DAY and last.sort is Sort.DAY and _is_event(phrase, first, last):
        return _day(line, replace(phrase, last=None), index)
    end = _end_of_range(line, phrase, index, last)
    first_month, last_month = _first_month(first), _last_month(last)
    if end is None:
        return _mention(line, phrase, None, months=(first_month, last_month))
    start_year = line.stated(first, phrase, index)
    if start_year is None:
        start_year = end.year if first_month <= end.month else end.year - 1
    start = Month(start_year, first_month)
    if start > end:
        return _mention(line, phrase, end.year, months=None)
    base = PeriodBase.ABSOLUTE if last.year or first.year else PeriodBase.PUBLISHED
    return _between(line, phrase, start, end, base=base)


def _is_event(phrase: Phrase, first: Atom, last: Atom) -> bool:
    """'24–25 November' is a meeting; 'periode 1–30 November' and '1 Januari – 25 Juni' are periods."""
    return not phrase.stated_span and first.months == last.months


def _first_month(atom: Atom) -> int:
    if atom.months is not None:
        return atom.months[0]
    return _EDGE_MONTHS[atom.edge] if atom.edge else 1


def _last_month(atom: Atom) -> int:
    if atom.months is not None:
        return atom.months[1]
    return _EDGE_MONTHS[atom.edge] if atom.edge else 12


def _end_of_range(line: Timeline, phrase: Phrase, index: int, last: Atom) -> Month | None:
    month = _last_month(last)
    year = line.stated(last, phrase, index)
    if year is None:
        year = line.stated(phrase.first, phrase, index)
        if year is not None and phrase.first.months and month < phrase.first.months[0]:
            year += 1
    if year is None:
        year, _ = line.of_month(last, phrase, index)
    if year is None:
        return None
    now = line.published
    if last.months is None and last.edge is None and now is not None and now.year == year:
        return month_of(now)
    return Month(year, month)


def _range_to_now(line: Timeline, phrase: Phrase, index: int) -> PeriodMention | None:
    first = phrase.first
    year = line.stated(first, phrase, index)
    if year is None and first.months is not None:
        year, _ = line.of_month(first, phrase, index)
    if year is None:
        return _mention(line, phrase, None, months=(_first_month(first), 12), open_ended=True)
    return _until_now(line, phrase, Month(year, _first_month(first)))


def _shift(line: Timeline, phrase: Phrase, _: int) -> PeriodMention | None:
    """The months right before or after those named last; for a month without any, that before publication."""
    atom = phrase.first
    count = atom.count or 1
    ground = line.last_months()
    if ground is None or ground.months is None or ground.year is None:
        back = atom.shift < 0 and count == 1
        return _shifted_month(line, phrase, -1) if back else None
    first, last = Month(ground.year, ground.months[0]), Month(ground.year, ground.months[1])
    if atom.shift < 0:
        return _between(
            line, phrase, first.plus(-count), first.plus(-1), base=PeriodBase.PREVIOUS, relative=True
        )
    return _between(line, phrase, last.plus(1), last.plus(count), base=PeriodBase.PREVIOUS, relative=True)


def _those(line: Timeline, phrase: Phrase, _: int) -> PeriodMention | None:
    """So many months as the text has named, together or one by one."""
    count = phrase.first.count or 1
    single: set[Month] = set()
    for mention in reversed(line.done[-20:]):
        if mention.dateline or mention.months is None or mention.year is None:
            continue
        if _length(mention) == count:
            return replace(
                mention, start=phrase.start, end=phrase.end, text=line.text[phrase.start : phrase.end]
            )
        if _length(mention) == 1:
            single.add(Month(mention.year, mention.months[0]))
        if len(single) == count:
            break
    first = min(single, default=None)
    if first is None or len(single) != count or max(single) != first.plus(count - 1):
        return None
    return _between(line, phrase, first, max(single), base=PeriodBase.PREVIOUS)


def _school(line: Timeline, phrase: Phrase, _: int) -> PeriodMention | None:
    year = phrase.first.year
    return None if year is None else _between(line, phrase, Month(year, 7), Month(year + 1, 6))


_HANDLERS: Final[dict[Sort, Callable[[Timeline, Phrase, int], PeriodMention | None]]] = {
    Sort.DAY: _day,
    Sort.MONTH: _month,
    Sort.YEAR: _year,
    Sort.RELATIVE: _year,
    Sort.NOW: _now,
    Sort.PART: _month,
    Sort.LAST: _last,
    Sort.SAME: _same,
    Sort.SCHOOL: _school,
    Sort.SHIFT: _shift,
    Sort.THOSE: _those,
}


def _is_plan(mention: PeriodMention, published: date | None) -> bool:
    if published is None or mention.year is None or mention.dateline:
        return False
    return mention.year > published.year


def resolve(text: str, phrases: Sequence[Phrase], published: date | None) -> tuple[PeriodMention, ...]:
    """Every phrase as a mention; years after the year of publication are plans and left out."""
    line = Timeline(text, published, phrases)
    for index, phrase in enumerate(phrases):
        handler = _range if phrase.last is not None else _HANDLERS[phrase.first.sort]
        mention = handler(line, phrase, index)
        if mention is not None and not _is_plan(mention, published):
            line.done.append(mention)
    return _spelt_out(line.done)


_SPELT_OUT: Final = 4


def _spelt_out(mentions: Sequence[PeriodMention]) -> tuple[PeriodMention, ...]:
    """'enam bulan terakhir' with the months that the text gives it soon after ('dari Maret sampai …')."""
    found = list(mentions)
    for index, mention in enumerate(found):
        if not _LAST_WORDS.search(mention.text) or mention.base is not PeriodBase.PUBLISHED:
            continue
        for later in found[index + 1 : index + 1 + _SPELT_OUT]:
            if (
                not later.dateline
                and later.period
                and later.years == mention.years
                and _is_stretch(later, mention)
            ):
                found[index] = replace(mention, period=later.period, months=later.months, year=later.year)
                break
    return tuple(found)


_YEAR: Final = 12
_LAST_WORDS: Final = re.compile(r"terakhir|belakangan|ke\sbelakang", re.IGNORECASE)


def _is_stretch(later: PeriodMention, mention: PeriodMention) -> bool:
    wanted, given = _length(mention) or 0, _length(later) or 0
    # 'setahun, Juni 2021 sampai Juni 2022' takes in both its ends.
    return given > 1 and given in (wanted, wanted + 1 if wanted == _YEAR else wanted)
