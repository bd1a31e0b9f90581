"""Rebuilds every shipped weight from data outside the repository: ``python -m extractors.training``."""
