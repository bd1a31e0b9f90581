"""The commands, one file a kind of question. Heavy imports stand inside the functions."""
