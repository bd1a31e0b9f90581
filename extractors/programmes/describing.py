"""What the article says of a programme: name, kind, region, action, evidence."""

from collections.abc import Sequence

from extractors.document import Document
from extractors.mentions import PlaceVia, RegionMention
from extractors.programmes import cues
from extractors.programmes.candidates import Mention, Source
from extractors.programmes.folding import fold_name
from extractors.programmes.joining import Group, sentence_around
from extractors.programmes.kinds import kind_by_words
from models.records import ProgrammeRecord
from models.regions import NATIONAL
from models.vocabulary import ProgrammeAction, ProgrammeKind

_MAX_ALIASES = 8
_NEAR = 25
_CLAUSE = 80
_FIRST = 1


def describe_programme(
    group: Group, document: Document, *, regions: Sequence[RegionMention], home: str | None, confidence: float
) -> ProgrammeRecord:
    """The record of one judged group."""
    name, aliases = _names(group, document)
    best = _best_mention(group, document)
    start, end = _evidence(best, document)
    return ProgrammeRecord(
        name=name,
        aliases=aliases,
        kind=_kind(group, document, best),
        region=_region(group, document, regions=regions, home=home),
        action=_action(group, document),
        evidence=document.text[start:end],
        start=start,
        end=end,
        confidence=round(confidence, 4),
    )


def _names(group: Group, document: Document) -> tuple[str, tuple[str, ...]]:
    forms = [form for form in group.forms.values() if len(fold_name(form)) >= 2]
    own = {fold_name(mention.text) for mention in group.mentions}
    usable = [form for form in forms if fold_name(form) in own] or forms
    name = min(usable, key=lambda form: (len(form), form))
    others = [form for form in forms if form != name and fold_name(form) != fold_name(name)]
    return name, tuple(others[:_MAX_ALIASES])


def _best_mention(group: Group, document: Document) -> Mention:
    """The mention that tells most: launched, else announced or explained, else the first in running text."""

    def worth(mention: Mention) -> tuple[bool, bool, bool, int]:
        text = document.plain[slice(*sentence_around(document, mention))]
        return (
            bool(cues.LAUNCH.search(text)),
            bool(mention.partner),
            mention.source in {Source.LEAD, Source.NAMED} or bool(mention.cue),
            -mention.start,
        )

    return max(group.telling, key=worth)


def _evidence(mention: Mention, document: Document) -> tuple[int, int]:
    sentence = document.sentence_at(mention.start)
    if sentence is None or mention.end > sentence.end:
        return mention.start, mention.end
    return sentence.start, sentence.end


def _kind(group: Group, document: Document, best: Mention) -> ProgrammeKind:
    if group.known is not None:
        return group.known.kind
    places = [(mention.start, mention.end) for mention in (best, *group.telling)]
    return kind_by_words(group.forms.values(), places, document.plain)


def _region(
    group: Group, document: Document, *, regions: Sequence[RegionMention], home: str | None
) -> str | None:
    """The region named with the programme, else the article's own; national hotlines are the nation's."""
    if group.known is not None and group.known.kind is ProgrammeKind.HOTLINE:
        return NATIONAL
    within = [
        region.code
        for mention in group.telling
        for region in regions
        if mention.start <= region.start <= mention.end + _NEAR
        and region.via in {PlaceVia.NAME, PlaceVia.ALIAS}
        and "." not in document.plain[mention.end : region.start]
    ]
    if within and not _listed(group, regions):
        return within[0]
    return home


def _listed(group: Group, regions: Sequence[RegionMention]) -> bool:
    """Whether several regions follow the name, which then tell nothing about one."""
    last = group.telling[-1].end
    return sum(last <= region.start <= last + 60 and region.via is PlaceVia.NAME for region in regions) > 2


def _action(group: Group, document: Document) -> ProgrammeAction:
    """Launched here, still to come, only named beside others, else in operation."""
    sentences = [document.plain[slice(*sentence_around(document, mention))] for mention in group.telling]
    if any(_is_launched(mention, document) for mention in group.telling):
        return ProgrammeAction.LAUNCHED
    if any(_is_planned(mention, document) for mention in group.telling[:_FIRST]):
        return ProgrammeAction.PLANNED
    if all(cues.ATTENDED.search(text) for text in sentences):
        return ProgrammeAction.MENTIONED
    return ProgrammeAction.RUNNING


def _is_planned(mention: Mention, document: Document) -> bool:
    """Whether the words right around the name say that it is still to come."""
    start, end = sentence_around(document, mention)
    window = document.plain[max(start, mention.start - _CLAUSE) : min(end, mention.end + _CLAUSE)]
    return cues.PLAN.search(window) is not None


def _is_newly_set_up(mention: Mention, document: Document) -> bool:
    sentence = document.plain[slice(*sentence_around(document, mention))]
    if cues.LONG_AGO.search(sentence) or cues.PLAN.search(sentence):
        return False
    on_a_day = cues.SET_UP.search(sentence) and cues.ON_A_DAY.search(sentence)
    return bool(on_a_day or cues.NEWLY_SET_UP.search(sentence))


def _is_launched(mention: Mention, document: Document) -> bool:
    if _is_newly_set_up(mention, document):
        return True
    before = document.plain[max(0, mention.start - 60) : mention.start]
    after = document.plain[mention.end : mention.end + 80]
    verb = cues.LAUNCH.search(before) or cues.LAUNCHED_AFTER.match(after) or cues.LAUNCH.search(after[:70])
    return verb is not None and not cues.LONG_AGO.search(f"{before} {after}")
