-- The walls of the house: the role that cannot bypass them, cities, versions, audit, idempotency.
-- City-owned tables carry city_id first in every key and call guard_city(); no triggers (they would
-- not survive distribution by city).

DO $$
DECLARE may_become boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tsunagu_app') THEN
    CREATE ROLE tsunagu_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
  -- From PostgreSQL 16 on, having made a role does not yet mean that one may become it.
  IF current_setting('server_version_num')::integer >= 160000 THEN
    EXECUTE $q$ SELECT pg_has_role(current_user, 'tsunagu_app', 'SET') $q$ INTO may_become;
  ELSE
    may_become := pg_has_role(current_user, 'tsunagu_app', 'MEMBER');
  END IF;
  IF NOT may_become THEN
    EXECUTE format('GRANT tsunagu_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO tsunagu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tsunagu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO tsunagu_app;

-- The city of this transaction; null (so: no rows) when none was set.
CREATE FUNCTION current_city() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.city_id', true), '')::integer $$;

-- Second wall: even a query that forgets the city sees and writes only its own.
CREATE PROCEDURE guard_city(tables text[]) LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_city ON %I USING (city_id = current_city()) WITH CHECK (city_id = current_city())', name);
  END LOOP;
END $$;

-- id is the 全国地方公共団体コード as a number. Everything here is public.
CREATE TABLE cities (
  id integer PRIMARY KEY CHECK (id BETWEEN 1 AND 999999),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  host text UNIQUE,
  profile jsonb NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);

-- 組織: 局 > 部 > 課 > 室 > 係. One that ended stays, because things of its time name it.
CREATE TABLE departments (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL,
  name_ja text NOT NULL,
  name_en text NOT NULL,
  level text NOT NULL DEFAULT 'division' CHECK (level IN ('post', 'bureau', 'department', 'division', 'office', 'unit')),
  -- names of those above it, from the top, parted by /
  above text NOT NULL DEFAULT '',
  -- the number the city's own list gives it
  source_code text,
  phone text NOT NULL DEFAULT '',
  position integer NOT NULL DEFAULT 0,
  -- offered where somebody chooses a department
  listed boolean NOT NULL DEFAULT true,
  starts_on date,
  -- its last day
  ends_on date,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, code),
  UNIQUE (city_id, source_code),
  CHECK (ends_on >= starts_on)
);
CREATE INDEX departments_order ON departments (city_id, position, code);

-- What the import of a preset noticed in the documents themselves.
CREATE TABLE import_warnings (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL,
  file text NOT NULL,
  text_ja text NOT NULL,
  text_en text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (city_id, file, code)
);

-- Every writing transaction adds one to a random slot of its city; the sum tells whether a page made
-- earlier is still true. Slots keep writers of one city from waiting for each other. Under city 0 the
-- changes of the directory of cities are counted, under -1 those of what the portal shows of any city.
CREATE TABLE city_versions (
  city_id integer NOT NULL,
  slot smallint NOT NULL CHECK (slot BETWEEN 0 AND 15),
  version bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (city_id, slot)
);

-- A known text, locked under the key of this installation: another key is noticed at the start.
CREATE TABLE key_check (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  locked text NOT NULL
);

-- Append-only: the app role may add and read, never change. Chained afterwards by audit_seals.
CREATE TABLE audit_entries (
  city_id integer NOT NULL REFERENCES cities (id),
  id text NOT NULL,
  at timestamptz NOT NULL,
  account_id text,
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  request_id text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX audit_entries_subject ON audit_entries (city_id, subject_kind, subject_id, at);

CREATE TABLE audit_seals (
  city_id integer NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  entry_id text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (city_id, position),
  UNIQUE (city_id, entry_id),
  FOREIGN KEY (city_id, entry_id) REFERENCES audit_entries (city_id, id)
);

-- Entries that are not chained yet. No wall: it holds numbers only, and one look tells which cities wait.
CREATE TABLE audit_waiting (
  city_id integer NOT NULL,
  entry_id text NOT NULL,
  PRIMARY KEY (city_id, entry_id),
  FOREIGN KEY (city_id, entry_id) REFERENCES audit_entries (city_id, id)
);

-- The answer to a form that was sent before, so that a second press does nothing twice.
CREATE TABLE idempotency_keys (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  key_hash text NOT NULL,
  request_hash text NOT NULL,
  location text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, key_hash)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, audit_seals FROM tsunagu_app;

CALL guard_city(ARRAY['departments', 'import_warnings', 'audit_entries', 'audit_seals', 'idempotency_keys']);
