"""A Joomla site with K2: /today/<slug>, sections paged by ?start=, RSS by ?format=feed."""

import re
from collections.abc import Sequence
from typing import ClassVar

from demo.answers import Answer, Request, moved
from demo.contents import Post
from demo.newspaper import Newspaper

_RSS = "application/rss+xml; charset=utf-8"


class DetakBanten(Newspaper):
    """K2 items under /today; no sitemap."""

    routes: ClassVar[Sequence[tuple[str, str]]] = (
        (r"/", "front"),
        (r"/today", "today"),
        (r"/today/(?P<slug>[a-z0-9-]+)", "article"),
        (r"/index\.php/today/(?P<slug>[a-z0-9-]+)", "old_address"),
        (r"/(?P<section>[a-z-]+)", "section"),
    )

    def path(self, post: Post) -> str:
        """The path of a post's page."""
        return f"/today/{post.slug}"

    def front(self, request: Request, _found: re.Match[str]) -> Answer:
        """The front page: the newest items."""
        return self._items(request, heading="Berita Utama", posts=self.visible(request))

    def today(self, request: Request, _found: re.Match[str]) -> Answer:
        """All items, as a list or as RSS."""
        posts = self.visible(request)
        if request.query.get("format") == "feed":
            shown = posts[: self.site.feed_size]
            return self.render("feed.xml", request, content_type=_RSS, posts=shown)
        return self._items(request, heading="Today", posts=posts)

    def section(self, request: Request, found: re.Match[str]) -> Answer:
        """The items of one section."""
        section = found["section"]
        if section not in self.site.sections:
            return self.missing(request)
        posts = self.visible(request, section=section)
        return self._items(request, heading=self.site.sections[section], posts=posts)

    def article(self, request: Request, found: re.Match[str]) -> Answer:
        """The page of an item."""
        return self.show(self.site.find(found["slug"], edition=request.edition), request)

    def old_address(self, request: Request, found: re.Match[str]) -> Answer:
        """Addresses from before the site's rewriting was switched on."""
        return moved(f"{request.base}/today/{found['slug']}")

    def _items(self, request: Request, *, heading: str, posts: Sequence[Post]) -> Answer:
        start = request.query.get("start", "0")
        number = int(start) // self.site.page_size + 1 if start.isdecimal() else 1
        return self.listing(request, heading=heading, posts=posts, number=number)
