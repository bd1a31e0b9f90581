"""Storing what was extracted from an article, and finding articles that wait for it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.crawling import Source
from models.masking import identifying_spans, public_spans, shown
from models.reading import Article, Figure, Programme, ProgrammeMention, Trend
from models.records import ArticleText, Extraction, FigureRecord, ProgrammeRecord, TrendRecord
from storage.articles import article_texts, as_article_text
from storage.standing import apply_answers

_NOT_A_WORD = re.compile(r"[^\w]+")
Joint = tuple[str, str | None]


class ExtractionRepository:
    """All SQL that writes ``figure``, ``programme``, ``programme_mention`` and ``trend``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def to_extract(
        self, versions: Mapping[str, str], limit: int, *, source_name: str | None = None
    ) -> list[ArticleText]:
        """Standing articles not yet read by exactly these versions, locked for this transaction.

        ``ArticleText.id`` is the article's number as text. Articles another worker
        holds are left to it.
        """
        wanted = Article.extraction_versions.is_distinct_from(dict(versions))
        query = article_texts().where(Article.current, wanted).order_by(Article.id).limit(limit)
        if source_name is not None:
            query = query.where(Source.name == source_name)
        rows = self._session.execute(query.with_for_update(of=Article, skip_locked=True))
        return [as_article_text(row) for row in rows]

    def store(self, article_id: int, extraction: Extraction) -> None:
        """Store an extraction in place of the one before, all of it or nothing; people's answers are kept."""
        locked = select(Article.text).where(Article.id == article_id).with_for_update()
        text = self._session.scalars(locked).one()
        hidden = identifying_spans(text, extraction.persons or ())
        for table in (Figure, ProgrammeMention, Trend):
            self._session.execute(delete(table).where(table.article_id == article_id))
        place = {"article_id": article_id, "article_length": len(text)}

        def covered(record: FigureRecord | ProgrammeRecord | TrendRecord) -> dict[str, Any]:
            public = shown(text, hidden, record.start, record.end)
            return place | {"public_evidence": None if public == record.evidence else public}

        self._insert(Figure, [covered(record) | _figure(record) for record in extraction.figures])
        self._insert(Trend, [covered(record) | _trend(record) for record in extraction.trends])
        joined = self._programme_ids(extraction.programmes)
        mentions = [
            covered(record) | _mention(record) | {"programme_id": joined[_joint(record)]}
            for record in extraction.programmes
        ]
        self._insert(ProgrammeMention, mentions)
        done = {
            "relevance": extraction.relevance,
            "extraction_versions": dict(extraction.versions),
            "persons": None if extraction.persons is None else [list(span) for span in extraction.persons],
            "hidden": [list(span) for span in public_spans(text, extraction.persons or ())],
        }
        self._session.execute(update(Article).where(Article.id == article_id).values(**done))
        apply_answers(self._session, article_id, new_rows=True)

    def _insert(self, table: type[Figure | ProgrammeMention | Trend], rows: list[dict[str, Any]]) -> None:
        if rows:
            self._session.execute(insert(table), rows)

    def _programme_ids(self, records: Iterable[ProgrammeRecord]) -> dict[Joint, int]:
        """The programme of each name and region, made where it is new."""
        wanted = {_joint(record): record for record in records}
        ids: dict[Joint, int] = {}
        # One order for everybody: two workers with the same programmes cannot deadlock.
        for joint in sorted(wanted, key=lambda joint: (joint[0], joint[1] or "")):
            key, region = joint
            row = upsert(Programme).values(
                key=key, name=wanted[joint].name, kind=wanted[joint].kind, region_code=region
            )
            # Setting the key to itself makes the server return the row that was there.
            kept = row.on_conflict_do_update(
                constraint="uq_programme_key_region_code", set_={"key": row.excluded.key}
            )
            ids[joint] = self._session.scalars(kept.returning(Programme.id)).one()
        return ids


def programme_key(name: str) -> str:
    """A name as programmes are joined by: without capitals, marks and spaces."""
    return _NOT_A_WORD.sub("", name.casefold())


def _joint(record: ProgrammeRecord) -> Joint:
    return programme_key(record.name), record.region


def _figure(record: FigureRecord) -> dict[str, Any]:
    return {
        "value": record.value,
        "unit": record.unit,
        "region_code": record.region,
        "year": record.year,
        "period": record.period,
        "population": record.population,
        "violence": record.violence,
        "breakdown": record.breakdown,
        "qualifier": record.qualifier,
        "credited_source": record.source,
        **_evidence(record),
    }


def _trend(record: TrendRecord) -> dict[str, Any]:
    return {
        "direction": record.direction,
        "delta": record.delta,
        "from_year": record.from_year,
        "to_year": record.to_year,
        "region_code": record.region,
        "population": record.population,
        "violence": record.violence,
        **_evidence(record),
    }


def _mention(record: ProgrammeRecord) -> dict[str, Any]:
    return {
        "name": record.name,
        "aliases": list(record.aliases),
        "action": record.action,
        **_evidence(record),
    }


def _evidence(record: FigureRecord | ProgrammeRecord | TrendRecord) -> dict[str, Any]:
    return {
        "evidence": record.evidence,
        "start_offset": record.start,
        "end_offset": record.end,
        "confidence": record.confidence,
    }
