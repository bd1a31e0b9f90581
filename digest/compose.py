"""Choosing what is news for a reader."""

from datetime import date

from sqlalchemy.orm import Session

from digest.changes import changed_findings, shortened
from digest.figures import region_charts
from digest.issue import Issue
from digest.others import new_programmes, silent_regions
from digest.reasons import Reasons
from digest.stories import new_stories
from digest.texts import load_texts
from digest.window import Window
from models.vocabulary import Language, Topic
from storage.regions import RegionRepository

MOST_FINDINGS = 20
MOST_STORIES = 30
MOST_SILENCES = 10


def compose(
    session: Session,
    *,
    since: date,
    until: date,
    regions: tuple[str, ...] = (),
    topics: tuple[Topic, ...] = (),
    language: Language = Language.INDONESIAN,
) -> Issue:
    """One issue: what changed, what is new, what is quiet, from ``since`` to ``until`` (both included).

    ``regions`` are codes of any level, each with everything in it; none is the whole country. No topic
    is every topic.
    """
    window = Window(since=since, until=until, regions=regions, topics=topics)
    texts = load_texts(language)
    names = RegionRepository(session)
    reasons = Reasons(window, texts, names)
    changed, confirmed = changed_findings(session, window, reasons)
    findings, more_findings = shortened(changed, MOST_FINDINGS)
    stories, more_stories = new_stories(session, window, texts, reasons, limit=MOST_STORIES)
    silences, more_silences = silent_regions(session, window, limit=MOST_SILENCES)
    return Issue(
        since=since,
        until=until,
        regions=() if window.everywhere else tuple(names.name(code) or code for code in regions),
        language=language,
        findings=findings,
        more_findings=more_findings,
        confirmed=confirmed,
        stories=stories,
        more_stories=more_stories,
        programmes=new_programmes(session, window, reasons),
        silences=silences,
        more_silences=more_silences,
        charts=region_charts(session, window, language),
        topics=topics,
    )
