"""Taking an article out of the store for good."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from models.crawling import Page
from models.errors import BadInputError
from models.people import Review
from models.reading import Article, Figure, Trend
from models.vocabulary import Outcome
from storage.pages import PageRepository


def forget_page(session: Session, url: str) -> frozenset[str]:
    """Delete every version of a page's article with all that was read in it and answered about it.

    The address stays with the hash of its body, so that a crawl that finds the page
    unchanged does not read it again. Of copies of its story the first takes its place.
    Returns the regions that its figures and trends were about.

    Raises:
        BadInputError: there is no article at that address.
    """
    page_id = session.scalar(select(Page.id).where(Page.url == url).with_for_update())
    articles = list(session.scalars(select(Article.id).where(Article.page_id == page_id)))
    if page_id is None or not articles:
        raise BadInputError(f"There is no article at {url}.", cure="List them with kawal articles --json.")
    regions: set[str] = set()
    for table in (Figure, Trend):
        told = select(table.region_code).where(table.article_id.in_(articles), table.region_code.is_not(None))
        regions.update(code for code in session.scalars(told) if code is not None)
    _hand_on(session, articles)
    session.execute(delete(Review).where(Review.page_id == page_id))
    session.execute(delete(Article).where(Article.id.in_(articles)))
    PageRepository(session).drop_body(page_id, outcome=Outcome.REMOVED)
    return frozenset(regions)


def _hand_on(session: Session, articles: list[int]) -> None:
    """Let the first copy elsewhere tell the story, and the other copies repeat that one."""
    copies = Article.duplicate_of.in_(articles) & Article.id.not_in(articles)
    first = session.scalar(select(func.min(Article.id)).where(copies))
    if first is not None:
        session.execute(update(Article).where(copies, Article.id != first).values(duplicate_of=first))
        session.execute(update(Article).where(Article.id == first).values(duplicate_of=None))
