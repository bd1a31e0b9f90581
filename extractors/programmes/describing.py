"""What the article says of a programme: name, kind, region, action, evidence."""

import re
from collections.abc import Sequence

from extractors.document import Document
from extractors.mentions import PlaceVia, RegionMention
from extractors.programmes import cues
from extractors.programmes.candidates import Mention, Source
from extractors.programmes.folding import fold_name
from extractors.programmes.joining import Group, sentence_around
from models.records import ProgrammeRecord
from models.vocabulary import ProgrammeAction, ProgrammeKind

_KINDS: tuple[tuple[ProgrammeKind, str], ...] = (
    (ProgrammeKind.TASK_FORCE, r"satgas|satuan tugas|gugus tugas|tim (?:reaksi|satgas|pencegahan)|pasukan"),
    (
        ProgrammeKind.APP,
        r"aplikasi|platform|website|portal|chat\s?bot|android|online sistem|sistem online|\bapps?\b",
    ),
    (
        ProgrammeKind.HOTLINE,
        r"hotline|call[\s-]?cent|care center|kontak center|telepon|saluran pengaduan|nomor pengaduan",
    ),
    (ProgrammeKind.SPACE, r"\brumah\b|\bruang|shelter|\btaman\b|pojok|\bkafe\b|safe house|sanggar|balai"),
    (
        ProgrammeKind.COMMUNITY,
        r"forum|komunitas|kelompok|kader|relawan|berbasis masyarakat|jejaring|aliansi|duta",
    ),
    (ProgrammeKind.POLICY, r"\blayak anak|\bramah|komitmen|kebijakan|strategi|\bdesa\b|kelurahan|bebas"),
    (
        ProgrammeKind.CAMPAIGN,
        r"kampanye|gerakan|deklarasi|sosialisasi|\bstop\b|anti kekerasan|\bhari anti|aksi|goes to|go to",
    ),
    (
        ProgrammeKind.SERVICE,
        r"layanan|sistem|\bpos\b|posko|mobil|motor|pusat|klinik|konseling|pendampingan|pengaduan",
    ),
)
_MAX_ALIASES = 8


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
    named = " ".join([*group.forms.values(), *(mention.cue for mention in group.telling)])
    around = document.plain[max(0, best.start - 60) : best.end + 100]
    for text in (named, around):
        for kind, pattern in _KINDS:
            if re.search(pattern, text, re.IGNORECASE):
                return kind
    return ProgrammeKind.OTHER


_NATIONAL = re.compile(
    r"kemen\w*|kementerian|kementrian|menteri|presiden|nasional|se-?indonesia|mabes polri|bareskrim",
    re.IGNORECASE,
)


def _region(
    group: Group, document: Document, *, regions: Sequence[RegionMention], home: str | None
) -> str | None:
    """The region named with the programme, else the one its sentence speaks of, else the article's own."""
    within = [
        region.code
        for mention in group.telling
        for region in regions
        if mention.start <= region.start <= mention.end + 25
        and "." not in document.plain[mention.end : region.start]
    ]
    if within and not _listed(document, group, regions):
        return within[0]
    return home


def _listed(document: Document, group: Group, regions: Sequence[RegionMention]) -> bool:
    """Whether several regions follow the name, which then tell nothing about one."""
    last = group.telling[-1].end
    return sum(last <= region.start <= last + 60 and region.via is PlaceVia.NAME for region in regions) > 2


def _action(group: Group, document: Document) -> ProgrammeAction:
    texts = [document.plain[slice(*sentence_around(document, mention))] for mention in group.telling]
    if any(cues.LAUNCH.search(text) for text in texts):
        return ProgrammeAction.LAUNCHED
    if texts and all(cues.PLAN.search(text) for text in texts):
        return ProgrammeAction.PLANNED
    return (
        ProgrammeAction.RUNNING if any(cues.RUN.search(text) for text in texts) else ProgrammeAction.MENTIONED
    )
