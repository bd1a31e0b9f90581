"""The bundled newsroom and official table that make demo runs on."""
