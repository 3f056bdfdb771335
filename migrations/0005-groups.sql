-- 団体: registration and what is public of it.

-- How groups register in the city: rules, form, validity (registration.json).
CREATE TABLE registration_settings (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id)
);

CREATE TABLE groups (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'suspended', 'lapsed', 'revoked')),
  receipt_number text,
  number text,
  name text NOT NULL,
  name_kana text NOT NULL DEFAULT '',
  legal_form text NOT NULL DEFAULT '',
  members integer CHECK (members >= 0),
  recruiting boolean NOT NULL DEFAULT false,
  -- only answers that everyone may read, chosen when the registration was approved
  public_profile jsonb NOT NULL DEFAULT '{}',
  -- the public words of the group, folded as in kernel/text, for the directory's search box
  search_text text NOT NULL DEFAULT '',
  registered_on date,
  valid_until date,
  created_by text,
  channel text NOT NULL DEFAULT 'web',
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, number),
  UNIQUE (city_id, receipt_number),
  CHECK (state <> 'approved' OR (number IS NOT NULL AND registered_on IS NOT NULL))
);
CREATE INDEX groups_directory ON groups (city_id, name_kana, id) WHERE state = 'approved';
CREATE INDEX groups_state ON groups (city_id, state, updated_at);

CREATE TABLE group_fields (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  field text NOT NULL,
  PRIMARY KEY (city_id, group_id, field),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);
CREATE INDEX group_fields_field ON group_fields (city_id, field);

ALTER TABLE memberships ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;
ALTER TABLE handovers ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;
ALTER TABLE invitations ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;

CALL guard_city(ARRAY['registration_settings', 'groups', 'group_fields']);
