"""The generated parts of docs/sources.md: the table of outlets and the table of fields.

``python -m crawler.reference docs/sources.md`` writes them anew between their marks.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from crawler.declarations import Declaration, Politeness, ReaderPeriod, load_declarations

_MEANINGS = {
    "name": "the outlet's short name, also the file's; used in commands and in the store",
    "outlet": "its domain, without `www.`; subdomains belong to it",
    "title": "its name as readers know it",
    "owner": "the company or agency behind it; several outlets of one owner share stories",
    "home_region": "Kemendagri code of where it is at home; helps to tell which Serang is meant",
    "language": "ISO 639 code of its articles",
    "kind": "what its site runs on",
    "feeds": "RSS or Atom addresses",
    "sitemaps": "sitemaps or sitemap indexes",
    "wordpress_api": "the REST API's list of posts, `…/wp-json/wp/v2/posts`",
    "sections": "list pages that link to articles; the front page will do",
    "section_pages": "how many pages of a list are followed; with `--since` up to 500",
    "tags": "tag pages; read only when days are asked for (`--since`, `--until`)",
    "archives": "dated archives, addresses with `{year}`, `{month}`, perhaps `{day}`; read with `--since`",
    "article_patterns": "regular expressions; a path (with query) that matches one is an article's address",
    "not_article_patterns": "exceptions to these",
    "article_query": "added to every article's address when it is requested (`page=all`), not stored",
    "politeness": "see below",
    "readers": "own readers with the time of their validity, see below; none means the generic reader",
    "expected_per_week": "articles it publishes a week; an estimate until verified",
    "verified": "whether the declaration was checked against the live site",
    "verified_on": "the day of that check; needed when verified",
    "contact": "where to reach its newsroom",
    "notes": "what a maintainer should know",
    "politeness.delay": "seconds between two requests; AutoThrottle and robots.txt may ask for more",
    "politeness.from_hour": "earliest time of day for scheduled crawls",
    "politeness.to_hour": "latest time of day; before `from_hour` means over midnight",
    "politeness.time_zone": "the zone of these hours",
    "readers.name": "a layout in `extractors/reading/outlets/`",
    "readers.valid_from": "first day of fetching on which pages have this layout",
    "readers.valid_until": "last such day",
}


def outlet_table(declarations: Sequence[Declaration]) -> str:
    """All outlets as a Markdown table."""
    counts = Counter(declaration.verified for declaration in declarations)
    lines = [
        f"{len(declarations)} outlets, {counts[True]} verified on the live site, {counts[False]} not yet.",
        "",
        "| name | title | site | home | found through | own reader | verified |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_outlet_line(declaration) for declaration in declarations]
    return "\n".join(lines)


def field_table() -> str:
    """All fields of a declaration as a Markdown table."""
    lines = ["| field | needed | form | meaning |", "| --- | --- | --- | --- |"]
    for name, needed, form in _fields():
        lines.append(f"| `{name}` | {'yes' if needed else 'no'} | {form} | {_MEANINGS[name]} |")
    return "\n".join(lines)


def renewed(page: str) -> str:
    """The page with its generated parts written anew.

    Raises:
        ValueError: a mark is missing.
    """
    parts = {"outlets": outlet_table(load_declarations()), "fields": field_table()}
    for name, content in parts.items():
        begin, end = f"<!-- {name}: generated -->", f"<!-- {name}: end -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            raise ValueError(f"the marks of {name!r} must stand once in the page")
        before, rest = page.split(begin)
        page = f"{before}{begin}\n{content}\n{end}{rest.split(end)[1]}"
    return page


def _outlet_line(declaration: Declaration) -> str:
    readers = ", ".join(f"`{reader.name}`" for reader in declaration.readers) or "–"
    cells = (
        f"`{declaration.name}`",
        declaration.title,
        declaration.outlet,
        declaration.home_region or "–",
        ", ".join(_ways(declaration)),
        readers,
        declaration.verified_on.isoformat() if declaration.verified_on else "no",
    )
    return f"| {' | '.join(cells)} |"


def _ways(declaration: Declaration) -> Iterator[str]:
    ways = {
        "feed": declaration.feeds,
        "sitemap": declaration.sitemaps,
        "WordPress API": declaration.wordpress_api,
        "lists": declaration.sections,
    }
    return (name for name, addresses in ways.items() if addresses)


def _fields() -> Iterator[tuple[str, bool, str]]:
    for prefix, model in (("", Declaration), ("politeness.", Politeness), ("readers.", ReaderPeriod)):
        schema = model.model_json_schema()
        for name, field in model.model_fields.items():
            yield f"{prefix}{name}", field.is_required(), _form(model, schema, name)


def _form(model: type[BaseModel], schema: dict[str, Any], name: str) -> str:
    options = schema["properties"][name]
    kinds = [option for option in options.get("anyOf", [options]) if option.get("type") != "null"]
    kind = kinds[0]
    if "$ref" in kind:
        kind = schema["$defs"][kind["$ref"].rsplit("/", 1)[-1]]
    if "enum" in kind:
        return ", ".join(f"`{word}`" for word in kind["enum"])
    if kind.get("type") == "array":
        return "list of tables" if name == "readers" else "list of texts"
    plain = {
        "string": "text",
        "boolean": "true or false",
        "integer": "number",
        "number": "number",
        "object": "table",
    }
    return str(kind.get("format") or plain[kind["type"]])


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text("utf-8")), "utf-8")
