"""Everything that may be a programme's name: generous, judged afterwards.

Each finder looks for one way in which Indonesian news introduces a name: a listed
name, a lead noun ('program', 'aplikasi'), a head noun that opens the name itself
('Rumah …', 'Satgas …'), quotation marks, a naming verb ('bernama'), an acronym
beside its expansion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors.document import Document
from extractors.programmes import cues
from extractors.programmes.acronyms import acronym_pairs
from extractors.programmes.introduced import introduced_names
from extractors.programmes.known import KnownProgrammes
from extractors.programmes.names import Token, adjoin, is_title_line, name_end, tokenise
from extractors.programmes.roles import names_beside, names_in_role
from extractors.words import WordPattern, Words


class Source(StrEnum):
    """By which finder a mention was found."""

    KNOWN = "known"
    LEAD = "lead"
    HEAD = "head"
    QUOTED = "quoted"
    NAMED = "named"
    ACRONYM = "acronym"
    LOWER = "lower"
    FAMILY = "family"
    ANNOUNCED = "announced"
    DEFINED = "defined"
    LISTED = "listed"
    HASHTAG = "hashtag"
    CALLED = "called"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One span that may name a programme; ``partner`` is its other form beside it."""

    start: int
    end: int
    text: str
    source: Source
    cue: str = ""
    partner: str = ""
    longer: str = ""
    """A listed name with the capitalised words that follow it."""
    pair: int | None = None
    """The same for the two mentions of one acronym and its expansion."""
    in_words: bool = False
    """Whether words explain the acronym ('singkatan dari', 'atau'), as those of offices seldom are."""
    agency_before: bool = False
    """Whether the run of capitals to the left of the name begins with an office."""


_OPEN = "“\"'‘`«"
_CLOSE = "”\"'’`»"
_GAP = r"[^\S\n]"
"""Blanks of one line: what stands on the next line is announced by nothing on this one."""
_LEAD = WordPattern(
    rf"(?<![\w-])(?P<cue>{cues.LEAD}){_GAP}+(?:{cues.BETWEEN}{_GAP}+){{0,2}}(?P<quote>[{_OPEN}]?){_GAP}*",
    re.IGNORECASE,
)
_HEAD = WordPattern(rf"(?<![\w-])(?P<cue>{cues.HEAD})(?=\s+[“\"'‘`]?\s?[\wA-Z])", re.IGNORECASE)
_KIND_OF_THING = re.compile(rf"(?:{cues.HEAD})\b", re.IGNORECASE)
_NAMED = WordPattern(
    rf"\b(?P<cue>{cues.NAMING})\s*[,:]?\s+(?P<quote>[{_OPEN}]?)\s*(?:adalah\s+|ialah\s+)?", re.IGNORECASE
)
_ANNOUNCED = WordPattern(
    rf"\b(?P<verb>{cues.FOUNDING}|{cues.USING})\s+(?:sebuah\s+|satu\s+|juga\s+|pula\s+|"
    rf"program\s+)?(?P<quote>[{_OPEN}]?)\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"‘`«'](?P<name>[A-Z0-9][^“”\"‘’`«»\n]{1,70}?)(?P<end>[”\"’`»'])(?!\w)")
_QUOTE_TAIL = re.compile(rf"[^{_OPEN}{_CLOSE}\n]{{2,90}}?(?=[{_CLOSE}])")
_LOWER = WordPattern(
    r"(?<![\w-])(?P<name>(?P<head>rumah|ruang|pojok|posko|shelter|taman|sekolah|kelas|"
    r"kafe) (?P<word>[a-z]{4,}))\b"
)


_AUDIENCE = r"(?:Anak|Perempuan|Wanita|Keluarga|Disabilitas|Difabel|Lansia)"
_FAMILY = WordPattern(
    rf"(?<![\w-])(?:[A-Z][\w]+(?:[ /-][A-Z]\w+){{0,3}} (?:Layak|Ramah|Peduli|Sahabat|Sayang) {_AUDIENCE}"
    rf"(?:(?:,| dan| &|/)? (?:Peduli |Layak |Ramah )?{_AUDIENCE}){{0,3}}"
    r"|(?:[A-Z]\w+ ){1,5}(?:Goes|Go) [Tt]o [A-Z]\w+"
    r"|(?:[A-Z]\w+ ){1,2}(?:Masuk|Sambang) (?:Sekolah|Pesantren|Kampus|Madrasah|Desa|Kampung|Nagari|Gampong)"
    r"|\d{1,2} (?i:hari (?:anti|tanpa|aktivisme|gerakan)|days of)[ -]?\w+"
    r"(?: (?:(?:dan|terhadap|pada) )?(?:[Kk]ekerasan|[Tt]erhadap|[A-Z]\w+))*"
    r"|(?i:(?:desa|kelurahan|kampung|kecamatan|kota|kabupaten|nagari|gampong|sekolah|pesantren|madrasah|kampus|"
    r"puskesmas|masjid)(?:/\w+)? (?:layak|ramah) (?:anak|perempuan)"
    r"(?: (?:dan|serta) (?:peduli |layak |ramah )?anak)?)"
    r"|(?i:(?:desa|kelurahan|kampung|kecamatan|kota|kabupaten|nagari|gampong|sekolah|kampus)(?:/\w+)? "
    r"(?:bebas (?:dari )?|zero |nol |anti )(?:kekerasan|pornografi|perkawinan|pernikahan|perundungan|"
    r"bullying)"
    r"(?: (?:anak|usia dini|seksual|terhadap (?:perempuan dan anak|perempuan|anak)))*))\b"
)


_ROLE = re.compile(
    r"(?:(?:Lewat|Melalui|Dalam|Dengan|Selain|Adapun|Kini|Ada|Program|Gerakan|Dapat|Raih|Sabet|Terima|Rebut|Boyong|Gondol|Jadi|Wujudkan|Dukung|Piala|Penghargaan|Anugerah|Status|"
    r"Gelar|Kategori|Evaluasi|Penilaian|Verifikasi|Anggota|Ketua|Kader|Kegiatan|Pengurus|Menuju|Menjadi|Predikat|Pengembangan|Pembina|"
    r"Koordinator) )*"
)


_VERB = re.compile(r"me[mn]\w{3,}|di\w{4,}an\b|ter(?!atai)\w{4,}")
"""'ruang menyampaikan usul': a verb after the noun, no name."""
_QUALITY = re.compile(r"(?:Layak|Ramah|Peduli) ")
"""'Piala Layak Anak' leaves no name once the award is taken off."""


def find_mentions(document: Document, known: KnownProgrammes) -> list[Mention]:
    """All mentions of possible programmes in text order."""
    tokens = tokenise(document.plain)
    starts = {token.start: index for index, token in enumerate(tokens)}
    titles = _title_spans(document, tokens)
    listed = list(_known_mentions(document, tokens, known))
    spelt = [
        *_lead_mentions(document.words, tokens, starts),
        *_head_mentions(document.words, tokens, starts),
        *_named_mentions(document.words, tokens, starts),
        *_announced_mentions(document.words, tokens, starts),
        *_introduced_mentions(document.plain, tokens),
        *_role_mentions(document.plain, tokens),
        *_company_mentions(document.plain, tokens, listed),
    ]
    mentions = [
        mention
        for mention in spelt
        if mention.source is Source.LISTED or not any(a <= mention.start < b for a, b in titles)
    ]
    mentions += listed
    mentions += _quoted_mentions(document.plain)
    mentions += _acronym_mentions(document.plain, tokens)
    mentions += _lower_mentions(document.words)
    mentions += _family_mentions(document.words)
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.source))


