"""Choosing what is news for a subscriber, and rendering it."""
