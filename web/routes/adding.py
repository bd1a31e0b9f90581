"""A figure that the machine missed, added by a reviewer."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from models.vocabulary import Qualifier, Verdict
from storage.articles import ArticleRepository
from storage.figures import FigureFilter, FigureRepository
from storage.regions import RegionRepository
from storage.reviews import ReviewRepository
from web.asking import Number, Store
from web.correcting import FIELDS, Correction, read_correction
from web.figure_form import WORDS, Comment, Typed, noted, renew_findings, suggested
from web.marks import Mark, marked
from web.pages import tools_of
from web.people import OURS, Reviewer
from web.security import WITH_SCRIPT

router = APIRouter(prefix="/tinjau/tambah", include_in_schema=False)
_EMPTY = dict.fromkeys(FIELDS, "") | {"qualifier": Qualifier.EXACT.value}


@router.get("/{article_id}")
def adding(
    request: Request,
    session: Store,
    person: Reviewer,
    article_id: Number,
    answered: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """Show an article with an empty form for a figure in it."""
    newest = ReviewRepository(session).newest(limit=1, reviewer=person.name)
    mine = [one.id for one in newest if one.verdict is Verdict.ADDED and one.undone_at is None]
    shown = {"answered": answered if answered in mine else None}
    return _page(request, session, article_id, typed=_EMPTY, shown=shown)


@router.post("/{article_id}", dependencies=[OURS])
def add(
    *,
    request: Request,
    session: Store,
    person: Reviewer,
    article_id: Number,
    typed: Typed,
    comment: Comment = "",
    near: Annotated[int, Form(ge=0)] = 0,
) -> Response:
    """Store the figure; a form that cannot be understood comes back as it was sent."""
    text = _standing_text(session, article_id)
    read = read_correction(typed, text, RegionRepository(session), near=near)
    if read.wrong:
        shown = {"read": read, "comment": comment, "near": near}
        return _page(request, session, article_id, typed=typed, shown=shown)
    reviews = ReviewRepository(session)
    touched = reviews.add_figure(
        article_id, read.reading, who=person.name, now=datetime.now(UTC), comment=noted(comment)
    )
    renew_findings(session, touched)
    number = reviews.newest(limit=1, reviewer=person.name)[0].id
    return RedirectResponse(f"/tinjau/tambah/{article_id}?answered={number}", status_code=303)


def _standing_text(session: Session, article_id: int) -> str:
    stored = ArticleRepository(session).get(article_id)
    if stored is None or not stored.current:
        raise HTTPException(404)
    return stored.text


def _page(
    request: Request, session: Session, article_id: int, *, typed: dict[str, str], shown: dict[str, Any]
) -> Response:
    text = _standing_text(session, article_id)
    known = FigureRepository(session).select(FigureFilter(article_id=article_id, include_duplicates=True))
    marks = (Mark(row.start, row.end, f"angka-{row.id}", "figure") for row in known)
    read: Correction | None = shown.get("read")
    regions = [row.region for row in known if row.region is not None]
    nearby = suggested(RegionRepository(session), regions[0] if regions else None, read)
    values: dict[str, Any] = {
        "article": ArticleRepository(session).text(article_id),
        "number_of_article": article_id,
        "body": marked(text, *marks),
        "typed": typed,
        "wrong": sorted(read.wrong) if read else [],
        "choices": {**WORDS, "suggested": nearby},
        "answered": None,
        "comment": "",
        "near": 0,
        **shown,
    }
    response = tools_of(request).render(request, "review_add.html", values, status=422 if read else 200)
    response.headers["Content-Security-Policy"] = WITH_SCRIPT
    return response