def _title_spans(document: Document, tokens: list[Token]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    for block in document.blocks:
        inside: list[Token] = []
        while position < len(tokens) and tokens[position].start < block.end:
            inside.append(tokens[position])
            position += 1
        if is_title_line(inside):
            spans.append((block.start, block.end))
    return spans


def _known_mentions(document: Document, tokens: list[Token], known: KnownProgrammes) -> Iterator[Mention]:
    text = document.plain
    ends = {token.end: index for index, token in enumerate(tokens)}
    for match in known.find(document.words, document.lower_words):
        last = ends.get(match.end)
        further = match.end if last is None else tokens[min(_run_end(text, tokens, last), last + 4) - 1].end
        yield Mention(
            start=match.start,
            end=match.end,
            text=text[match.start : match.end],
            source=Source.KNOWN,
            longer=text[match.start : further],
        )


def _company_mentions(text: str, tokens: list[Token], listed: list[Mention]) -> Iterator[Mention]:
    """Names that stand in one row with a listed programme: 'Puspaga serta Pojok Dengar'."""
    for found in names_beside(text, tokens, [(mention.start, mention.end) for mention in listed]):
        name = text[found.start : found.end]
        yield Mention(start=found.start, end=found.end, text=name, source=Source.ROLE, cue="company")


def _run_end(text: str, tokens: list[Token], last: int) -> int:
    """Index after the capitalised words that directly follow word ``last`` ('Satgas PPA Jember')."""
    end = last + 1
    while end < len(tokens) and tokens[end].is_name and adjoin(text, tokens[end - 1], tokens[end]):
        end += 1
        if end - last > 4:
            break
    return end


def _lead_mentions(words: Words, tokens: list[Token], starts: dict[int, int]) -> Iterator[Mention]:
    text = words.text
    for match in _LEAD.finditer(words):
        span = _name_after(text, tokens, starts, match)
        if span:
            yield Mention(
                start=span[0],
                end=span[1],
                text=text[span[0] : span[1]],
                source=Source.QUOTED if match["quote"] else Source.LEAD,
                cue=match["cue"].casefold(),
            )


def _named_mentions(words: Words, tokens: list[Token], starts: dict[int, int]) -> Iterator[Mention]:
    text = words.text
    for match in _NAMED.finditer(words):
        window = max(0, match.start() - 90), match.start()
        person = cues.PERSON.search(text, *window) and not cues.THING.search(text, *window)
        if person and not _KIND_OF_THING.match(text, match.end()):
            continue
        span = _name_after(text, tokens, starts, match)
        if span:
            yield Mention(
                start=span[0],
                end=span[1],
                text=text[span[0] : span[1]],
                source=Source.NAMED,
                cue=match["cue"].casefold(),
            )


def _announced_mentions(words: Words, tokens: list[Token], starts: dict[int, int]) -> Iterator[Mention]:
    """A name right behind a verb of founding or using: 'membuka Omah Curhat', 'lewat Saber PPA'."""
    text = words.text
    for match in _ANNOUNCED.finditer(words):
        span = _name_after(text, tokens, starts, match)
        if span:
            yield Mention(
                start=span[0],
                end=span[1],
                text=text[span[0] : span[1]],
                source=Source.ANNOUNCED,
                cue=match["verb"].casefold(),
            )


def _name_after(
    text: str, tokens: list[Token], starts: dict[int, int], match: re.Match[str]
) -> tuple[int, int] | None:
    """Span of the name that a cue announces, quoted or capitalised."""
    if match["quote"]:
        quoted = _QUOTE_TAIL.match(text, match.end())
        if quoted is None or not _fit_for_name(quoted[0]):
            return None
        return quoted.start(), quoted.start() + len(quoted[0].rstrip(" ,.;"))
    first = starts.get(match.end())
    if first is None:
        return None
    last = name_end(text, tokens, first)
    return (tokens[first].start, tokens[last - 1].end) if last > first else None


def _head_mentions(words: Words, tokens: list[Token], starts: dict[int, int]) -> Iterator[Mention]:
    text = words.text
    for match in _HEAD.finditer(words):
        first = starts.get(match.start("cue"))
        after = first + len(match["cue"].split()) if first is not None else len(tokens)
        if first is None or after >= len(tokens):
            continue
        last = name_end(text, tokens, after)
        quoted = _quoted_end(text, match.end("cue"))
        if quoted is not None and match["cue"].islower():
            continue
        end = quoted or (tokens[last - 1].end if last > after else None)
        if end is None or text[match.end("cue") : tokens[after].start].strip(f" {_OPEN}"):
            continue
        yield Mention(
            start=match.start("cue"),
            end=end,
            text=text[match.start("cue") : end],
            source=Source.HEAD,
            cue=match["cue"].casefold(),
        )


def _quoted_end(text: str, start: int) -> int | None:
    match = re.compile(rf"\s+[{_OPEN}][^{_OPEN}{_CLOSE}\n]{{2,60}}[{_CLOSE}]").match(text, start)
    return match.end() if match else None


def _quoted_mentions(text: str) -> Iterator[Mention]:
    for match in _QUOTED.finditer(text):
        name = match["name"].strip()
        if _fit_for_name(name) and name[-1] not in ",.!?;:":
            start = match.start("name")
            yield Mention(start=start, end=start + len(name), text=name, source=Source.QUOTED)


def _fit_for_name(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 10:
        return False
    content = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return not content or sum(word[0].isupper() for word in content) >= 0.5 * len(content)


def _acronym_mentions(text: str, tokens: list[Token]) -> Iterator[Mention]:
    for pair in acronym_pairs(text, tokens):
        yield Mention(
            start=pair.start,
            end=pair.end,
            text=text[pair.start : pair.end],
            source=Source.ACRONYM,
            partner=pair.partner,
            pair=pair.place,
            in_words=pair.in_words,
            agency_before=bool(cues.AGENCY.match(pair.run)),
        )


def _lower_mentions(words: Words) -> Iterator[Mention]:
    """'rumah kolaborasi': head noun and modifier in small letters, announced by a verb of building."""
    for match in _LOWER.finditer(words):
        if match["word"] in cues.GENERIC_MODIFIER or _VERB.match(match["word"]):
            continue
        if cues.BUILD.search(words.text, max(0, match.start() - 40), match.start()):
            yield Mention(
                start=match.start("name"),
                end=match.end("name"),
                text=match["name"],
                source=Source.LOWER,
                cue=match["head"],
            )


def _introduced_mentions(text: str, tokens: list[Token]) -> Iterator[Mention]:
    """Names that the sentence explains, lists or coins in small letters."""
    for found in introduced_names(text, tokens):
        name = text[found.start : found.end]
        yield Mention(start=found.start, end=found.end, text=name, source=Source(found.how))


def _role_mentions(text: str, tokens: list[Token]) -> Iterator[Mention]:
    """Names that serve, are handed out or taken up again as programmes are."""
    for found in names_in_role(text, tokens):
        name = text[found.start : found.end]
        yield Mention(start=found.start, end=found.end, text=name, source=Source.ROLE, cue=found.roles)


def _family_mentions(words: Words) -> Iterator[Mention]:
    """Names built like known ones: '… Ramah Anak', '… Goes To School', 'desa bebas …'."""
    for match in _FAMILY.finditer(words):
        start = match.start() + _ROLE.match(match[0]).end()  # type: ignore[union-attr]
        if _QUALITY.match(words.text, start):
            continue
        name = words.text[start : match.end()]
        yield Mention(start=start, end=match.end(), text=name, source=Source.FAMILY)
