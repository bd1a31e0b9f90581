"""What stands of machine readings once people have answered, worked out in one place.

Tables of readings hold what stands, so whoever reads them (pages, exports, cross-check,
digest) gets reviewed values without knowing of reviews.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.masking import identifying_spans, shown
from models.people import Review
from models.reading import Article, Figure, ProgrammeMention, Trend
from models.vocabulary import Population, Qualifier, RecordKind, Unit, Verdict, Violence
from storage.filters import ReportFilter, article_is

Reading = Mapping[str, object]
Judged = Figure | ProgrammeMention | Trend

FIGURE_FIELDS = (
    "value", "unit", "region", "year", "period", "population", "violence", "breakdown", "qualifier",
    "source", "evidence", "start", "end",
)  # fmt: skip
_PLACE = {"evidence", "start", "end"}
_IDENTITY = {
    RecordKind.FIGURE: (
        "value", "unit", "region", "year", "period", "population", "violence", "breakdown", "evidence",
    ),
    RecordKind.PROGRAMME: ("name", "action", "evidence"),
    RecordKind.TREND: (
        "direction", "delta", "from_year", "to_year", "region", "population", "violence", "evidence",
    ),
}  # fmt: skip
TABLES: Mapping[RecordKind, type[Judged]] = {
    RecordKind.FIGURE: Figure,
    RecordKind.PROGRAMME: ProgrammeMention,
    RecordKind.TREND: Trend,
}


def stands(verdict: InstrumentedAttribute[Verdict | None]) -> ColumnElement[bool]:
    """That no person rejected the reading."""
    return verdict.is_distinct_from(Verdict.REJECTED)


def told(table: type[ProgrammeMention | Trend], wanted: ReportFilter) -> list[ColumnElement[bool]]:
    """The conditions on a mention or trend and on its article.

    Where :func:`asks_article` says no, all of them are on ``table`` itself.
    """
    if wanted.include_duplicates or wanted.include_old_versions:
        return [*article_is(wanted), stands(table.verdict)]
    any_state = replace(wanted, include_duplicates=True, include_old_versions=True)
    return [table.standing == true(), *article_is(any_state)]


def asks_article(wanted: ReportFilter) -> bool:
    """Whether the conditions of :func:`told` need ``article``, ``page`` and ``source`` beside the table."""
    asked = (
        wanted.outlet,
        wanted.since,
        wanted.until,
        wanted.read_since,
        wanted.read_until,
        wanted.article_id,
    )
    return wanted.include_duplicates or wanted.include_old_versions or any(one is not None for one in asked)


def machine_reading(row: Judged) -> dict[str, object]:
    """What the machine read, whatever a person made of it; values as JSON holds them."""
    if isinstance(row, Figure):
        return dict(row.machine) if row.machine is not None else standing_reading(row)
    if isinstance(row, Trend):
        return {
            "direction": row.direction.value,
            "delta": row.delta,
            "from_year": row.from_year,
            "to_year": row.to_year,
            "region": row.region_code,
            "population": row.population.value,
            "violence": row.violence.value,
            **_place(row),
        }
    return {"name": row.name, "action": row.action.value, **_place(row)}


def apply_answers(session: Session, article_id: int, *, new_rows: bool = False) -> None:
    """Make the readings of an article say what people answered, and re-open what has changed.

    With ``new_rows`` the rows were just stored as the machine read them; most have no answers to apply.

    An answer is kept while the reading it was given to persists. Otherwise it re-opens; until
    somebody looks again, a correction still stands where its words and number are read just once.
    """
    session.flush()
    article = session.get_one(Article, article_id, populate_existing=True)
    answers = _live_answers(session, article.page_id)
    if new_rows and not answers:
        return
    _store_added(session, article, [answer for answer in answers if answer.verdict is Verdict.ADDED])
    for kind, table in TABLES.items():
        wanted = select(table).where(table.article_id == article_id).execution_options(populate_existing=True)
        rows: Sequence[Any] = session.scalars(wanted).all()
        given = [answer for answer in answers if answer.record is kind]
        if article.current:
            _reopen(given, rows, article_id)
        for row in rows:
            before = _place(row)
            _settle(row, _about(row, given, rows), article.text)
            if isinstance(row, Figure) and _place(row) != before:
                _cover(row, article.text)
    session.flush()


def settled_reading(answer: Review) -> Reading:
    """What a person said is right."""
    return answer.machine if answer.corrected is None else answer.corrected


def judged_reading(answer: Review) -> Reading:
    """What an answer is about: the machine's reading, or the one a person added."""
    return settled_reading(answer) if answer.verdict is Verdict.ADDED else answer.machine


