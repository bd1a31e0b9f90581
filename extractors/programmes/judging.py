"""Whether a group of mentions names a programme: interpretable features.

What each feature weighs stands in :mod:`extractors.programmes.weighing`.
"""

import re
from collections.abc import Sequence

from extractors.document import Document
from extractors.programmes import against, cues, wordings
from extractors.programmes.candidates import Mention, Source
from extractors.programmes.folding import fold_name, word_set
from extractors.programmes.joining import Group, sentence_around

Features = dict[str, float]

_NEXT_SENTENCE = 120
_ACTS = re.compile(r"[”\"’'`»]\s+(?:\w+\s+){0,2}?(?:me|di|ber|ter)(?!nurut|ngatakan|nyebut|katakan)\w{4,}\b")
_GENERIC_PLACE = re.compile(
    r"(?:rumah (?:singgah|aman|perlindungan)|shelter|selter|pos|posko|ruang|layanan|klinik|unit|pusat|loket)"
    r"(?: (?:perempuan|wanita|dan|anak|korban|kekerasan|pengaduan|aduan|layanan|pelayanan|perlindungan|"
    r"terpadu|"
    r"konseling|konsultasi|ramah))*",
    re.IGNORECASE,
)
ROLES = ("born", "serves", "handled", "presented", "taken_up", "company")
_PROGRAMME_WORD = re.compile(
    r"^(?:sistem|layanan|gerakan|pusat|program|aplikasi|pos|posko|rumah|ruang|sekolah|kelompok|forum|"
    r"satgas|satuan tugas|"
    r"gugus tugas|sosialisasi|(?:desa|kelurahan|kampung|kecamatan|nagari|kabupaten|kota)\b.*(?:layak|"
    r"ramah|peduli|bebas)|"
    r"care|pelayanan|kader|relawan|"
    r"berani|bersama|sahabat|stop|cegah|lapor|siap|sapa|mobil|motor|komunitas|tim|jaringan|pelopor|call|"
    r"hotline|"
    r"perlindungan anak|perlindungan perempuan|aksi|peduli|unit reaksi|inovasi|edukasi|brigade|kelas|taman)",
    re.IGNORECASE,
)
_PLACE_HEAD = re.compile(
    r"^(?:desa|kelurahan|kecamatan|nagari|gampong|kampung|kota|kabupaten|taman|balai|pusat|mobil|motor|"
    r"klinik|tim|bunda)\b",
    re.IGNORECASE,
)
_BUNDA = re.compile(r"\bbunda\s+$", re.IGNORECASE)
_SETS_UP = re.compile(rf"(?!hadir)(?:{cues.FOUNDING})", re.IGNORECASE)
_NUMBERED = re.compile(r"\s(?:[IVX]+|\d+)\b")
_CARING_NAME = re.compile(cues.CARING_NAME, re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    rf"\b(?:{wordings.DEFINING}|{cues.HEAD}|kerja sama|sebagai|bertajuk)(?: \w+)?\s+[“\"'‘`«]$",
)
_TITLED = re.compile(
    r"\b(?:gerakan|program|kampanye|inovasi|aplikasi|layanan|komunitas|kelas|klinik|pos|posko|bus|mobil|"
    r"motor|"
    r"perahu|gerobak|bilik|rumah)(?:\s\w+){0,2}\s(?:bertajuk|berjuluk|berlabel|bertuliskan)\W*$",
    re.IGNORECASE,
)
"""'gerakan bertajuk …', 'bus konseling bertuliskan …': a title that names the thing."""
_FOUNDING = re.compile(cues.FOUNDING, re.IGNORECASE)
_SPELT = frozenset({Source.ANNOUNCED, Source.LEAD, Source.NAMED, Source.DEFINED})
_CALL = re.compile(
    r"(?:(?i:lapor|sapa|hall?o|hel?lo|curhat|jaga|kawal|sobat|sahabat|ayo|yuk|berani|siaga|cegah|geber|"
    r"gerbang|"
    r"gema|kawan|teman))\s+[A-Z]"
)
_CONTACT = re.compile(
    r"hotline|call|kontak|saluran|jalur|kanal|posko|nomor|formulir|wa\b|whats\s?app", re.IGNORECASE
)
_TASK_FORCE = re.compile(r"(?:satgas|satuan tugas|gugus tugas|tim gugus|tim satgas)\s+\S", re.IGNORECASE)
_GENERIC_ACTIVITY = re.compile(
    r"^(?:sosialisasi |edukasi |layanan |gerakan |program |inovasi )*(?:pencegahan|penanganan|"
    r"perlindungan|pemberdayaan|advokasi|"
    r"peningkatan|pemenuhan|pendampingan|penguatan|pelatihan|penghapusan|pengarusutamaan|undang|uu |"
    r"peraturan|perda)\b",
    re.IGNORECASE,
)
_NAME_TOPIC = re.compile(
    r"ramah|layak|peduli|bebas|tangguh|lindung|\baman|kekerasan|sahabat|sapa|lapor|cegah|stop|hebat",
    re.IGNORECASE,
)
_GENERIC_NAMES = (
    frozenset(
        [
            "ppa pppa ppo tppo kdrt perlindungan perempuan dan anak",
            "pelayanan perempuan dan anak",
            "pemberdayaan perempuan",
        ]
    )
    | frozenset(
        {
            "ppa",
            "pppa",
            "ppo",
            "tppo",
            "kdrt",
            "abh",
            "opd",
            "satgas",
            "forum",
            "umkm",
            "sdm",
            "medsos",
            "whatsapp",
        }
    )
    | word_set(
        "sos vct cctv sop qr nik ktp kk sk apd qris gps sms rt rw pkk tni polri mui bpd bpbd pns asn lsm ngo "
        "ormas paud sd smp sma smk iii wib wit wita"
    )
)
_SMALL = word_set("dan di ke untuk terhadap dalam pada bagi dari atas oleh dengan serta of the and to for")
_ONLY_DIGITS = re.compile(r"[\dx\W_]+", re.IGNORECASE)


