"""What is measured: each contender is made ready once and then handed one page or text after another."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from benchmarks.corpus import Corpus, SavedPage
from models.records import ArticleText

Work = Callable[[], Sequence[int]]
"""Goes through all its pages once; gives the figures or characters found in each."""


def kawal_text(corpus: Corpus) -> Work:
    """From an article's text to its figures, programmes and trends."""
    from extractors.pipeline import extract
    from extractors.toolkit import load_toolkit

    toolkit = load_toolkit()
    return lambda: [len(extract(text, toolkit).figures) for text in corpus.texts]


def kawal_page(corpus: Corpus) -> Work:
    """From a saved page to its figures, without the gate."""
    return _kawal(corpus.relevant, gated=False)


def kawal_stream(corpus: Corpus) -> Work:
    """From a saved page through the gate; what passes is read to its figures."""
    return _kawal(corpus.stream, gated=True)


def _kawal(pages: Sequence[SavedPage], *, gated: bool) -> Work:
    from extractors.pipeline import extract
    from extractors.reading.gate import gate_page
    from extractors.reading.page import ArticlePage, read_page
    from extractors.toolkit import load_toolkit

    toolkit = load_toolkit()

    def read(page: SavedPage) -> int:
        if gated and not gate_page(page.body).passed:
            return 0
        found = read_page(page.body, url=page.url)
        if not isinstance(found, ArticlePage):
            return 0
        text = ArticleText(id=page.url, text=found.text, title=found.title, published=found.published)
        return len(extract(text, toolkit).figures)

    return lambda: [read(page) for page in pages]


def _rival(module: str, read: Callable[[Any, SavedPage], str | None], *, stream: bool) -> Any:
    def ready(corpus: Corpus) -> Work:
        loaded = import_module(module)
        pages = corpus.stream if stream else corpus.relevant
        return lambda: [len(read(loaded, page) or "") for page in pages]

    return ready


def _trafilatura(module: Any, page: SavedPage) -> str | None:
    text: str | None = module.extract(page.body, url=page.url)
    return text


def _newspaper(module: Any, page: SavedPage) -> str | None:
    article = module.Article(page.url)  # It knows no stop words of Indonesian; it takes the page's language.
    article.download(input_html=page.body.decode("utf-8", "replace"))
    article.parse()
    text: str | None = article.text
    return text


def _news_please(module: Any, page: SavedPage) -> str | None:
    article = module.NewsPlease.from_html(
        page.body.decode("utf-8", "replace"), url=page.url, fetch_images=False
    )
    text: str | None = article.maintext
    return text


Ready = Callable[[Corpus], Work]
CONTENDERS: Mapping[str, Ready] = {
    "kawal: text to figures": kawal_text,
    "kawal: page to figures": kawal_page,
    "trafilatura: page to text": _rival("trafilatura", _trafilatura, stream=False),
    "newspaper4k: page to text": _rival("newspaper", _newspaper, stream=False),
    "news-please: page to text": _rival("newsplease", _news_please, stream=False),
    "kawal: stream to figures": kawal_stream,
    "trafilatura: stream to text": _rival("trafilatura", _trafilatura, stream=True),
}
_MODULES = {"trafilatura": "trafilatura", "newspaper4k": "newspaper", "news-please": "newsplease"}


def is_installed(name: str) -> bool:
    """Whether a contender's package is there."""
    module = _MODULES.get(name.partition(":")[0])
    return module is None or find_spec(module) is not None
