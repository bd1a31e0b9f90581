"""Addresses, one file a kind of page."""