def describe_group(group: Group, document: Document) -> Features:
    """Features of a group, all between 0 and 1."""
    first = min(group.mentions, key=lambda mention: mention.start)
    features: Features = {}
    if group.known is not None and not _only_titles(group, document):
        features["known"] = 1.0
    for name, value in (
        *_source_features(group),
        *_context_features(group, document),
        *_contrary_features(group, document),
        *_name_features(group, first),
    ):
        if value:
            features[name] = float(value)
    return features


def _only_titles(group: Group, document: Document) -> bool:
    """'Bunda Forum Anak' is a title, not a mention of the forum."""
    listed = [mention for mention in group.telling if mention.source is Source.KNOWN]
    return bool(listed) and all(_BUNDA.search(_before(document, mention, 8)) for mention in listed)


def _source_features(group: Group) -> list[tuple[str, bool]]:
    sources = {mention.source for mention in group.mentions}
    cued_quote = any(m.source is Source.QUOTED and m.cue for m in group.telling)
    return [
        ("lead", Source.LEAD in sources or cued_quote),
        ("head", Source.HEAD in sources),
        ("named", Source.NAMED in sources),
        ("quoted", Source.QUOTED in sources),
        ("quoted_after_cue", cued_quote),
        ("acronym", Source.ACRONYM in sources),
        ("spelt_out", any(m.in_words for m in group.telling)),
        ("lower", Source.LOWER in sources),
        ("defined", Source.DEFINED in sources),
        ("listed", Source.LISTED in sources),
        ("hashtag", Source.HASHTAG in sources),
        ("called", Source.CALLED in sources),
        ("family", Source.FAMILY in sources),
        *((role, any(_plays(m, role) for m in group.telling)) for role in ROLES),
        ("founded", any(m.source is Source.ANNOUNCED and _FOUNDING.match(m.cue) for m in group.telling)),
        ("owned", any(_is_owned(m) for m in group.telling)),
        ("calling_name", any(_is_call(m) for m in group.telling)),
        ("task_force", any(_TASK_FORCE.match(m.text) for m in group.telling)),
        ("named_head", any(_is_named_head(m) for m in group.telling)),
        ("shelter", any(m.cue in {"shelter", "selter"} for m in group.telling)),
        ("contact", any(_CONTACT.match(m.cue) for m in group.telling)),
        ("sosialisasi", any(m.cue == "sosialisasi" for m in group.telling)),
    ]


def _plays(mention: Mention, role: str) -> bool:
    return mention.source is Source.ROLE and role in mention.cue.split("+")


def _is_announced(group: Group) -> bool:
    """'inovasi Sapa Bunda …': the noun before it says that no mother of a place is meant."""
    return any(m.source in {Source.LEAD, Source.NAMED, Source.QUOTED, Source.DEFINED} for m in group.telling)


def _is_owned(mention: Mention) -> bool:
    """'Kami punya Lentera Kasih': several capitalised words that somebody has or makes."""
    words = mention.text.split()
    own = mention.source is Source.ANNOUNCED and wordings.OWNING.match(mention.cue) is not None
    return own and len(words) > 1 and all(word[0].isupper() for word in words)


