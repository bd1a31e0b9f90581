"""A site: settings and posts, templates, and the addresses its kind of CMS has."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from demo.answers import Answer, Request, document, moved
from demo.contents import SITES, Post, Site, is_removed
from demo.dates import feed_date, in_words
from demo.markup import Block, plain, rendered

Handler = Callable[["Newspaper", Request, re.Match[str]], Answer]


class Newspaper:
    """What all four sites have in common; each kind of CMS adds its addresses.

    ``routes`` maps patterns of paths to the names of methods that take the
    request and the match.
    """

    routes: ClassVar[Sequence[tuple[str, str]]] = ()

    def __init__(self, site: Site) -> None:
        self.site = site
        folders = [SITES / site.outlet / "templates", SITES / "shared"]
        self.templates = Environment(
            loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.templates.filters.update(in_words=in_words, feed_date=feed_date, plain=plain)
        common = ((r"/robots\.txt", "robots"), (r"/gaya\.css", "style"), (r"/foto/[a-z0-9-]+\.svg", "photo"))
        self._routes = [(re.compile(pattern), name) for pattern, name in (*common, *self.routes)]

    def answer(self, request: Request) -> Answer:
        """The answer to one request, the 404 page included."""
        if request.path in self.site.redirects:
            return moved(request.base + self.site.redirects[request.path], status=302)
        if request.path in self.site.documents:
            return document(self.site.documents[request.path])
        for pattern, name in self._routes:
            found = pattern.fullmatch(request.path)
            if found:
                answer: Answer = getattr(self, name)(request, found)
                return answer
        return self.missing(request)

    def path(self, post: Post) -> str:
        """The path of a post's page."""
        raise NotImplementedError

    def robots(self, request: Request, _found: re.Match[str]) -> Answer:
        """robots.txt."""
        return self.render("robots.txt", request, content_type="text/plain; charset=utf-8")

    def style(self, request: Request, _found: re.Match[str]) -> Answer:
        """The site's style sheet."""
        return self.render("gaya.css", request, content_type="text/css; charset=utf-8")

    def photo(self, request: Request, _found: re.Match[str]) -> Answer:
        """A grey stand-in for any photo."""
        return self.render("foto.svg", request, content_type="image/svg+xml")

    def show(self, post: Post | None, request: Request) -> Answer:
        """The page of a post, or what stands where it was."""
        if post is None:
            return self.missing(request)
        if is_removed(post, edition=request.edition):
            return self.missing(request, status=post.removed_status)
        if post.presentation == "missing":
            return self.missing(request, status=200)
        template = "rangkuman.html" if post.presentation == "list" else "artikel.html"
        return self.page(template, request, post=post, canonical=request.base + self.path(post))

    def listing(self, request: Request, *, heading: str, posts: Sequence[Post], number: int) -> Answer:
        """One page of a list of posts; a page past the end is a 404."""
        size = self.site.page_size
        shown = posts[(number - 1) * size : number * size]
        if not shown:
            return self.missing(request)
        more = number * size < len(posts)
        return self.page("daftar.html", request, heading=heading, shown=shown, number=number, more=more)

    def missing(self, request: Request, *, status: int = 404) -> Answer:
        """The site's 'not found' page."""
        return self.page("tidak-ditemukan.html", request, status=status)

    def page(self, template: str, request: Request, *, status: int = 200, **values: object) -> Answer:
        """An HTML page in the site's charset."""
        site = self.site
        content_type = f"text/html; charset={site.charset}" if site.charset_in_header else "text/html"
        return self.render(template, request, content_type=content_type, status=status, **values)

    def render(
        self, template: str, request: Request, *, content_type: str, status: int = 200, **values: object
    ) -> Answer:
        """A rendered template with the validators this site sends."""
        post = values.get("post")
        changed = post.changed if isinstance(post, Post) else self.site.edition_date(request.edition)
        text = self.templates.get_template(template).render(
            {**self._context(request), **values, "edition_date": self.site.edition_date(request.edition)}
        )
        return Answer(
            body=text.encode(self.site.charset if "html" in content_type else "utf-8"),
            content_type=content_type,
            status=status,
            modified=changed if self.site.last_modified and status == 200 else None,
            has_etag=self.site.etag and status == 200,
        )

    def visible(self, request: Request, *, section: str | None = None) -> list[Post]:
        """The posts that lists and feeds of an edition show."""
        posts = self.site.posts(edition=request.edition)
        return [post for post in posts if post.in_lists and section in (None, post.section)]

    def _context(self, request: Request) -> dict[str, object]:
        def text(line: str) -> Markup:
            return rendered(line, base=request.base)

        def link(post: Post) -> str:
            return request.base + self.path(post)

        def target(block: Block) -> str:
            return request.base + (block.path or "/")

        return {"site": self.site, "base": request.base, "text": text, "link": link, "target": target}
