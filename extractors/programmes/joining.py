"""Mentions of one programme joined into one group within an article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Document, Span
from extractors.mentions import RegionMention
from extractors.programmes import cues
from extractors.programmes.candidates import Mention, Source
from extractors.programmes.folding import fold_name
from extractors.programmes.known import KnownProgramme, KnownProgrammes
from extractors.words import Words

_TAIL_WORDS = re.compile(
    r"(?:\s+(?:di|se|ke|dari|asal|besutan|buatan|untuk|dan|tingkat|wilayah|kota|kabupaten|kab|provinsi|prov|kecamatan|kec|desa|"
    r"kelurahan|"
    r"polda|polres\w*|polsek|dinas|pemkot|pemkab|pemprov|universitas|kampus|milik|tahun|\d{4})\.?)+\W*$",
    re.IGNORECASE,
)
_AGENCY_TAIL = re.compile(
    r"\s+(?:Polda|Polres\w*|Polri|Bareskrim|Ditreskrimum|Ditereskrimum|Dinas|DP\w*\d\w*|DPPPA|Kemen\w*|"
    r"Kementerian|"
    r"Universitas|UPTD|Pemkot|Pemkab|Pemprov|Kabupaten|Kota|Provinsi|Kecamatan|Kelurahan|"
    r"RSUD)\b(?! (?:Layak|Ramah|Sehat|Peduli)).*$"
)
_LEADS = re.compile(rf"^(?:{cues.LEAD}|tim)\s+", re.IGNORECASE)
_HEAD_WORDS = frozenset(fold_name(word) for word in re.split(r"\|", cues.HEAD))
_HEAD_BEFORE = re.compile(rf"^(?:{cues.HEAD})\s+[“\"'‘]?(?=[A-Z#])")
_BEARER = re.compile(
    r"^(?i:kader|relawan|komunitas|deklarasi|ikrar|posko|barisan|pasukan) (?=[A-Z]{4}|[A-Z]\w+ [A-Z]\w+)"
)
"""'Kader PELITA' is called 'PELITA' as well."""
_MAX_EXTRA = 60
_TELLING = 16
_MOST_FORMS = 24
_REACH = 300
_QUOTE = 2
"""A space and a quotation mark."""


def sentence_around(document: Document, mention: Mention) -> Span:
    """The mention's sentence, cut to a bounded stretch around it."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return mention.start, mention.end
    return max(sentence.start, mention.start - _REACH), max(
        mention.end, min(sentence.end, mention.end + _REACH)
    )


@dataclass(slots=True)
class Group:
    """All mentions of what seems one programme."""

    mentions: list[Mention]
    forms: dict[str, str] = field(default_factory=dict)
    """Folded form to the form as first written."""
    known: KnownProgramme | None = None

    @property
    def telling(self) -> list[Mention]:
        """The first mentions, which are enough to judge and describe the programme by."""
        return self.mentions[:_TELLING]

    def add_form(self, form: str) -> None:
        """Note one more way in which the article writes the name."""
        folded = fold_name(form)
        if len(folded) > 1 and len(self.forms) < _MOST_FORMS:
            self.forms.setdefault(folded, " ".join(form.split()))


@dataclass(frozen=True, slots=True)
class _Trimmed:
    mention: Mention
    forms: tuple[str, ...]
    beside: tuple[Mention, ...] = ()
    """Other finders' mentions of the same words."""


def join_mentions(
    mentions: Sequence[Mention], *, regions: Sequence[RegionMention], known: KnownProgrammes
) -> list[Group]:
    """Groups of mentions in order of first mention."""
    trimmed = [_trim(mention, regions) for mention in mentions]
    apart = _without_overlap(trimmed, known)
    return _merged(_single(item, known) for item in _with_names_before(apart))


def _with_names_before(items: Sequence[_Trimmed]) -> Iterator[_Trimmed]:
    """A quoted name right behind another is the same programme's: 'Rumah Curhat ‘Teman Setia’'."""
    before: _Trimmed | None = None
    for item in items:
        told = before is not None and before.mention.source in {Source.ANNOUNCED, Source.HEAD, Source.LOWER}
        quoted = item.mention.source is Source.QUOTED
        if before is not None and told and quoted and item.mention.start - before.mention.end <= _QUOTE:
            yield replace(item, forms=(*item.forms, before.mention.text))
        else:
            yield item
        before = item


def _trim(mention: Mention, regions: Sequence[RegionMention]) -> _Trimmed:
    """The mention without a region or agency at its end, and the forms it is written in."""
    full = mention.text
    cut = mention.end
    for region in regions:
        if mention.start < region.start < cut <= region.end:
            cut = region.start
    text = full[: cut - mention.start]
    if mention.source is not Source.KNOWN:
        text = _AGENCY_TAIL.sub("", text)
    if text != full:
        text = _TAIL_WORDS.sub("", text)
    text = text.strip(" ,.;:-–")
    if not text or fold_name(text) in _HEAD_WORDS:
        text = full
    forms = [text, full, mention.partner, mention.longer]
    if mention.source in {Source.LEAD, Source.QUOTED} and mention.cue:
        forms.append(f"{mention.cue} {text}")
    return _Trimmed(
        replace(mention, text=text, end=mention.start + len(text)), tuple(form for form in forms if form)
    )


