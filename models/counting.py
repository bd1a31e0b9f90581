"""What is counted in advance: how many figures stand, by region and year, and by province and outlet."""

from sqlalchemy import Column, Index, Integer, String, Table

from models.base import Base

figure_count = Table(
    "figure_count",
    Base.metadata,
    Column("region_code", String(8)),
    Column("year", Integer),
    Column("source_name", String(60)),
    Column("figures", Integer, nullable=False),
    Index(
        "ix_figure_count_region_code",
        "region_code",
        "year",
        postgresql_ops={"region_code": "text_pattern_ops"},
        postgresql_include=["source_name", "figures"],
    ),
)
"""Rows add up: triggers on ``figure`` add one for every figure that begins or ceases to stand (``figures``
is 1 or -1), in its transaction and without waiting for anybody; now and then rows of one key become one.

Rows without a source count by region and year, rows with one by province and year.
"""
