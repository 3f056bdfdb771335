-- 指標: what a city measures, what it aims at, and what came of it.

CREATE TABLE indicators (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
  position integer NOT NULL,
  -- the plan that sets it; a plan is replaced as a whole within one transaction, what was measured stays
  plan_id text,
  department text,
  -- the shared definition by which it is measured, so that cities can be compared
  shared text,
  -- everything else of the definition record: unit, direction, base, targets, rounding, rule
  definition jsonb NOT NULL,
  -- who added it on the page; null for those of documents
  created_by text,
  -- the office has changed the record on the page: a preset loaded again leaves it
  edited boolean NOT NULL DEFAULT false,
  sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, code),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  FOREIGN KEY (city_id, created_by) REFERENCES accounts (city_id, id) ON DELETE SET NULL (created_by)
);
CREATE INDEX indicators_in_order ON indicators (city_id, position, code);

-- Items of its plan that serve it. They are named, not referenced: items may be revised.
CREATE TABLE indicator_items (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  indicator text NOT NULL,
  PRIMARY KEY (city_id, plan_id, no, indicator),
  FOREIGN KEY (city_id, indicator) REFERENCES indicators (city_id, code) ON DELETE CASCADE
);

-- Measured values. A row is never changed: a correction is another row that replaces it. Two that stand for one
-- year are two sources in conflict, and both are shown.
CREATE TABLE indicator_values (
  city_id integer NOT NULL,
  id text NOT NULL,
  indicator text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  -- keeps the decimals with which it was written
  value numeric NOT NULL CHECK (abs(value) < 1e12),
  bound text CHECK (bound IN ('at-least', 'at-most')),
  numerator numeric,
  denominator numeric CHECK (denominator > 0),
  measured_on date,
  source_ja text NOT NULL CHECK (source_ja <> ''),
  source_en text NOT NULL CHECK (source_en <> ''),
  note text NOT NULL DEFAULT '',
  -- why it cannot be compared with the values before it; empty where it can
  break_note text NOT NULL DEFAULT '',
  origin text NOT NULL CHECK (origin IN ('document', 'entered', 'table', 'counted', 'results')),
  state text NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'replaced', 'withdrawn')),
  -- why it was corrected or withdrawn
  reason text NOT NULL DEFAULT '',
  replaces text,
  entered_at timestamptz NOT NULL,
  entered_by text,
  ended_at timestamptz,
  ended_by text,
  sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, indicator) REFERENCES indicators (city_id, code) ON DELETE CASCADE,
  FOREIGN KEY (city_id, replaces) REFERENCES indicator_values (city_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, entered_by) REFERENCES accounts (city_id, id) ON DELETE SET NULL (entered_by),
  FOREIGN KEY (city_id, ended_by) REFERENCES accounts (city_id, id) ON DELETE SET NULL (ended_by),
  CHECK ((numerator IS NULL) = (denominator IS NULL)),
  CHECK ((state = 'standing') = (ended_at IS NULL))
);
CREATE INDEX indicator_values_by_year ON indicator_values (city_id, indicator, year, entered_at);
-- a value is corrected once; whoever comes second corrects the correction
CREATE UNIQUE INDEX indicator_values_corrected_once ON indicator_values (city_id, replaces) WHERE replaces IS NOT NULL;
-- what the product fills in by itself stands once a year
CREATE UNIQUE INDEX indicator_values_filled_once ON indicator_values (city_id, indicator, year)
  WHERE state = 'standing' AND origin IN ('counted', 'results');

-- What everyone may compare between cities: values of indicators that follow a shared definition. Public by
-- construction, so it is not walled off by city; nothing that is not public is ever written here.
CREATE TABLE public_indicators (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL,
  shared text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  -- how the city's way differs from the definition; empty where it does not
  difference_ja text NOT NULL DEFAULT '',
  difference_en text NOT NULL DEFAULT '',
  -- base, values that stand, and targets, each with its year, date and source
  points jsonb NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, code)
);
CREATE INDEX public_indicators_shared ON public_indicators (shared, city_id, code);

CALL guard_city(ARRAY['indicators', 'indicator_items', 'indicator_values']);
