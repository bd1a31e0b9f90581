"""Named initiatives against violence: programmes, services, task forces, campaigns."""

from extractors.programmes.finding import find_programmes

__all__ = ["find_programmes"]
