"""A site on a CMS of its own: /YYYY/MM/DD/<slug>, one sitemap, no feed."""

import re
from collections.abc import Sequence
from typing import ClassVar

from demo.answers import Answer, Request
from demo.contents import Post
from demo.newspaper import Newspaper

_XML = "application/xml"


class KupasTuntas(Newspaper):
    """Dated addresses; lists by section paged with ?page=."""

    routes: ClassVar[Sequence[tuple[str, str]]] = (
        (r"/", "front"),
        (r"/sitemap\.xml", "sitemap"),
        (r"/kategori/(?P<section>[a-z-]+)", "category"),
        (r"/(?P<day>\d{4}/\d{2}/\d{2})/(?P<slug>[a-z0-9-]+)", "article"),
    )

    def path(self, post: Post) -> str:
        """The path of a post's page."""
        return f"/{(post.published or post.placed):%Y/%m/%d}/{post.slug}"

    def front(self, request: Request, _found: re.Match[str]) -> Answer:
        """The front page: the newest articles."""
        return self.listing(request, heading="Terbaru", posts=self.visible(request), number=_number(request))

    def category(self, request: Request, found: re.Match[str]) -> Answer:
        """The articles of one section."""
        section = found["section"]
        if section not in self.site.sections:
            return self.missing(request)
        posts = self.visible(request, section=section)
        heading = self.site.sections[section]
        return self.listing(request, heading=heading, posts=posts, number=_number(request))

    def sitemap(self, request: Request, _found: re.Match[str]) -> Answer:
        """Every article."""
        posts = self.site.posts(edition=request.edition)
        return self.render("sitemap.xml", request, content_type=_XML, posts=posts)

    def article(self, request: Request, found: re.Match[str]) -> Answer:
        """The page of an article, under its own date only."""
        post = self.site.find(found["slug"], edition=request.edition)
        if post is None or self.path(post) != request.path:
            return self.missing(request)
        return self.show(post, request)


def _number(request: Request) -> int:
    text = request.query.get("page", "1")
    return int(text) if text.isdecimal() else 1
