"""A store as it is after years: articles, figures, programmes, official tables and findings.

Everything is invented, and made by the server itself. Regions are weighted as news weighs them: a fifth of
the figures speak of provinces, most of kabupaten and kota (the larger ones often), a tenth of kecamatan.
Every figure has a sentence of its own in its article's text; a tenth of the articles are wire copies.
"""

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from models.masking import VERSION as MASKING
from storage.figure_counts import recount

SOURCES, FIRST_YEAR, YEARS, PROGRAMMES = 60, 2012, 14, 3_000
_PREPARATION = (
    "SELECT setseed(0.4)",
    # Rows are made to fit; checking every reference would take most of the time.
    "SET session_replication_role = replica",
    "SET maintenance_work_mem = '512MB'",
    "SET work_mem = '256MB'",
    """
    CREATE TEMP TABLE place AS
    SELECT code, name, kind, row_number() OVER (PARTITION BY kind ORDER BY md5(code)) AS rank
    FROM region WHERE code <> 'ID'
    """,
    "CREATE TEMP TABLE kinds AS SELECT kind, count(*) AS many FROM place GROUP BY kind",
    "ANALYZE place",
    "ANALYZE kinds",
    """
    CREATE TEMP TABLE telling AS
    SELECT n, article, number, value, unit, population, violence, year, code,
           'Dinas Pemberdayaan Perempuan dan Perlindungan Anak ' || name || ' mencatat ' || value || ' ' ||
           (ARRAY['kasus', 'korban', 'laporan'])[array_position(ARRAY['cases', 'victims', 'reports'], unit)]
           || ' kekerasan ' || CASE violence WHEN 'any' THEN '' ELSE violence || ' ' END || 'terhadap ' ||
           replace(replace(population, 'women', 'perempuan'), 'children', 'anak') || ' sepanjang ' || year ||
           ', sedangkan tahun sebelumnya ada ' || value * 7 / 8 || ', kata kepala dinas itu, Senin.' AS words
    FROM (
        SELECT n, 1 + n % (:articles * 9 / 10) AS article, n / (:articles * 9 / 10) AS number,
               (random() * 400)::int AS value,
               (ARRAY['cases', 'cases', 'cases', 'victims', 'reports'])[1 + n % 5] AS unit,
               (ARRAY['women_children', 'women', 'children', 'women_children'])[1 + n % 4] AS population,
               (ARRAY['any', 'any', 'sexual', 'physical'])[1 + n / 4 % 4] AS violence,
               :first + ((1 + n % (:articles * 9 / 10)) % :years)::int - (n % 2)::int AS year, p.code, p.name
        FROM generate_series(1, :figures) n
        JOIN kinds k ON k.kind = CASE WHEN n % 10 = 0 THEN 'kecamatan' WHEN n % 5 = 1 THEN 'province'
                                      WHEN n % 5 < 4 THEN 'kabupaten' ELSE 'kota' END
        JOIN LATERAL (SELECT 1 + floor(random() ^ 2 * k.many + n * 0)::int AS rank) drawn ON true
        JOIN place p ON p.kind = k.kind AND p.rank = drawn.rank
    ) told
    """,
)
_ROWS = (
    """
    INSERT INTO source (name, outlet, home_region, declaration)
    SELECT 'media-' || n, 'media' || n || '.test', NULL, '{}' FROM generate_series(1, :sources) n
    """,
    """
    INSERT INTO page (id, url, source_name, first_seen, last_fetched, outcome, read_sha256, body_sha256)
    OVERRIDING SYSTEM VALUE
    SELECT n, 'https://media' || (n % :sources + 1) || '.test/' || n, 'media-' || (n % :sources + 1),
           now(), now(), 'stored', 'x', 'x' FROM generate_series(1, :articles) n
    """,
    """
    INSERT INTO article (id, page_id, version, title, text, text_length, text_sha256, published, reader,
                         read_at, current, relevance, duplicate_of, extraction_versions, hidden)
    OVERRIDING SYSTEM VALUE
    SELECT n, n, 1, 'Kasus kekerasan di daerah ' || n, body, char_length(body), md5(n::text),
           make_date(:first + (n % :years)::int, 1 + (n % 12)::int, 1 + (n % 28)::int), 'bench', now(), true,
           0.9, CASE WHEN n > :articles * 9 / 10 THEN n - :articles * 9 / 10 END,
           jsonb_build_object('masking', cast(:masking AS text)), '[]'
    FROM (
        SELECT n, concat_ws(' ', words, 'Laporan datang dari warga, guru dan pendamping di daerah nomor '
               || n || '.', repeat('Pendampingan hukum dan psikologis tersedia tiap hari. ', 9)) AS body
        FROM generate_series(1, :articles) n
        LEFT JOIN (SELECT article, string_agg(words, ' ' ORDER BY number) AS words FROM telling
                   GROUP BY article) said ON said.article = n
    ) made
    """,
    """
    INSERT INTO figure (id, article_id, article_length, value, unit, region_code, year, period, population,
                        violence, breakdown, qualifier, credited_source, evidence, start_offset, end_offset,
                        confidence, verdict, answered_by, standing, published, source_name)
    OVERRIDING SYSTEM VALUE
    SELECT n, article, a.text_length, value, unit, code, year, NULL, population, violence,
           CASE WHEN n % 3 = 0 THEN 'type:fisik' END, 'exact', 'UPTD PPA', words, start,
           start + char_length(words), 0.5 + random() / 2, CASE WHEN n % 50 = 0 THEN 'accepted' END,
           CASE WHEN n % 50 = 0 THEN ARRAY['ani'] ELSE '{}' END, true, a.published,
           'media-' || (article % :sources + 1)
    FROM (SELECT *, sum(char_length(words) + 1) OVER (PARTITION BY article ORDER BY number)
          - char_length(words) - 1 AS start FROM telling) told
    JOIN article a ON a.id = article
    """,
    """
    INSERT INTO trend (article_id, article_length, direction, delta, from_year, to_year, region_code,
                       population, violence, evidence, start_offset, end_offset, confidence, standing,
                       published)
    SELECT article_id, article_length, 'up', value / 8, year - 1, year, region_code, population, violence,
           evidence, start_offset, end_offset, confidence, standing, published
    FROM figure WHERE id % 16 = 0 AND value > 7
    """,
    """
    INSERT INTO programme (id, key, name, kind, region_code)
    OVERRIDING SYSTEM VALUE
    SELECT n, 'rumah ' || n, 'Rumah Aman ' || n, (ARRAY['service', 'hotline', 'app', 'policy'])[1 + n % 4],
           p.code
    FROM generate_series(1, :programmes) n
    JOIN kinds k ON k.kind = (ARRAY['province', 'kabupaten', 'kabupaten', 'kota'])[1 + n % 4]
    JOIN place p ON p.kind = k.kind AND p.rank = 1 + floor((n::float8 / :programmes) ^ 2 * (k.many - 1))::int
    """,
    """
    INSERT INTO programme_mention (article_id, article_length, programme_id, name, aliases, action, evidence,
                                   start_offset, end_offset, confidence, standing, published)
    SELECT id, text_length, 1 + floor(random() ^ 2 * (:programmes - 1))::int, 'Rumah Aman', '{}',
           (ARRAY['launched', 'planned', 'running', 'mentioned'])[1 + id % 4], substr(text, 1, 80), 0, 80,
           0.9, true, published
    FROM article WHERE id % 5 = 0 AND duplicate_of IS NULL
    """,
    """
    INSERT INTO official_dataset (portal, title, version, imported_at, content_sha256)
    SELECT 'bench.test', 'Jumlah kasus kekerasan terhadap ' || population, 1, now(), population
    FROM unnest(ARRAY['women_children', 'women', 'children']) population
    """,
    """
    INSERT INTO official_figure (dataset_id, row_number, value, unit, region_code, year, population, violence)
    SELECT id, row_number() OVER (PARTITION BY id ORDER BY code, year), (random() * 400)::int, 'cases', code,
           year, content_sha256, 'any'
    FROM official_dataset, place, generate_series(:first, :first + :years - 1) year WHERE kind <> 'kecamatan'
    """,
    """
    INSERT INTO finding (id, identity, kind, severity, state, region_code, year, sentence_id, sentence_en,
                         numbers, first_seen, last_seen)
    OVERRIDING SYSTEM VALUE
    SELECT id, 'bench-' || id, (ARRAY['differs', 'conflict', 'differs'])[1 + id % 3],
           (ARRAY['info', 'warning', 'serious'])[1 + id / 10 % 3], 'open', region_code, year,
           'Berita menyebut ' || value || ' kasus; tabel resmi menyebut lain.',
           'News says ' || value || ' cases; the official table says otherwise.',
           jsonb_build_object('difference', value % 90), now(), now()
    FROM figure WHERE id % 10 = 1
    """,
    """
    INSERT INTO finding_figure (finding_id, figure_id)
    SELECT id, unnest(CASE WHEN following IS NULL THEN ARRAY[id] ELSE ARRAY[id, following] END)
    FROM (SELECT id, lead(id) OVER (PARTITION BY region_code, year ORDER BY id) AS following FROM figure) told
    WHERE id % 10 = 1
    """,
    """
    INSERT INTO finding_official (finding_id, official_figure_id)
    SELECT f.id, o.id FROM figure f JOIN official_figure o
        ON (o.region_code, o.year, o.population) = (f.region_code, f.year, f.population)
    WHERE f.id % 10 = 1
    """,
)
_INDEXES = text(
    """
    SELECT c.oid::regclass::text AS name, pg_get_indexdef(c.oid) AS made
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid = ANY(ARRAY['page', 'article', 'figure', 'finding']::regclass[]) AND NOT i.indisunique
    """
)
_NUMBERED = ("page", "article", "figure", "programme", "finding")


