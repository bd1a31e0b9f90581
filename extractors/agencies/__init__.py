"""Agencies in Indonesian text: who a figure can be credited to."""

from extractors.agencies.finder import find_agencies

__all__ = ["find_agencies"]
