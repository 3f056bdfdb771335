-- 重複: registrations that may be of one organisation, and how two become one.

-- What a group can be known by, folded so that different writings are the same. Found by (kind, key) alone:
-- a city of any size is asked by index.
CREATE TABLE group_keys (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('corporate', 'name', 'kana', 'representative', 'address', 'phone', 'email')),
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  PRIMARY KEY (city_id, kind, key, group_id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);
-- The group first: by its city alone this index would be read through, and before the first statistics of a new
-- city the planner takes that for as cheap as the key.
CREATE INDEX group_keys_group ON group_keys (group_id, city_id);

-- When the keys of a group were last made; a group changed since is done again.
CREATE TABLE group_key_times (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, group_id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);

-- 重複の疑い: pairs that have enough in common, found when the keys of one of them were made.
CREATE TABLE duplicate_suspicions (
  city_id integer NOT NULL,
  one_id text NOT NULL,
  other_id text NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  points integer NOT NULL CHECK (points > 0),
  found_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, one_id, other_id),
  FOREIGN KEY (city_id, one_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, other_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK (one_id < other_id)
);
CREATE INDEX duplicate_suspicions_points ON duplicate_suspicions (city_id, points DESC, one_id, other_id);
CREATE INDEX duplicate_suspicions_other ON duplicate_suspicions (city_id, other_id);

-- 「重複ではない」: two registrations that were looked at and are two. What they had in common then is kept,
-- so that something new in common asks again.
CREATE TABLE duplicate_verdicts (
  city_id integer NOT NULL,
  one_id text NOT NULL,
  other_id text NOT NULL,
  kinds text[] NOT NULL,
  reason text NOT NULL CHECK (length(reason) > 0),
  decided_by text,
  decider_name text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, one_id, other_id),
  FOREIGN KEY (city_id, one_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, other_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK (one_id < other_id)
);
CREATE INDEX duplicate_verdicts_other ON duplicate_verdicts (city_id, other_id);

-- 統合: which registration went into which, why, and exactly what was moved.
CREATE TABLE group_merges (
  city_id integer NOT NULL,
  id text NOT NULL,
  loser_id text NOT NULL,
  winner_id text NOT NULL,
  reason text NOT NULL CHECK (length(reason) > 0),
  merged_by text,
  merger_name text NOT NULL,
  merged_at timestamptz NOT NULL,
  moved jsonb NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, loser_id),
  FOREIGN KEY (city_id, loser_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, winner_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK (loser_id <> winner_id)
);
CREATE INDEX group_merges_winner ON group_merges (city_id, winner_id);

CALL guard_city(ARRAY['group_keys', 'group_key_times', 'duplicate_suspicions', 'duplicate_verdicts', 'group_merges']);
