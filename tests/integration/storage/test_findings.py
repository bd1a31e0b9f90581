from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.official import OfficialDataset, OfficialFigure
from models.vocabulary import FindingKind, FindingState, Severity, Unit
from storage.database import Database
from storage.extractions import ExtractionRepository
from storage.figures import FigureRepository
from storage.findings import FindingFilter, FindingRepository
from storage.official import OfficialRepository
from storage.reconciling import NO_LONGER_FOLLOWS, FindingDraft, ReconcileCounts
from tests.integration.storage.conftest import AddArticle, extraction, figure


def draft(identity: str = "a", **changes: Any) -> FindingDraft:
    facts: dict[str, Any] = {
        "identity": identity,
        "kind": FindingKind.DIFFERS,
        "severity": Severity.WARNING,
        "region_code": "36.73",
        "year": 2025,
        "sentence_id": "Koran menyebut 40, tabel 38.",
        "sentence_en": "The paper says 40, the table 38.",
        "numbers": {"reported": 40, "official": 38},
    }
    return FindingDraft(**(facts | changes))


@pytest.fixture
def findings(session: Session) -> FindingRepository:
    return FindingRepository(session)


def test_a_finding_carries_its_figures(
    session: Session, findings: FindingRepository, add_article: AddArticle, now: datetime
) -> None:
    article = add_article()
    ExtractionRepository(session).store(article.id, extraction(figures=(figure(),)))
    [reported] = FigureRepository(session).select()
    dataset = OfficialDataset(
        portal="p",
        title="t",
        publisher=None,
        licence=None,
        version=1,
        retrieved=None,
        imported_at=now,
        content_sha256="x",
        figures=[OfficialFigure(row_number=2, value=38, unit=Unit.CASES, region_code="36.73", year=2025)],
    )
    OfficialRepository(session).add_dataset(dataset)
    [official] = OfficialRepository(session).current_figures()
    findings.reconcile([draft(figure_ids=(reported.id,), official_ids=(official.id,))], now=now)
    [row] = findings.select()
    assert (row.figures, row.official, row.region_name) == ((reported,), (official,), "Kota Serang")
    assert row.numbers == {"reported": 40, "official": 38}
    assert findings.get(row.id) == row


def test_a_decision_survives_and_what_vanishes_is_closed(findings: FindingRepository, now: datetime) -> None:
    later = now + timedelta(days=1)
    assert findings.reconcile([draft("a"), draft("b")], now=now) == ReconcileCounts(
        new=2, kept=0, reopened=0, closed=0
    )
    first = findings.select()[0]
    findings.set_state(first.id, FindingState.EXPLAINED, who="ani", now=now, comment="Satuannya lain")
    again = [draft("a", severity=Severity.NOTE)]
    assert findings.reconcile(again, now=later) == ReconcileCounts(new=0, kept=1, reopened=0, closed=1)
    [kept] = findings.select()
    assert (kept.id, kept.state, kept.comment, kept.severity) == (
        first.id,
        FindingState.EXPLAINED,
        "Satuannya lain",
        Severity.NOTE,
    )
    assert (kept.first_seen, kept.last_seen) == (now, later)
    [closed] = findings.select(FindingFilter(state=FindingState.CLOSED))
    assert (closed.identity, closed.closed_reason) == ("b", NO_LONGER_FOLLOWS)
    assert len(findings.select(FindingFilter(include_closed=True))) == 2


def test_a_closed_finding_that_follows_again_is_open(findings: FindingRepository, now: datetime) -> None:
    findings.reconcile([draft()], now=now)
    findings.reconcile([], now=now)
    assert findings.select() == []
    assert findings.reconcile([], now=now).closed == 0
    assert findings.reconcile([draft()], now=now).reopened == 1
    [row] = findings.select()
    assert (row.state, row.closed_reason) == (FindingState.OPEN, None)


def test_findings_are_chosen_by_every_condition(findings: FindingRepository, now: datetime) -> None:
    findings.reconcile([draft("a")], now=now)
    later = now + timedelta(days=2)
    conflict = draft("b", kind=FindingKind.CONFLICT, severity=Severity.SERIOUS, region_code="36", year=2024)
    findings.reconcile([draft("a"), conflict], now=later)

    def chosen(**wanted: Any) -> str:
        return "".join(row.identity for row in findings.select(FindingFilter(**wanted)))

    assert chosen() == "ab"
    assert chosen(kind=FindingKind.CONFLICT) == "b"
    assert chosen(severity=Severity.WARNING) == "a"
    assert chosen(region="36") == "b"
    assert chosen(region="36", with_descendants=True) == "ab"
    assert chosen(year=2024) == "b"
    assert chosen(first_seen_since=later) == "b"
    assert chosen(limit=1) == "a"


def test_only_people_decide_and_only_the_program_closes(findings: FindingRepository, now: datetime) -> None:
    findings.reconcile([draft()], now=now)
    [row] = findings.select()
    with pytest.raises(BadInputError, match="Only the program"):
        findings.set_state(row.id, FindingState.CLOSED, who="ani", now=now)
    with pytest.raises(BadInputError, match="no finding"):
        findings.set_state(row.id + 1, FindingState.EXPLAINED, who="ani", now=now)


def test_two_drafts_with_one_identity_are_a_mistake(findings: FindingRepository, now: datetime) -> None:
    with pytest.raises(ValueError, match="same identity"):
        findings.reconcile([draft(), draft()], now=now)


def test_the_number_of_queries_does_not_grow_with_the_findings(database: Database, now: datetime) -> None:
    with database.session() as session:
        FindingRepository(session).reconcile([draft(str(number)) for number in range(50)], now=now)
    statements: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    with database.session() as session:
        assert len(FindingRepository(session).select()) == 50
    assert len(statements) == 3