def _is_call(mention: Mention) -> bool:
    """'melalui Lapor Mbak Rini': a name that calls on its reader or greets."""
    return mention.source in _SPELT and _CALL.match(mention.text) is not None


def _is_named_head(mention: Mention) -> bool:
    """'komunitas Teman Gerbong': the noun in small letters, so that what follows is a name."""
    return mention.source is Source.HEAD and mention.text[:1].islower() and not _NUMBERED.search(mention.text)


def _context_features(group: Group, document: Document) -> list[tuple[str, bool]]:
    after_noun = thing = False
    launch = topic = slogan = title = in_use = described = harm = protests = receives = False
    for mention in group.telling:
        before = _before(document, mention, 70)
        after = document.plain[mention.end : mention.end + 40]
        launch = launch or bool(cues.LAUNCH.search(before) or cues.LAUNCHED_AFTER.match(after))
        if mention.source is Source.QUOTED:
            after_noun = after_noun or bool(_NOUN_BEFORE.search(before[-45:]))
        if mention.source is Source.NAMED:
            thing = thing or bool(cues.THING.search(before))
        described = described or bool(cues.DESCRIBED_AFTER.match(after))
        protests = protests or bool(cues.PROTESTS_AFTER.match(after))
        slogan = slogan or bool(cues.SLOGAN.search(before[-45:]) and not _TITLED.search(before))
        title = title or _is_after_title(mention, before)
        receives = receives or _receives(mention, document)
        title = title or (mention.cue == "bunda" and not _is_announced(group))
        harm = harm or bool(cues.HARM_BEFORE.search(before.removesuffix(f"{mention.cue} ")))
        in_use = in_use or bool(wordings.IN_USE.search(before[-40:]))
        topic = topic or bool(cues.TOPIC.search(document.plain, *sentence_around(document, mention)))
    return [
        ("launch", launch),
        ("slogan", slogan),
        ("quoted_after_noun", after_noun),
        ("named_thing", thing),
        ("person_title", title),
        ("source_of_data", any(_is_source(m, document) for m in group.telling)),
        ("post_for_victims", receives),
        ("in_use", in_use),
        ("harm", harm),
        ("protests", protests),
        ("described_after", described),
        ("topic_in_sentence", topic),
        ("repeated", _occurrences(group, document) >= 3),
    ]


def _contrary_features(group: Group, document: Document) -> list[tuple[str, bool]]:
    text = document.plain
    spans = [(mention.start, mention.end) for mention in group.telling]
    sentences = [text[slice(*sentence_around(document, mention))] for mention in group.telling]
    return [
        ("organisation", any(against.is_called_organisation(text, *span) for span in spans)),
        ("kind_only", group.known is None and any(against.is_only_kind(text, end) for _, end in spans)),
        ("quoted_subject", any(_is_quoted_subject(m, text) for m in group.telling)),
        ("who_counts", any(against.is_who_counts(text, end) for _, end in spans)),
        ("venue", any(against.is_venue(text, *span) for span in spans)),
        (
            "other_field",
            group.known is None and all(against.is_of_other_field(sentence) for sentence in sentences),
        ),
    ]


def _is_quoted_subject(mention: Mention, text: str) -> bool:
    """'“Satu Jumat Satu Pesan” membuat …': what stands in quotes and acts is a thing with a name."""
    return mention.source is Source.QUOTED and _ACTS.match(text, mention.end) is not None


def _is_source(mention: Mention, document: Document) -> bool:
    """'kesimpulan Rumah Puan', 'catatan Jaringan X': organisations count and conclude."""
    spelt = mention.source in {Source.HEAD, Source.ACRONYM}
    return spelt and wordings.SOURCE_OF.search(_before(document, mention, 45)) is not None


def _is_after_title(mention: Mention, before: str) -> bool:
    """'Koordinator Jaringan …': whose officer speaks is an organisation, unless a task force or a post."""
    if _TASK_FORCE.match(mention.text) or wordings.POST.match(mention.text):
        return False
    return wordings.PERSON_TITLE.search(before.removesuffix(f"{mention.cue} ")[-45:]) is not None


def _receives(mention: Mention, document: Document) -> bool:
    """'ditampung di Rumah Teduh', 'Posko Lentera menerima laporan': a named place that takes victims in."""
    if mention.source is not Source.HEAD or not wordings.POST.match(mention.text):
        return False
    begin, end = sentence_around(document, mention)
    return wordings.RECEIVES.search(document.plain, begin, end + _NEXT_SENTENCE) is not None


