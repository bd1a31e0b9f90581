"""Pages and JSON API over one open database; ``web.serving.serve`` opens them."""
