-- 会員名簿・役員名簿: who belonged to a group and held which office, from which day to which. Never public.

-- What differs between cities: offices, age bands, how long entries of people who left are kept.
CREATE TABLE roster_rules (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id)
);

-- One person's time in a group. Who comes back later is entered again.
CREATE TABLE roster_people (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  name text NOT NULL CHECK (length(name) > 0),
  name_kana text NOT NULL DEFAULT '',
  -- folded name, by which rows of a table find their person
  name_key text NOT NULL,
  district text NOT NULL DEFAULT '',
  age_band text NOT NULL DEFAULT '',
  -- lives, works or studies in the city; null where the group does not say
  citizen boolean,
  -- 議決権
  voting boolean NOT NULL DEFAULT true,
  account_id text,
  since date NOT NULL,
  -- the last day as a member
  until date,
  -- entered by mistake: counts on no day, stays readable until it is purged
  struck_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, group_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE SET NULL (account_id),
  CHECK (until >= since)
);
CREATE INDEX roster_people_group ON roster_people (city_id, group_id, since) WHERE struck_at IS NULL;
CREATE INDEX roster_people_account ON roster_people (city_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX roster_people_left ON roster_people (city_id, until) WHERE until IS NOT NULL;

-- 役職: held by a person of the roster for a time.
CREATE TABLE roster_terms (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  person_id text NOT NULL,
  office text NOT NULL,
  since date NOT NULL,
  until date,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id, person_id) REFERENCES roster_people (city_id, group_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CHECK (until >= since)
);
CREATE INDEX roster_terms_person ON roster_terms (city_id, group_id, person_id);

-- What was changed in a roster, by whom, with the words before and after; purged with the person it is about.
CREATE TABLE roster_changes (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  person_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('added', 'ended', 'corrected', 'struck')),
  before jsonb,
  after jsonb,
  reason text NOT NULL DEFAULT '',
  account_id text,
  actor_name text NOT NULL,
  at timestamptz NOT NULL,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id, person_id) REFERENCES roster_people (city_id, group_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX roster_changes_group ON roster_changes (city_id, group_id, sequence);

-- Staff who looked at a roster, and why. The group reads this list.
CREATE TABLE roster_viewings (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  account_id text NOT NULL,
  viewer_name text NOT NULL,
  reason text NOT NULL CHECK (length(reason) > 0),
  at timestamptz NOT NULL,
  -- until when the names are shown without asking again
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);
CREATE INDEX roster_viewings_group ON roster_viewings (city_id, group_id, at);

-- Groups that show the names of their officers to everyone.
CREATE TABLE roster_openings (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  opened_by text,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, group_id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);

CALL guard_city(ARRAY['roster_rules', 'roster_people', 'roster_terms', 'roster_changes', 'roster_viewings', 'roster_openings']);
