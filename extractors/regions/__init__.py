"""Regions in Indonesian text: which Kemendagri code a name means."""

from extractors.regions.finder import RegionFinder, build_region_finder
from extractors.regions.focus import document_region, home_of

__all__ = ["RegionFinder", "build_region_finder", "document_region", "home_of"]
