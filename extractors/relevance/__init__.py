"""Whether a page is about the problem at all."""

from extractors.relevance.judging import RelevanceModel, is_relevant, judge_relevance, load_relevance_model

__all__ = ["RelevanceModel", "is_relevant", "judge_relevance", "load_relevance_model"]
