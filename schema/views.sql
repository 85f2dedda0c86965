-- The views that outside users rely on (docs/schema.md). Views hold no data: they are made anew whenever
-- a database is brought to this version.

DROP VIEW IF EXISTS observations;
CREATE VIEW observations AS
SELECT o.municipality_code, m.name AS municipality, r.board, r.document AS report,
       r.sha256 AS report_sha256, o.page,
       CASE WHEN o.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box,
       p.section, p.table_title, p.kind, o.row_label, o.column_label, o.indicator, o.measure,
       o.period, o.period_start, o.period_end,
       CAST(o.value_text AS REAL) AS value, o.value_text, o.unit,
       CAST(o.base_text AS REAL) AS base_value, o.base_unit, o.raw, o.missing, o.source, o.method,
       o.status, 0 AS corrected
FROM observation AS o
JOIN report AS r ON r.id = o.report_id
JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place
LEFT JOIN municipality AS m ON m.code = o.municipality_code;

-- Inhabitants: of the period's year, else of the nearest known year, five years off at most (the
-- earlier of two). Shares and indexes are not counted per inhabitant.
DROP VIEW IF EXISTS comparison;
CREATE VIEW comparison AS
SELECT c.municipality_code, m.name AS municipality, r.board, c.indicator, c.measure, c.period,
       c.value, c.value_text, c.unit,
       CASE WHEN c.unit IN ('procent', 'procentenheter', 'promille', 'index', 'poäng', 'år', '') THEN NULL
            ELSE round(c.base_value * 1000.0 / n.persons, 2) END AS per_1000_inhabitants,
       CASE WHEN c.unit IN ('procent', 'procentenheter', 'promille', 'index', 'poäng', 'år', '') THEN NULL
            ELSE n.year END AS population_year,
       r.document AS report, r.sha256 AS report_sha256, c.page, c.status, c.base_value, c.base_unit
FROM (
  SELECT o.*, CAST(o.value_text AS REAL) AS value, CAST(o.base_text AS REAL) AS base_value,
         -- The smallest distance decides, then the smaller year.
         (SELECT min(abs(p.year - CAST(substr(o.period_end, 1, 4) AS INTEGER)) * 10000 + p.year) % 10000
          FROM population AS p
          WHERE p.municipality_code = o.municipality_code
            AND abs(p.year - CAST(substr(o.period_end, 1, 4) AS INTEGER)) <= 5
         ) AS population_year_used
  FROM observation AS o
  WHERE o.newest = 1 AND o.indicator IS NOT NULL
) AS c
JOIN report AS r ON r.id = c.report_id
JOIN municipality AS m ON m.code = c.municipality_code
LEFT JOIN population AS n
  ON n.municipality_code = c.municipality_code AND n.year = c.population_year_used;

-- Every report's word on a figure of `comparison`; chosen is 1 for the one that stands there.
DROP VIEW IF EXISTS comparison_sources;
CREATE VIEW comparison_sources AS
SELECT o.municipality_code, r.board, o.indicator, o.measure, o.period, o.value_text AS value, o.unit,
       o.raw, r.document AS report, r.sha256 AS report_sha256, o.page,
       CASE WHEN o.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box,
       o.status, o.newest AS chosen
FROM observation AS o
JOIN report AS r ON r.id = o.report_id
WHERE o.indicator IS NOT NULL AND o.municipality_code IS NOT NULL AND o.digits IS NOT NULL
  AND o.period IS NOT NULL;

DROP VIEW IF EXISTS files;
CREATE VIEW files AS
SELECT f.path, r.sha256 AS report_sha256, f.status, f.message, r.pages
FROM file AS f LEFT JOIN report AS r ON r.id = f.report_id;

DROP VIEW IF EXISTS reports;
CREATE VIEW reports AS
SELECT sha256 AS report_sha256, municipality_code, board, title, period, pages, status FROM report;

-- The same figure in two reports with different values: what was said before, and what the newest
-- report says.
DROP VIEW IF EXISTS revisions;
CREATE VIEW revisions AS
SELECT DISTINCT n.municipality_code, m.name AS municipality, nr.board, n.indicator,
       n.series_label AS label, n.measure, n.period, n.unit,
       o.value_text AS old_value, o.raw AS old_raw, r.document AS old_report,
       r.sha256 AS old_report_sha256, o.page AS old_page,
       n.value_text AS new_value, n.raw AS new_raw, nr.document AS new_report,
       nr.sha256 AS new_report_sha256, n.page AS new_page
FROM observation AS n
JOIN report AS nr ON nr.id = n.report_id
JOIN observation AS o
  ON o.municipality_code = n.municipality_code AND o.series = n.series AND o.period = n.period
     AND o.measure = n.measure AND o.unit = n.unit AND o.report_id <> n.report_id
     AND o.digits IS NOT NULL
JOIN report AS r ON r.id = o.report_id
JOIN municipality AS m ON m.code = n.municipality_code
WHERE n.revised = 1 AND r.board IS nr.board
  AND CAST(o.value_text AS REAL) <> CAST(n.value_text AS REAL);

DROP VIEW IF EXISTS contradictions;
CREATE VIEW contradictions AS
SELECT o.municipality_code, m.name AS municipality, r.board, r.document AS report,
       r.sha256 AS report_sha256, o.page,
       CASE WHEN o.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box,
       p.table_title, o.row_label, o.column_label, o.measure, o.period, o.value_text AS value, o.unit,
       o.raw, c.text AS failed_check
FROM observation AS o
JOIN report AS r ON r.id = o.report_id
JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place
LEFT JOIN municipality AS m ON m.code = o.municipality_code
LEFT JOIN observation_check AS c ON c.report_id = o.report_id AND c.position = o.position
WHERE o.status = 'contradicted';

DROP VIEW IF EXISTS unmatched_labels;
CREATE VIEW unmatched_labels AS
SELECT o.series_label AS label, count(*) AS times_seen,
       min(r.document || ', p. ' || o.page || ': ' || o.raw) AS example
FROM observation AS o JOIN report AS r ON r.id = o.report_id
WHERE o.indicator IS NULL AND o.digits IS NOT NULL
GROUP BY o.series_label;
