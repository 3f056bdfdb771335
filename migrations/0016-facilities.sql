-- 施設 and NPO法人: registers of what is in the city, from lists that others keep.

-- Kinds of facilities as the city names them (facilities/kinds.json of its preset).
CREATE TABLE facility_kinds (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL,
  name_ja text NOT NULL,
  name_en text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (city_id, code)
);

CREATE TABLE facilities (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  -- the last day of one that was closed
  closed_on date,
  name text NOT NULL CHECK (length(name) > 0),
  name_kana text NOT NULL DEFAULT '',
  name_en text NOT NULL DEFAULT '',
  nickname text NOT NULL DEFAULT '',
  kind text,
  -- the kind in the words of the list it came from
  kind_words text NOT NULL DEFAULT '',
  -- 全国地方公共団体コード of whoever keeps the list, and the number in it
  municipal_code text,
  source_id text,
  -- the list it came from, in words; empty for what was entered by hand
  source text NOT NULL DEFAULT '',
  postal_code text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  -- 方書
  building text NOT NULL DEFAULT '',
  -- 地番
  lot text NOT NULL DEFAULT '',
  latitude double precision CHECK (latitude BETWEEN 20 AND 46),
  longitude double precision CHECK (longitude BETWEEN 122 AND 155),
  phone text NOT NULL DEFAULT '',
  extension text NOT NULL DEFAULT '',
  days text NOT NULL DEFAULT '',
  opens_at text NOT NULL DEFAULT '',
  closes_at text NOT NULL DEFAULT '',
  hours text NOT NULL DEFAULT '',
  description text NOT NULL DEFAULT '',
  accessibility text NOT NULL DEFAULT '',
  url text NOT NULL DEFAULT '',
  capacity integer CHECK (capacity >= 0),
  corporate_number text CHECK (corporate_number ~ '^[0-9]{13}$'),
  department text,
  -- the department in the words of the list, where the register knows none of that name
  department_words text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  -- folded name and folded address, by which rows of a list find their facility
  name_key text NOT NULL,
  address_key text NOT NULL,
  -- what everyone may read of it, folded, for the search box
  search_text text NOT NULL,
  created_by text,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, kind) REFERENCES facility_kinds (city_id, code),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX facilities_list ON facilities (city_id, name_kana, name, id) WHERE state = 'open';
CREATE INDEX facilities_kind ON facilities (city_id, kind) WHERE state = 'open';
CREATE INDEX facilities_name ON facilities (city_id, name_key);
CREATE INDEX facilities_source ON facilities (city_id, source_id) WHERE source_id IS NOT NULL;

-- NPO法人 with an office in the city, as the portal of the Cabinet Office lists them.
CREATE TABLE npo_corporations (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  corporate_number text CHECK (corporate_number ~ '^[0-9]{13}$'),
  name text NOT NULL,
  name_kana text NOT NULL DEFAULT '',
  -- corporations stand in the same order as groups do
  name_order text NOT NULL GENERATED ALWAYS AS (reading_order(CASE name_kana WHEN '' THEN name ELSE name_kana END)) STORED,
  authority text NOT NULL DEFAULT '',
  postal_code text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  representative text NOT NULL DEFAULT '',
  approved_on date,
  founded_on date,
  purpose text NOT NULL DEFAULT '',
  -- numbers 1 to 20 of the law's list of fields
  fields text[] NOT NULL DEFAULT '{}',
  certification text NOT NULL DEFAULT '' CHECK (certification IN ('', 'certified', 'provisional')),
  certified_until date,
  supervision text NOT NULL DEFAULT '',
  dissolution text NOT NULL DEFAULT '',
  url text NOT NULL DEFAULT '',
  name_key text NOT NULL,
  address_key text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, corporate_number)
);
CREATE INDEX npo_corporations_name ON npo_corporations (city_id, name_key);

CALL guard_city(ARRAY['facility_kinds', 'facilities', 'npo_corporations']);
