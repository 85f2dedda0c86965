-- From version 1 to 2: identities with their terms, the signs of tables, and which figures another
-- report confirms.

ALTER TABLE observation ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1));
DROP INDEX observation_comparison;
CREATE INDEX observation_comparison ON observation (
  indicator, measure, period_start, period_end, municipality_code, period, digits, scale, unit, page,
  status, confirmed, revised, newest
) WHERE newest = 1 AND indicator IS NOT NULL;

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

