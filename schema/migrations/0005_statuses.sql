-- From version 4 to 5: what became of a file is told in words of its own for each thing that can
-- happen. The table of reports is made anew, since its check changes; migrate() runs this without
-- foreign keys, so that the rows that hang on it stay. Reports without text were "no_figures" like
-- those without tables; the pages tell them apart.

-- The views look at the table; views.sql makes them anew.
DROP VIEW IF EXISTS observations;
DROP VIEW IF EXISTS comparison;
DROP VIEW IF EXISTS comparison_sources;
DROP VIEW IF EXISTS files;
DROP VIEW IF EXISTS reports;
DROP VIEW IF EXISTS revisions;
DROP VIEW IF EXISTS contradictions;
DROP VIEW IF EXISTS identities;
DROP VIEW IF EXISTS confirmations;
DROP VIEW IF EXISTS unmatched_labels;
DROP VIEW IF EXISTS corrections;

CREATE TABLE report_5 (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  document TEXT NOT NULL,
  municipality_code TEXT REFERENCES municipality (code),
  municipality_source TEXT NOT NULL CHECK (municipality_source IN ('unknown', 'document', 'manifest')),
  municipality_evidence TEXT NOT NULL,
  board TEXT,
  title TEXT,
  period TEXT,
  period_start TEXT,
  period_end TEXT,
  source_url TEXT,
  creation_date TEXT,
  producer TEXT,
  tagged INTEGER NOT NULL CHECK (tagged IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  status TEXT NOT NULL CHECK (status IN ('ok', 'ok_with_errors', 'partial', 'scanned', 'garbled')),
  tool_version TEXT NOT NULL,
  manifest TEXT NOT NULL,
  CHECK ((municipality_code IS NULL) = (municipality_source = 'unknown'))
) STRICT;

INSERT INTO report_5
SELECT id, sha256, document, municipality_code, municipality_source, municipality_evidence, board,
       title, period, period_start, period_end, source_url, creation_date, producer, tagged, pages,
       CASE WHEN NOT EXISTS (SELECT 1 FROM page AS p WHERE p.report_id = report.id) THEN 'scanned'
            WHEN EXISTS (SELECT 1 FROM diagnostic AS d
                         WHERE d.report_id = report.id AND d.severity <> 'info') THEN 'ok_with_errors'
            ELSE 'ok' END,
       tool_version, manifest
FROM report;

DROP TABLE report;
ALTER TABLE report_5 RENAME TO report;
CREATE INDEX report_municipality ON report (municipality_code, board);

UPDATE file SET status = (SELECT r.status FROM report AS r WHERE r.id = file.report_id)
WHERE report_id IS NOT NULL;
UPDATE file SET status = 'crash' WHERE status = 'crashed';

-- The key's columns come first: SQLite 3.40 finds NULLs in tables without rowid where they do not.
CREATE TABLE sign_convention_5 (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  first_position INTEGER NOT NULL,
  place INTEGER NOT NULL,
  page INTEGER NOT NULL,
  costs INTEGER NOT NULL CHECK (costs BETWEEN -1 AND 1),
  revenue INTEGER NOT NULL CHECK (revenue BETWEEN -1 AND 1),
  net INTEGER NOT NULL CHECK (net BETWEEN -1 AND 1),
  deviation INTEGER NOT NULL CHECK (deviation BETWEEN -1 AND 1),
  evidence TEXT NOT NULL,
  PRIMARY KEY (report_id, first_position),
  FOREIGN KEY (report_id, place) REFERENCES place (report_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO sign_convention_5
SELECT report_id, first_position, place, page, costs, revenue, net, deviation, evidence
FROM sign_convention;

DROP TABLE sign_convention;
ALTER TABLE sign_convention_5 RENAME TO sign_convention;

CREATE TABLE alias_5 (
  label TEXT NOT NULL,
  required TEXT NOT NULL,
  excluded TEXT NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicator (id),
  PRIMARY KEY (label, required, excluded, board, unit, kind, indicator)
) STRICT, WITHOUT ROWID;

INSERT INTO alias_5
SELECT label, required, excluded, board, unit, kind, indicator FROM alias;

DROP TABLE alias;
ALTER TABLE alias_5 RENAME TO alias;

-- A municipality's periods side by side: storing a report touches few pages of it.
DROP INDEX observation_comparison;
CREATE INDEX observation_comparison ON observation (
  indicator, measure, municipality_code, period_start, period_end, period, digits, scale, unit, page,
  status, confirmed, revised, newest, judgement, set_digits, set_scale
) WHERE newest = 1 AND indicator IS NOT NULL;
