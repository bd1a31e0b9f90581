"""Regions in Indonesian text: which Kemendagri code a name means."""

from extractors.regions.finder import RegionFinder, build_region_finder

__all__ = ["RegionFinder", "build_region_finder"]
