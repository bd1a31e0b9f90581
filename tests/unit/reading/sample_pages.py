"""Pages written for these tests, in the shapes news sites have."""

TITLE = "Setahun, 41 Anak di Kota Serang Jadi Korban Kekerasan"
PARAGRAPHS = (
    "Kota Serang - Dinas mencatat 41 kasus kekerasan terhadap anak di Kota Serang sepanjang tahun 2024.",
    "Kepala dinas mengatakan jumlah tersebut naik dari 36 kasus pada tahun sebelumnya, Rabu (15/1/2025).",
    "“Sebagian besar pelakunya orang dekat, jadi keluarga perlu lebih waspada,” ujarnya di kantornya.",
    "Ke depan dinas menambah petugas pendamping di setiap kecamatan supaya laporan cepat ditangani.",
)
NEIGHBOURS = (
    "Polisi Ungkap 612 Kasus Pencurian Sepanjang Tahun Ini",
    "Banjir Rendam 77 Rumah Warga di Tiga Kecamatan",
    "Bupati Lantik 93 Pejabat Baru di Lingkungan Pemkab",
)


def story(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def links(headlines: tuple[str, ...] = NEIGHBOURS) -> str:
    return "\n".join(f'<li><a href="/berita/{n}">{line}</a></li>' for n, line in enumerate(headlines))


def document(body: str, *, title: str = TITLE, head: str = "") -> str:
    top = f"<title>{title} - Kabar Uji</title>{head}"
    return f"<!DOCTYPE html><html lang='id'><head>{top}</head><body>{body}</body></html>"


def article_page(*, head: str = "", inside: str = "", after: str = "", title: str = TITLE) -> bytes:
    """A page with header, sidebar, story, related list, comments, footer."""
    body = f"""
    <header><nav><ul>{links(("Beranda", "Daerah", "Nasional"))}</ul></nav></header>
    <main><article><h1>{title}</h1>{inside}<div class="entry-content">{story()}</div>{after}</article></main>
    <aside class="sidebar"><h3>Terpopuler</h3><ol>{links()}</ol></aside>
    <section id="comments"><h2>2 Komentar</h2>
      <p>Di kampung saya malah ada 555 kasus yang tidak pernah dilaporkan ke dinas itu.</p></section>
    <footer>Copyright 2025 Kabar Uji</footer>"""
    return document(body, title=title, head=head).encode()
