"""The programmes that an article names."""

import re
from collections.abc import Sequence

from extractors.document import Document
from extractors.mentions import RegionMention
from extractors.programmes.candidates import Mention, Source, find_mentions
from extractors.programmes.describing import describe_programme
from extractors.programmes.joining import join_mentions
from extractors.programmes.judging import describe_group
from extractors.programmes.known import load_known
from extractors.programmes.weighing import THRESHOLD, Judge, LinearJudge
from models.records import ProgrammeRecord


def find_programmes(
    document: Document,
    *,
    regions: Sequence[RegionMention] = (),
    home: str | None = None,
    judge: Judge | None = None,
) -> tuple[ProgrammeRecord, ...]:
    """Every named initiative against violence in the article, once each, in text order.

    Args:
        document: the segmented article.
        regions: its region mentions, used to trim names and to place programmes.
        home: code of the region the whole article is about, null when unknown.
        judge: replaces the built-in judgement of what is a programme.
    """
    known = load_known()
    decide = judge or LinearJudge()
    records: list[ProgrammeRecord] = []
    mentions = _without_places(find_mentions(document, known), regions)
    for group in join_mentions(mentions, regions=regions, known=known):
        probability = decide(describe_group(group, document))
        if probability >= THRESHOLD:
            records.append(
                describe_programme(group, document, regions=regions, home=home, confidence=probability)
            )
    return tuple(records)


_KIND_OF_PLACE = re.compile(r"^(?:kota|kabupaten|kab\.?|provinsi|kecamatan)\s+", re.IGNORECASE)
_EXPLAINED = frozenset(
    {Source.DEFINED, Source.LISTED, Source.ANNOUNCED, Source.ROLE, Source.LEAD, Source.NAMED}
)


def _without_places(mentions: Sequence[Mention], regions: Sequence[RegionMention]) -> list[Mention]:
    """The mentions that are not just the name of a region."""
    places = {region.start: region.end for region in regions}
    names = {_KIND_OF_PLACE.sub("", region.text).casefold() for region in regions}
    return [
        mention
        for mention in mentions
        if not _is_head_of_place(mention, names)
        if mention.source not in _EXPLAINED
        or (places.get(mention.start, -1) < mention.end and mention.text.casefold() not in names)
    ]


def _is_head_of_place(mention: Mention, names: set[str]) -> bool:
    """'berbagai sudut Kalimantan Barat': a common noun before a region."""
    if mention.source is not Source.HEAD or not mention.text[:1].islower():
        return False
    return mention.text[len(mention.cue) :].strip().casefold() in names