def _without_overlap(trimmed: list[_Trimmed], known: KnownProgrammes) -> list[_Trimmed]:
    """One mention for each place in the text; what the losers were called stays as a form."""
    kept: list[_Trimmed] = []
    dropped_pairs: set[int] = set()
    for item in sorted(trimmed, key=lambda item: _precedence(item.mention, known)):
        place = bisect_left(kept, item.mention.end, key=lambda other: other.mention.start)
        if place and kept[place - 1].mention.end > item.mention.start:
            kept[place - 1] = _with_forms_of(kept[place - 1], item, dropped_pairs)
        else:
            kept.insert(place, item)
    return [
        item
        for item in kept
        if item.mention.pair not in dropped_pairs or item.mention.source is not Source.ACRONYM
    ]


def _precedence(mention: Mention, known: KnownProgrammes) -> tuple[int, int, str]:
    return _rank(mention, known), mention.start - mention.end, mention.source


def _rank(mention: Mention, known: KnownProgrammes) -> int:
    """Which of two overlapping mentions stands.

    A name announced by a lead noun beats the listed name that it begins with, a task force
    the listed scheme that it serves ('Gugus Tugas KLA'); a listed name beats the rest.
    """
    if (
        mention.source is Source.LEAD
        and known.lookup(mention.text) is None
        and _begins_listed(mention, known)
    ):
        return 0
    if mention.source is Source.HEAD and mention.cue.endswith(("gugus", "gugus tugas")):
        return 0
    return {Source.KNOWN: 1, Source.LOWER: 3, Source.ROLE: 4}.get(mention.source, 2)


def _begins_listed(mention: Mention, known: KnownProgrammes) -> bool:
    found = known.find(Words(mention.text))
    return bool(found) and found[0].start == 0 and len(mention.text[found[0].end :].split()) >= 2


def _with_forms_of(winner: _Trimmed, loser: _Trimmed, dropped_pairs: set[int]) -> _Trimmed:
    """The winner, called also what an overlapping mention of the same thing is called."""
    one, other = winner.mention, loser.mention
    if one.start != other.start and one.end != other.end:
        return winner
    beside = (*winner.beside, other)
    if other.source is Source.ACRONYM:
        if one.end != other.end or one.start > other.start:
            return winner
        prefix = one.text[: other.start - one.start]
        if prefix and other.pair is not None:
            dropped_pairs.add(other.pair)
        return replace(winner, forms=(*winner.forms, f"{prefix}{other.partner}"), beside=beside)
    longer = other.start <= one.start and one.end <= other.end
    if longer and len(other.text) - len(one.text) > _MAX_EXTRA:
        return winner
    return replace(winner, forms=(*winner.forms, *loser.forms) if longer else winner.forms, beside=beside)


def _single(item: _Trimmed, known: KnownProgrammes) -> Group:
    group = Group([item.mention, *item.beside])
    for form in item.forms:
        group.add_form(form)
        if item.mention.source is Source.HEAD and form[:1].islower():
            group.add_form(_HEAD_BEFORE.sub("", form))
        group.add_form(_LEADS.sub("", form))
        group.add_form(_BEARER.sub("", form))
    for form in (item.mention.text, item.mention.partner):
        group.known = group.known or known.lookup(form) or known.lookup(_LEADS.sub("", form))
    return group


def _merged(groups: Iterable[Group]) -> list[Group]:
    """Join groups that share a form (lead words aside) or a listed programme."""
    host_of: dict[str, Group] = {}
    kept: dict[int, Group] = {}
    for group in groups:
        keys = _keys(group)
        hosts = list({id(host_of[key]): host_of[key] for key in keys if key in host_of}.values())
        host = hosts[0] if hosts else group
        for other in hosts[1:]:
            del kept[id(other)]
            keys += _keys(other)
            _absorb(host, other)
        if hosts:
            _absorb(host, group)
        else:
            kept[id(group)] = group
        host_of.update(dict.fromkeys(keys, host))
    return _with_short_references(list(kept.values()))


def _with_short_references(groups: list[Group]) -> list[Group]:
    """'Satgas Unsulbar' after 'Satgas PPKPT': the article's one task force, called by its place or head."""
    named = [group for group in groups if _is_task_force(group) and _names_topic(group)]
    short = [group for group in groups if _is_task_force(group) and not _names_topic(group)]
    if len(named) != 1:
        return groups
    for group in short:
        _absorb(named[0], group)
    return [group for group in groups if not any(group is other for other in short)]


def _is_task_force(group: Group) -> bool:
    return any(_TASK_FORCE.match(form) for form in group.forms.values())


def _names_topic(group: Group) -> bool:
    return group.known is not None or any(cues.TOPIC.search(form) for form in group.forms.values())


def _absorb(host: Group, group: Group) -> None:
    host.mentions += group.mentions
    for form in group.forms.values():
        host.add_form(form)
    host.known = host.known or group.known


_VICTIMS = re.compile(r"perempuan|wanita|anak|ppa\b", re.IGNORECASE)
_TASK_FORCE = re.compile(r"^(?:tim )?(?:satgas|satuan tugas)\b", re.IGNORECASE)


def _task_force_key(group: Group) -> list[str]:
    """'Satgas PPA' and 'Satgas Antisipasi Kekerasan Perempuan dan Anak': one article, one task force."""
    if not any(_TASK_FORCE.match(form) for form in group.forms.values()):
        return []
    both = {"perempuan", "anak"}
    named = {word.casefold() for form in group.forms.values() for word in _VICTIMS.findall(form)}
    return ["=satgas perempuan dan anak"] if both <= named or "ppa" in named else []


def _keys(group: Group) -> list[str]:
    keys = {fold_name(_LEADS.sub("", form)) for form in group.forms.values()} | set(group.forms)
    if group.known:
        keys.add(f"={group.known.name}")
    return sorted(key for key in [*keys, *_task_force_key(group)] if key)
