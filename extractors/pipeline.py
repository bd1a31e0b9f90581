"""One article in, everything that can be read out of it out. Pure: the toolkit is an argument."""

from dataclasses import replace

from extractors.agencies import find_agencies
from extractors.document import Document, read_document
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import find_figures
from extractors.figures.material import Material, gather
from extractors.numbers import find_numbers
from extractors.periods import find_periods, infer_published
from extractors.programmes import find_programmes
from extractors.regions import document_region
from extractors.relevance import is_relevant, judge_relevance
from extractors.relevance.named import raised_by_programmes
from extractors.relevance.second import in_doubt, joined
from extractors.toolkit import Toolkit
from extractors.trends import find_trends
from models.records import ArticleText, Extraction


def extract(article: ArticleText, toolkit: Toolkit) -> Extraction:
    """Read one article.

    An article that is not about the problem yields nothing; its relevance is still told.
    The day of publication is taken from a dateline when ``article.published`` is null.
    """
    document = read_document(_dated(article))
    relevance = _relevance(document, toolkit)
    if not is_relevant(relevance):
        return Extraction(
            article_id=article.id, relevant=False, relevance=relevance, versions=dict(toolkit.versions)
        )
    material = read_material(document, toolkit)
    figures = find_figures(material, toolkit.scorer or LinearScorer(), toolkit.calibrate, toolkit.ranker)
    return Extraction(
        article_id=article.id,
        relevant=True,
        relevance=relevance,
        figures=figures,
        programmes=find_programmes(document, regions=material.regions, home=material.home_region),
        trends=find_trends(
            document,
            regions=material.regions,
            figures=figures,
            cues=material.cues,
            home=material.home_region,
            agencies=material.agencies,
        ),
        persons=toolkit.persons.persons(article.text) if toolkit.persons else None,
        versions=dict(toolkit.versions),
    )


def _relevance(document: Document, toolkit: Toolkit) -> float:
    first = judge_relevance(document)
    if toolkit.entities is not None and in_doubt(first):
        first = joined(first, toolkit.entities.relevance(document.text))
    return raised_by_programmes(first, document)


def read_material(document: Document, toolkit: Toolkit) -> Material:
    """Find everything in a document that the later steps reason about."""
    regions = toolkit.regions.find(document.plain, document.home_region)
    focus = document_region(regions, document.plain, document.home_region)
    return gather(
        document,
        numbers=find_numbers(document.plain, document.words),
        periods=find_periods(document.plain, document.published, document.words),
        regions=regions,
        agencies=find_agencies(document.plain, regions, document.words),
        home_region=focus.code if focus else None,
    )


def _dated(article: ArticleText) -> ArticleText:
    if article.published is not None:
        return article
    return replace(article, published=infer_published(article.text))
