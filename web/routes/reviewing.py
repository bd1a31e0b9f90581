"""One reading before a reviewer: accept, correct, reject, not sure, undo."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from models.people import Review
from models.reading import Figure
from models.vocabulary import RecordKind, Verdict
from storage.accounts import Person
from storage.articles import ArticleRepository
from storage.figures import FigureRepository, FigureRow
from storage.programmes import ProgrammeFilter, ProgrammeRepository
from storage.regions import RegionRepository
from storage.reviews import Answer, ReviewRepository
from storage.standing import identity, machine_reading, standing_reading
from storage.trends import TrendFilter, TrendRepository
from web.asking import Number, Store
from web.correcting import FIELDS, Correction, read_correction, region_text
from web.figure_form import WORDS, Comment, Typed, noted, renew_findings, suggested
from web.marks import Mark, marked
from web.pages import tools_of
from web.people import OURS, Reviewer
from web.security import WITH_SCRIPT

router = APIRouter(prefix="/tinjau", include_in_schema=False)


@router.get("/angka/{figure_id}")
def figure(
    request: Request,
    session: Store,
    person: Reviewer,
    figure_id: Number,
    answered: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """Show one figure in its article, with a form to answer."""
    row, stored = _found(session, figure_id)
    return _page(request, session, person, row, stored, answered=answered)


@router.post("/angka/{figure_id}", dependencies=[OURS])
def answer_figure(
    *,
    request: Request,
    session: Store,
    person: Reviewer,
    figure_id: Number,
    typed: Typed,
    verdict: Annotated[Verdict, Form()],
    comment: Comment = "",
    near: Annotated[int | None, Form(ge=0)] = None,
) -> Response:
    """Store an answer and go on; a form that cannot be understood comes back as it was sent."""
    row, stored = _found(session, figure_id)
    if verdict is Verdict.ADDED:
        raise HTTPException(422, "A figure is added on a page of its own.")
    text = ArticleRepository(session).text(row.article_id)
    corrected: dict[str, object] | None = None
    if verdict is Verdict.CORRECTED and text is not None:
        place = stored.start_offset if near is None else near
        read = read_correction(typed, text.text, RegionRepository(session), near=place)
        if read.wrong:
            return _page(request, session, person, row, stored, typed=typed, read=read, comment=comment)
        corrected = read.reading
    elif verdict is Verdict.ACCEPTED:
        if _changed(typed, _as_typed(standing_reading(stored), RegionRepository(session))):
            return _page(
                request, session, person, row, stored, typed=typed, read=Correction(), comment=comment
            )
        # What a person confirms is what stood before them: the machine's reading or a correction of it.
        corrected = standing_reading(stored) if stored.machine is not None else None
    given = Answer(verdict=verdict, reviewer=person.name, corrected=corrected, comment=noted(comment))
    reviews = ReviewRepository(session)
    touched = reviews.answer(RecordKind.FIGURE, figure_id, given, now=datetime.now(UTC))
    renew_findings(session, touched)
    number = reviews.newest(limit=1, reviewer=person.name)[0].id
    return RedirectResponse(f"/tinjau/lanjut?answered={number}", status_code=303)


@router.post("/{record}/{record_id}/jawab", dependencies=[OURS])
def answer_other(
    *,
    session: Store,
    person: Reviewer,
    record: RecordKind,
    record_id: Number,
    verdict: Annotated[Verdict, Form()],
    figure_id: Annotated[int | None, Form(ge=1)] = None,
) -> Response:
    """Accept or reject a programme's mention or a trend, and go back."""
    if record is RecordKind.FIGURE or verdict in {Verdict.CORRECTED, Verdict.ADDED}:
        raise HTTPException(422, "Only accepted, rejected or unsure.")
    given = Answer(verdict=verdict, reviewer=person.name)
    ReviewRepository(session).answer(record, record_id, given, now=datetime.now(UTC))
    target = f"/tinjau/angka/{figure_id}#lain" if figure_id else "/tinjau"
    return RedirectResponse(target, status_code=303)


