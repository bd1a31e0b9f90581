"""Whatever a file holds, it is read or refused in one sentence, never with a stack trace."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.official.importing import ImportOptions, plan_import
from models.errors import BadInputError
from tests.unit.crosscheck.importing import places

HEADERS = (
    *("id", "no", "tahun", "bulan", "periode_data", "kabupaten/kota", "kode_kabupaten_kota", "provinsi"),
    *(
        "kecamatan",
        "wilayah",
        "satuan",
        "jumlah",
        "jumlah_korban",
        "jumlah_kasus",
        "jumlah_kekerasan",
        "total",
    ),
    *("perempuan", "anak", "laki-laki", "jenis_kelamin", "kategori_usia", "jenis_kekerasan", "fisik", "2021"),
    *("jumlah_2020", "persentase", "Januari", "tempat_kejadian", "", "catatan", "jumlah_pelaku"),
)
CELLS = (
    *(
        "1",
        "12",
        "2020",
        "2021.0",
        "202301",
        "1.234",
        "1,5",
        "-",
        "",
        "NA",
        "12%",
        "-3",
        "7 kasus",
        "Januari",
    ),
    *("Kota Serang", "SERANG", "BOGOR", "KOTA BOGOR", "3201", "36.73", "Banten", "JUMLAH", "KASUS", "ORANG"),
    *(
        "LAKI-LAKI",
        "Perempuan",
        "Anak",
        "0-5 TAHUN",
        "60+",
        "fisik",
        "seksual",
        "lainnya",
        "RUMAH\nTANGGA",
        "x",
    ),
)
cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=8))


@st.composite
def tables(draw: st.DrawFn) -> str:
    header = draw(st.lists(st.one_of(st.sampled_from(HEADERS), st.text(max_size=10)), min_size=1, max_size=7))
    rows = draw(st.lists(st.lists(cells, max_size=8), max_size=8))
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().replace("\0", "")


@settings(max_examples=100, deadline=None)
@given(text=tables(), region=st.booleans(), year=st.booleans(), unit=st.booleans())
def test_any_table_is_read_or_refused(text: str, *, region: bool, year: bool, unit: bool) -> None:
    said = {"@region": "36.73"} if region else {}
    said |= {"@year": "2021"} if year else {}
    said |= {"@unit": "cases"} if unit else {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            plans = plan_import(path, ImportOptions(mapping=said), places=places())
        except BadInputError:
            return
    for draft in (draft for plan in plans for draft in plan.result.figures):
        assert draft.value >= 0
        assert 1900 <= draft.year <= 2100
        assert draft.region in places().by_code
