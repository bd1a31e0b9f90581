"""Spans of an article's text that belong to the page, not to the story.

A number beside a story ('Baca juga: …', the list under 'Berita Lainnya') is the
classic false figure. Nothing is cut out here: offsets stay those of the text,
and callers ignore what lies inside a span. Rules follow docs/codebook.md:
navigation, links to other stories, related lists and adverts are not coded.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Span = tuple[int, int]

_HEADLINE_MAX = 180
_LINK_VERB = r"(?:baca|simak|lihat|tonton|klik)"
_LINK_LABEL = rf"{_LINK_VERB}\s+(?:juga|pula|selengkapnya|berita\s+(?:terkait|lainnya))\b"

_LINK = re.compile(
    rf"^\W*(?:{_LINK_LABEL}|baca\s*:|(?:berita|artikel)\s+(?:terkait|sebelumnya|selengkapnya)\s*:|"
    r"related\s*:|read\s+(?:also|more)\b)",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(rf"^\W*(?:{_LINK_LABEL}|baca|read\s+also)\s*[:»>\-–—]*\s*$", re.IGNORECASE)
_INLINE_LINK = re.compile(
    rf"(?P<open>[(\[])\s*(?:{_LINK_LABEL}|baca\s*:)[^)\]\n]{{0,250}}[)\]]|"
    rf"(?<=[.!?”\"')\]])\s*(?:{_LINK_LABEL})\s*[:\-–—][^\n]*",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[a-z0-9%)][.!?][”\"']?\s+(?=[A-Z“\"])")
_PROSE_END = re.compile(r"(?:[^.…]\.[”\"'’]*|[.!?”\"]\s*\(\W*[\w. /*-]{1,40}\))$")
_BULLET = re.compile(r"^(?:[-–•●▪*»>]+|\d{1,2}[.)])\s*")
_LONE_BULLET = re.compile(r"^[•●▪]\s+\S")
_CAPITALISED = re.compile(r"^[\W_]*[A-Z0-9]")

_LIST_WORD = r"(?:terkait|terpopuler|populer|trending|terkini|terbaru|lainnya|pilihan|rekomendasi|hari\s+ini)"
_LIST_HEADING = re.compile(
    r"^\W*(?:"
    rf"(?:berita|artikel|kabar|konten|bacaan|pos|posting|tulisan|video|topik|tag|news)\s+(?:[\w-]+\s+){{0,3}}{_LIST_WORD}(?:\s+lainnya)?|"
    r"terkait|terpopuler|terkini|trending|populer|rekomendasi|baca\s+juga\s+lainnya|jangan\s+lewatkan|"
    r"(?:pilihan|rekomendasi)\s+(?:untuk\s+(?:anda|kamu)|redaksi|editor)|mungkin\s+(?:anda|kamu)\s+suka|"
    r"(?:related|recent|popular|latest|more)\s+(?:posts?|news|articles?|stories)|you\s+may\s+(?:also\s+)?like|"
    r"(?:statistik|data|jumlah|total)\s+(?:pengunjung|kunjungan|pembaca|situs|website|web|visitors?)|pengunjung(?:\s+(?:situs|website))?|"
    r"visitors?(?:\s+counter)?|(?:site|web)\s+(?:statistics?|traffic)|live\s+traffic.{0,20}|"
    r"(?:lihat|muat|tampilkan)\s+(?:lainnya|lebih\s+banyak|semua)|temukan\s+kami\s+di"
    r")\W*$",
    re.IGNORECASE,
)
_LAST_HEADING = re.compile(
    r"^\W*(?:\d+\s+)?(?:komentar|comments?|(?:tinggalkan|tulis|posting|beri|berikan|kirim)\s+(?:komentar|balasan)|"
    r"leave\s+a\s+(?:reply|comment)|batalkan\s+balasan|go\s+to\s+top|kembali\s+ke\s+atas)\W*(?:\(?\d+\)?)?\W*$",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"^\W*(?:"
    r"go\s+to\s+top|kembali\s+ke\s+atas|scroll\s+(?:to|untuk|ke)\b.{0,60}|gulir\s+.{0,30}(?:lanjut|membaca).{0,40}|"
    r"tampilkan\s+isi\s+berita|halaman\s+(?:selanjutnya|berikutnya|sebelumnya)|lebih\s+baru\s+lebih\s+lama|"
    r"adverti[sz]e?ments?|iklan|saluran\s+whats\s*app|url\s+berhasil\s+di\s*copy|notification|"
    r"(?:bagikan|sebarkan|share)(?:\s+(?:artikel|berita))?(?:\s+ini)?(?:\s+(?:ke|to)\b.{0,60})?|"
    r"banner_\w+|avatar-\S+|jurnalis|\S+\.(?:jpe?g|png|webp|gif)|"
    r"(?:copyright|hak\s+cipta|all\s+rights\s+reserved)\b.{0,160}|"
    r"(?:tags?|topik|label|kata\s+kunci)\s*[:#].{0,300}|"
    r"(?:telah\s+)?dibaca\s*:?\s*[\d.,]+\s*k?(?:\s*(?:kali|x))?|[\d.,]+\s*k?\s*(?:views?|kali\s+dibaca|pembaca)|"
    r"\d+\s+(?:hours?|days?|minutes?|jam|hari|menit)\s+(?:ago|lalu|yang\s+lalu).{0,10}"
    r")\W*$|^\s*©.{0,160}$",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"^\W*(?:ikuti|follow|gabung|bergabung|join|dapatkan|temukan|nikmati|cek|simak|update|klik)\b.{0,200}"
    r"(?:google\s+news|(?:saluran|kanal|channel|grup|group)\s+(?:\w+\s+)?(?:whats\s*app|wa|telegram|youtube)|"
    r"(?:whats\s*app|wa|telegram|youtube)\s+(?:channel|grup|group)|bebas\s+iklan|update\s+(?:berita|informasi))",
    re.IGNORECASE,
)
_SHARE_WORDS = re.compile(
    r"(?:facebook|fb|twitter|x|whatsapp|wa|telegram|line|e-?mail|pinterest|linkedin|threads|copy|link|tweet|share|print)"
)
_CREDIT = re.compile(
    r"^\W*(?:editor|penulis|pewarta|reporter|penyunting|jurnalis|kontributor|wartawan|laporan|uploader|redaktur|"
    r"fotografer|sumber)\s*[:→|]\s*[^\d]{0,120}$|^\W*sumber\s*:?\s*(?:https?://|[\w-]+(?:\.[\w-]+)+/)\S*.{0,80}$|"
    r"^\W*laporan\s+wartawan\b.{0,80}$|^\W*(?:kontributor|tim\s+redaksi|redaksi)\W*$",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"^\W*(?:[Bb]eranda|BERANDA|[Hh]ome|HOME)(?:\s*[/›»>|]|(?=[A-Z\s]))")


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def furniture_spans(text: str, *, title: str | None = None) -> tuple[Span, ...]:
    """Spans of ``text`` to ignore, in order, not overlapping; offsets are those of ``text``.

    A repeated headline is marked from its second appearance on; with ``title``
    given (and printed elsewhere) every appearance in the lines before the story is.
    """
    lines = list(_lines(text))
    marked = [_is_single(line.text) for line in lines]
    _mark_repeated_titles(lines, marked, title)
    _mark_links(lines, marked)
    _mark_sections(lines, marked)
    whole = [(line.start, line.end) for line, hit in zip(lines, marked, strict=True) if hit]
    inside = [
        span for line, hit in zip(lines, marked, strict=True) if not hit for span in _inline_links(text, line)
    ]
    return _merged(text, sorted(whole + inside))


def without_furniture(text: str, *, title: str | None = None) -> str:
    """The text with its furniture cut out and runs of blank lines joined."""
    kept: list[str] = []
    position = 0
    for start, end in furniture_spans(text, title=title):
        kept.append(text[position:start])
        position = end
    kept.append(text[position:])
    return re.sub(r"\n\s*\n+", "\n\n", "".join(kept)).strip()


def is_prose(line: str) -> bool:
    """Whether a line reads like a sentence of a story, not like a headline."""
    line = line.strip()
    if len(line) < 60:
        return False
    return bool(_PROSE_END.search(line)) or (len(line) > 100 and bool(_SENTENCE_BREAK.search(line)))


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped)
            yield _Line(start, start + len(stripped), stripped)
        position += len(raw)


def _is_single(line: str) -> bool:
    if len(line) > 320 or (is_prose(line) and not _FOLLOW.match(line)):
        return False
    if _CONTROL.match(line) or _CREDIT.match(line) or _FOLLOW.match(line):
        return True
    words = line.lower().split()
    return len(words) <= 12 and all(_SHARE_WORDS.fullmatch(word.strip(" •|·,")) for word in words)


def _folded(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


def _mark_repeated_titles(lines: list[_Line], marked: list[bool], title: str | None) -> None:
    seen = {_folded(title)} if title else set()
    opening = _opening(lines)
    heads = {_folded(line.text) for line in opening if len(line.text) >= 20}
    for index, line in enumerate(opening):
        folded = _folded(line.text)
        if len(line.text) >= 20 and folded in seen:
            marked[index] = True
        elif _CRUMB.match(line.text) and not is_prose(line.text):
            marked[index] = _is_crumb(line.text, folded, heads - {folded})
        if len(line.text) >= 20:
            seen.add(folded)


def _opening(lines: list[_Line]) -> list[_Line]:
    """The lines before the story's first paragraph, where headlines are repeated."""
    for index, line in enumerate(lines[:16]):
        if is_prose(line.text):
            return lines[:index]
    return lines[:16]


