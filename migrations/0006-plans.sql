-- 計画・指標・統計 as the documents print them.

CREATE TABLE plans (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('guideline', 'plan', 'direction')),
  status text NOT NULL CHECK (status IN ('draft', 'final')),
  period_from integer,
  period_to integer,
  -- everything of the plan but its items: levels, classes, marks, grades, years, about, source
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, id)
);

CREATE TABLE plan_items (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  position integer NOT NULL,
  level text NOT NULL,
  parent_no text,
  alias_of text,
  class text,
  grade text,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  -- purpose, present, content, points, targets, departments as printed
  detail jsonb NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (city_id, plan_id, no),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, plan_id, parent_no) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (city_id, plan_id, alias_of) REFERENCES plan_items (city_id, plan_id, no) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE plan_item_departments (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  no text NOT NULL,
  department text NOT NULL,
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

CREATE TABLE indicators (
  city_id integer NOT NULL,
  plan_id text NOT NULL,
  code text NOT NULL,
  position integer NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, plan_id, code),
  FOREIGN KEY (city_id, plan_id) REFERENCES plans (city_id, id) ON DELETE CASCADE
);

CREATE TABLE statistic_tables (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  theme text NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, id)
);

CALL guard_city(ARRAY['plans', 'plan_items', 'plan_item_departments', 'plan_marks', 'indicators', 'statistic_tables']);
