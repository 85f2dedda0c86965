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
       CAST(o.base_text AS REAL) AS base_value, o.base_unit, o.raw,
       CASE WHEN o.judgement = 'set' THEN NULL ELSE o.missing END AS missing, o.source, o.method,
       CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified'
            WHEN o.judgement = 'wrong' THEN 'contradicted'
            WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified'
            ELSE o.status END AS status,
       o.judgement = 'set' AS corrected
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
       CASE WHEN c.judgement IN ('set', 'confirmed') THEN 'verified'
            WHEN c.status = 'unverified' AND c.confirmed = 1 THEN 'verified'
            ELSE c.status END AS status, c.base_value, c.base_unit,
       c.judgement = 'set' AS corrected
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
       CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified'
            WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified'
            ELSE o.status END AS status, o.newest AS chosen,
       o.judgement = 'set' AS corrected,
       coalesce(r.period_end, r.creation_date) AS report_date
FROM observation AS o
JOIN report AS r ON r.id = o.report_id
WHERE o.indicator IS NOT NULL AND o.comparable = 1;

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
     AND o.comparable = 1
JOIN report AS r ON r.id = o.report_id
JOIN municipality AS m ON m.code = n.municipality_code
WHERE n.revised = 1 AND r.board IS nr.board
  AND CAST(o.value_text AS REAL) <> CAST(n.value_text AS REAL);

-- What does not fit: identities that fail (kind 'arithmetic'), with their terms (one per line)
-- and the smallest change that would mend them, places that name different periods (kind 'period'), and
-- counts of a year that are far from Kolada's (kind 'outside').
-- An identity is left out when a figure of it was marked wrong, or was set right so that it holds.
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
  AND NOT EXISTS (
    SELECT 1
    FROM (SELECT -1 AS sign, i.result AS position
          UNION ALL
          SELECT s.sign, s.position FROM identity_term AS s
          WHERE s.report_id = i.report_id AND s.number = i.number) AS f
    JOIN observation AS x ON x.report_id = i.report_id AND x.position = f.position
    GROUP BY x.report_id
    HAVING max(x.judgement = 'wrong')
           OR (max(x.judgement = 'set')
               AND abs(sum(f.sign * CAST(x.value_text AS REAL))) < CAST(i.tolerance AS REAL) + 1e-6))
UNION ALL
SELECT 'period', r.municipality_code, m.name, r.board, r.document, r.sha256, d.page,
       CASE WHEN d.x0 IS NULL THEN NULL
            ELSE printf('[%.2f, %.2f, %.2f, %.2f]', d.x0, d.y0, d.x1, d.y1) END,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, d.message, NULL, NULL, NULL, NULL
FROM diagnostic AS d
JOIN report AS r ON r.id = d.report_id
LEFT JOIN municipality AS m ON m.code = r.municipality_code
WHERE d.code = 'period-contradiction'
UNION ALL
SELECT 'outside', y.municipality_code, m.name, y.board, y.report, y.sha256, y.page,
       NULL, NULL, NULL, NULL, 'utfall', y.year, CAST(round(y.value, 1) AS TEXT), y.unit, NULL,
       i.name || ' ' || y.year || ': ' || CASE WHEN y.whole THEN 'printed ' ELSE 'mean of '
         || y.figures || ' months ' END || round(y.value, 1) || ', Kolada ' || k.kpi || ' ' || k.value,
       k.value, 'factor ' || printf('%g', band.factor), NULL, y.terms
FROM (SELECT o.municipality_code, r.board, o.indicator, o.unit, substr(o.period_end, 1, 4) AS year,
             length(o.period) = 4 AS whole, avg(CAST(o.value_text AS REAL)) AS value,
             count(*) AS figures, max(o.period_end), r.document AS report, r.sha256, o.page,
             group_concat(o.period || ': ' || o.value_text || ' (' || r.document || ', p. ' || o.page
                          || ')', char(10)) AS terms
      FROM observation AS o JOIN report AS r ON r.id = o.report_id
      WHERE o.newest = 1 AND o.measure = 'utfall' AND o.unit IN ('antal', 'antal personer')
        AND length(o.period) IN (4, 7)
        AND o.indicator IN (SELECT id FROM indicator WHERE aggregation = 'stock'
                            AND kolada_id IN (SELECT kpi FROM kolada))
      GROUP BY o.municipality_code, r.board, o.indicator, o.unit, year, whole) AS y
JOIN indicator AS i ON i.id = y.indicator
JOIN kolada AS k ON k.kpi = i.kolada_id AND k.municipality_code = y.municipality_code
  AND k.year = CAST(y.year AS INTEGER)
JOIN municipality AS m ON m.code = y.municipality_code
-- Kolada counts everybody of a year, a report those of a month: half or double, unless check
-- --outside-factor has said otherwise, is another order.
JOIN (SELECT coalesce((SELECT CAST(value AS REAL) FROM setting WHERE key = 'outside_factor'), 2.0)
             AS factor) AS band
WHERE y.value * band.factor < CAST(k.value AS REAL)
   OR y.value > CAST(k.value AS REAL) * band.factor;

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
     AND c.comparable = 1
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

-- What people say of figures. A correction is applied to the one figure that it was made against;
-- stale when the report is not here, the figure is gone or is read otherwise now; replaced when a
-- later one of the same figure stands.
DROP VIEW IF EXISTS corrections;
CREATE VIEW corrections AS
SELECT s.id, s.report, s.report_sha256, s.page, s.table_title, s.row_label, s.column_label, s.raw,
       s.value_read, s.action, s.value, s.made_by, s.made_at, s.reason, s.replaces,
       CASE WHEN s.applied THEN 'applied' WHEN s.rank > 1 OR s.is_replaced THEN 'replaced' ELSE 'stale'
            END AS state,
       CASE WHEN s.applied OR s.rank > 1 OR s.is_replaced THEN NULL
            WHEN s.report IS NULL THEN 'the report is not in the database'
            ELSE coalesce(
              (SELECT CASE WHEN count(*) = 0 THEN NULL
                           WHEN sum(o.raw = s.raw) > 1 THEN 'several figures have these labels and this text'
                           ELSE 'the figure is read otherwise now: ' || group_concat(o.raw, ' | ') END
               FROM observation AS o JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place
               WHERE o.report_id = s.report_id AND o.page = s.page AND o.row_label = s.row_label
                 AND o.column_label = s.column_label AND p.table_title = s.table_title),
              'the report has no such figure now') END AS why_stale
FROM (SELECT c.*, r.id AS report_id, r.document AS report,
             EXISTS (SELECT 1 FROM observation AS o
                     WHERE o.report_id = r.id AND o.correction = c.id) AS applied,
             EXISTS (SELECT 1 FROM correction AS x
                     WHERE x.report_sha256 = c.report_sha256 AND x.replaces = c.id) AS is_replaced,
             row_number() OVER (
               PARTITION BY c.report_sha256, c.page, c.table_title, c.row_label, c.column_label, c.raw,
                            c.value_read,
                            EXISTS (SELECT 1 FROM correction AS x
                                    WHERE x.report_sha256 = c.report_sha256 AND x.replaces = c.id)
               ORDER BY c.made_at DESC, c.id DESC) AS rank
      FROM correction AS c LEFT JOIN report AS r ON r.sha256 = c.report_sha256) AS s;
