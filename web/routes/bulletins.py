"""The archive of the digest: a page an issue, its pictures, and an Atom feed."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request, Response
from markupsafe import Markup

from digest.render import PICTURES
from storage.issues import IssueRepository, everywhere
from web.asking import PageNumber, Store
from web.pages import language_of, tools_of

router = APIRouter(include_in_schema=False)
_ROWS = 52
_ENTRIES = 20


@router.get("/buletin")
def bulletins(request: Request, session: Store, page: PageNumber = 1) -> Response:
    """List the issues of the whole country, the newest first."""
    wishes = everywhere(language_of(request))
    rows = IssueRepository(session).archive(wishes, limit=_ROWS + 1, offset=(page - 1) * _ROWS)
    values = {"rows": rows[:_ROWS], "is_last": len(rows) <= _ROWS, "page": page}
    return tools_of(request).render(request, "bulletins.html", values)


@router.get("/buletin.atom")
def bulletins_feed(request: Request, session: Store) -> Response:
    """Send the newest issues."""
    rows = IssueRepository(session).archive(everywhere(language_of(request)), limit=_ENTRIES)
    values = {"rows": rows, "root": str(request.base_url)}
    return tools_of(request).render(request, "bulletins.atom.xml", values, media_type="application/atom+xml")


@router.get("/buletin/{until}")
def bulletin(request: Request, session: Store, until: date) -> Response:
    """Show one issue as it was frozen."""
    found = IssueRepository(session).archived(until, everywhere(language_of(request)))
    if found is None:
        raise HTTPException(404)
    issue, edition = found
    folder = f"/buletin/{until.isoformat()}/{edition.language.value}/"
    # The page was made by the digest's own templates, which escape whatever articles say.
    content = Markup(edition.page.replace(PICTURES, folder))  # noqa: S704
    values = {"issue": issue, "edition": edition, "content": content}
    return tools_of(request).render(request, "bulletin.html", values)


@router.get("/buletin/{until}/{language}/{name}")
def bulletin_picture(
    session: Store,
    until: date,
    language: Annotated[str, Path(pattern="^(id|en)$")],
    name: Annotated[str, Path(max_length=40, pattern=r"^[a-z0-9-]+\.png$")],
) -> Response:
    """Send one picture of an issue."""
    issues = IssueRepository(session)
    found = issues.archived(until, f"{language}||")
    png = issues.pictures(found[1].id).get(name) if found is not None else None
    if png is None:
        raise HTTPException(404)
    return Response(png, media_type="image/png", headers={"Cache-Control": "public, max-age=86400"})
