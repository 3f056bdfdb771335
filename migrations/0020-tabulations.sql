-- 集計: what was counted of a survey, as numbered tabulations that never change, and what is published of them.

-- How a survey is counted: chosen before the first tabulation, kept with each of them.
CREATE TABLE tabulation_settings (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  -- counts of 1 up to below it are hidden in cross tables; 0 hides none (surveys of groups)
  threshold integer NOT NULL DEFAULT 5 CHECK (threshold = 0 OR threshold BETWEEN 3 AND 20),
  -- percentages of all who were asked, or of those who answered
  base text NOT NULL DEFAULT 'asked' CHECK (base IN ('asked', 'answered')),
  -- slots of the questions by which the others are crossed: age, area, kind of group
  axes integer[] NOT NULL DEFAULT '{}' CHECK (cardinality(axes) <= 5),
  -- whom the answers speak for; null where nobody knows the number
  population integer CHECK (population > 0),
  unit text NOT NULL DEFAULT 'people' CHECK (unit IN ('people', 'groups')),
  -- the survey before this one: an id, or the code of a printed one
  earlier text,
  earlier_note text NOT NULL DEFAULT '',
  notes text NOT NULL DEFAULT '',
  -- true: what was written is kept as it came beside what is published
  keeps_originals boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, survey_id),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

CREATE TABLE tabulations (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  -- 1 for the first count, 2 after late returns, and so on
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'replaced', 'withdrawn')),
  -- how many answers were there
  answers integer NOT NULL CHECK (answers >= 0),
  -- how many were asked; null for an open link
  sent integer CHECK (sent >= 0),
  -- code, returned and valid of each way of answering
  modes jsonb NOT NULL,
  -- the settings and the questionnaire as they were
  settings jsonb NOT NULL,
  questionnaire jsonb NOT NULL,
  -- what earlier surveys gave, as it was then
  waves jsonb NOT NULL DEFAULT '[]',
  -- why it was counted again
  reason text NOT NULL DEFAULT '',
  counted_on date NOT NULL,
  made_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (city_id, survey_id, number),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX tabulations_published ON tabulations (city_id, survey_id) WHERE state = 'published';

-- 単純集計: one row for each answer of each question. -1 is 無回答, -3 わからない, as in the answers.
CREATE TABLE tabulation_counts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  choice integer NOT NULL,
  count integer NOT NULL CHECK (count >= 0),
  PRIMARY KEY (city_id, survey_id, number, slot, choice),
  FOREIGN KEY (city_id, survey_id, number) REFERENCES tabulations (city_id, survey_id, number) ON DELETE CASCADE
);

-- Of numbers that people wrote: how many, their sum and their middle.
CREATE TABLE tabulation_numbers (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  answered integer NOT NULL CHECK (answered >= 0),
  -- null where fewer answered than may be shown
  total numeric,
  median numeric,
  PRIMARY KEY (city_id, survey_id, number, slot),
  FOREIGN KEY (city_id, survey_id, number) REFERENCES tabulations (city_id, survey_id, number) ON DELETE CASCADE
);

-- クロス集計: only what may be shown. A hidden count is null here and stands nowhere else but in the answers.
CREATE TABLE tabulation_crosses (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  axis integer NOT NULL CHECK (axis BETWEEN 1 AND 200),
  row_choices integer[] NOT NULL,
  column_choices integer[] NOT NULL,
  -- how many of each column were asked
  bases integer[] NOT NULL,
  totals integer[] NOT NULL,
  -- by row, then column
  counts integer[] NOT NULL,
  PRIMARY KEY (city_id, survey_id, number, slot, axis),
  FOREIGN KEY (city_id, survey_id, number) REFERENCES tabulations (city_id, survey_id, number) ON DELETE CASCADE,
  CHECK (slot <> axis),
  CHECK (cardinality(counts) = cardinality(row_choices) * cardinality(column_choices))
);

-- 自由記述の見出し: under what staff put answers together, and what the city says to them.
CREATE TABLE tabulation_headings (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  id text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  position integer NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  answer text NOT NULL DEFAULT '',
  -- how many confirmed texts stand under it: kept with every decision
  texts integer NOT NULL DEFAULT 0 CHECK (texts >= 0),
  PRIMARY KEY (city_id, survey_id, id),
  UNIQUE (city_id, survey_id, id, slot),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- What staff made of a text that somebody wrote: where it belongs, and how it may be read by everyone.
CREATE TABLE tabulation_texts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  answer_id text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('confirmed', 'left-out')),
  heading_id text,
  -- personal data masked; empty for what is left out
  shown text NOT NULL,
  read_by text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, survey_id, answer_id, slot),
  FOREIGN KEY (city_id, survey_id, heading_id, slot) REFERENCES tabulation_headings (city_id, survey_id, id, slot),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE,
  CHECK ((state = 'confirmed') = (shown <> ''))
);
CREATE INDEX tabulation_texts_heading ON tabulation_texts (city_id, survey_id, heading_id, answer_id) WHERE state = 'confirmed';

-- 市が印刷した調査: which tables of statistics are read as its results. The numbers stand there.
CREATE TABLE printed_surveys (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  code text NOT NULL,
  position integer NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id, code)
);

CALL guard_city(ARRAY['tabulation_settings', 'tabulations', 'tabulation_counts', 'tabulation_numbers', 'tabulation_crosses', 'tabulation_headings', 'tabulation_texts', 'printed_surveys']);
