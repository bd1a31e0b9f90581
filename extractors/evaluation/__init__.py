"""Measuring extraction against hand-coded articles."""
