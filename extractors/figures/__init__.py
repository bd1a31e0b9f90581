"""Aggregate counts of violence out of one article: candidates, scope, arithmetic."""
