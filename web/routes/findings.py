"""Findings, side by side."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from models.vocabulary import FindingKind, FindingState, Severity
from storage.coverage import CoverageRepository
from storage.findings import FindingRepository
from storage.region_book import RegionBook
from web.asking import FindingsAsked, Number, PageNumber, Store
from web.pages import tools_of
from web.people import OURS, Reviewer

router = APIRouter(include_in_schema=False)
_ROWS = 30


@router.get("/temuan")
def findings(request: Request, session: Store, asked: FindingsAsked, page: PageNumber = 1) -> Response:
    """Show the findings that the address asks for, the most serious first."""
    rows = FindingRepository(session).most_serious(asked, limit=_ROWS + 1, offset=(page - 1) * _ROWS)
    values = {
        "rows": rows[:_ROWS],
        "is_last": len(rows) <= _ROWS,
        "page": page,
        "asked": asked,
        "region_name": RegionBook.of(session).name(asked.region) if asked.region else None,
        "kinds": list(FindingKind),
        "severities": list(Severity),
        "states": list(FindingState),
        "years": CoverageRepository(session).years(),
    }
    return tools_of(request).render(request, "findings.html", values)


@router.get("/temuan/{finding_id}")
def finding(request: Request, session: Store, finding_id: Number) -> Response:
    """Show one finding with all it was made from."""
    row = FindingRepository(session).get(finding_id)
    if row is None:
        raise HTTPException(404)
    states = [state for state in FindingState if state is not FindingState.CLOSED]
    return tools_of(request).render(request, "finding.html", {"row": row, "states": states})


@router.post("/temuan/{finding_id}", dependencies=[OURS])
def decide(
    session: Store,
    person: Reviewer,
    finding_id: Number,
    state: Annotated[FindingState, Form()],
    comment: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Set what a reviewer decided about a finding, with a comment."""
    noted = comment.replace("\0", "").strip() or None
    FindingRepository(session).set_state(
        finding_id, state, who=person.name, now=datetime.now(UTC), comment=noted
    )
    return RedirectResponse(f"/temuan/{finding_id}", status_code=303)
