-- 計画・統計 as the documents print them.

CREATE TABLE plans (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('guideline', 'plan', 'direction')),
  status text NOT NULL CHECK (status IN ('draft', 'final', 'revised')),
  -- versions of one plan (素案, 決定, 改訂版) share their series; what was published stays as it is
  series text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- 主管課: who keeps the plan besides the office; none where only the office does
  department text,
  period_from integer,
  period_to integer,
  -- everything of the plan but its items: levels, classes, marks, grades, years, about, source
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, series, version),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code)
);

CREATE TABLE plan_items (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  -- the same item in every version of the plan, whatever number it has there
  key text NOT NULL,
  position integer NOT NULL,
  level text NOT NULL,
  parent_no text,
  alias_of text,
  class text,
  grade text,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  -- purpose, present, content, points, targets, actors, flags, completion, articles, SDGs, departments as printed
  detail jsonb NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (city_id, plan_id, no),
  UNIQUE (city_id, plan_id, key),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, plan_id, parent_no) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, plan_id, alias_of) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE plan_item_departments (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  department text NOT NULL,
  -- as printed: who is in charge comes first
  position integer NOT NULL,
  PRIMARY KEY (city_id, plan_id, no, department),
  FOREIGN KEY (city_id, plan_id, no) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code)
);

CREATE TABLE plan_marks (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  fiscal_year integer NOT NULL,
  mark text NOT NULL,
  PRIMARY KEY (city_id, plan_id, no, fiscal_year),
  FOREIGN KEY (city_id, plan_id, no) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE
);

CREATE TABLE statistic_tables (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  theme text NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, id)
);

CALL guard_city(ARRAY['plans', 'plan_items', 'plan_item_departments', 'plan_marks', 'statistic_tables']);
