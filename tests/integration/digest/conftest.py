"""The stories of the cross-check's tests serve the digest's as well."""

from tests.integration.crosscheck.conftest import add_story, now

__all__ = ["add_story", "now"]
