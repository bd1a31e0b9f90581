"""Reference tables of the cross-check: codes of other systems."""
