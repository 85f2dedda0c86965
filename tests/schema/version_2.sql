-- The tables of a namndata database, version 2. docs/schema.md tells what each is for. Outside users
-- rely on views.sql; these tables may change with a migration.

-- The catalogue -------------------------------------------------------------------------------------

CREATE TABLE county (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 2),
  name TEXT NOT NULL,
  region TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE municipality (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 4),
  name TEXT NOT NULL,
  official_name TEXT NOT NULL,
  county_code TEXT NOT NULL REFERENCES county (code)
) STRICT, WITHOUT ROWID;

-- 31 December of the year. Years that are missing stay missing.
CREATE TABLE population (
  municipality_code TEXT NOT NULL REFERENCES municipality (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  PRIMARY KEY (municipality_code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE rs_code (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit TEXT NOT NULL,
  aggregation TEXT NOT NULL CHECK (aggregation IN ('flow', 'stock')),
  area TEXT NOT NULL,
  not_to_confuse_with TEXT NOT NULL,
  rs_code TEXT REFERENCES rs_code (code),
  kolada_id TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
  indicator TEXT NOT NULL REFERENCES indicator (id),
  label TEXT NOT NULL,
  required TEXT NOT NULL,
  excluded TEXT NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (label, required, excluded, board, unit, kind, indicator)
) STRICT, WITHOUT ROWID;

-- One row per key: 'catalogue' has the fingerprint of the catalogue that filled the tables above.
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Reports -------------------------------------------------------------------------------------------

-- One row per content. id is the first 63 bits of the SHA-256, so that the same report has the same
-- id in every database and shards merge without renumbering.
CREATE TABLE report (
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
  status TEXT NOT NULL CHECK (status IN ('read', 'read_with_warnings', 'no_figures')),
  tool_version TEXT NOT NULL,
  manifest TEXT NOT NULL,
  CHECK ((municipality_code IS NULL) = (municipality_source = 'unknown'))
) STRICT;

CREATE INDEX report_municipality ON report (municipality_code, board);

-- One row per file given to ingest, also those that could not be read.
CREATE TABLE file (
  path TEXT NOT NULL PRIMARY KEY,
  report_id INTEGER REFERENCES report (id),
  status TEXT NOT NULL,
  message TEXT NOT NULL,
  manifest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_report ON file (report_id);

-- Where figures stand: a table of a report, or a section of its prose (then title and kind are '').
CREATE TABLE place (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  section TEXT NOT NULL,
  table_title TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (report_id, number)
) STRICT, WITHOUT ROWID;

-- How a table prints signs, where its identities tell: 1 positive, -1 negative, 0 not known; deviation
-- is 1 where a positive deviation is a better result. page and box are those of its first figure.
CREATE TABLE sign_convention (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  page INTEGER NOT NULL,
  costs INTEGER NOT NULL CHECK (costs BETWEEN -1 AND 1),
  revenue INTEGER NOT NULL CHECK (revenue BETWEEN -1 AND 1),
  net INTEGER NOT NULL CHECK (net BETWEEN -1 AND 1),
  deviation INTEGER NOT NULL CHECK (deviation BETWEEN -1 AND 1),
  evidence TEXT NOT NULL,
  first_position INTEGER NOT NULL,
  PRIMARY KEY (report_id, first_position),
  FOREIGN KEY (report_id, place) REFERENCES place (report_id, number)
) STRICT, WITHOUT ROWID;

-- One row per figure. The value is digits × 10^-scale, exactly; base_digits and base_scale are the
-- same in kr for money, with the sign of the convention for comparison. series tells what is measured (the indicator, else the folded labels without
-- period and measure); newest is 1 where no newer report gives the same figure, revised is 1 on such
-- a row when an older report gives it another value.
CREATE TABLE observation (
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
  raw TEXT NOT NULL,
  missing TEXT,
  qualifier TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('table', 'chart', 'prose')),
  method TEXT NOT NULL CHECK (method IN ('tagged', 'lattice', 'stream', 'text', 'ocr')),
  status TEXT NOT NULL CHECK (status IN ('verified', 'unverified', 'contradicted')),
  newest INTEGER NOT NULL DEFAULT 0 CHECK (newest IN (0, 1)),
  revised INTEGER NOT NULL DEFAULT 0 CHECK (revised IN (0, 1)),
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  value_text TEXT GENERATED ALWAYS AS (
    CASE
      WHEN digits IS NULL THEN NULL
      WHEN scale = 0 THEN CAST(digits AS TEXT)
      ELSE CASE WHEN digits < 0 THEN '-' ELSE '' END
           || substr(printf('%0*d', scale + 1, abs(digits)), 1,
                     length(printf('%0*d', scale + 1, abs(digits))) - scale)
           || '.' || substr(printf('%0*d', scale + 1, abs(digits)), -scale)
    END) VIRTUAL,
  base_text TEXT GENERATED ALWAYS AS (
    CASE
      WHEN base_digits IS NULL THEN NULL
      WHEN base_scale = 0 THEN CAST(base_digits AS TEXT)
      ELSE CASE WHEN base_digits < 0 THEN '-' ELSE '' END
           || substr(printf('%0*d', base_scale + 1, abs(base_digits)), 1,
                     length(printf('%0*d', base_scale + 1, abs(base_digits))) - base_scale)
           || '.' || substr(printf('%0*d', base_scale + 1, abs(base_digits)), -base_scale)
    END) VIRTUAL,
  PRIMARY KEY (report_id, position),
  FOREIGN KEY (report_id, place) REFERENCES place (report_id, number),
  CHECK ((digits IS NULL) = (scale IS NULL)),
  CHECK ((digits IS NULL) = (missing IS NOT NULL)),
  CHECK ((base_digits IS NULL) = (base_scale IS NULL)),
  CHECK ((period IS NULL) = (period_start IS NULL) AND (period IS NULL) = (period_end IS NULL)),
  CHECK (revised <= newest),
  CHECK (newest = 0 OR (municipality_code IS NOT NULL AND digits IS NOT NULL AND period IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The same figure in other reports: for `newest`, revisions and sources.
CREATE INDEX observation_figure ON observation (municipality_code, series, period, measure)
  WHERE municipality_code IS NOT NULL AND digits IS NOT NULL AND period IS NOT NULL;
-- An indicator over municipalities and time, with all that a comparison shows: it reads this index and
-- the reports, not the table.
CREATE INDEX observation_comparison ON observation (
  indicator, measure, period_start, period_end, municipality_code, period, digits, scale, unit, page,
  status, confirmed, revised, newest
) WHERE newest = 1 AND indicator IS NOT NULL;

-- The identities and witnesses behind an observation's status.
CREATE TABLE observation_check (
  report_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (report_id, position, number),
  FOREIGN KEY (report_id, position) REFERENCES observation (report_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- An equation among the printed figures of a table: result = the sum of sign × term, up to what
-- rounding explains. Positions are those of observations of the same report.
CREATE TABLE identity (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  result INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('holds', 'doubted', 'fails')),
  expected TEXT NOT NULL,
  tolerance TEXT NOT NULL,
  text TEXT NOT NULL,
  mend TEXT NOT NULL,
  PRIMARY KEY (report_id, number),
  FOREIGN KEY (report_id, result) REFERENCES observation (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_term (
  report_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  term INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sign INTEGER NOT NULL CHECK (sign IN (-1, 1)),
  PRIMARY KEY (report_id, number, term),
  FOREIGN KEY (report_id, number) REFERENCES identity (report_id, number) ON DELETE CASCADE,
  FOREIGN KEY (report_id, position) REFERENCES observation (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostic (
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  code TEXT NOT NULL,
  page INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  message TEXT NOT NULL,
  PRIMARY KEY (report_id, number)
) STRICT, WITHOUT ROWID;

-- The text of each page, for searching. id joins a page with its row of page_text.
CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, number)
) STRICT;

CREATE VIRTUAL TABLE page_text USING fts5 (
  text, content = 'page', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);
