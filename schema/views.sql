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
       CASE WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END AS status, 0 AS corrected
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
       r.document AS report, r.sha256 AS report_sha256, c.page,
       CASE WHEN c.status = 'unverified' AND c.confirmed = 1 THEN 'verified' ELSE c.status END AS status, c.base_value, c.base_unit
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
       CASE WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END AS status, o.newest AS chosen
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

-- What does not fit: identities that fail (kind 'arithmetic'), with their terms (one per line)
-- and the smallest change that would mend them, and places that name different periods (kind 'period').
DROP VIEW IF EXISTS contradictions;
CREATE VIEW contradictions AS
SELECT 'arithmetic' AS contradiction, r.municipality_code, m.name AS municipality, r.board,
       r.document AS report, r.sha256 AS report_sha256, o.page,
       CASE WHEN o.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box,
       p.table_title, o.row_label, o.column_label, o.measure, o.period, o.value_text AS value, o.unit,
       o.raw, i.text AS failed_check, i.expected, i.tolerance, i.mend,
       (SELECT group_concat(t.term, char(10))
        FROM (SELECT CASE s.sign WHEN 1 THEN '+ ' ELSE '- ' END || x.row_label || ', '
                     || x.column_label || ' (p. ' || x.page || '): ' || x.value_text AS term
              FROM identity_term AS s
              JOIN observation AS x ON x.report_id = s.report_id AND x.position = s.position
              WHERE s.report_id = i.report_id AND s.number = i.number
              ORDER BY s.term) AS t) AS terms
FROM identity AS i
JOIN observation AS o ON o.report_id = i.report_id AND o.position = i.result
JOIN report AS r ON r.id = i.report_id
JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place
LEFT JOIN municipality AS m ON m.code = r.municipality_code
WHERE i.outcome = 'fails'
UNION ALL
SELECT 'period', r.municipality_code, m.name, r.board, r.document, r.sha256, d.page,
       CASE WHEN d.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', d.x0, d.y0, d.x1, d.y1) END,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, d.message, NULL, NULL, NULL, NULL
FROM diagnostic AS d
JOIN report AS r ON r.id = d.report_id
LEFT JOIN municipality AS m ON m.code = r.municipality_code
WHERE d.code = 'period-contradiction';

-- The figures of each identity among printed figures: its result (sign 0) and its terms.
DROP VIEW IF EXISTS identities;
CREATE VIEW identities AS
SELECT r.document AS report, r.sha256 AS report_sha256, i.number, i.outcome, i.text, f.sign,
       o.row_label, o.column_label, o.value_text AS value, o.page,
       CASE WHEN o.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box
FROM identity AS i
JOIN report AS r ON r.id = i.report_id
JOIN (SELECT report_id, number, 0 AS sign, result AS position FROM identity
      UNION ALL
      SELECT report_id, number, sign, position FROM identity_term) AS f
  ON f.report_id = i.report_id AND f.number = i.number
JOIN observation AS o ON o.report_id = f.report_id AND o.position = f.position;

-- The same value of the same figure in two reports: what confirms it.
DROP VIEW IF EXISTS confirmations;
CREATE VIEW confirmations AS
SELECT o.municipality_code, r.board, o.indicator, o.series_label AS label, o.measure, o.period,
       o.value_text AS value, o.unit, r.document AS report, r.sha256 AS report_sha256, o.page,
       b.document AS confirmed_by, b.sha256 AS confirmed_by_sha256, c.page AS confirmed_by_page
FROM observation AS o
JOIN report AS r ON r.id = o.report_id
JOIN observation AS c
  ON c.municipality_code = o.municipality_code AND c.series = o.series AND c.period = o.period
     AND c.measure = o.measure AND c.unit = o.unit AND c.report_id <> o.report_id
     AND c.digits IS NOT NULL
     AND CAST(c.value_text AS REAL) = CAST(o.value_text AS REAL)
JOIN report AS b ON b.id = c.report_id AND b.board IS r.board
WHERE o.confirmed = 1;

DROP VIEW IF EXISTS unmatched_labels;
CREATE VIEW unmatched_labels AS
SELECT o.series_label AS label, count(*) AS times_seen,
       min(r.document || ', p. ' || o.page || ': ' || o.raw) AS example
FROM observation AS o JOIN report AS r ON r.id = o.report_id
WHERE o.indicator IS NULL AND o.digits IS NOT NULL
GROUP BY o.series_label;
