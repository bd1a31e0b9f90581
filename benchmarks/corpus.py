"""The pages that everything is measured on: coded articles in the demo's newspaper pages, and other news."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

from benchmarks.other_news import SENTENCES, TITLES
from demo.answers import Request
from demo.contents import OUTLETS, Post, Site, load_site
from demo.markup import Block, BlockKind
from demo.newspaper import Newspaper
from demo.papers import PAPERS
from extractors.evaluation.gold import GoldArticle, read_gold
from models.records import ArticleText

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "open"
RELEVANT_SHARE = 0.05
SEED = 20
_LATEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """One HTML page as fetched."""

    url: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """``texts`` and ``relevant`` are the same articles; ``stream`` mixes in pages on other matters."""

    texts: tuple[ArticleText, ...]
    relevant: tuple[SavedPage, ...]
    stream: tuple[SavedPage, ...]


def build_corpus(*, gold: Path = GOLD, length: int = 400, saved: Path | None = None) -> Corpus:
    """The same corpus every time.

    Args:
        gold: a folder of coded articles.
        length: how many pages the stream has.
        saved: a folder of saved HTML pages that stand in for the written ones on other matters.
    """
    chooser = random.Random(SEED)  # noqa: S311 - choosing pages, not secrets.
    articles = [one for one in read_gold(gold) if one.coded.relevant]
    relevant = _pages([_coded_post(one, index) for index, one in enumerate(articles)])
    others = _saved(saved) if saved else _pages([_other_post(chooser, index) for index in range(120)])
    count = round(RELEVANT_SHARE * length)
    stream = [*chooser.choices(relevant, k=count), *chooser.choices(others, k=length - count)]
    chooser.shuffle(stream)
    return Corpus(
        texts=tuple(one.article for one in articles), relevant=tuple(relevant), stream=tuple(stream)
    )


def _saved(folder: Path) -> list[SavedPage]:
    return [
        SavedPage(url=f"https://example.com/{path.stem}", body=path.read_bytes())
        for path in sorted(folder.glob("*.html"))
    ]


def _pages(posts: Sequence[Post]) -> list[SavedPage]:
    """Each post as a page of one of the demo's newspapers, by turns, navigation and sidebars included."""
    papers = list(_papers(posts))
    return [_page(papers[index % len(papers)], post) for index, post in enumerate(posts)]


def _papers(posts: Sequence[Post]) -> Iterator[Newspaper]:
    for index, outlet in enumerate(OUTLETS):
        site = load_site(outlet)
        own = tuple(replace(post, section=_section(site)) for post in posts[index :: len(OUTLETS)])
        yield PAPERS[outlet](replace(site, versions=(*site.versions, *own)))


def _section(site: Site) -> str:
    return next(iter(site.sections))


def _page(paper: Newspaper, post: Post) -> SavedPage:
    base = f"https://{paper.site.domain}"
    shown = next(other for other in paper.site.versions if other.slug == post.slug)
    path = paper.path(shown)
    answer = paper.answer(Request(path=path, query={}, edition=_LATEST, base=base))
    if answer.status != 200:
        raise ValueError(f"{path} answers {answer.status}")
    return SavedPage(url=base + path, body=answer.body.replace(b"</body>", _ballast() + b"</body>"))


@cache
def _ballast() -> bytes:
    """What pages carry besides the story: 25 real ones have 63 KB, 695 elements and 196 links (medians)."""
    chooser = random.Random(SEED)  # noqa: S311 - choosing words, not secrets.
    links = (
        f'<li class="item-{number}"><div><a href="/lain/{number}"><img src="/foto/{number}.jpg"></a></div>'
        f'<a class="title" href="/lain/{number}">{sentence}</a></li>'
        for number in range(80)
        for sentence in [chooser.choice(SENTENCES).format(n=chooser.randint(2, 90))]
    )
    script = (
        "window.dataLayer=window.dataLayer||[];function send(name,value){dataLayer.push({[name]:value});}"
    )
    listed = f'<aside class="terkini"><h3>Terkini</h3><ul>{"".join(links)}</ul></aside>'
    scripts = "".join(f"<script>{script}/* {number} */</script>" for number in range(130))
    return (listed + scripts).encode()


def _coded_post(one: GoldArticle, index: int) -> Post:
    day = one.article.published
    published = datetime.combine(day, time(9), UTC) if day else None
    lines = [line.strip() for line in one.article.text.splitlines() if line.strip()]
    return _post(f"berita-{index}", lines[0][:80], lines, published)


def _other_post(chooser: random.Random, index: int) -> Post:
    paragraphs = [
        " ".join(sentence.format(n=chooser.randint(2, 90)) for sentence in chooser.sample(SENTENCES, 4))
        for _ in range(chooser.randint(4, 9))
    ]
    return _post(f"lain-{index}", chooser.choice(TITLES), paragraphs, datetime(2025, 3, 1, 9, tzinfo=UTC))


def _post(slug: str, title: str, lines: Sequence[str], published: datetime | None) -> Post:
    return Post(
        slug=slug,
        title=title,
        section="",
        placed=published or datetime(2025, 3, 1, 9, tzinfo=UTC),
        published=published,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, lines=(line,)) for line in lines),
    )
