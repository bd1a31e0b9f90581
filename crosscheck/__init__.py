"""Official tables in, findings out."""
