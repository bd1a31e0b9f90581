"""What each demo site publishes, as read from demo/sites/<outlet>/."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from demo.markup import ARTICLE_KINDS, Block, BlockKind, parse_article, plain

SITES = Path(__file__).parent / "sites"
OUTLETS = ("bantentv", "detakbanten", "kupastuntas", "bantenintens")

Presentation = Literal["article", "list", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reader's comment under an article."""

    author: str
    written: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One address that looks like an article's, in one edition of the site.

    ``published`` is what the page tells about its date (null: nothing);
    ``placed`` orders lists and is the date of the HTTP headers only.
    ``presentation`` says whether the page is an article, a list of articles
    under an article's address, or a 'not found' page with status 200.
    """

    slug: str
    title: str
    section: str
    placed: datetime
    published: datetime | None
    blocks: tuple[Block, ...]
    modified: datetime | None = None
    author: str = "Redaksi"
    editor: str | None = None
    photo: str | None = None
    tags: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    metadata: bool = True
    in_lists: bool = True
    folder: str | None = None
    presentation: Presentation = "article"
    added_in: int = 1
    revised_in: int = 1
    removed_in: int | None = None
    removed_status: int = 404

    @property
    def changed(self) -> datetime:
        """When the page last changed, in UTC."""
        return (self.modified or self.placed).astimezone(UTC)

    @property
    def text(self) -> str:
        """The article as a careful reader copies it: no links to others, captions or adverts."""
        return "\n".join(block.text for block in self.blocks if block.kind in ARTICLE_KINDS)

    @property
    def summary(self) -> str:
        """The first paragraph, as feeds and lists show it."""
        paragraphs = (block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)
        first = next(paragraphs, None)
        return plain(first.lines[0]) if first else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One outlet's site: its settings and everything it ever published."""

    outlet: str
    name: str
    domain: str
    tagline: str
    sections: dict[str, str]
    charset: str
    charset_in_header: bool
    etag: bool
    last_modified: bool
    feed_size: int
    page_size: int
    edition_dates: dict[int, datetime]
    headlines: tuple[dict[str, str], ...]
    documents: dict[str, int]
    redirects: dict[str, str]
    versions: tuple[Post, ...] = field(repr=False)

    def find(self, slug: str, *, edition: int) -> Post | None:
        """The post's text in an edition, removed or not; null before it was added."""
        known = [post for post in self.versions if post.slug == slug and post.revised_in <= edition]
        return max(known, key=lambda post: post.revised_in, default=None)

    def posts(self, *, edition: int) -> list[Post]:
        """Everything an edition still publishes, newest first."""
        found = (self.find(slug, edition=edition) for slug in {post.slug for post in self.versions})
        kept = (post for post in found if post and not is_removed(post, edition=edition))
        return sorted(kept, key=lambda post: (post.placed, post.slug), reverse=True)

    def edition_date(self, edition: int) -> datetime:
        """When the lists and feeds of an edition were last changed."""
        return self.edition_dates[edition]


def is_removed(post: Post, *, edition: int) -> bool:
    """Whether the outlet took the post down by that edition."""
    return post.removed_in is not None and edition >= post.removed_in


def load_site(outlet: str, *, folder: Path = SITES) -> Site:
    """One outlet's site as its files tell it."""
    home = folder / outlet
    settings = tomllib.loads((home / "site.toml").read_text(encoding="utf-8"))
    editions = {int(number): when for number, when in settings.pop("edition_dates").items()}
    return Site(
        outlet=outlet,
        edition_dates=editions,
        headlines=tuple(settings.pop("headlines", ())),
        documents=settings.pop("documents", {}),
        redirects=settings.pop("redirects", {}),
        versions=tuple(_load_posts(sorted((home / "articles").glob("*.md")))),
        **settings,
    )


def _load_posts(paths: Iterable[Path]) -> Iterable[Post]:
    for path in paths:
        matter, blocks = parse_article(path.read_text(encoding="utf-8"), name=path.name)
        yield _post(path, matter, blocks)


def _post(path: Path, matter: dict[str, Any], blocks: tuple[Block, ...]) -> Post:
    slug, _, edition = path.stem.partition(".edition-")
    published = matter.pop("published", None)
    revised_in = int(edition) if edition else int(matter.get("added_in", 1))
    return Post(
        slug=slug,
        placed=(matter.pop("placed", None) or published).astimezone(UTC),
        published=published,
        blocks=blocks,
        tags=tuple(matter.pop("tags", ())),
        comments=tuple(Comment(**comment) for comment in matter.pop("comments", ())),
        revised_in=revised_in,
        **matter,
    )
