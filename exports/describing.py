"""What a data package says of itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exports.codebook import Field, TableName, TableSchema
from exports.files import FileFormat
from exports.origins import Origin
from models.vocabulary import Language

NAME = "kawal-kasus"
TITLE = "Kawal Kasus"
_ABOUT = {
    Language.INDONESIAN: (
        "Kekerasan terhadap perempuan dan anak di Indonesia: jumlah menurut berita media daerah, jumlah "
        "menurut tabel resmi, dan di mana keduanya bertemu atau berbeda. Kasus yang diberitakan bukan kasus "
        "yang terjadi. Identitas korban disamarkan."
    ),
    Language.ENGLISH: (
        "Violence against women and children in Indonesia: counts as regional outlets report them, counts as "
        "authorities publish them, and where the two meet or differ. Reported cases are not cases that "
        "happened. Identities of victims are masked."
    ),
}
_TERMS = {
    Language.INDONESIAN: (
        "Angka boleh dipakai dengan menyebut media dan instansi asalnya; kalimat dikutip dari medianya; "
        "tabel resmi mengikuti lisensi portalnya."
    ),
    Language.ENGLISH: (
        "Figures may be used when the outlet and the agency they come from are named; sentences are quoted "
        "from the outlets; official tables keep the licences of their portals."
    ),
}
_KEYWORDS = ("Indonesia", "kekerasan terhadap perempuan", "kekerasan terhadap anak", "statistik", "berita")
_MEDIA_TYPES = {FileFormat.CSV: "text/csv", FileFormat.PARQUET: "application/vnd.apache.parquet"}
_PRIMARY_KEY = "id"
_FOREIGN_KEYS = {TableName.OFFICIAL_FIGURES: ("dataset_id", TableName.OFFICIAL_DATASETS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One file of the package, as written; ``years`` the first and last its rows are about."""

    schema: TableSchema
    path: str
    file_format: FileFormat
    rows: int
    size: int
    sha256: str
    years: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What holds for the whole package."""

    created: datetime
    version: str
    language: Language
    origins: Sequence[Origin]


def data_package(resources: Iterable[Resource], about: About) -> dict[str, Any]:
    """The package as Frictionless Data Package describes one."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "description": _ABOUT[about.language],
        "version": about.version,
        "created": about.created.isoformat(timespec="seconds"),
        "keywords": list(_KEYWORDS),
        "licenses": [{"name": "other-at", "title": _TERMS[about.language]}],
        "sources": [{"title": origin.title} for origin in about.origins],
        "resources": [_resource(resource, about.language) for resource in resources],
    }


def _resource(resource: Resource, language: Language) -> dict[str, Any]:
    name = resource.schema.name
    schema: dict[str, Any] = {
        "fields": [_field(field, language) for field in resource.schema.fields],
        "primaryKey": [_PRIMARY_KEY],
        "missingValues": [""],
    }
    if name in _FOREIGN_KEYS:
        column, other = _FOREIGN_KEYS[name]
        reference = {"resource": other.value, "fields": [_PRIMARY_KEY]}
        schema["foreignKeys"] = [{"fields": [column], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name.value,
        "title": resource.schema.title[language],
        "path": resource.path,
        "format": resource.file_format.value,
        "mediatype": _MEDIA_TYPES[resource.file_format],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "rows": resource.rows,
        "schema": schema,
    }


def _field(field: Field, language: Language) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type.value,
        "description": field.meaning[language],
    }
    constraints: dict[str, Any] = {"required": True, "unique": True} if field.name == _PRIMARY_KEY else {}
    if field.words:
        constraints["enum"] = list(field.words)
    return described | ({"constraints": constraints} if constraints else {})


def schema_org_dataset(resources: Sequence[Resource], about: About) -> dict[str, Any]:
    """The package as schema.org's Dataset, for search engines of data."""
    years = [year for resource in resources for year in resource.years or ()]
    official = [origin for origin in about.origins if origin.official]
    return _known(
        {
            "@context": "https://schema.org/",
            "@type": "Dataset",
            "name": TITLE,
            "description": _ABOUT[about.language],
            "version": about.version,
            "dateModified": about.created.date().isoformat(),
            "inLanguage": "id",
            "isAccessibleForFree": True,
            "keywords": list(_KEYWORDS),
            "usageInfo": _TERMS[about.language],
            "spatialCoverage": {"@type": "Country", "name": "Indonesia", "identifier": "ID"},
            "temporalCoverage": f"{min(years)}/{max(years)}" if years else None,
            "creator": {"@type": "Organization", "name": TITLE},
            "isBasedOn": [_official(origin) for origin in official],
            "variableMeasured": [_variable(field, about.language) for field in resources[0].schema.fields],
            "distribution": [_download(resource) for resource in resources],
        }
    )


def _official(origin: Origin) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": origin.publisher} if origin.publisher else None
    return _known(
        {"@type": "Dataset", "name": origin.title, "license": origin.licence, "publisher": publisher}
    )


def _variable(field: Field, language: Language) -> dict[str, Any]:
    return {"@type": "PropertyValue", "name": field.name, "description": field.meaning[language]}


def _download(resource: Resource) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": resource.schema.name.value,
        "contentUrl": resource.path,
        "encodingFormat": _MEDIA_TYPES[resource.file_format],
        "contentSize": f"{resource.size} B",
        "sha256": resource.sha256,
    }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """The entries that say something."""
    return {name: value for name, value in values.items() if value not in (None, [])}
