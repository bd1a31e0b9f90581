"""Media types of what comes."""

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def media_type(content_type: str | None) -> str:
    """The bare media type, in lower case."""
    return (content_type or "").split(";", 1)[0].strip().lower()
