"""Two WordPress sites: one with feed and sitemaps, one with the REST API."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from math import ceil
from typing import ClassVar
from zlib import crc32

from demo.answers import Answer, Request, moved
from demo.contents import Post
from demo.newspaper import Newspaper

_XML = "application/xml; charset=UTF-8"
_RSS = "application/rss+xml; charset=UTF-8"
_JSON = "application/json; charset=UTF-8"
_WIB = timezone(timedelta(hours=7))


class WordPress(Newspaper):
    """Front page, categories with pages, feed."""

    routes: ClassVar[Sequence[tuple[str, str]]] = (
        (r"/", "front"),
        (r"/feed/?", "feed"),
        (r"/category/(?P<section>[a-z-]+)/(?:page/(?P<number>\d+)/)?", "category"),
    )

    def front(self, request: Request, _found: re.Match[str]) -> Answer:
        """The front page: the newest posts."""
        return self.listing(request, heading="Berita Terbaru", posts=self.visible(request), number=1)

    def feed(self, request: Request, _found: re.Match[str]) -> Answer:
        """RSS of the newest posts that tell a date."""
        dated = [post for post in self.visible(request) if post.published]
        return self.render("feed.xml", request, content_type=_RSS, posts=dated[: self.site.feed_size])

    def category(self, request: Request, found: re.Match[str]) -> Answer:
        """One page of a category."""
        section = found["section"]
        if section not in self.site.sections:
            return self.missing(request)
        posts = self.visible(request, section=section)
        heading = self.site.sections[section]
        return self.listing(request, heading=heading, posts=posts, number=int(found["number"] or 1))

    def article(self, request: Request, found: re.Match[str]) -> Answer:
        """The page of a post; addresses that do not fit it are moved or missing."""
        post = self.site.find(found["slug"], edition=request.edition)
        if post is None or self.path(post) != f"{request.path.rstrip('/')}/":
            return self.missing(request)
        if not request.path.endswith("/"):
            return moved(f"{request.path}/")
        return self.show(post, request)


class BantenTv(WordPress):
    """WordPress with a tagDiv theme: /berita/<slug>/, feed and sitemap index."""

    routes: ClassVar[Sequence[tuple[str, str]]] = (
        *WordPress.routes,
        (r"/sitemap_index\.xml", "sitemap_index"),
        (r"/post-sitemap\.xml", "sitemap"),
        (r"/category-sitemap\.xml", "category_sitemap"),
        (r"/berita/(?:khusus/)?(?P<slug>[a-z0-9-]+)/?", "article"),
    )

    def path(self, post: Post) -> str:
        """The path of a post's page."""
        return f"/berita/{post.folder + '/' if post.folder else ''}{post.slug}/"

    def sitemap_index(self, request: Request, _found: re.Match[str]) -> Answer:
        """The index of the two sitemaps."""
        return self.render("sitemap_index.xml", request, content_type=_XML)

    def sitemap(self, request: Request, _found: re.Match[str]) -> Answer:
        """Every post, those outside lists included."""
        posts = self.site.posts(edition=request.edition)
        return self.render("sitemap.xml", request, content_type=_XML, posts=posts)

    def category_sitemap(self, request: Request, _found: re.Match[str]) -> Answer:
        """Every category's first page."""
        return self.render("category-sitemap.xml", request, content_type=_XML)


class BantenIntens(WordPress):
    """WordPress with dated addresses, comments and the REST API."""

    routes: ClassVar[Sequence[tuple[str, str]]] = (
        *WordPress.routes,
        (r"/wp-json/wp/v2/posts/?", "posts_api"),
        (r"/(?P<day>\d{4}/\d{2}/\d{2})/(?P<slug>[a-z0-9-]+)/?", "article"),
    )

    def path(self, post: Post) -> str:
        """The path of a post's page."""
        return f"/{(post.published or post.placed):%Y/%m/%d}/{post.slug}/"

    def posts_api(self, request: Request, _found: re.Match[str]) -> Answer:
        """Posts as the WordPress REST API lists them, with its paging headers."""
        posts = [post for post in self.visible(request) if _is_asked_for(post, request)]
        size = min(max(_number(request, "per_page", default=10), 1), 100)
        number = _number(request, "page", default=1)
        pages = ceil(len(posts) / size)
        if not 1 <= number <= max(pages, 1):
            return _api_answer({"code": "rest_post_invalid_page_number", "data": {"status": 400}}, status=400)
        shown = [self._as_json(post, request) for post in posts[(number - 1) * size : number * size]]
        totals = {"X-WP-Total": str(len(posts)), "X-WP-TotalPages": str(pages)}
        return _api_answer(shown, headers=totals)

    def _as_json(self, post: Post, request: Request) -> dict[str, object]:
        local = _local(post.placed)
        content = self.templates.get_template("isi.html").render(self._context(request), post=post)
        return {
            "id": crc32(post.slug.encode()) % 100_000,
            "date": local.isoformat(),
            "date_gmt": f"{post.placed:%Y-%m-%dT%H:%M:%S}",
            "modified": _local(post.changed).isoformat(),
            "slug": post.slug,
            "status": "publish",
            "type": "post",
            "link": request.base + self.path(post),
            "title": {"rendered": post.title},
            "content": {"rendered": content, "protected": False},
            "excerpt": {"rendered": f"<p>{post.summary}</p>", "protected": False},
        }


def _local(when: datetime) -> datetime:
    """The time on a clock in Serang, as the API prints it."""
    return when.astimezone(_WIB).replace(tzinfo=None)


def _is_asked_for(post: Post, request: Request) -> bool:
    after, before = (request.query.get(name) for name in ("after", "before"))
    if after and _local(post.placed) <= datetime.fromisoformat(after).replace(tzinfo=None):
        return False
    return not (before and _local(post.placed) >= datetime.fromisoformat(before).replace(tzinfo=None))


def _number(request: Request, name: str, *, default: int) -> int:
    text = request.query.get(name, "")
    return int(text) if text.isdecimal() else default


def _api_answer(content: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    body = json.dumps(content, ensure_ascii=False).encode()
    return Answer(body=body, content_type=_JSON, status=status, has_etag=status == 200, headers=headers or {})
