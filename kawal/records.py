"""The line that ``kawal extract`` writes for one article, as docs/codebook.md defines it."""

import json

from kawal.output import as_record
from models.records import Extraction


def extraction_record(extraction: Extraction) -> dict[str, object]:
    """Give one article's records in the gold format plus confidence and offsets."""
    return {
        "id": extraction.article_id,
        "relevant": extraction.relevant,
        "relevance": round(extraction.relevance, 4),
        "figures": [as_record(figure) for figure in extraction.figures],
        "programmes": [as_record(programme) for programme in extraction.programmes],
        "trends": [as_record(trend) for trend in extraction.trends],
        "versions": dict(extraction.versions),
    }


def extraction_line(extraction: Extraction) -> str:
    """Give the record as one line of JSON."""
    return json.dumps(extraction_record(extraction), ensure_ascii=False)