@router.post("/batal/{review_id}", dependencies=[OURS])
def undo(session: Store, person: Reviewer, review_id: Number) -> Response:
    """Take an answer back; an admin may take back anybody's."""
    reviews = ReviewRepository(session)
    touched = reviews.undo(review_id, who=person.name, now=datetime.now(UTC), any_reviewer=person.is_admin)
    renew_findings(session, touched)
    return RedirectResponse("/tinjau/riwayat", status_code=303)


def _changed(typed: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Whether somebody wrote into the form, whose work accepting would lose."""
    sent = any(typed.values())
    return sent and any(typed[name].split() != before[name].split() for name in FIELDS)


def _found(session: Session, figure_id: int) -> tuple[FigureRow, Figure]:
    rows = FigureRepository(session).by_id([figure_id])
    stored = session.get(Figure, figure_id, populate_existing=True)
    if not rows or stored is None or not rows[figure_id].article_current:
        raise HTTPException(404)
    return rows[figure_id], stored


def _page(
    request: Request,
    session: Session,
    person: Person,
    row: FigureRow,
    stored: Figure,
    *,
    answered: int | None = None,
    typed: Mapping[str, str] | None = None,
    read: Correction | None = None,
    comment: str = "",
) -> Response:
    article = ArticleRepository(session).text(row.article_id)
    if article is None:
        raise HTTPException(404)
    regions = RegionRepository(session)
    standing = standing_reading(stored)
    given = _answers(session, stored, person)
    mark = Mark(stored.start_offset, stored.end_offset, "bukti", "figure")
    values: dict[str, Any] = {
        "row": row,
        "article": article,
        "body": marked(article.text, mark),
        "standing": standing,
        "machine": machine_reading(stored),
        "typed": typed or _as_typed(standing, regions),
        "wrong": sorted(read.wrong) if read else [],
        "changed": read is not None and not read.wrong,
        "choices": {**WORDS, "suggested": suggested(regions, row.region, read)},
        "answers": given,
        "answered": answered if any(one.id == answered for one in _mine(session, person)) else None,
        "comment": comment,
        **_others(session, row.article_id),
    }
    response = tools_of(request).render(request, "review_figure.html", values, status=422 if read else 200)
    response.headers["Content-Security-Policy"] = WITH_SCRIPT
    return response


def _mine(session: Session, person: Person) -> list[Review]:
    return ReviewRepository(session).newest(limit=1, reviewer=person.name)


def _as_typed(reading: Mapping[str, object], regions: RegionRepository) -> dict[str, str]:
    typed = {name: "" if reading[name] is None else str(reading[name]) for name in FIELDS}
    region = regions.get(typed["region"]) if typed["region"] else None
    return typed | {"region": "" if region is None else region_text(region)}


def _answers(session: Session, stored: Figure, person: Person) -> list[Review]:
    """Earlier answers to this reading; hidden from who has yet to judge it, unless it re-opened."""
    article = ArticleRepository(session).get(stored.article_id)
    if article is None or not (stored.reopened or person.name in stored.answered_by or person.is_admin):
        return []
    wanted = identity(RecordKind.FIGURE, machine_reading(stored))
    return [
        one
        for one in ReviewRepository(session).of_pages([article.page_id])
        if one.record is RecordKind.FIGURE and identity(one.record, one.machine) == wanted
    ]


def _others(session: Session, article_id: int) -> dict[str, Any]:
    wanted = {"article_id": article_id, "include_duplicates": True, "include_old_versions": True}
    programmes = ProgrammeRepository(session).select(ProgrammeFilter(**wanted))  # type: ignore[arg-type]
    return {
        "mentions": [(one, mention) for one in programmes for mention in one.mentions],
        "trends": TrendRepository(session).select(TrendFilter(**wanted)),  # type: ignore[arg-type]
    }