def _is_crumb(line: str, folded: str, heads: set[str]) -> bool:
    if re.match(r"^\W*\w+\s*[/›»>|]", line):
        return True
    return any(folded.endswith(head) for head in heads)


def _mark_links(lines: list[_Line], marked: list[bool]) -> None:
    for index, line in enumerate(lines):
        if _BARE_LABEL.match(line.text):
            marked[index] = True
            _mark_entries(lines, marked, index + 1)
        elif _is_link(line.text) or _is_lone_bullet(lines, index):
            marked[index] = True


def _is_link(line: str) -> bool:
    return bool(_LINK.match(line)) and len(line) <= _HEADLINE_MAX + 40


def _mark_entries(lines: list[_Line], marked: list[bool], index: int) -> None:
    """Mark the headlines that follow a bare 'Baca juga': all bullets, or those set like headlines."""
    first = index
    while index < len(lines) and index - first < 10:
        line = lines[index].text
        bulleted = bool(_BULLET.match(line)) and not is_prose(line)
        if not bulleted and not (_is_headline(line) and (index == first or _title_case(line))):
            return
        marked[index] = True
        index += 1


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE_MAX and not is_prose(line) and not line.startswith(("“", '"'))


def _title_case(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(bool(_CAPITALISED.match(word)) for word in words)
    return len(words) >= 3 and capitals >= 0.7 * len(words)


def _is_lone_bullet(lines: list[_Line], index: int) -> bool:
    """A single bulleted headline between two paragraphs is a link to another story."""
    line = lines[index].text
    if not _LONE_BULLET.match(line) or not _is_headline(line) or not _title_case(line):
        return False
    around = [lines[near].text for near in (index - 1, index + 1) if 0 <= near < len(lines)]
    return len(around) == 2 and all(len(near) > 40 and _PROSE_END.search(near) for near in around)


def _mark_sections(lines: list[_Line], marked: list[bool]) -> None:
    seen_prose = False
    for index, line in enumerate(lines):
        if seen_prose and _LAST_HEADING.match(line.text):
            marked[index:] = [True] * (len(lines) - index)
            return
        if _LIST_HEADING.match(line.text):
            _mark_list(lines, marked, index)
        seen_prose = seen_prose or is_prose(line.text)


def _mark_list(lines: list[_Line], marked: list[bool], index: int) -> None:
    """Mark a related list from its heading to the paragraph where the story resumes, or to the end."""
    marked[index] = True
    for near in range(index + 1, len(lines)):
        if is_prose(lines[near].text) or lines[near].text.startswith("“"):
            return
        marked[near] = True


def _inline_links(text: str, line: _Line) -> Iterator[Span]:
    for match in _INLINE_LINK.finditer(text, line.start, line.end):
        yield match.start(), _link_end(text, match)
    if _LINK.match(line.text):
        resumes = _SENTENCE_BREAK.search(line.text)
        yield line.start, line.start + (resumes.end() if resumes else len(line.text))


def _link_end(text: str, match: re.Match[str]) -> int:
    if match["open"] or len(match[0]) <= _HEADLINE_MAX:
        return match.end()
    resumes = _SENTENCE_BREAK.search(text, match.start() + 10, match.end())
    return resumes.end() if resumes else match.end()


def _merged(text: str, spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
