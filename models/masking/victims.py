"""Names and initials that the words about a victim lead to: 'korban berinisial AB'."""

import re
from collections.abc import Iterator

from models.masking.tokens import (
    CLOSED,
    QUOTE,
    Span,
    is_initials,
    name_at,
    names_at,
    names_within,
    private,
    titled,
)
from models.masking.words import SOMEBODY, VICTIM, VICTIM_WORD, counted, is_headline

_INITIALLED = re.compile(r"\b(?:ber)?inisial(?:nya)?\s*(?:nama\s*)?[:\s]\s*", re.IGNORECASE)
_SO_CALLED = re.compile(
    r"\b(?:(?:sebut|panggil) saja(?:\s+(?:namanya|nama|korban|dia|ia|si|sebagai|dengan))*"
    r"|disamarkan(?:\s+(?:namanya|menjadi|sebagai|dengan|nama))+)\s*[,:]?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:bernama(?: lengkap)?|atas nama|a\.n\.|nama lengkap(?:nya)?|namanya)\s+", re.IGNORECASE
)
_NICKNAMED = re.compile(
    rf"\b{VICTIM}[^.;,\n]{{0,40}}\b(?:disapa|dipanggil|panggilan)(?: akrab)?\s+", re.IGNORECASE
)
_THING = re.compile(
    r"\b(?:program|aplikasi|layanan|inovasi|jalur|saluran|wadah|posko|inisiatif|tim|lembaga|yayasan|komunitas|"
    r"gerakan|kampanye|satgas|forum|sistem|situs|kanal|akun|grup|perusahaan|PT|kapal|tempat|rumah|kafe|hotel)\b"
    r"[^.;]{0,30}$"
    r"|(?<!aparatur )(?<!perangkat )(?<!warga )(?<!satu )\b(?:desa|kampung)(?:\s+(?-i:[a-z])\w*){0,3}\s*$",
    re.IGNORECASE,
)
_DISGUISED = re.compile(
    r"\s*[,(]?\s*(?:bukan nama (?:sebenarnya|asli)|nama (?:di)?samar\w*|"
    r"(?:di)?samar(?:an|kan)\b|nama rekaan)",
    re.IGNORECASE,
)
_STATES = (
    r"adalah|ialah|yakni|yaitu|merupakan|tersebut|itu|utama|pertama|kedua|ketiga|lain(?:nya)?|tewas|sebagai|"
    r"meninggal(?: dunia)?|selamat|anak|perempuan|laki-laki|remaja|berusia \d+ tahun|pencabulan|perkosaan|"
    r"pemerkosaan|pelecehan|KDRT|penganiayaan|persetubuhan|perundungan|kekerasan(?: seksual| fisik| psikis)?|"
    r"atas|bernama|diketahui|dan|Ny\.?|Nn\.?|Sdri\.?|Nona|Nyonya"
)
_VICTIM = re.compile(
    rf"\b{VICTIM}(?:nya)?(?:\s+(?:{_STATES}))*\s*(?P<mark>[,:(]?)\s*{QUOTE}(?=[A-Z])", re.IGNORECASE
)
_PROFESSIONAL = re.compile(
    r"\b(?:pendamping|pengacara|kuasa hukum|penasihat hukum|advokat|advokasi|psikolog|saksi dan|perlindungan|"
    r"bantuan|hotline|layanan|penanganan|pemulihan|rumah)\s+(?:hukum\s+)?(?:keluarga\s+|para\s+)?$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:mendampingi|menemui|menjenguk|membantu|menangani|melindungi|bagi|untuk|terhadap|kepada|pada|oleh|"
    r"dengan|dari|jadi|menjadi|dan|para|jumlah|data|lapor\w*)\s+$",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:mendiang|almarhumah?|ananda|jenazah|makam)\s+(?=[A-Z])", re.IGNORECASE)


def initialled(sentence: str, context: str) -> Iterator[Span]:
    """'berinisial AB dan CD', whoever they are."""
    for cue in _INITIALLED.finditer(sentence):
        yield from names_at(sentence, cue.end())


def so_called(sentence: str, context: str) -> Iterator[Span]:
    """'sebut saja Melati'."""
    if SOMEBODY.search(context):
        for cue in _SO_CALLED.finditer(sentence):
            yield from private(sentence, names_at(sentence, cue.end(), weak=True))


def named(sentence: str, context: str) -> Iterator[Span]:
    """'anak bernama Galih', but no 'aplikasi bernama …'."""
    for cue in _NAMED.finditer(sentence):
        own = sentence[max(0, cue.start() - 80) : cue.start()]
        somebody = SOMEBODY.search(own) or (len(own) < 30 and VICTIM_WORD.search(context))
        if somebody and not _THING.search(own):
            yield from private(sentence, names_at(sentence, cue.end()))


def nicknamed(sentence: str, context: str) -> Iterator[Span]:
    """'korban yang akrab disapa Nisa'."""
    for cue in _NICKNAMED.finditer(sentence):
        yield from names_at(sentence, cue.end(), weak=True)


def disguised(sentence: str, context: str) -> Iterator[Span]:
    """'Bunga (bukan nama sebenarnya)': a pseudonym ties articles together, so it goes too."""
    for cue in _DISGUISED.finditer(sentence):
        words = re.search(r"(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'.-]*[\"'”’]?$", sentence[: cue.start()])
        if words is not None:
            yield from names_within(sentence, words.start(), cue.start())


def victim(sentence: str, context: str) -> Iterator[Span]:
    """'korban Rina', 'korban, Rina, …', 'korban adalah Rina'; no pendamping korban."""
    headline = is_headline(sentence)
    for cue in _VICTIM.finditer(sentence):
        if _PROFESSIONAL.search(sentence, max(0, cue.start() - 40), cue.start()):
            continue
        if counted(sentence, cue.start()) and cue["mark"] != ",":
            continue
        name = name_at(sentence, cue.end(), headline=headline, weak=True)
        if name is None or titled(sentence, name) or _is_subject_after(sentence, cue, name):
            continue
        yield from [name] if headline else names_at(sentence, name[0], weak=True)


def dead(sentence: str, context: str) -> Iterator[Span]:
    """'mendiang Ratnasari' beside a victim, 'mendiang YK' anywhere."""
    beside = VICTIM_WORD.search(context) is not None
    for cue in _DEAD.finditer(sentence):
        names = private(sentence, names_at(sentence, cue.end()))
        yield from (name for name in names if beside or is_initials(sentence[slice(*name)]))


def _is_subject_after(sentence: str, cue: re.Match[str], name: Span) -> bool:
    """'Saat mendampingi korban, Ratna mengatakan': the comma begins another person's clause."""
    served = _SERVED.search(sentence, max(0, cue.start() - 20), cue.start())
    return cue["mark"] == "," and served is not None and not CLOSED.match(sentence, name[1])
