-- 登録の一生: when a registration held, what was agreed to, visits, changes and renewals.

-- Each time a registration held, and how that began and ended: new, renewed and lapsed ones of a fiscal year
-- are counted here. A group holds one registration of its own class (groups.class), and may hold others.
CREATE TABLE registration_periods (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  class text NOT NULL,
  number text NOT NULL,
  how text NOT NULL CHECK (how IN ('new', 'renewed', 'resumed')),
  began_on date NOT NULL,
  -- the last day on which it holds by itself; null where it does not end
  valid_until date,
  -- the last day on which it held; the next day belongs to what followed
  ended_on date,
  ended_how text CHECK (ended_how IN ('renewed', 'lapsed', 'withdrawn', 'revoked')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((ended_on IS NULL) = (ended_how IS NULL))
);
CREATE UNIQUE INDEX registration_periods_open ON registration_periods (city_id, group_id, class) WHERE ended_on IS NULL;
CREATE INDEX registration_periods_due ON registration_periods (city_id, valid_until) WHERE ended_on IS NULL;
CREATE INDEX registration_periods_group ON registration_periods (city_id, group_id, began_on);

-- 誓約・同意: which wording was agreed to, and when. A new wording is asked again at the next renewal.
CREATE TABLE agreed_declarations (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  field text NOT NULL,
  agreed_at timestamptz NOT NULL,
  form text NOT NULL,
  version integer NOT NULL,
  wording jsonb NOT NULL,
  PRIMARY KEY (city_id, group_id, field, agreed_at),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, form, version) REFERENCES form_versions (city_id, form, version)
);

-- 来所: after a registration on the web somebody of the group came to the counter.
CREATE TABLE registration_visits (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  visited_on date NOT NULL,
  visitor text NOT NULL CHECK (visitor <> ''),
  seen text NOT NULL CHECK (seen <> ''),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);
CREATE INDEX registration_visits_group ON registration_visits (city_id, group_id, visited_on);

-- 更新の受付: for the registrations of one class that end with that fiscal year.
CREATE TABLE renewal_campaigns (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  class text NOT NULL,
  fiscal_year integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL CHECK (closes_on >= opens_on),
  created_by text,
  created_at timestamptz NOT NULL,
  -- the office called it off before any group had answered
  called_off_at timestamptz,
  PRIMARY KEY (city_id, id)
);
CREATE UNIQUE INDEX renewal_campaigns_year ON renewal_campaigns (city_id, class, fiscal_year) WHERE called_off_at IS NULL;

-- 変更届・更新・別の区分の登録: a registration is asked to be revised, checked, and applied.
CREATE TABLE revisions (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('change', 'renewal', 'addition')),
  class text NOT NULL,
  campaign_id text,
  state text NOT NULL CHECK (state IN ('draft', 'sent', 'returned', 'applied', 'refused', 'withdrawn', 'expired')),
  receipt_number text,
  channel text NOT NULL CHECK (channel IN ('web', 'counter', 'post', 'phone', 'mail')),
  -- when the paper came, where staff enter it
  received_on date,
  -- written by staff from paper, on a sheet of its own: what the group writes itself is not read before it is sent
  on_paper boolean NOT NULL DEFAULT false,
  -- what the desk reads of it while the group writes on: as it was sent last
  sent_answers jsonb,
  sent_files text[] NOT NULL DEFAULT '{}',
  -- answers that took effect at once, and those that wait for the desk, by field
  applied text[] NOT NULL DEFAULT '{}',
  waiting text[] NOT NULL DEFAULT '{}',
  -- what those answers were before
  before jsonb NOT NULL DEFAULT '{}',
  reminded_on date,
  created_by text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  decided_at timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, receipt_number),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, campaign_id) REFERENCES renewal_campaigns (city_id, id),
  CHECK ((kind = 'renewal') = (campaign_id IS NOT NULL))
);
-- a notice on paper is taken also while the group writes one of its own
CREATE UNIQUE INDEX revisions_open ON revisions (city_id, group_id, kind, class, on_paper) WHERE state IN ('draft', 'sent', 'returned');
CREATE UNIQUE INDEX revisions_campaign ON revisions (city_id, campaign_id, group_id) WHERE state <> 'withdrawn';
CREATE INDEX revisions_desk ON revisions (city_id, state, sent_at);
CREATE INDEX revisions_group ON revisions (city_id, group_id, created_at);

CALL guard_city(ARRAY['registration_periods', 'agreed_declarations', 'registration_visits', 'renewal_campaigns', 'revisions']);
