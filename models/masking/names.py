"""Names and initials of victims, their relatives, and everybody given by initials or age."""

import re
from collections.abc import Callable, Iterator, Sequence

from models.masking.sentences import Sentence
from models.masking.tokens import AGE, Span, aged, is_initials, name_at, names_at, titled
from models.masking.words import ABBREVIATIONS, FAMILY, PERSON, VICTIM, VICTIM_WORD, YOUNG, counted

_QUOTE = r"[\"'“‘]?"
_INITIALLED = re.compile(r"\b(?:ber)?inisial(?:nya)?\s*(?:nama\s*)?[:\s]\s*", re.IGNORECASE)
_SO_CALLED = re.compile(
    r"\b(?:sebut|panggil) saja(?:\s+(?:namanya|nama|korban|dia|ia|si|sebagai|dengan))*\s*[,:]?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:bernama(?: lengkap)?|atas nama|a\.n\.|nama lengkap(?:nya)?|namanya)\s+", re.IGNORECASE
)
_THING = re.compile(
    r"\b(?:program|aplikasi|layanan|inovasi|jalur|saluran|wadah|posko|inisiatif|tim|lembaga|yayasan|komunitas|gerakan|kampanye|satgas|forum|sistem|situs|kanal|"
    r"akun|grup|perusahaan|PT|kapal|tempat|rumah|kafe|hotel|desa|kampung)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"\s*[,(]?\s*(?:bukan nama (?:sebenarnya|asli)|nama (?:di)?samar\w*|"
    r"(?:di)?samar(?:an|kan)\b|nama rekaan)",
    re.IGNORECASE,
)
_STATES = (
    r"adalah|ialah|yakni|yaitu|merupakan|tersebut|itu|utama|pertama|kedua|ketiga|lain(?:nya)?|tewas|"
    r"meninggal(?: dunia)?|selamat|anak|perempuan|laki-laki|remaja|berusia \d+ tahun|pencabulan|perkosaan|"
    r"pemerkosaan|pelecehan|KDRT|penganiayaan|persetubuhan|perundungan|kekerasan(?: seksual| fisik| psikis)?|"
    r"atas|bernama|diketahui|dan|ibunya"
)
_VICTIM_IS = re.compile(
    rf"\b{VICTIM}(?:nya)?(?:\s+(?:{_STATES}))*\s*(?P<mark>[,:(]?)\s*{_QUOTE}(?=[A-Z])", re.IGNORECASE
)
_PROFESSIONAL = re.compile(
    r"\b(?:pendamping|pengacara|kuasa hukum|penasihat hukum|advokat|advokasi|psikolog|saksi dan|perlindungan|"
    r"bantuan|hotline|layanan|penanganan|pemulihan|rumah)\s+(?:hukum\s+)?(?:keluarga\s+|para\s+)?$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:mendampingi|menemui|menjenguk|membantu|menangani|melindungi|bagi|untuk|terhadap|kepada|pada|oleh|dengan|"
    r"dari|jadi|menjadi|dan|para|jumlah|data|lapor\w*)\s+$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[\"'”’]?(?:\s*[,(.:;)]|\s+yang\b|\s*$)")
_RELATIVE = re.compile(
    rf"\b{FAMILY}(?:\s+(?:kandung|tiri|angkat|sambung|asuh|sah|siri))?"
    rf"(?:\s+(?:dari\s+)?(?:sang\s+)?(?:anak\s+)?{VICTIM}(?:nya)?|nya)"
    r"(?:\s+(?:sendiri|yang|bernama|yakni|yaitu|adalah|berinisial|si|ketua RT|itu))*"
    rf"\s*[,(:]?\s*{_QUOTE}(?=[A-Z])",
    re.IGNORECASE,
)
_CHILD_OF = re.compile(
    r"\b(?:anak|putri|putra|buah hati|bayi|cucu|istri|suami|keponakan)"
    r"(?:\s+(?:kandung|pertama|kedua|ketiga|bungsu|sulung|tunggal|perempuan|semata wayang))?\s+"
    r"(?:(?:dari\s+)?(?:pasangan(?:\s+suami[- ]istri)?|almarhum(?:ah)?|bapak|pak|bu|seorang warga bernama)"
    r"|dari)"
    rf"\s*(?:\([^)]*\))?\s*{_QUOTE}(?=[A-Z])",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:mendiang|almarhumah?|ananda|jenazah|makam)\s+(?=[A-Z])", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"\b(?:{VICTIM}|{YOUNG}|{FAMILY}|perempuan|wanita|lelaki|pria|pelaku|tersangka|terdakwa|terduga|terpidana|terlapor|"
    r"pelapor|saksi|ustaz|ustadz|oknum|warga|inisial|berinisial|bernama)(?:nya)?\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:di|dari|ke|Kota|Kabupaten|Kab\.|Kecamatan|Kec\.|Provinsi|wilayah|daerah|disusul|Polres|Polda)\s+$"
)
_AGED_NAME = re.compile(rf"\b[A-Z][\w’'.]*(?:\s+(?:bin(?:ti)?\s+)?[A-Z][\w’'.]*){{0,4}}[\"'”’]?(?={AGE})")
_BEFORE_VICTIM = re.compile(
    rf"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}}(?=[\"'”’]?\s*(?:\(\s*{VICTIM}\b"
    rf"|,?\s+(?:selaku|sebagai|yang menjadi|jadi|menjadi)\s+(?:salah satu\s+)?{VICTIM}\b"
    rf"|,\s+(?:seorang\s+|salah satu\s+)?(?:{VICTIM}|siswi|santriwati|bocah|gadis|siswa|santri|pelajar|murid)"
    r"\b[^,.]{0,60}[,.]))"
)
_SAYS = re.compile(
    r"\b(?:menurut|kata|ujar|ucap|tutur|ungkap|jelas|tegas|tambah|imbuh|sebut|papar|terang|lanjut)(?:nya)?\s+$",
    re.IGNORECASE,
)
_PUPIL = re.compile(
    r"\b(?:siswi|siswa|santri(?:wati)?|pelajar|murid|mahasiswi|mahasiswa|bocah|gadis|balita|bayi|remaja|anak)\b",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(rf"(?P<mark>,?)\s+{_QUOTE}(?=[A-Z])")
_CLAUSE_END = re.compile(r"[.;\n]|$")


def name_spans(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Every name and initials that would tell who a victim is."""
    found: list[Span] = []
    before = ""
    for start, end in sentences:
        sentence = text[start:end]
        if PERSON.search(sentence) or VICTIM_WORD.search(before):
            context = f"{before} {sentence}"
            for reader in _READERS:
                found += [(start + first, start + last) for first, last in reader(sentence, context)]
        before = sentence
    return found


def repeated(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """The same names and initials wherever else they stand alone in the text."""
    forms = {text[start:end] for start, end in names}
    tokens = {token for form in forms for token in form.split() if len(token) > 2 and not token.isupper()}
    for form in sorted(forms | tokens, key=len, reverse=True):
        if form.casefold() in ABBREVIATIONS and form.isupper():
            continue
        for match in re.finditer(rf"(?<![\w.])(?<!(?-i:[A-Z])\s){re.escape(form)}(?![\w])(?!\.\w)", text):
            if not _part_of_longer(text, match.span()) and not titled(text, match.span()):
                yield match.span()


def _part_of_longer(text: str, span: Span) -> bool:
    """Whether another capitalised word stands beside it: somebody or something else's name."""
    before = re.search(r"(\w+)[ ]$", text[: span[0]][-30:])
    after = re.match(r"[ ]([A-Z]\w+)", text[span[1] :])
    if after is not None and name_at(text, span[1] + 1) is not None:
        return True
    if before is None or not before.group(1)[0].isupper():
        return False
    start = span[0] - len(before.group(1)) - 1
    return name_at(text, start) is not None and not _opens_sentence(text, start)


def _opens_sentence(text: str, start: int) -> bool:
    return start == 0 or text[:start].rstrip()[-1:] in {".", "!", "?", "\n", "“", '"'}


def _initialled(sentence: str, context: str) -> Iterator[Span]:
    for cue in _INITIALLED.finditer(sentence):
        yield from names_at(sentence, cue.end())


def _so_called(sentence: str, context: str) -> Iterator[Span]:
    if not _SOMEBODY.search(context):
        return
    for cue in _SO_CALLED.finditer(sentence):
        yield from _private(sentence, names_at(sentence, cue.end(), weak=True))


def _named(sentence: str, context: str) -> Iterator[Span]:
    for cue in _NAMED.finditer(sentence):
        own = sentence[max(0, cue.start() - 80) : cue.start()]
        somebody = _SOMEBODY.search(own) or (len(own) < 30 and VICTIM_WORD.search(context))
        if somebody and not _THING.search(own):
            yield from _private(sentence, names_at(sentence, cue.end()))


def _not_real(sentence: str, context: str) -> Iterator[Span]:
    for cue in _NOT_REAL.finditer(sentence):
        words = re.search(r"(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'.-]*[\"'”’]?$", sentence[: cue.start()])
        if words is not None:
            yield from _names_within(sentence, words.start(), cue.start())


def _victim(sentence: str, context: str) -> Iterator[Span]:
    headline = _is_headline(sentence)
    for cue in _VICTIM_IS.finditer(sentence):
        if _PROFESSIONAL.search(sentence, max(0, cue.start() - 40), cue.start()):
            continue
        if counted(sentence, cue.start()) and "," not in cue.group():
            continue
        name = name_at(sentence, cue.end(), headline=headline, weak=True)
        if name is None or titled(sentence, name):
            continue
        served = _SERVED.search(sentence, max(0, cue.start() - 20), cue.start())
        if cue["mark"] == "," and served and not _CLOSED.match(sentence, name[1]):
            continue
        yield from names_at(sentence, name[0], weak=True) if not headline else [name]


def _relatives(sentence: str, context: str) -> Iterator[Span]:
    if not VICTIM_WORD.search(context):
        return
    for cue in _RELATIVE.finditer(sentence):
        yield from _private(sentence, names_at(sentence, cue.end(), weak=True))


def _child_of(sentence: str, context: str) -> Iterator[Span]:
    for cue in _CHILD_OF.finditer(sentence):
        if not counted(sentence, cue.start()):
            yield from _private(sentence, names_at(sentence, cue.end(), weak=True))


def _dead(sentence: str, context: str) -> Iterator[Span]:
    if VICTIM_WORD.search(context):
        for cue in _DEAD.finditer(sentence):
            yield from _private(sentence, names_at(sentence, cue.end()))


def _with_age(sentence: str, context: str) -> Iterator[Span]:
    allowed = False
    last = 0
    for match in _AGED_NAME.finditer(sentence):
        begins_list = not re.fullmatch(rf"(?:{AGE})?\s*(?:,|dan|serta|\s)*", sentence[last : match.start()])
        if begins_list or not last:
            told = sentence if is_initials(match.group()) else sentence[: match.start()]
            allowed = bool(_SOMEBODY.search(told)) and not _PLACED.search(sentence, 0, match.start())
        last = match.end()
        if allowed:
            yield from _private(sentence, _names_within(sentence, match.start(), match.end(), weak=True))


def _before_victim(sentence: str, context: str) -> Iterator[Span]:
    for match in _BEFORE_VICTIM.finditer(sentence):
        for name in _names_within(sentence, match.start(), match.end(), weak=True):
            if not _SAYS.search(sentence, 0, name[0]) and not titled(sentence, name):
                yield name


def _pupils(sentence: str, context: str) -> Iterator[Span]:
    for noun in _PUPIL.finditer(sentence):
        institution = noun.start() > 0 and noun.group()[0].isupper()
        if institution or counted(sentence, noun.start()):
            continue
        end = _CLAUSE_END.search(sentence, noun.end(), noun.end() + 60)
        for cue in _NAME_AFTER.finditer(sentence, noun.end(), end.start() if end else noun.end() + 60):
            name = name_at(sentence, cue.end(), weak=True)
            if name is not None and not titled(sentence, name) and _of_pupil(sentence, noun, cue, name):
                yield name


def _of_pupil(sentence: str, noun: re.Match[str], cue: re.Match[str], name: Span) -> bool:
    """Whether a name after a pupil is the pupil's: aged, initials at once, or set off by commas."""
    if aged(sentence, name[1]):
        return True
    if cue.start() == noun.end() and is_initials(sentence[slice(*name)]):
        return True
    apposed = cue["mark"] == "," and noun.group().casefold() != "anak"
    return apposed and _CLOSED.match(sentence, name[1]) is not None and not _is_place(sentence, name)


def _is_place(sentence: str, name: Span) -> bool:
    """A name after a comma that a region follows is a village or kecamatan, not a person."""
    return re.match(r"\s*,\s*(?:Kota|Kab|Kec|Prov)", sentence[name[1] :]) is not None


def _private(sentence: str, names: Sequence[Span]) -> list[Span]:
    return [name for name in names if not titled(sentence, name)]


def _names_within(sentence: str, start: int, end: int, *, weak: bool = False) -> list[Span]:
    """The last name in a stretch of capitalised words that may begin with ordinary ones."""
    found: list[Span] = []
    for word in re.finditer(r"(?<!\w)[A-Z]", sentence[start:end]):
        at = start + word.start()
        if found and at < found[-1][1]:
            continue
        name = name_at(sentence, at, weak=weak)
        if name is not None:
            found.append((name[0], min(name[1], end)))
    return [name for name in found[-1:] if not sentence[name[1] : end].strip("\"'”’ ")]


def _is_headline(sentence: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


_READERS: tuple[Callable[[str, str], Iterator[Span]], ...] = (
    _initialled,
    _so_called,
    _named,
    _not_real,
    _victim,
    _relatives,
    _child_of,
    _dead,
    _with_age,
    _before_victim,
    _pupils,
)