def identity(kind: RecordKind, reading: Reading) -> tuple[object, ...]:
    """What makes two readings the same one."""
    return tuple(reading.get(name) for name in _IDENTITY[kind])


def _live_answers(session: Session, page_id: int) -> Sequence[Review]:
    query = select(Review).where(Review.page_id == page_id, Review.undone_at.is_(None))
    query = query.order_by(Review.reviewed_at.desc(), Review.id.desc())
    return session.scalars(query.execution_options(populate_existing=True)).all()


def _reopen(answers: Iterable[Review], rows: Iterable[Judged], article_id: int) -> None:
    for answer in answers:
        here = {identity(answer.record, machine_reading(row)) for row in rows}
        moved = answer.article_id is not None and answer.article_id != article_id
        if moved or identity(answer.record, judged_reading(answer)) not in here:
            answer.reopened = True


def _store_added(session: Session, article: Article, answers: Sequence[Review]) -> None:
    """Keep one row for each figure that a person added and the machine does not read, and no other."""
    wanted = select(Figure).where(Figure.article_id == article.id).execution_options(populate_existing=True)
    rows = list(session.scalars(wanted))
    right = {_identity_of(settled_reading(answer)) for answer in answers}
    for row in [row for row in rows if row.added_by is not None]:
        if _identity_of(machine_reading(row)) not in right:
            session.delete(row)
            rows.remove(row)
    for answer in reversed(answers):
        reading = _found_in(article.text, settled_reading(answer))
        if reading is None or any(_same_figure(machine_reading(row), reading) for row in rows):
            continue
        rows.append(_added(article, reading, answer.reviewer))
        session.add(rows[-1])
    session.flush()


def _added(article: Article, reading: Mapping[str, Any], who: str) -> Figure:
    unit = reading["unit"]
    row = Figure(
        article_id=article.id,
        article_length=article.text_length,
        value=reading["value"],
        unit=None if unit is None else Unit(unit),
        region_code=reading["region"],
        year=reading["year"],
        period=reading["period"],
        population=Population(reading["population"]),
        violence=Violence(reading["violence"]),
        breakdown=reading["breakdown"],
        qualifier=Qualifier(reading["qualifier"]),
        credited_source=reading["source"],
        evidence=reading["evidence"],
        start_offset=reading["start"],
        end_offset=reading["end"],
        # A person saw it: nothing of it is the machine's guess.
        confidence=1.0,
        added_by=who,
    )
    _cover(row, article.text)
    return row


def _identity_of(reading: Reading) -> tuple[object, ...]:
    return identity(RecordKind.FIGURE, reading)


def _same_figure(machine: Reading, added: Reading) -> bool:
    """Whether the machine reads by now what a person added: that number at that place."""
    starts, ends = (machine["start"], added["start"]), (machine["end"], added["end"])
    meet = max(int(str(start)) for start in starts) < min(int(str(end)) for end in ends)
    return _identity_of(machine) == _identity_of(added) or (meet and machine["value"] == added["value"])


def _found_in(text: str, reading: Reading) -> dict[str, Any] | None:
    """The reading where its words stand in this text; None where they do not."""
    evidence, start = str(reading["evidence"]), reading.get("start")
    if not (isinstance(start, int) and text[start : start + len(evidence)] == evidence):
        start = text.find(evidence)
    return None if start < 0 else {**reading, "start": start, "end": start + len(evidence)}


