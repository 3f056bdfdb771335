-- 計画の進捗報告: what departments report of a plan's items, year by year.

-- How a plan is reported: which levels, by which scale, which figures. From the preset, or as the office has set it.
CREATE TABLE progress_settings (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  plan_id text NOT NULL,
  definition jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- the office has changed them on screen: a preset that is loaded again leaves them
  edited boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, plan_id),
  -- a plan that is loaded again is another row of the same id by the end of the transaction
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) DEFERRABLE INITIALLY DEFERRED
);

-- 年度の進捗報告 of one plan.
CREATE TABLE progress_rounds (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  plan_id text NOT NULL,
  -- the plan of which plan_id is a version: its years go on when a new version is published
  series text NOT NULL,
  fiscal_year integer NOT NULL,
  state text NOT NULL CHECK (state IN ('reporting', 'committee', 'answering', 'published')),
  due_on date NOT NULL,
  -- title of the plan and scale as they were when the round was opened
  definition jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by text,
  published_at timestamptz,
  sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, plan_id, fiscal_year),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'published') = (published_at IS NOT NULL))
);

CREATE INDEX progress_rounds_series ON progress_rounds (city_id, series, fiscal_year);

-- The plan's items as they stood when the round was opened: a plan may be revised later, its reports may not.
CREATE TABLE progress_items (
  city_id integer NOT NULL,
  round_id text NOT NULL,
  no text NOT NULL,
  -- the same for an item in every version of its plan, whatever its number
  key text NOT NULL,
  position integer NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  -- the items above it, from the top: [{no, title}]
  above jsonb NOT NULL,
  departments_printed text NOT NULL DEFAULT '',
  -- the mark of the year as printed, and what it means: {printed, holds, label}
  mark jsonb,
  -- figures that are asked for: [{code, label, unit, counter}]
  figures jsonb NOT NULL,
  PRIMARY KEY (city_id, round_id, no),
  FOREIGN KEY (city_id, round_id) REFERENCES progress_rounds (city_id, id) ON DELETE CASCADE
);

CREATE INDEX progress_items_key ON progress_items (city_id, key, round_id);

-- A department's share of a round: what it sends in, all at once.
CREATE TABLE progress_parts (
  city_id integer NOT NULL,
  id text NOT NULL,
  round_id text NOT NULL,
  department text NOT NULL,
  state text NOT NULL CHECK (state IN ('writing', 'sent', 'returned', 'accepted')),
  -- when it was sent first: later corrections do not make it late
  sent_at timestamptz,
  accepted_at timestamptz,
  -- the last day on which its department was reminded
  reminded_on date,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, round_id, department),
  FOREIGN KEY (city_id, round_id) REFERENCES progress_rounds (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK (state = 'writing' OR sent_at IS NOT NULL),
  CHECK ((state = 'accepted') = (accepted_at IS NOT NULL))
);

-- What one department reports of one item.
CREATE TABLE progress_reports (
  city_id integer NOT NULL,
  part_id text NOT NULL,
  no text NOT NULL,
  round_id text NOT NULL,
  -- the department that leads the item (主担当) gives the grade
  leads boolean NOT NULL,
  results text NOT NULL DEFAULT '',
  next_step text NOT NULL DEFAULT '',
  grade text,
  -- by code: {value, counted: {value, asOf}}
  figures jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 0,
  -- what the office found: '' not looked at
  verdict text NOT NULL DEFAULT '' CHECK (verdict IN ('', 'accepted', 'correct')),
  verdict_reason text NOT NULL DEFAULT '',
  written_by text NOT NULL DEFAULT '',
  written_at timestamptz,
  PRIMARY KEY (city_id, part_id, no),
  FOREIGN KEY (city_id, part_id) REFERENCES progress_parts (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, round_id, no) REFERENCES progress_items (city_id, round_id, no) ON DELETE CASCADE,
  CHECK (verdict <> 'correct' OR verdict_reason <> '')
);
CREATE UNIQUE INDEX progress_reports_lead ON progress_reports (city_id, round_id, no) WHERE leads;
CREATE INDEX progress_reports_item ON progress_reports (city_id, no, round_id);

-- 委員会の意見 on an item, or on the whole year (no item), and what the city answers.
CREATE TABLE progress_comments (
  city_id integer NOT NULL,
  id text NOT NULL,
  round_id text NOT NULL,
  no text,
  account_id text,
  body text NOT NULL CHECK (body <> ''),
  at timestamptz NOT NULL,
  answer text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, round_id) REFERENCES progress_rounds (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, round_id, no) REFERENCES progress_items (city_id, round_id, no) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE SET NULL (account_id)
);
CREATE INDEX progress_comments_round ON progress_comments (city_id, round_id, at);

CALL guard_city(ARRAY['progress_settings', 'progress_rounds', 'progress_items', 'progress_parts', 'progress_reports', 'progress_comments']);
