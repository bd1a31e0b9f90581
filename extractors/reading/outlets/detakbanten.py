"""detakbanten.com: Joomla with the K2 content component."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="detakbanten",
    title=("h1.itemTitle", "h2.itemTitle", ".itemHeader .itemTitle"),
    body=(".itemBody", ".itemFullText"),
    date=(".itemHeader .itemDateCreated", ".itemDateCreated"),
    drop=(
        ".itemImageBlock",
        ".itemLinks",
        ".itemRelated",
        ".itemNavigation",
        ".itemBackToTop",
        ".itemToolbar",
    ),
)