def _about(row: Judged, answers: Sequence[Review], rows: Sequence[Judged]) -> list[Review]:
    """The answers that were given to this reading, the newest first."""
    reading = machine_reading(row)
    mine = identity(answers[0].record, reading) if answers else ()
    exact = [one for one in answers if identity(one.record, judged_reading(one)) == mine]
    if exact or not isinstance(row, Figure):
        return exact
    alike = [other for other in rows if _words(machine_reading(other)) == _words(reading)]
    if len(alike) > 1:
        return []
    return [one for one in answers if one.verdict is not Verdict.REJECTED and _nearly(one, reading)]


def _nearly(answer: Review, reading: Reading) -> bool:
    judged = judged_reading(answer)
    if answer.verdict is Verdict.ADDED and _same_figure(reading, judged):
        return True
    return _words(judged) == _words(reading)


def _words(reading: Reading) -> tuple[object, object]:
    return reading.get("evidence"), reading.get("value")


def _settle(row: Judged, answers: Sequence[Review], text: str) -> None:
    fresh = [answer for answer in answers if not answer.reopened]
    decided = [answer for answer in fresh or answers if answer.verdict is not Verdict.UNSURE]
    if not isinstance(row, Figure):
        row.verdict = decided[0].verdict if decided else None
        return
    row.answered_by = sorted({answer.reviewer for answer in fresh})
    row.reopened = bool(answers) and not fresh
    reading = machine_reading(row)
    row.machine, row.verdict = None, None
    _write(row, reading)
    if not decided:
        return
    right = settled_reading(decided[0])
    row.verdict = decided[0].verdict
    if row.verdict is Verdict.REJECTED:
        return
    as_read = Verdict.ACCEPTED if row.added_by is None else Verdict.ADDED
    row.verdict = as_read if _same_facts(right, reading) else Verdict.CORRECTED
    if row.verdict is Verdict.CORRECTED:
        row.machine = reading
        _write(row, _placed({**reading, **right}, reading, text))


def _same_facts(one: Reading, other: Reading) -> bool:
    names = [name for name in FIGURE_FIELDS if name not in {"start", "end"}]
    return all(one.get(name) == other.get(name) for name in names)


def _placed(right: dict[str, Any], machine: Reading, text: str) -> dict[str, Any]:
    """The corrected reading with its words found in this text, else with the machine's words."""
    return _found_in(text, right) or {**right, **{name: machine[name] for name in _PLACE}}


def standing_reading(row: Figure) -> dict[str, object]:
    """What the columns of a figure say; values as JSON holds them."""
    return {
        "value": row.value,
        "unit": None if row.unit is None else row.unit.value,
        "region": row.region_code,
        "year": row.year,
        "period": row.period,
        "population": row.population.value,
        "violence": row.violence.value,
        "breakdown": row.breakdown,
        "qualifier": row.qualifier.value,
        "source": row.credited_source,
        **_place(row),
    }


def _place(row: Judged) -> dict[str, object]:
    return {"evidence": row.evidence, "start": row.start_offset, "end": row.end_offset}


def _write(row: Figure, reading: Mapping[str, Any]) -> None:
    unit = reading["unit"]
    row.value = reading["value"]
    row.unit = None if unit is None else Unit(unit)
    row.region_code = reading["region"]
    row.year = reading["year"]
    row.period = reading["period"]
    row.population = Population(reading["population"])
    row.violence = Violence(reading["violence"])
    row.breakdown = reading["breakdown"]
    row.qualifier = Qualifier(reading["qualifier"])
    row.credited_source = reading["source"]
    row.evidence = reading["evidence"]
    row.start_offset = reading["start"]
    row.end_offset = reading["end"]


def _cover(row: Figure, text: str) -> None:
    """Work out anew what readers may see of the words."""
    public = shown(text, identifying_spans(text), row.start_offset, row.end_offset)
    row.public_evidence = None if public == row.evidence else public
