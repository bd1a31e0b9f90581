"""Regions of Indonesia as tables: Kemendagri codes, names, other names."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word, allowed
from models.vocabulary import RegionKind


class Region(Base):
    """Indonesia (``ID``), a province, kabupaten, kota or kecamatan."""

    __tablename__ = "region"
    __table_args__ = (
        CheckConstraint(allowed("kind", RegionKind), name="kind"),
        Index("ix_region_lower_name", text("lower(name::text)")),
    )

    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), index=True)
    kind: Mapped[RegionKind] = mapped_column(Word(RegionKind))
    parent_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"), index=True, default=None)


class RegionAlias(Base):
    """Another name of a region; one alias may stand for several regions."""

    __tablename__ = "region_alias"

    alias: Mapped[str] = mapped_column(String(80), primary_key=True)
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"), primary_key=True)
    note: Mapped[str | None] = mapped_column(String(200), default=None)


class ReferenceData(Base):
    """Which version of a bundled list the database holds, so that it is loaded once."""

    __tablename__ = "reference_data"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    content_sha256: Mapped[str] = mapped_column(String(64))
