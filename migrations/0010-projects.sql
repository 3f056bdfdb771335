-- 協働事業: agreement, years, progress, reports, evaluation, what followed.

CREATE TABLE projects (
  city_id integer NOT NULL,
  id text NOT NULL,
  proposal_id text NOT NULL,
  group_id text NOT NULL,
  department text NOT NULL,
  programme_id text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  modes text[] NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('agreeing', 'running', 'reported', 'evaluating', 'completed', 'terminated')),
  first_fiscal_year integer NOT NULL,
  last_fiscal_year integer NOT NULL,
  city_share bigint NOT NULL CHECK (city_share >= 0),
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  FOREIGN KEY (city_id, programme_id) REFERENCES programmes (city_id, id),
  CHECK (first_fiscal_year <= last_fiscal_year)
);
CREATE INDEX projects_group ON projects (city_id, group_id);
CREATE INDEX projects_state ON projects (city_id, state, updated_at DESC);

CREATE TABLE project_years (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  fiscal_year integer NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'interim', 'reported', 'returned', 'accepted')),
  reported_at timestamptz,
  accepted_at timestamptz,
  PRIMARY KEY (city_id, project_id, fiscal_year),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE
);

-- 協定書. Its text may change while nobody has signed; `signed` is frozen by the hash both sides signed.
CREATE TABLE agreements (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  content jsonb NOT NULL,
  text_sha256 text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  state text NOT NULL CHECK (state IN ('drafting', 'signing', 'signed')),
  updated_at timestamptz NOT NULL,
  signed_at timestamptz,
  document_number text,
  notice_id text,
  PRIMARY KEY (city_id, project_id),
  UNIQUE (city_id, project_id, text_sha256),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, notice_id) REFERENCES notices (city_id, id),
  CHECK (state <> 'signed' OR signed_at IS NOT NULL)
);

-- The foreign key on the hash keeps the text from changing under a signature.
CREATE TABLE agreement_signatures (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  account_id text NOT NULL,
  name text NOT NULL,
  title text NOT NULL,
  signed_at timestamptz NOT NULL,
  text_sha256 text NOT NULL,
  PRIMARY KEY (city_id, project_id, side),
  FOREIGN KEY (city_id, project_id, text_sha256) REFERENCES agreements (city_id, project_id, text_sha256),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);

-- Progress log of both sides; the form's answers lie in sheets.
CREATE TABLE progress_entries (
  city_id integer NOT NULL,
  id text NOT NULL,
  project_id text NOT NULL,
  fiscal_year integer NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  account_id text,
  author_name text NOT NULL,
  happened_on date NOT NULL,
  body text NOT NULL,
  public boolean NOT NULL DEFAULT false,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, project_id, fiscal_year) REFERENCES project_years (city_id, project_id, fiscal_year) ON DELETE CASCADE
);
CREATE INDEX progress_entries_project ON progress_entries (city_id, project_id, happened_on);

-- 終了後の展開
CREATE TABLE continuations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('by_department', 'by_group', 'commissioned', 'with_others', 'ended')),
  note text NOT NULL DEFAULT '',
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE
);

CREATE TABLE evaluations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('self', 'mutual', 'third_party', 'answer', 'published')),
  definition jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  due_on date NOT NULL,
  group_submitted_at timestamptz,
  group_submitted_by text,
  city_submitted_at timestamptz,
  city_submitted_by text,
  mutual_closed_at timestamptz,
  city_answer text,
  next_year text,
  published_at timestamptz,
  PRIMARY KEY (city_id, project_id),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  CHECK (state = 'self' OR (group_submitted_at IS NOT NULL AND city_submitted_at IS NOT NULL)),
  CHECK (state <> 'published' OR published_at IS NOT NULL)
);

CREATE TABLE evaluation_scores (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  item text NOT NULL,
  score integer NOT NULL,
  comment text NOT NULL DEFAULT '',
  PRIMARY KEY (city_id, project_id, side, item),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE
);

-- Why the two sides see an item differently, written together.
CREATE TABLE evaluation_explanations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  item text NOT NULL,
  explanation text NOT NULL CHECK (length(explanation) > 0),
  written_by text,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, item),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE
);

CREATE TABLE third_party_evaluations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  account_id text NOT NULL,
  overall text NOT NULL,
  comment text NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, account_id),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);

CALL guard_city(ARRAY['projects', 'project_years', 'agreements', 'agreement_signatures', 'progress_entries', 'continuations', 'evaluations', 'evaluation_scores', 'evaluation_explanations', 'third_party_evaluations']);
