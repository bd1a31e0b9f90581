"""This week's issue written to files, to be looked at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from digest.compose import compose
from digest.render import FOOT, render
from digest.window import WIB
from models.vocabulary import Language, Topic

WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class DigestFiles:
    """Where a preview lies."""

    subject: str
    html: Path
    text: Path


def preview(
    session: Session,
    *,
    now: datetime,
    output_dir: Path,
    since: date | None = None,
    until: date | None = None,
    regions: tuple[str, ...] = (),
    topics: tuple[Topic, ...] = (),
    language: Language = Language.INDONESIAN,
) -> DigestFiles:
    """Write the issue that ends today, or on ``until``, as HTML and text; a week unless told otherwise."""
    last = until or now.astimezone(WIB).date()
    first = since or last - WEEK
    issue = compose(session, since=first, until=last, regions=regions, topics=topics, language=language)
    rendered = render(issue)
    name = "-".join(["digest", last.isoformat(), *regions, language])
    output_dir.mkdir(parents=True, exist_ok=True)
    html, text = output_dir / f"{name}.html", output_dir / f"{name}.txt"
    shown = rendered.html.replace(FOOT, "")
    for picture in rendered.pictures:
        (output_dir / f"{name}-{picture.name}").write_bytes(picture.png)
        shown = shown.replace(f"cid:{picture.name}", f"{name}-{picture.name}")
    html.write_text(shown, encoding="utf-8")
    text.write_text(rendered.text, encoding="utf-8")
    return DigestFiles(rendered.subject, html, text)
