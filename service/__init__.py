"""One cycle of work, wired from the rooms below."""
