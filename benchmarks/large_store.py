"""A store as it is after years: articles, figures, official tables and findings, made by the server itself.

Everything is invented. Regions are weighted as news weighs them: a fifth of the figures speak of provinces,
most of kabupaten and kota (the larger ones often), a tenth of kecamatan.
"""

from sqlalchemy import Connection, text

SOURCES, FIRST_YEAR, YEARS = 60, 2012, 14
_STEPS = (
    "SELECT setseed(0.4)",
    """
    CREATE TEMP TABLE place AS
    SELECT code, kind, row_number() OVER (PARTITION BY kind ORDER BY md5(code)) AS rank,
           count(*) OVER (PARTITION BY kind) AS many FROM region WHERE code <> 'ID'
    """,
    """
    INSERT INTO source (name, outlet, home_region, declaration)
    SELECT 'media-' || n, 'media' || n || '.test', NULL, '{}' FROM generate_series(1, :sources) n
    """,
    """
    INSERT INTO page (url, source_name, first_seen, last_fetched, outcome, read_sha256, body_sha256)
    SELECT 'https://media' || (n % :sources + 1) || '.test/' || n, 'media-' || (n % :sources + 1),
           now(), now(), 'stored', 'x', 'x' FROM generate_series(1, :articles) n
    """,
    """
    INSERT INTO article (page_id, version, title, text, text_length, text_sha256, published, reader, read_at,
                         current, relevance)
    SELECT id, 1, 'Kasus kekerasan di daerah ' || id, body, char_length(body), md5(id::text),
           make_date(:first + (id % :years)::int, 1 + (id % 12)::int, 1 + (id % 28)::int), 'bench', now(),
           true, 0.9
    FROM (SELECT id, 'Dinas mencatat ' || id % 400 || ' kasus kekerasan terhadap perempuan dan anak. ' ||
          repeat('Menurut kepala dinas, laporan datang dari warga dan pendamping nomor ' || id || '. ', 12)
          AS body FROM page WHERE source_name LIKE 'media-%') made
    """,
    """
    INSERT INTO figure (article_id, article_length, value, unit, region_code, year, period, population,
                        violence, breakdown, qualifier, credited_source, evidence, start_offset, end_offset,
                        confidence)
    SELECT a.id, a.text_length, (random() * 400)::int,
           (ARRAY['cases', 'cases', 'cases', 'victims', 'reports'])[1 + (n % 5)::int], p.code,
           extract(year FROM a.published)::int - (n % 2)::int, NULL,
           (ARRAY['women_children', 'women', 'children', 'women_children'])[1 + (n % 4)::int],
           (ARRAY['any', 'any', 'sexual', 'physical'])[1 + (n / 4 % 4)::int],
           CASE WHEN n % 3 = 0 THEN 'type:fisik' END, 'exact', 'UPTD PPA',
           substr(a.text, 1, 60), 0, 60, 0.5 + random() / 2
    FROM generate_series(1, :figures) n
    JOIN LATERAL (SELECT CASE WHEN n % 10 = 0 THEN 'kecamatan' WHEN n % 5 = 1 THEN 'province'
                  WHEN n % 5 < 4 THEN 'kabupaten' ELSE 'kota' END AS kind, random() ^ 2 AS r) k ON true
    JOIN place p ON p.kind = k.kind AND p.rank = 1 + floor(k.r * p.many)::int
    JOIN article a ON a.id = :lowest + n % :articles
    """,
    """
    INSERT INTO official_dataset (portal, title, version, imported_at, content_sha256)
    VALUES ('bench.test', 'Jumlah kasus', 1, now(), 'x')
    """,
    """
    INSERT INTO official_figure (dataset_id, row_number, value, unit, region_code, year, population, violence)
    SELECT (SELECT max(id) FROM official_dataset), row_number() OVER (), (random() * 400)::int, 'cases',
           code, year, population, 'any'
    FROM place, generate_series(:first, :first + :years - 1) year,
         unnest(ARRAY['women_children', 'women', 'children']) population WHERE kind <> 'kecamatan'
    """,
    """
    INSERT INTO finding (identity, kind, severity, state, region_code, year, sentence_id, sentence_en,
                         numbers, first_seen, last_seen)
    SELECT 'bench-' || f.id, 'differs', (ARRAY['info', 'warning', 'serious'])[1 + (f.id % 3)::int], 'open',
           f.region_code, f.year, 'Berita menyebut ' || f.value || ' kasus; tabel resmi menyebut lain.',
           'News says ' || f.value || ' cases; the official table says otherwise.',
           jsonb_build_object('difference', f.value % 90), now(), now()
    FROM figure f WHERE f.id % 10 = 0
    """,
    "INSERT INTO finding_figure (finding_id, figure_id) SELECT id, substr(identity, 7)::int FROM finding"
    " WHERE identity LIKE 'bench-%'",
)


def fill(connection: Connection, *, articles: int, figures: int) -> None:
    """Fill a migrated and seeded database that holds nothing else; then let the server count its rows."""
    values = {
        "sources": SOURCES,
        "articles": articles,
        "figures": figures,
        "first": FIRST_YEAR,
        "years": YEARS,
        "lowest": 1,
    }
    for step in _STEPS:
        connection.execute(text(step), values)
    connection.commit()
    connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
