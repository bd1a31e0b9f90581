"""What is expected of the newsroom lies in what the newsroom publishes."""

import csv
from collections import Counter

import pytest

from demo.contents import OUTLETS, Post, load_site
from demo.expectations import (
    OFFICIAL_TABLES,
    ExpectedArticle,
    ExpectedFinding,
    load_expected,
    load_expected_findings,
)
from demo.papers import PAPERS
from models.vocabulary import FindingKind, Outcome, Unit

SITES = {outlet: load_site(outlet) for outlet in OUTLETS}
EXPECTED = {outlet: load_expected(outlet) for outlet in OUTLETS}
ARTICLES = [article for outlet in OUTLETS for article in EXPECTED[outlet].articles]
SEED_FACTS = {
    "seed-0-kab-serang-2025": (4, 0, 1),
    "seed-1-kota-serang-2025": (2, 2, 1),
    "seed-2-kota-serang-2020": (6, 3, 1),
    "seed-3-kota-metro-2022": (4, 0, 1),
    "seed-4-kota-serang-program": (0, 2, 0),
}


def _post(article: ExpectedArticle) -> Post:
    slug = article.path.strip("/").rsplit("/", 1)[-1]
    post = SITES[article.outlet].find(slug, edition=article.edition)
    assert post is not None
    return post


def _identity(article: ExpectedArticle) -> str:
    return f"{article.outlet}-{article.path.strip('/').rsplit('/', 1)[-1][:40]}-{article.edition}"


@pytest.mark.parametrize("article", ARTICLES, ids=_identity)
def test_every_piece_of_evidence_is_in_one_paragraph(article: ExpectedArticle) -> None:
    lines = _post(article).text.splitlines()
    records = (*article.figures, *article.programmes, *article.trends)
    lost = [record.evidence for record in records if not any(record.evidence in line for line in lines)]
    assert lost == []


@pytest.mark.parametrize("article", ARTICLES, ids=_identity)
def test_every_name_of_a_programme_is_in_the_text(article: ExpectedArticle) -> None:
    text = _post(article).text.casefold()
    names = [name for programme in article.programmes for name in (programme.name, *programme.aliases)]
    assert [name for name in names if name.casefold() not in text] == []


@pytest.mark.parametrize("article", ARTICLES, ids=_identity)
def test_the_published_date_is_the_one_the_page_tells(article: ExpectedArticle) -> None:
    told = _post(article).published
    assert (told.date() if told else None) == article.published


@pytest.mark.parametrize("outlet", OUTLETS)
def test_every_post_of_the_site_is_coded_once(outlet: str) -> None:
    paper = PAPERS[outlet](SITES[outlet])
    published = Counter(paper.path(post) for post in SITES[outlet].versions)
    coded = Counter(entry.path for entry in (*EXPECTED[outlet].articles, *EXPECTED[outlet].pages))
    assert published - coded == Counter()


@pytest.mark.parametrize("outlet", OUTLETS)
def test_a_site_has_at_least_ten_articles_relevant_and_not(outlet: str) -> None:
    first = [article for article in EXPECTED[outlet].articles if article.edition == 1]
    outcomes = Counter(article.outcome for article in first)
    assert len(first) >= 10
    assert outcomes[Outcome.STORED] >= 4
    assert outcomes[Outcome.IRRELEVANT] >= 4
    assert any(article.relevant and not article.figures for article in first)


def test_the_seed_articles_are_told_with_all_their_facts() -> None:
    told = {
        article.seed: (len(article.figures), len(article.programmes), len(article.trends))
        for article in ARTICLES
        if article.seed
    }
    assert told == SEED_FACTS


def test_a_wire_story_keeps_its_figures_on_both_sites() -> None:
    (copy,) = [article for article in ARTICLES if article.copy_of]
    outlet, path = str(copy.copy_of).split(" ")
    (original,) = [article for article in EXPECTED[outlet].articles if article.path == path]
    assert copy.figures == original.figures
    assert _post(copy).text != _post(original).text


def test_edition_2_updates_removes_and_adds() -> None:
    later = Counter(article.later for article in ARTICLES)
    assert later[Outcome.UPDATED] == 1
    assert later[Outcome.REMOVED] == 2
    assert Counter(article.outcome for article in ARTICLES if article.edition == 2) == {
        Outcome.UPDATED: 1,
        Outcome.STORED: 1,
    }


def _official() -> dict[tuple[str, int, str], int]:
    counts = {}
    units = {"KASUS": Unit.CASES, "ORANG": Unit.VICTIMS}
    for path in OFFICIAL_TABLES:
        with path.open(encoding="utf-8") as table:
            for row in csv.DictReader(table):
                if row["kategori_korban"] == "PEREMPUAN DAN ANAK":
                    value = int(row.get("jumlah_kasus") or row["jumlah_korban"])
                    key = (row["nama_kabupaten_kota"], int(row["tahun"]), units[row["satuan"]])
                    counts[key] = value
    return counts


NAMES = {
    "36.01": "KABUPATEN PANDEGLANG",
    "36.04": "KABUPATEN SERANG",
    "36.73": "KOTA SERANG",
    "18.71": "KOTA BANDAR LAMPUNG",
    "18.72": "KOTA METRO",
}
COMPARED = [finding for finding in load_expected_findings() if finding.official is not None]


@pytest.mark.parametrize("finding", COMPARED, ids=lambda f: f"{f.kind}-{f.region}-{f.year}-{f.unit}")
def test_both_sides_of_a_comparison_exist(finding: ExpectedFinding) -> None:
    other = Unit.CASES if finding.why == "unit" else finding.unit
    assert _official()[NAMES[finding.region], finding.year, other] == finding.official
    reported = {
        figure.value
        for article in ARTICLES
        for figure in article.figures
        if (figure.region, figure.year, figure.unit) == (finding.region, finding.year, finding.unit)
    }
    assert set(finding.reported) <= reported


def test_each_kind_of_first_finding_is_planned() -> None:
    planned = {finding.kind for finding in load_expected_findings()}
    assert planned == {
        FindingKind.MATCH,
        FindingKind.DIFFERS,
        FindingKind.NOT_COMPARABLE,
        FindingKind.CONFLICT,
        FindingKind.ARITHMETIC,
    }


@pytest.mark.parametrize("path", OFFICIAL_TABLES, ids=lambda path: path.stem)
def test_women_and_children_add_up_in_the_official_tables(path: object) -> None:
    assert OFFICIAL_TABLES
    with open(str(path), encoding="utf-8") as table:  # noqa: PTH123
        rows = list(csv.DictReader(table))
    count = "jumlah_kasus" if "jumlah_kasus" in rows[0] else "jumlah_korban"
    sums: Counter[tuple[str, str]] = Counter()
    for row in rows:
        sign = -1 if row["kategori_korban"] == "PEREMPUAN DAN ANAK" else 1
        sums[row["nama_kabupaten_kota"], row["tahun"]] += sign * int(row[count])
    assert set(sums.values()) == {0}
