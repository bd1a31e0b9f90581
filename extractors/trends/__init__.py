"""Stated comparisons over time."""

from extractors.trends.finding import find_trends

__all__ = ["find_trends"]
