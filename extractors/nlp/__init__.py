"""The trained components: Stanza's syntax and spaCy's entities, loaded when first asked for."""
