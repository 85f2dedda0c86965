"""Fills a database of namndata with generated figures, the same every time.

    namndata ingest any-report.txt --db FILE       # makes the tables and the catalogue
    python3 bench/generate_database.py FILE N      # adds N observations or some more

A report per municipality and month from January 2004, with 144 figures of its month, one for each of
144 indicators: 290 municipalities x 240 months x 144 = 10,022,400. No two reports give the same figure.
"""

import hashlib
import sqlite3
import sys

FIGURES = 144  # of a report
PLACES = 4  # tables of a report, each with its share of the figures

MONTHS = """
CREATE TEMP TABLE month AS
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :months)
SELECT i, printf('%04d-%02d', 2004 + i / 12, i % 12 + 1) AS period,
       printf('%04d-%02d-01', 2004 + i / 12, i % 12 + 1) AS first_day,
       date(printf('%04d-%02d-01', 2004 + i / 12, i % 12 + 1), '+1 month', '-1 day') AS last_day
FROM n
"""
MEASURED = """
CREATE TEMP TABLE measured AS
SELECT row_number() OVER (ORDER BY id) - 1 AS i, id, name, unit, hash('series ' || id) AS series
FROM indicator WHERE unit <> 'kr' ORDER BY id LIMIT :figures
"""
REPORTS = """
INSERT INTO report (id, sha256, document, municipality_code, municipality_source, municipality_evidence,
  board, title, period, period_start, period_end, tagged, pages, status, tool_version, manifest)
SELECT hash(t.code || m.period), digest(t.code || m.period), 'rapport-' || t.code || '-' || m.period,
  t.code, 'document', 'generated', 'Socialnämnden', 'Verksamhetsuppföljning ' || m.period, m.period,
  m.first_day, m.last_day, 0, 12, 'ok', '0', ''
FROM municipality AS t CROSS JOIN month AS m ORDER BY 1
"""
PLACE_ROWS = """
INSERT INTO place (report_id, number, section, table_title, kind)
SELECT r.id, p.value, 'Individ- och familjeomsorg', 'Tabell ' || p.value || ': volymer per månad',
  'verksamhetsstatistik'
FROM report AS r CROSS JOIN generate_series AS p WHERE r.municipality_evidence = 'generated'
ORDER BY r.id, p.value
"""
OBSERVATIONS = """
INSERT INTO observation (report_id, position, place, page, x0, y0, x1, y1, row_label, column_label,
  municipality_code, indicator, match_reason, series_label, series, measure, period, period_start,
  period_end, digits, scale, unit, base_digits, base_scale, base_unit, base_sign, raw, qualifier,
  source, method, status, newest)
SELECT r.id, k.i, k.i * :places / :figures, 1 + k.i / 12, 300.25, 120.5 + k.i, 330.75, 132.5 + k.i, k.name,
  'Utfall ' || r.period, r.municipality_code, k.id, 'alias: ' || k.name, k.name, k.series, 'utfall',
  r.period, r.period_start, r.period_end, (r.id % 10000 + k.i * 7919) % 10000 + 1, k.i % 3, k.unit,
  (r.id % 10000 + k.i * 7919) % 10000 + 1, k.i % 3, k.unit, 1, CAST((r.id % 10000 + k.i * 7919) % 10000 + 1 AS TEXT), '',
  'table', 'lattice', CASE k.i % 3 WHEN 0 THEN 'verified' ELSE 'unverified' END, 1
FROM report AS r CROSS JOIN measured AS k WHERE r.municipality_evidence = 'generated'
ORDER BY r.id, k.i
"""


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def main(path, count):
    database = sqlite3.connect(path, isolation_level=None)
    database.create_function("digest", 1, digest, deterministic=True)
    database.create_function("hash", 1, lambda text: int(digest(text)[:16], 16) >> 1, deterministic=True)
    database.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;"
        f"CREATE TEMP TABLE generate_series AS SELECT column1 AS value FROM (VALUES {','.join(f'({i})' for i in range(PLACES))})")
    municipalities = database.execute("SELECT count(*) FROM municipality").fetchone()[0]
    months = -(-count // (municipalities * FIGURES))
    indexes = database.execute(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'observation' AND type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    # Sorting all figures once is faster than finding the place of each.
    database.execute("BEGIN")
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    database.execute(MONTHS, {"months": months})
    database.execute(MEASURED, {"figures": FIGURES})
    database.execute(REPORTS)
    database.execute(PLACE_ROWS)
    database.execute(OBSERVATIONS, {"places": PLACES, "figures": FIGURES})
    for _, sql in indexes:
        database.execute(sql)
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode = DELETE")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
