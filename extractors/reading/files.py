"""Articles out of files: article JSON, plain text, saved HTML."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from extractors.reading.dates import published_date
from extractors.reading.page import ArticlePage, NotArticle, Reading, read_page
from models.errors import BadInputError
from models.records import ArticleText

MAX_FILE_BYTES = 10 * 1024 * 1024
SUFFIXES = (".json", ".txt", ".html", ".htm")
_HEAD_LINES = 12


def article_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, folders searched through, each once and in a stable order.

    Raises:
        BadInputError: a path does not exist, has another ending, or is a folder without such files.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _under(path):
            found.setdefault(file)
    return list(found)


def read_article_file(path: Path) -> tuple[ArticleText, ...]:
    """The articles of one file: one for text and HTML, one or a list for JSON.

    Raises:
        BadInputError: the file is empty, too large, not UTF-8, not what its ending says,
            or a saved page without an article.
    """
    if path.suffix.lower() == ".json":
        return tuple(_from_json(path))
    if path.suffix.lower() == ".txt":
        return (_from_text(path),)
    return (_from_html(path),)


def read_html_file(path: Path, *, url: str | None = None, reader: str | None = None) -> Reading:
    """What a saved page carries, its kind named when that is no article.

    Raises:
        BadInputError: the file cannot be read.
    """
    return read_page(_bytes(path), url=url, reader=reader)


def host_of(url: str | None) -> str | None:
    """The outlet an address belongs to, without ``www.``."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _under(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        if not files:
            raise BadInputError(f"{path} holds no article.", cure="Put .json, .txt or .html files there.")
        return files
    if not path.exists():
        raise BadInputError(f"{path} does not exist.", cure="Check the path.")
    if path.suffix.lower() not in SUFFIXES:
        raise BadInputError(
            f"{path} is no article file.", cure=f"Name files ending in {', '.join(SUFFIXES)}."
        )
    return [path]


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadInputError(
                f"{path} is too large ({size} bytes).",
                cure=f"The limit is {MAX_FILE_BYTES} bytes an article.",
            )
        content = path.read_bytes()
    except OSError as error:
        raise BadInputError(
            f"{path} cannot be read: {error.strerror}.", cure="Check the path and its rights."
        ) from error
    if not content.strip():
        raise BadInputError(f"{path} is empty.", cure="Leave it out or fill it.")
    return content


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"{path} is not UTF-8 (byte {error.start}).", cure="Save it again with the encoding UTF-8."
        ) from error


def _from_text(path: Path) -> ArticleText:
    text = _text(path)
    head = "\n".join(text.splitlines()[:_HEAD_LINES])
    published = published_date((), url=None, head=head, text=text).day
    return ArticleText(id=path.stem, text=text, published=published)


def _from_html(path: Path) -> ArticleText:
    page = read_html_file(path)
    if isinstance(page, NotArticle):
        raise BadInputError(
            f"{path} carries no article ({page.outcome.value}: {page.reason}).",
            cure="Leave it out; kawal import counts such pages instead of stopping.",
        )
    return _article_of(page, identifier=path.stem)


def _article_of(page: ArticlePage, *, identifier: str) -> ArticleText:
    return ArticleText(
        id=identifier,
        text=page.text,
        title=page.title,
        url=page.canonical_url,
        outlet=host_of(page.canonical_url),
        published=page.published,
    )


def _from_json(path: Path) -> Iterable[ArticleText]:
    try:
        loaded = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise BadInputError(
            f"{path} is not JSON: {error}.", cure="Write one article object a file."
        ) from error
    records = loaded if isinstance(loaded, list) else [loaded]
    for number, record in enumerate(records):
        where = str(path) if not isinstance(loaded, list) else f"{path}, article {number + 1}"
        default_id = path.stem if not isinstance(loaded, list) else f"{path.stem}-{number + 1}"
        yield _from_record(record, where=where, default_id=default_id)


def _from_record(record: object, *, where: str, default_id: str) -> ArticleText:
    if not isinstance(record, Mapping):
        raise BadInputError(f"{where} is no article object.", cure='Write {"id": …, "text": …} objects.')
    text = _string(record, "text", where)
    if not text or not text.strip():
        raise BadInputError(f"{where} has no text.", cure="Give the article's text in the field 'text'.")
    url = _string(record, "url", where)
    return ArticleText(
        id=_string(record, "id", where) or default_id,
        text=text,
        title=_string(record, "title", where),
        url=url,
        outlet=_string(record, "outlet", where) or host_of(url),
        published=_day(record, where),
        home_region=_string(record, "home_region", where),
    )


def _string(record: Mapping[str, object], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise BadInputError(
        f"{where}: '{field}' is no text but {value!r:.60}.", cure="Write it as a JSON string or null."
    )


def _day(record: Mapping[str, object], where: str) -> date | None:
    value = _string(record, "published", where)
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise BadInputError(
            f"{where}: 'published' is no date but {value!r:.40}.",
            cure="Write YYYY-MM-DD, or null when unknown.",
        ) from error
