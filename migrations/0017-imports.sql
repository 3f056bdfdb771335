-- 取込: files of others, what each of their rows would change, did change, and how it was taken back.

CREATE TABLE imports (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('groups', 'facilities', 'departments', 'npos')),
  state text NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'reverting', 'reverted', 'put-away')),
  file_id text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- how the file is written, its sheets, what is odd about it, its first rows
  facts jsonb NOT NULL,
  -- sheet, header row, columns, answers to the questions of its kind
  plan jsonb NOT NULL,
  -- columns of the sheet as its header names them
  header jsonb NOT NULL DEFAULT '[]',
  mode text CHECK (mode IN ('all', 'rows')),
  row_count integer NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  progress integer NOT NULL DEFAULT 0 CHECK (progress >= 0),
  cancel_asked boolean NOT NULL DEFAULT false,
  failure jsonb,
  channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'command')),
  account_id text,
  actor_name text NOT NULL,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  reverted_at timestamptz,
  -- when the file and the copies of its rows were deleted
  purged_at timestamptz,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX imports_latest ON imports (city_id, created_at DESC);
CREATE INDEX imports_purge ON imports (city_id, created_at) WHERE purged_at IS NULL;

-- One row of the file: what it says, what it would do, what it did, and how that was taken back.
CREATE TABLE import_rows (
  city_id integer NOT NULL,
  import_id text NOT NULL,
  -- as spreadsheet programs count
  number integer NOT NULL CHECK (number > 0),
  cells jsonb NOT NULL,
  record jsonb NOT NULL,
  -- what was mended while reading
  notes jsonb NOT NULL DEFAULT '[]',
  outcome text NOT NULL CHECK (outcome IN ('read', 'create', 'change', 'same', 'refused', 'suspect', 'left-out')),
  -- why, cell by cell
  faults jsonb NOT NULL DEFAULT '[]',
  target_id text,
  target_name text,
  -- field → before, after
  changes jsonb NOT NULL DEFAULT '{}',
  candidates jsonb NOT NULL DEFAULT '[]',
  -- for suspicious rows: create, leave, or the id of what it is
  choice text,
  result text CHECK (result IN ('created', 'changed', 'same', 'refused', 'left-out')),
  reverted text CHECK (reverted IN ('removed', 'set-back', 'left')),
  left_why jsonb,
  PRIMARY KEY (city_id, import_id, number),
  FOREIGN KEY (city_id, import_id) REFERENCES imports (city_id, id) ON DELETE CASCADE
);
CREATE INDEX import_rows_outcome ON import_rows (city_id, import_id, outcome, number);
CREATE INDEX import_rows_result ON import_rows (city_id, import_id, result, number) WHERE result IS NOT NULL;

-- How files of one shape (the names of their columns) were read the last time.
CREATE TABLE import_plans (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  shape text NOT NULL,
  kind text NOT NULL,
  plan jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, shape)
);

CALL guard_city(ARRAY['imports', 'import_rows', 'import_plans']);
