"""The declarations, one TOML file an outlet."""
