"""bantenintens.co.id: WordPress."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="bantenintens",
    title=("h1.entry-title", "h1.post-title"),
    body=("article .entry-content", ".entry-content", ".post-content"),
    date=("h1 ~ * time.entry-date", "time.entry-date.published", "time.entry-date"),
    drop=("#comments", ".comment-respond", ".sharedaddy", ".post-tags"),
)
