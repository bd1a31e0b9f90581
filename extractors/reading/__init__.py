"""Saved pages and files in, articles out: pure functions over bytes and text."""
