-- The tables of a namndata database, version 5. docs/schema.md tells what each is for. Outside users
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

-- 31 December of the year. Years that are missing stay missing. source is 'catalogue', or the name of
-- the file that was imported, which goes before the catalogue.
CREATE TABLE population (
  municipality_code TEXT NOT NULL REFERENCES municipality (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  source TEXT NOT NULL DEFAULT 'catalogue',
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
  label TEXT NOT NULL,
  required TEXT NOT NULL,
  excluded TEXT NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicator (id),
  PRIMARY KEY (label, required, excluded, board, unit, kind, indicator)
) STRICT, WITHOUT ROWID;

-- What Kolada says (the total of both sexes) of a municipality and year, from an imported file.
CREATE TABLE kolada (
  kpi TEXT NOT NULL,
  municipality_code TEXT NOT NULL REFERENCES municipality (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (kpi, municipality_code, year)
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
  status TEXT NOT NULL CHECK (status IN ('ok', 'ok_with_errors', 'partial', 'scanned', 'garbled')),
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

-- What people say of figures: the machine's reading stays as it is. The figure is known by what a
-- re-reading leaves alone (report, page, title, labels) and by what was read when it was corrected
-- (raw, value_read: '' for none). id is a digest of all other columns, so that databases merge without
-- renumbering. replaces is the id of the correction that stood when this one was made, '' for none.
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

-- One row per figure, as the machine read it: digits × 10^-scale, exactly; base_digits and base_scale
-- are the same in kr for money, with the sign of the convention for comparison (base_sign -1 where it
-- is turned). A correction that fits the figure stands beside that (set_…, judgement, correction), and
-- value_text and base_text follow it. series tells what is measured (the indicator, else the folded
-- labels without period and measure); comparable is 1 where the figure can stand beside those of
-- other reports; newest is 1 where no newer report gives the same figure, revised is 1 on such a row
-- when an older report gives it another value.
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

-- The same figure in other reports: for `newest`, revisions and sources.
CREATE INDEX observation_figure ON observation (municipality_code, series, period, measure)
  WHERE comparable = 1;
-- An indicator over municipalities and time, with all that a comparison shows: it reads this index and
-- the reports, not the table. A municipality's periods stand side by side, as they do in a report: so
-- storing one touches few pages of this index, however large it is.
CREATE INDEX observation_comparison ON observation (
  indicator, measure, municipality_code, period_start, period_end, period, digits, scale, unit, page,
  status, confirmed, revised, newest, judgement, set_digits, set_scale
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
