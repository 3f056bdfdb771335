-- People, what they may do, and how they prove who they are. An account belongs to one city.

CREATE TABLE accounts (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  name text NOT NULL,
  name_kana text NOT NULL DEFAULT '',
  language text NOT NULL DEFAULT 'ja' CHECK (language IN ('ja', 'en')),
  -- how mails that may wait come; null while the person leaves it to the city's usual way
  mail_pace text CHECK (mail_pace IN ('at_once', 'daily', 'none')),
  password_hash text,
  state text NOT NULL DEFAULT 'unconfirmed' CHECK (state IN ('unconfirmed', 'active', 'disabled')),
  -- encrypted under the key in the data directory, which no copy of the database holds
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, email_key)
);

CREATE TABLE role_grants (
  city_id integer NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('centre', 'office', 'department', 'reviewer', 'city_admin')),
  department text,
  granted_by text,
  granted_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK ((role = 'department') = (department IS NOT NULL))
);
CREATE UNIQUE INDEX role_grants_once ON role_grants (city_id, account_id, role, coalesce(department, '')) WHERE revoked_at IS NULL;

CREATE TABLE sessions (
  city_id integer NOT NULL,
  token_hash text NOT NULL,
  account_id text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  second_factor boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, token_hash),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE
);
CREATE INDEX sessions_account ON sessions (city_id, account_id);

-- Failed sign-ins, by address of the account and by network; a later success does not erase them.
CREATE TABLE sign_in_failures (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  email_key text NOT NULL,
  network text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX sign_in_failures_email ON sign_in_failures (city_id, email_key, at);
CREATE INDEX sign_in_failures_network ON sign_in_failures (city_id, network, at);

-- One-time links: confirmation of an address, reset of a password, change to another address. Only their
-- hash is kept.
CREATE TABLE account_tokens (
  city_id integer NOT NULL,
  token_hash text NOT NULL,
  account_id text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('confirm', 'reset', 'email')),
  -- the new address, for a change to it
  email text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (city_id, token_hash),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE,
  CHECK ((purpose = 'email') = (email IS NOT NULL))
);

-- A form that was sent after its session had expired: shown again, filled in, to the account that signed in.
CREATE TABLE kept_forms (
  city_id integer NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL,
  -- kept while somebody else signed in: its writer is led to it when they come next
  unseen boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE
);

-- An invitation to a role of the city or to a place in a group.
CREATE TABLE invitations (
  city_id integer NOT NULL,
  id text NOT NULL,
  token_hash text NOT NULL,
  email text NOT NULL,
  role text CHECK (role IN ('centre', 'office', 'department', 'reviewer', 'city_admin')),
  department text,
  group_id text,
  group_role text CHECK (group_role IN ('representative', 'manager', 'member')),
  invited_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by text,
  withdrawn_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, token_hash),
  FOREIGN KEY (city_id, invited_by) REFERENCES accounts (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK ((role IS NOT NULL) <> (group_id IS NOT NULL)),
  CHECK ((group_id IS NULL) = (group_role IS NULL)),
  CHECK (role IS NULL OR (role = 'department') = (department IS NOT NULL)),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX invitations_open ON invitations (city_id, expires_at) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

-- Who may act for which group. The group itself belongs to a later capability, which adds the foreign key.
CREATE TABLE memberships (
  city_id integer NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  group_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('representative', 'manager', 'member')),
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX memberships_once ON memberships (city_id, group_id, account_id) WHERE until IS NULL;
CREATE UNIQUE INDEX memberships_one_representative ON memberships (city_id, group_id) WHERE until IS NULL AND role = 'representative';
CREATE INDEX memberships_account ON memberships (city_id, account_id) WHERE until IS NULL;

-- 代表者の引継ぎ: the old representative names the new one, who confirms.
CREATE TABLE handovers (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  from_account text NOT NULL,
  to_account text NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, from_account) REFERENCES accounts (city_id, id),
  FOREIGN KEY (city_id, to_account) REFERENCES accounts (city_id, id),
  CHECK (from_account <> to_account)
);
CREATE UNIQUE INDEX handovers_one_open ON handovers (city_id, group_id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- 代表者の再設定: the desk gives a group that lost its people a new representative, after checking who asks.
CREATE TABLE recoveries (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'objected', 'invited', 'done', 'withdrawn')),
  asker_name text NOT NULL,
  -- where the invitation goes
  asker_email text NOT NULL,
  asked_on date NOT NULL,
  -- how it was made sure that this person may speak for the group
  checks text[] NOT NULL CHECK (cardinality(checks) > 0),
  evidence text NOT NULL CHECK (length(evidence) > 0),
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  -- who represented the group then, and the last day on which that person can object; null where nobody did
  old_account text,
  objection_until date,
  objection text,
  objected_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, opened_by) REFERENCES accounts (city_id, id),
  FOREIGN KEY (city_id, old_account) REFERENCES accounts (city_id, id),
  CHECK ((old_account IS NULL) = (objection_until IS NULL)),
  CHECK ((objection IS NULL) = (objected_at IS NULL)),
  CHECK ((closed_at IS NOT NULL) = (state IN ('done', 'withdrawn')))
);
CREATE UNIQUE INDEX recoveries_one_open ON recoveries (city_id, group_id) WHERE closed_at IS NULL;

CALL guard_city(ARRAY['accounts', 'role_grants', 'sessions', 'sign_in_failures', 'account_tokens', 'kept_forms', 'invitations', 'memberships', 'handovers', 'recoveries']);