def _before(document: Document, mention: Mention, width: int) -> str:
    return document.plain[max(0, mention.start - width) : mention.start]


def _occurrences(group: Group, document: Document) -> int:
    names = [form for folded, form in group.forms.items() if len(folded) >= 4]
    return max((document.lower.count(form.lower()) for form in names), default=0)


def _name_features(group: Group, first: Mention) -> list[tuple[str, bool]]:
    forms = [re.sub(rf"^(?:{cues.LEAD})\s+", "", form, flags=re.IGNORECASE) for form in group.forms.values()]
    topic = any(cues.TOPIC.search(form) for form in forms)
    name_topic = any(_NAME_TOPIC.search(form) for form in forms)
    heads = all(mention.source is Source.HEAD for mention in group.telling)
    caring = any(_CARING_NAME.search(form) for form in forms)
    quoted = any(mention.source is Source.QUOTED for mention in group.telling)
    shortest = min(forms, key=len, default="")
    return [
        ("topic_in_name", topic),
        (
            "programme_word_in_expansion",
            any(m.partner and _PROGRAMME_WORD.match(_longer(m)) for m in group.telling),
        ),
        ("distinctive", bool(re.search(r"\w[A-Z]{2}|[A-Z]{4}", shortest))),
        (
            "agency",
            (any(cues.AGENCY.match(form) for form in forms) or any(m.agency_before for m in group.telling))
            and not any(_CONTACT.match(m.cue) for m in group.telling),
        ),
        ("data_system", _is_data_system(forms, group)),
        ("law", any(cues.LAW.match(form) for form in forms)),
        ("event", _is_event(forms, group)),
        ("category", any(cues.CATEGORY.match(form) for form in forms)),
        ("off_topic", not (caring and quoted) and any(cues.OFF_TOPIC.search(form) for form in forms)),
        (
            "generic_activity",
            any(_GENERIC_ACTIVITY.match(form) for form in forms)
            and not any(m.partner for m in group.telling),
        ),
        ("long", sum(word not in _SMALL for word in shortest.split()) > 7),
        (
            "place_head_without_topic",
            heads and not (name_topic or caring) and bool(_PLACE_HEAD.match(first.text)),
        ),
        ("caring_name", not topic and caring),
        ("several_words", any(_is_proper(m) for m in group.telling)),
        ("capitals", any(_is_capitals(form) for form in forms)),
        (
            "head_without_topic",
            heads and not (topic or caring) and not any(_is_named_head(m) for m in group.telling),
        ),
        (
            "generic_place",
            group.known is None and all(_GENERIC_PLACE.fullmatch(form) for form in group.forms.values()),
        ),
        ("no_words", any(_ONLY_DIGITS.fullmatch(form) or len(fold_name(form)) < 3 for form in forms)),
        ("region_only", any(fold_name(form) in _GENERIC_NAMES for form in forms)),
    ]


def _is_event(forms: Sequence[str], group: Group) -> bool:
    """An event, a venue or a place; 'Desa Benderang (Bebas Nikah Dini …)' with its expansion is a scheme."""
    explained = any(m.partner and _PLACE_HEAD.match(m.text) for m in group.telling)
    return not (group.known or explained) and any(cues.EVENT.match(form) for form in forms)


def _is_data_system(forms: Sequence[str], group: Group) -> bool:
    """Where figures come from; an app that the public reports with is none, whatever it stands for."""
    app = any(mention.cue.startswith("aplikasi") for mention in group.telling)
    return any(cues.DATA_SYSTEM.search(form) for form in (forms[:0] if app else forms)) or any(
        cues.SYMFONI.match(form) for form in forms
    )


def _is_proper(mention: Mention) -> bool:
    """A name of several capitalised words that a noun or verb announces."""
    words = [word for word in mention.text.split() if len(word) > 3]
    announced = mention.source in {Source.LEAD, Source.NAMED} or _is_named_head(mention)
    announced = announced or (mention.source is Source.ROLE and mention.cue != "company")
    announced = announced or (mention.source is Source.ANNOUNCED and _SETS_UP.match(mention.cue) is not None)
    return announced and len(words) > 1 and all(word[0].isupper() for word in words)


def _is_capitals(form: str) -> bool:
    """'GOYANG AMAN': several longer words, all in capitals."""
    words = form.split()
    return len(words) > 1 and form.isupper() and all(len(word) > 3 for word in words[:2])


def _longer(mention: Mention) -> str:
    return max(mention.text, mention.partner, key=len)
