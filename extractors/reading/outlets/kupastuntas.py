"""kupastuntas.co: an own content system; the story stands in one marked block."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="kupastuntas",
    title=("h1.judul", "h1.post-title", "article h1", "h1"),
    body=("[itemprop='articleBody']", ".isi-berita", ".detail-berita", ".post-content", "article .content"),
    drop=(".berita-lainnya", ".caption"),
)
