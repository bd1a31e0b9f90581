"""kupastuntas.co: an own content system; the story stands in one marked block."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="kupastuntas",
    title=("h1.post-title", "h1"),
    body=(".post-content", "[itemprop='articleBody']", ".detail-post"),
    date=(".post-meta",),
    drop=(".berita-lainnya", ".caption", ".iklan"),
)
