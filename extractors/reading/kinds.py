"""Which kind of page this is, when it is not an article; every answer has a name."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from extractors.reading.metadata import PageMetadata
from extractors.reading.tree import block_lines, squeezed, story_block
from models.vocabulary import Outcome

_BOT_TITLE = re.compile(
    r"""^(?:
        just\ a\ moment | attention\ required | checking\ your\ browser | access\ denied | ddos-guard
      | security\ check | please\ wait | one\ moment,?\ please | pardon\ our\ interruption
      | are\ you\ (?:a\ )?(?:human|robot) | robot\ check | (?:403|406)\ forbidden | forbidden
      | verifikasi\ (?:keamanan|bahwa\ anda) | sucuri\ website\ firewall | mohon\ tunggu
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BOT_TEXT = re.compile(
    r"""checking\ your\ browser\ before | verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?human
      | enable\ javascript\ and\ cookies\ to\ continue | ddos\ protection\ by
      | performance\ (?:&|and)\ security\ by\ cloudflare | unusual\ traffic\ from\ your
      | complete\ the\ captcha | selesaikan\ captcha | memeriksa\ (?:peramban|browser)\ anda
      | buktikan\ (?:bahwa\ )?anda\ (?:bukan\ robot|manusia)
      | memverifikasi\ bahwa\ anda\ (?:adalah\ )?manusia
      | access\ to\ this\ (?:page|site)\ (?:has\ been|is)\ (?:denied|blocked)
      | your\ (?:ip|request)\ (?:address\ )?has\ been\ blocked | request\ unsuccessful\.\ incapsula
      | imunify360 | bot-protection""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_FOUND = re.compile(
    r"""(?:^\W*|\b(?:error|eror|galat|kode|http)\s+)404\b
        (?!\s+(?:kasus|korban|laporan|aduan|perkara|anak|perempuan|orang))
      | not\ found | nothing\ (?:was\ )?found | (?:telah|sudah)\ dihapus | no\ longer\ available
      | (?:halaman|berita|artikel|konten|laman|url|page|post)\s+
        (?:yang\s+(?:anda\s+)?(?:cari|minta|tuju)\s+)?(?:ini\s+)?
        (?:tidak|tak|belum|not)\s+(?:dapat\s+|bisa\s+|be\s+)?(?:ditemukan|ada|tersedia|found)""",
    re.IGNORECASE | re.VERBOSE,
)
_CONSENT = re.compile(
    r"""before\ you\ continue | sebelum\ (?:anda\ )?melanjutkan | manage\ your\ consent
      | kami\ (?:dan\ mitra\ kami\ )?menggunakan\ cookie
      | we\ (?:and\ our\ partners\ )?(?:value\ your\ privacy|use\ cookies)
      | (?:accept|terima|setujui)\ (?:all|semua)\ (?:cookies?|kuki)
      | persetujuan\ (?:cookie|privasi|pengguna)""",
    re.IGNORECASE | re.VERBOSE,
)
_PAYWALL = re.compile(
    r"""untuk\ (?:terus\ |melanjutkan\ |dapat\ )?membaca[^.]{0,60}(?:langganan|masuk|login|daftar)
      | (?:artikel|berita|konten)\ ini\ (?:hanya\ |khusus\ )(?:untuk|bagi)\ (?:pelanggan|member|anggota)
      | berlangganan\ (?:untuk|sekarang)[^.]{0,40}(?:membaca|akses) | khusus\ pelanggan
      | konten\ (?:premium|berbayar) | sudah\ berlangganan\? | subscribe\ to\ (?:continue|read)
      | this\ content\ is\ for\ (?:subscribers|members)""",
    re.IGNORECASE | re.VERBOSE,
)
_LIST_PATH = re.compile(
    r"^/?(?:index\.(?:php|html?))?$|/(?:tags?|topics?|topik|categor(?:y|ies)|kategori|kanal|rubrik|author|penulis|"
    r"indeks|arsip|archives?|search|cari)(?:/|$)|/page/\d+/?$",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(r"/(?:videos?|vidio|tv|watch|live-?streaming|youtube)(?:/|$)", re.IGNORECASE)
_LONG_LINK = 28
_SHORT = 700


@dataclass(frozen=True, slots=True)
class Kind:
    """A page that is no article, and what shows it."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShape:
    """Measures of a page that tell lists, walls and stories apart; ``text`` has one line a block."""

    text: str
    title: str
    headline_links: int
    largest_block: int
    players: int


def measure(root: HtmlElement) -> PageShape:
    """Measure an unpruned page."""
    lines = block_lines(root)
    return PageShape(
        text="\n".join(lines),
        title=squeezed(root.findtext(".//title")),
        headline_links=_headline_links(root),
        largest_block=story_block(root)[1],
        players=_players(root),
    )


def wall(shape: PageShape, metadata: PageMetadata) -> Kind | None:
    """A page that stands in the way: bot challenge, consent or 'not found' with status 200."""
    headline = metadata.title or shape.title
    if _BOT_TITLE.search(shape.title) and shape.largest_block < _SHORT:
        return Kind(Outcome.BOT_WALL, f"title {shape.title[:60]!r}")
    if shape.largest_block < _SHORT and len(shape.text) < 3000 and (found := _BOT_TEXT.search(shape.text)):
        return Kind(Outcome.BOT_WALL, f"text {found[0]!r}")
    for printed in (headline, shape.title):
        if shape.largest_block < _SHORT and (found := _NOT_FOUND.search(printed)) and len(printed) < 90:
            return Kind(Outcome.SOFT_404, f"title {found[0]!r}")
    if shape.largest_block < 300 and len(shape.text) < 2500 and (found := _CONSENT.search(shape.text)):
        return Kind(Outcome.CONSENT_WALL, f"text {found[0]!r}")
    return None


def list_page(shape: PageShape, metadata: PageMetadata, *, url: str | None) -> Kind | None:
    """A front page, section, tag or search page: many headlines, no story of its own."""
    address = url or metadata.canonical_url
    path = urlsplit(address).path if address else None
    if path in {"", "/"} and "NewsArticle" not in metadata.types:
        return Kind(Outcome.LIST_PAGE, "a front page's address")
    if path is not None and _LIST_PATH.search(path) and not metadata.is_article:
        return Kind(Outcome.LIST_PAGE, f"address {path[:60]!r}")
    if metadata.types & {"CollectionPage", "SearchResultsPage", "ItemList"} and not metadata.is_article:
        return Kind(Outcome.LIST_PAGE, "it calls itself a collection")
    if not metadata.is_article and shape.headline_links >= 12 and shape.largest_block < _SHORT:
        return Kind(Outcome.LIST_PAGE, f"{shape.headline_links} headlines, no story")
    return None


def paywall(shape: PageShape, metadata: PageMetadata, *, text_length: int) -> Kind | None:
    """A page that keeps its story for subscribers; one that shows all of it is none."""
    if metadata.free_to_read is not False and text_length >= _SHORT:
        return None
    found = _PAYWALL.search(shape.text)
    if metadata.free_to_read is False and (found or text_length < 1200):
        return Kind(Outcome.PAYWALL, "it says it is not free to read")
    if found and text_length < _SHORT:
        return Kind(Outcome.PAYWALL, f"text {found[0][:60]!r}")
    return None


def emptiness(shape: PageShape, metadata: PageMetadata, *, url: str | None) -> Kind:
    """Why a page without enough text has none."""
    path = urlsplit(url).path if url else ""
    og_video = (metadata.og_type or "").lower().startswith("video")
    if og_video or "VideoObject" in metadata.types or shape.players or _VIDEO_PATH.search(path):
        return Kind(Outcome.VIDEO_PAGE, "a player and no story")
    if found := _NOT_FOUND.search(shape.text[:600]):
        return Kind(Outcome.SOFT_404, f"text {found[0]!r}")
    if shape.headline_links >= 8 and not metadata.is_article:
        return Kind(Outcome.LIST_PAGE, f"{shape.headline_links} headlines, no story")
    return Kind(Outcome.NO_TEXT, "no paragraph of a story was found")


def _headline_links(root: HtmlElement) -> int:
    """Distinct targets whose link text is as long as a headline."""
    targets = {
        link.get("href") for link in root.iter("a") if len(squeezed(link.text_content())) >= _LONG_LINK
    }
    return len(targets - {None})


def _players(root: HtmlElement) -> int:
    frames = [frame.get("src") or frame.get("data-src") or "" for frame in root.iter("iframe")]
    embedded = sum(bool(re.search(r"youtube|youtu\.be|vidio|dailymotion|vimeo", frame)) for frame in frames)
    return embedded + sum(1 for _ in root.iter("video"))