def fill(connection: Connection, *, articles: int, figures: int) -> None:
    """Fill a migrated and seeded database that holds nothing else; then let the server count its rows.

    The connection must be a superuser's, as the embedded server's is.
    """
    values = {
        "sources": SOURCES,
        "articles": articles,
        "figures": figures,
        "programmes": PROGRAMMES,
        "first": FIRST_YEAR,
        "years": YEARS,
        "masking": MASKING,
    }
    indexes = connection.execute(_INDEXES).all()
    for index in indexes:
        connection.exec_driver_sql(f"DROP INDEX {index.name}")
    for step in (*_PREPARATION, *_ROWS):
        connection.execute(text(step), values)
    for index in indexes:
        connection.exec_driver_sql(index.made)
    for table in _NUMBERED:
        highest = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
        connection.exec_driver_sql(highest)
    with Session(connection) as session:
        recount(session)
        session.commit()
    connection.commit()
    connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))


def renew(connection: Connection) -> bool:
    """Let a store filled before say that its sentences, which name nobody, were judged by the rules of now.

    ``kawal reextract`` does so in a real store; till then every sentence is masked on its way out. False when
    there was nothing to do.
    """
    judged = text(
        "UPDATE article SET hidden = '[]', extraction_versions = jsonb_build_object('masking',"
        " cast(:masking AS text)) WHERE hidden IS NULL OR extraction_versions ->> 'masking' <> :masking"
    )
    changed = connection.execute(judged, {"masking": MASKING}).rowcount > 0
    connection.commit()
    if changed:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE article"))
    return changed
