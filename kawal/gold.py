"""Reviewed articles as gold records, in the form docs/codebook.md gives."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from models.records import ArticleText
from storage.articles import ArticleRepository
from storage.reviewed import ReviewedArticle, ReviewedRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCounts:
    """How many articles were written, and how many not because only some readings were reviewed."""

    written: int
    left_out: int


def write_reviewed(session: Session, folder: Path, *, partly: bool) -> ExportCounts:
    """Write every reviewed article to a file of its own in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written = left_out = 0
    for reviewed in ReviewedRepository(session).articles():
        text = ArticleRepository(session).text(reviewed.article_id)
        if text is None or not (partly or reviewed.complete):
            left_out += 1
            continue
        path = folder / f"reviewed-{reviewed.article_id}.json"
        record = gold_record(text, reviewed)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
        written += 1
    return ExportCounts(written=written, left_out=left_out)


def gold_record(text: ArticleText, reviewed: ReviewedArticle) -> dict[str, Any]:
    """One article with what stands of it after review."""
    return {
        "id": f"reviewed-{reviewed.article_id}",
        "url": text.url,
        "outlet": text.outlet,
        "published": None if text.published is None else text.published.isoformat(),
        "text_kind": "article",
        "text": text.text,
        "relevant": True,
        "figures": [_without_offsets(one) for one in reviewed.figures],
        "programmes": [_without_offsets(one) for one in reviewed.programmes],
        "trends": [_without_offsets(one) for one in reviewed.trends],
        "notes": f"reviewed by {', '.join(reviewed.reviewers)}",
    }


def _without_offsets(reading: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in reading.items() if name not in {"start", "end"}}
