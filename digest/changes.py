"""Findings that are new, have got worse, or are resolved."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from digest.issue import Change, FindingItem, Quote
from digest.reasons import Reasons
from digest.window import Window
from models.masking import masked
from models.vocabulary import FindingKind, FindingState, Language, Severity
from storage.findings import FindingFilter, FindingRepository, FindingRow

_NEWS = (Severity.SERIOUS, Severity.WARNING, Severity.NOTE)
_ORDER = (Change.NEW, Change.WORSE, Change.CHANGED, Change.RESOLVED)
_NUMBERS: Mapping[FindingKind, tuple[str, str]] = {
    FindingKind.DIFFERS: ("reported", "official"),
    FindingKind.ARITHMETIC: ("total", "sum"),
    FindingKind.FALLING_TOTAL: ("earlier", "later"),
    FindingKind.TREND_CONTRADICTED: ("before", "after"),
    FindingKind.ROLL_UP: ("whole", "sum"),
}
_QUOTES = 3


def changed_findings(session: Session, window: Window, reasons: Reasons) -> tuple[list[FindingItem], int]:
    """What changed, the most serious first, and how many new figures agree with the official ones."""
    rows = _in_window(session, window)
    fresh = [row for row in rows if row.state is not FindingState.CLOSED and _is_new(row, window)]
    closed = [row for row in rows if row.state is FindingState.CLOSED and not _is_new(row, window)]
    before = {_subject(row): row for row in closed}
    items = [
        _item(row, _change(row, before.get(_subject(row))), before.get(_subject(row)), reasons)
        for row in fresh
        if row.severity in _NEWS
    ]
    replaced = {_subject(row) for row in fresh}
    items += [
        _item(row, Change.RESOLVED, None, reasons)
        for row in closed
        if row.severity in _NEWS and _subject(row) not in replaced
    ]
    confirmed = sum(row.kind is FindingKind.MATCH for row in fresh)
    return sorted(items, key=_rank), confirmed


def _in_window(session: Session, window: Window) -> list[FindingRow]:
    repository = FindingRepository(session)
    new = repository.select(FindingFilter(first_seen_since=window.start, include_closed=True))
    gone = repository.select(FindingFilter(state=FindingState.CLOSED, closed_since=window.start))
    rows = {row.id: row for row in (*new, *gone)}
    return [
        row
        for row in rows.values()
        if window.covers(row.region)
        and _on_topic(row, window)
        and row.first_seen < window.end
        and (row.closed_at is None or row.closed_at < window.end)
    ]


def _is_new(row: FindingRow, window: Window) -> bool:
    return window.start <= row.first_seen < window.end


def _subject(row: FindingRow) -> str:
    """What a finding is about, whatever its numbers."""
    return f"{row.kind}|{row.region}|{row.numbers.get('key')}"


def _change(row: FindingRow, before: FindingRow | None) -> Change:
    if before is None:
        return Change.NEW
    return Change.WORSE if _size(row) > _size(before) else Change.CHANGED


def _size(row: FindingRow) -> int:
    difference = row.numbers.get("difference")
    return abs(difference) if isinstance(difference, int) else 0


def _on_topic(row: FindingRow, window: Window) -> bool:
    if not window.topics:
        return True
    kinds = [(one.population, one.violence) for one in row.figures]
    kinds += [(one.population, one.violence) for one in row.official]
    return any(window.wants(*kind) for kind in kinds)


def _item(row: FindingRow, change: Change, before: FindingRow | None, reasons: Reasons) -> FindingItem:
    indonesian = reasons.language is Language.INDONESIAN
    sentence = row.sentence_id if indonesian else row.sentence_en
    return FindingItem(
        change=change,
        kind=row.kind,
        severity=row.severity,
        region=row.region_name or "",
        year=row.year,
        sentence=masked(sentence),
        numbers=tuple(_numbers(row)),
        quotes=tuple(_quotes(row)),
        closed_reason=row.closed_reason,
        why=reasons.of_finding(
            change,
            row.region,
            on=row.closed_at if change is Change.RESOLVED and row.closed_at else row.first_seen,
            sizes=None if before is None else (_size(before), _size(row)),
        ),
    )


def _numbers(row: FindingRow) -> Iterable[tuple[str, int]]:
    """The two numbers that are set against one another, with what each is."""
    if row.kind is FindingKind.CONFLICT:
        values = row.numbers.get("values")
        for value in values if isinstance(values, list) else ():
            yield "reported", int(value)
        return
    for name in _NUMBERS.get(row.kind, ()):
        value = row.numbers.get(name)
        if isinstance(value, int):
            yield name, value


def _quotes(row: FindingRow) -> Iterable[Quote]:
    for figure in row.figures[:_QUOTES]:
        yield Quote(
            outlet=figure.outlet,
            url=figure.url,
            published=figure.published,
            evidence=figure.said,
        )


def _rank(item: FindingItem) -> tuple[object, ...]:
    resolved = item.change is Change.RESOLVED
    return resolved, _NEWS.index(item.severity), _ORDER.index(item.change), item.region, -(item.year or 0)


def shortened(items: Sequence[FindingItem], limit: int) -> tuple[tuple[FindingItem, ...], int]:
    """The first findings, and how many are left out."""
    return tuple(items[:limit]), max(0, len(items) - limit)
