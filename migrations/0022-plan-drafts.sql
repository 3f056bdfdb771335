-- 計画の下書き: a new plan or a new version of one, written by several officers until it is published; and what carries
-- the items of plans out.

CREATE TABLE plan_drafts (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('writing', 'published')),
  -- the plan of which this becomes a version
  series text NOT NULL,
  -- the version that it revises; none for a new plan
  base_id text,
  department text,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  -- the version that it became
  published_as text,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  -- a plan that is loaded again is another row of the same id by the end of the transaction
  FOREIGN KEY (city_id, base_id) REFERENCES plans (city_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, published_as) REFERENCES plans (city_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK ((state = 'published') = (published_as IS NOT NULL))
);
-- everybody writes the next version of a plan together
CREATE UNIQUE INDEX plan_drafts_one ON plan_drafts (city_id, series) WHERE state = 'writing';

-- What is written and saved by itself: the facts of the plan, its levels and legends, and each of its items.
CREATE TABLE plan_draft_parts (
  city_id integer NOT NULL,
  draft_id text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('facts', 'legends', 'item')),
  parent_id text,
  position integer NOT NULL DEFAULT 0,
  -- counts the savings, so that two writers are told apart
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  -- the fields of the form, by their names
  content jsonb NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, draft_id, id),
  FOREIGN KEY (city_id, draft_id) REFERENCES plan_drafts (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, draft_id, parent_id) REFERENCES plan_draft_parts (city_id, draft_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (kind = 'item' OR parent_id IS NULL)
);

-- Every wording that was ever saved: what a colleague writes over, and what is removed, is not lost.
CREATE TABLE plan_draft_writings (
  city_id integer NOT NULL,
  draft_id text NOT NULL,
  part_id text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, draft_id, part_id, version),
  FOREIGN KEY (city_id, draft_id) REFERENCES plan_drafts (city_id, id) ON DELETE CASCADE
);

-- What carries an item out: as it stands in the search (public_entries), so that only what is public is ever named. The
-- item is meant in all versions of its plan; a plan that is loaded again keeps its links.
CREATE TABLE plan_links (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  series text NOT NULL,
  item_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('project', 'programme', 'call', 'survey', 'theme', 'issue', 'facility')),
  target_id text NOT NULL,
  linked_by text,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, series, item_key, kind, target_id)
);
CREATE INDEX plan_links_target ON plan_links (city_id, kind, target_id);

CALL guard_city(ARRAY['plan_drafts', 'plan_draft_parts', 'plan_draft_writings', 'plan_links']);
