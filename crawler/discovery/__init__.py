"""Feeds, sitemaps, WordPress lists and list pages in, addresses with their dates out: pure functions."""
