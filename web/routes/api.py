"""The same rows as JSON; evidence is masked as on the pages."""

from typing import Any

from fastapi import APIRouter

from storage.figures import FigureRepository
from storage.findings import FindingRepository
from web.asking import PAGE_ROWS, FiguresAsked, FindingsAsked, Store
from web.views import exported, exported_finding

router = APIRouter(prefix="/api/v1")


@router.get("/figures")
def figures(session: Store, asked: FiguresAsked) -> dict[str, Any]:
    """List figures, one page; ``next`` is the cursor to ask with as ``after``, null on the last."""
    rows = FigureRepository(session).select(asked)
    return {"rows": [exported(row) for row in rows], "next": rows[-1].id if len(rows) == PAGE_ROWS else None}


@router.get("/findings")
def findings(session: Store, asked: FindingsAsked) -> dict[str, Any]:
    """List findings, one page; ``next`` as above."""
    rows = FindingRepository(session).select(asked)
    next_after = rows[-1].id if len(rows) == PAGE_ROWS else None
    return {"rows": [exported_finding(row) for row in rows], "next": next_after}
