"""The door: the command line, and the store in notebooks.

    import kawal

    kawal.figures(region="Kota Serang", year=2024)

Importing loads nothing heavy; pandas and the database are loaded when a table is asked for.
"""

from kawal.frames import Store, figures, findings, official, open_store, programmes, trends

__all__ = ["Store", "figures", "findings", "official", "open_store", "programmes", "trends"]
