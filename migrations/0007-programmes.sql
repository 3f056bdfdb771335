-- 協働事業提案制度 and its yearly calls; 地域課題 and 事業テーマ.

CREATE TABLE programmes (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'ended')),
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, id)
);

-- A call freezes the programme's definition: forms, rubric, what is public.
CREATE TABLE calls (
  city_id integer NOT NULL,
  id text NOT NULL,
  programme_id text NOT NULL,
  fiscal_year integer NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'published', 'decided', 'ended', 'cancelled')),
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  closes_at time,
  -- steps with real dates: [{step, name, from, to}]
  calendar jsonb NOT NULL,
  definition jsonb NOT NULL,
  envelope bigint CHECK (envelope >= 0),
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, programme_id, fiscal_year),
  FOREIGN KEY (city_id, programme_id) REFERENCES programmes (city_id, id),
  CHECK (opens_on <= closes_on)
);

CREATE TABLE issues (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted', 'returned', 'published', 'declined', 'withdrawn', 'closed')),
  receipt_number text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  place text NOT NULL DEFAULT '',
  field text,
  department text,
  author_account text,
  author_name text NOT NULL,
  -- name shown in public, or empty for 市民
  public_name text NOT NULL DEFAULT '',
  channel text NOT NULL DEFAULT 'web',
  city_answer text,
  -- title, text, place and answer folded for search (see kernel/text); only public issues are searched
  search_text text NOT NULL DEFAULT '',
  published_at timestamptz,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, receipt_number),
  FOREIGN KEY (city_id, author_account) REFERENCES accounts (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK (state <> 'published' OR published_at IS NOT NULL)
);
CREATE INDEX issues_state ON issues (city_id, state, published_at DESC);
CREATE INDEX issues_author ON issues (city_id, author_account);

CREATE TABLE themes (
  city_id integer NOT NULL,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
  department text NOT NULL,
  call_id text,
  issue_id text,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  cap bigint CHECK (cap >= 0),
  published_at timestamptz,
  sample boolean NOT NULL DEFAULT false,
  created_by text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  FOREIGN KEY (city_id, call_id) REFERENCES calls (city_id, id),
  FOREIGN KEY (city_id, issue_id) REFERENCES issues (city_id, id),
  CHECK (state = 'draft' OR published_at IS NOT NULL)
);
CREATE INDEX themes_state ON themes (city_id, state, published_at DESC);
CREATE INDEX themes_call ON themes (city_id, call_id);
CREATE INDEX themes_issue ON themes (city_id, issue_id);

CALL guard_city(ARRAY['programmes', 'calls', 'issues', 'themes']);
