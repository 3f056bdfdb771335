-- What every procedure has in common, whatever it is about: subject_kind names the capability's noun,
-- subject_id its row.

-- Who did what, when, in which role, why. Public events are shown on public pages.
CREATE TABLE timeline_events (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  at timestamptz NOT NULL,
  step text NOT NULL,
  from_state text,
  to_state text,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  account_id text,
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  reason text,
  document_number text,
  public boolean NOT NULL DEFAULT false,
  -- paper or counter, when staff entered it for someone
  channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'counter', 'post', 'phone', 'mail')),
  -- order of what happened in the same moment
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX timeline_events_subject ON timeline_events (city_id, subject_kind, subject_id, at, sequence);

-- Who acts next, and until when. The desk and every page read this one table.
CREATE TABLE tasks (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  step text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  subject_title text NOT NULL,
  -- only where the subject has an English name of its own
  subject_title_en text,
  url text NOT NULL,
  role text CHECK (role IN ('centre', 'office', 'department', 'reviewer', 'city_admin')),
  department text,
  group_id text,
  account_id text,
  due_on date,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (city_id, id),
  CHECK (num_nonnulls(role, group_id, account_id) >= 1)
);
CREATE INDEX tasks_subject ON tasks (city_id, subject_kind, subject_id) WHERE closed_at IS NULL;
CREATE INDEX tasks_role ON tasks (city_id, role, due_on) WHERE closed_at IS NULL;
CREATE INDEX tasks_group ON tasks (city_id, group_id, due_on) WHERE closed_at IS NULL;
CREATE INDEX tasks_account ON tasks (city_id, account_id, due_on) WHERE closed_at IS NULL;

-- 受付番号・文書番号: no gaps within a series. Fiscal year 0: the series counts on from year to year.
CREATE TABLE number_counters (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  series text NOT NULL,
  fiscal_year integer NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (city_id, series, fiscal_year)
);

-- Files people gave or the product made. Content lies outside the web root under its hash.
CREATE TABLE files (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  purpose text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by text,
  uploaded_at timestamptz NOT NULL,
  removed_at timestamptz,
  -- when its bytes were given up, too; the row stays for the record
  purged_at timestamptz,
  -- order of what was given in the same moment
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX files_subject ON files (city_id, subject_kind, subject_id, uploaded_at, sequence);
CREATE INDEX files_bytes ON files (city_id, sha256);
CREATE INDEX files_uploaded ON files (city_id, uploaded_by, uploaded_at);

-- Bytes of all files of a city, those taken off included, those given up not: changed with every row of `files`, so that the
-- city's limit is kept also by those who upload at the same moment.
CREATE TABLE file_totals (
  city_id integer PRIMARY KEY REFERENCES cities (id) ON DELETE CASCADE,
  bytes bigint NOT NULL CHECK (bytes >= 0)
);

-- 通知・公文書: numbered, frozen, and made again byte for byte from `content`.
CREATE TABLE notices (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  fiscal_year integer NOT NULL,
  issued_on date NOT NULL,
  title text NOT NULL,
  content jsonb NOT NULL,
  file_id text NOT NULL,
  group_id text,
  account_id text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, fiscal_year, number),
  FOREIGN KEY (city_id, file_id) REFERENCES files (city_id, id)
);
CREATE INDEX notices_subject ON notices (city_id, subject_kind, subject_id);

CREATE TABLE messages (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  account_id text NOT NULL,
  author_name text NOT NULL,
  author_role text NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);
CREATE INDEX messages_subject ON messages (city_id, subject_kind, subject_id, at);

-- 電子メール: written with the change, sent by a job, kept so that the operator sees what is waiting.
CREATE TABLE mails (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  attachment_file_id text,
  -- where its reader stops further mails of the kind with one press
  stop_url text,
  created_at timestamptz NOT NULL,
  -- when the link in it ends: it is not sent after that
  expires_at timestamptz,
  -- since when no job carries it, because there was no mail server
  held_at timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  PRIMARY KEY (city_id, id),
  -- what was sent is in its reader's hands alone
  CHECK (sent_at IS NULL OR (body = '' AND stop_url IS NULL))
);
CREATE INDEX mails_waiting ON mails (city_id, created_at) WHERE sent_at IS NULL;

-- Form definitions are versioned; answers name the version they were given to.
CREATE TABLE form_versions (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  form text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, form, version)
);

-- A filled-in form: draft while sent_at is null. Each subject has one sheet per purpose and side.
CREATE TABLE sheets (
  city_id integer NOT NULL,
  id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  purpose text NOT NULL,
  form text NOT NULL,
  version integer NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}',
  visibility jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 1,
  account_id text,
  updated_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, subject_kind, subject_id, purpose),
  FOREIGN KEY (city_id, form, version) REFERENCES form_versions (city_id, form, version)
);

CALL guard_city(ARRAY['timeline_events', 'tasks', 'number_counters', 'files', 'file_totals', 'notices', 'messages', 'mails', 'form_versions', 'sheets']);
