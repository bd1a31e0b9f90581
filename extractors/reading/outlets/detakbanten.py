"""detakbanten.com: Joomla with the K2 content component."""

from extractors.reading.layout import Layout

LAYOUT = Layout(
    name="detakbanten",
    title=("h2.itemTitle", "h1.itemTitle", "h1.gkPageTitle", "h1"),
    body=(".itemFullText", ".itemBody"),
    date=(".itemDateCreated", ".itemHeader .itemDate", ".itemDate"),
    drop=(
        ".itemImageBlock",
        ".itemLinks",
        ".itemRelated",
        ".itemNavigation",
        ".itemBackToTop",
        ".itemToolbar",
    ),
)
