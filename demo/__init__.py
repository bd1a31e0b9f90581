"""Four small news sites on loopback and the official tables written for them."""
