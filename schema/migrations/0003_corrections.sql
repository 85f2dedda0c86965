-- From version 2 to 3: corrections, and outside data with their source. The table of observations is
-- made anew, since its checks change; migrate() runs this without foreign keys, so that the rows that
-- hang on it stay.

CREATE TABLE kolada (
  kpi TEXT NOT NULL,
  municipality_code TEXT NOT NULL REFERENCES municipality (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (kpi, municipality_code, year)
) STRICT, WITHOUT ROWID;

ALTER TABLE population ADD COLUMN source TEXT NOT NULL DEFAULT 'catalogue';

CREATE TABLE correction (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  report_sha256 TEXT NOT NULL CHECK (length(report_sha256) = 64),
  page INTEGER NOT NULL CHECK (page >= 1),
  table_title TEXT NOT NULL,
  row_label TEXT NOT NULL,
  column_label TEXT NOT NULL,
  raw TEXT NOT NULL,
  value_read TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('set', 'wrong', 'confirm', 'withdraw')),
  value TEXT NOT NULL CHECK ((action = 'set') = (value <> '')),
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  made_at TEXT NOT NULL CHECK (made_at <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  replaces TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_report ON correction (report_sha256);

-- The views look at the table; views.sql makes them anew.
DROP VIEW IF EXISTS observations;
DROP VIEW IF EXISTS comparison;
DROP VIEW IF EXISTS comparison_sources;
DROP VIEW IF EXISTS revisions;
DROP VIEW IF EXISTS contradictions;
DROP VIEW IF EXISTS identities;
DROP VIEW IF EXISTS confirmations;
DROP VIEW IF EXISTS unmatched_labels;

CREATE TABLE observation_3 (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL,
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  row_label TEXT NOT NULL,
  column_label TEXT NOT NULL,
  municipality_code TEXT REFERENCES municipality (code),
  indicator TEXT REFERENCES indicator (id),
  match_reason TEXT NOT NULL,
  series_label TEXT NOT NULL,
  series INTEGER NOT NULL,
  measure TEXT NOT NULL,
  period TEXT,
  period_start TEXT,
  period_end TEXT,
  digits INTEGER,
  scale INTEGER CHECK (scale BETWEEN 0 AND 18),
  unit TEXT NOT NULL,
  base_digits INTEGER,
  base_scale INTEGER CHECK (base_scale BETWEEN 0 AND 18),
  base_unit TEXT NOT NULL,
  base_sign INTEGER NOT NULL CHECK (base_sign IN (-1, 1)),
  raw TEXT NOT NULL,
  missing TEXT,
  qualifier TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('table', 'chart', 'prose')),
  method TEXT NOT NULL CHECK (method IN ('tagged', 'lattice', 'stream', 'text', 'ocr')),
  status TEXT NOT NULL CHECK (status IN ('verified', 'unverified', 'contradicted')),
  newest INTEGER NOT NULL DEFAULT 0 CHECK (newest IN (0, 1)),
  revised INTEGER NOT NULL DEFAULT 0 CHECK (revised IN (0, 1)),
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  correction TEXT REFERENCES correction (id),
  judgement TEXT NOT NULL DEFAULT '' CHECK (judgement IN ('', 'set', 'wrong', 'confirmed')),
  set_digits INTEGER,
  set_scale INTEGER CHECK (set_scale BETWEEN 0 AND 18),
  set_base_digits INTEGER,
  set_base_scale INTEGER CHECK (set_base_scale BETWEEN 0 AND 18),
  shown_digits INTEGER GENERATED ALWAYS AS (coalesce(set_digits, digits)) VIRTUAL,
  shown_scale INTEGER GENERATED ALWAYS AS (coalesce(set_scale, scale)) VIRTUAL,
  shown_base_digits INTEGER GENERATED ALWAYS AS (
    CASE WHEN judgement = 'set' THEN set_base_digits ELSE base_digits END) VIRTUAL,
  shown_base_scale INTEGER GENERATED ALWAYS AS (
    CASE WHEN judgement = 'set' THEN set_base_scale ELSE base_scale END) VIRTUAL,
  comparable INTEGER GENERATED ALWAYS AS (
    municipality_code IS NOT NULL AND period IS NOT NULL AND judgement <> 'wrong'
    AND (digits IS NOT NULL OR set_digits IS NOT NULL)) VIRTUAL,
  value_text TEXT GENERATED ALWAYS AS (
    CASE
      WHEN shown_digits IS NULL THEN NULL
      WHEN shown_scale = 0 THEN CAST(shown_digits AS TEXT)
      ELSE CASE WHEN shown_digits < 0 THEN '-' ELSE '' END
           || substr(printf('%0*d', shown_scale + 1, abs(shown_digits)), 1,
                     length(printf('%0*d', shown_scale + 1, abs(shown_digits))) - shown_scale)
           || '.' || substr(printf('%0*d', shown_scale + 1, abs(shown_digits)), -shown_scale)
    END) VIRTUAL,
  base_text TEXT GENERATED ALWAYS AS (
    CASE
      WHEN shown_base_digits IS NULL THEN NULL
      WHEN shown_base_scale = 0 THEN CAST(shown_base_digits AS TEXT)
      ELSE CASE WHEN shown_base_digits < 0 THEN '-' ELSE '' END
           || substr(printf('%0*d', shown_base_scale + 1, abs(shown_base_digits)), 1,
                     length(printf('%0*d', shown_base_scale + 1, abs(shown_base_digits))) - shown_base_scale)
           || '.' || substr(printf('%0*d', shown_base_scale + 1, abs(shown_base_digits)), -shown_base_scale)
    END) VIRTUAL,
  PRIMARY KEY (report_id, position),
  FOREIGN KEY (report_id, place) REFERENCES place (report_id, number),
  CHECK ((digits IS NULL) = (scale IS NULL)),
  CHECK ((digits IS NULL) = (missing IS NOT NULL)),
  CHECK ((base_digits IS NULL) = (base_scale IS NULL)),
  CHECK ((period IS NULL) = (period_start IS NULL) AND (period IS NULL) = (period_end IS NULL)),
  CHECK (judgement = '' OR correction IS NOT NULL),
  CHECK ((judgement = 'set') = (set_digits IS NOT NULL)),
  CHECK ((set_digits IS NULL) = (set_scale IS NULL)),
  CHECK ((set_base_digits IS NULL) = (set_base_scale IS NULL)),
  CHECK (revised <= newest),
  CHECK (newest <= comparable)
) STRICT, WITHOUT ROWID;

INSERT INTO observation_3 (report_id, position, place, page, x0, y0, x1, y1, row_label, column_label,
  municipality_code, indicator, match_reason, series_label, series, measure, period, period_start,
  period_end, digits, scale, unit, base_digits, base_scale, base_unit, base_sign, raw, missing, qualifier,
  source, method, status, newest, revised, confirmed)
SELECT report_id, position, place, page, x0, y0, x1, y1, row_label, column_label,
  municipality_code, indicator, match_reason, series_label, series, measure, period, period_start,
  period_end, digits, scale, unit, base_digits, base_scale, base_unit, 
  CASE WHEN sign(digits) * sign(base_digits) < 0 THEN -1 ELSE 1 END, raw, missing, qualifier,
  source, method, status, newest, revised, confirmed
FROM observation;
DROP TABLE observation;
ALTER TABLE observation_3 RENAME TO observation;

CREATE INDEX observation_figure ON observation (municipality_code, series, period, measure)
  WHERE comparable = 1;
CREATE INDEX observation_comparison ON observation (
  indicator, measure, period_start, period_end, municipality_code, period, digits, scale, unit, page,
  status, confirmed, revised, newest, judgement, set_digits, set_scale
) WHERE newest = 1 AND indicator IS NOT NULL;
