"""Saved HTML or text in, records out; pure functions with models and dates as arguments."""
