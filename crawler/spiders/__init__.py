"""One spider for every outlet; what differs is declared."""
