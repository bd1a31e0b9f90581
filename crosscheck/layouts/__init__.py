"""Layouts of official tables, one file a portal."""
