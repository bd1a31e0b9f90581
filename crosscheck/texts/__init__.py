"""The sentences of findings, one file a language."""
