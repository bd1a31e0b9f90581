"""bantentv.com: WordPress with tagDiv's Newspaper theme."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="bantentv",
    title=("h1.entry-title", "h1.tdb-title-text"),
    body=(".td-post-content", ".tdb_single_content .tdb-block-inner", "article .entry-content"),
    date=("h1 ~ * time.entry-date", ".td-post-date time", ".tdb_single_date time", "time.entry-date"),
    drop=(
        ".td_block_related_posts",
        "[class*='td-a-rec']",
        ".td-post-sharing",
        ".td-post-next-prev",
        ".td-post-featured-image",
    ),
)
