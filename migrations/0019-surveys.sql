-- アンケート: the questionnaire, who is asked, and the answers. Nothing that is kept of who has answered leads to
-- what was answered: docs/decisions/0014.

CREATE TABLE surveys (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
  -- answers in the file that was made last, however long ago it was thrown away: the next one may not differ by few
  exported_answers integer CHECK (exported_answers >= 0),
  -- the department that asks; the office or the centre where it is null
  department text,
  -- title, purpose, who is asked, how answers are used, contact: each in ja, en and やさしい日本語
  texts jsonb NOT NULL,
  -- a link for everyone, codes for a sample, registered groups, staff
  ways text[] NOT NULL CHECK (ways <@ ARRAY['open', 'codes', 'groups', 'staff']),
  layout text NOT NULL DEFAULT 'one' CHECK (layout IN ('one', 'sections')),
  opens_on date NOT NULL,
  -- its last day, in Tokyo
  closes_on date NOT NULL CHECK (closes_on >= opens_on),
  -- questions in their order, with their choices, limits and branches (questionnaire.ts)
  questionnaire jsonb NOT NULL,
  -- counts the changes, so that nobody overwrites what a colleague has just written
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  -- 1 for the first wording; grows with every mending of words after the first answer
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  -- true from the first answer on: neither questions nor choices change any more
  frozen boolean NOT NULL DEFAULT false,
  -- true when it is closed and no sealed answer waits any more: the numbers stand
  counted boolean NOT NULL DEFAULT false,
  -- makes and checks receipt numbers, none of which is kept; locked under the key outside the database
  receipt_key text NOT NULL,
  -- why it was closed early; extensions stand in the history
  closing_reason text NOT NULL DEFAULT '',
  published_at timestamptz,
  closed_at timestamptz,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code)
);
CREATE INDEX surveys_latest ON surveys (city_id, closes_on DESC);

-- 文言の訂正: what the questionnaire said before its words were mended, and why they were.
CREATE TABLE survey_wordings (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  questionnaire jsonb NOT NULL,
  reason text NOT NULL,
  replaced_by text NOT NULL,
  replaced_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, survey_id, version),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- Whoever is asked, with one code each. `used` is all that is kept of an answer: no time, no number, no key.
CREATE TABLE survey_asked (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('codes', 'groups', 'staff')),
  -- number on the letter, counted from 1 within the kind
  number integer NOT NULL CHECK (number > 0),
  code_hash text NOT NULL,
  -- the code itself for letters and reminders, locked under the key outside the database
  code_locked text NOT NULL,
  group_id text,
  account_id text,
  -- where a reminder goes; empty for letters by post
  email text NOT NULL DEFAULT '',
  -- true once the first request was sent, or there was nobody to send it to any more
  invited boolean NOT NULL DEFAULT false,
  used boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, survey_id, id),
  UNIQUE (city_id, survey_id, code_hash),
  UNIQUE (city_id, survey_id, kind, number),
  UNIQUE (city_id, survey_id, group_id),
  UNIQUE (city_id, survey_id, account_id),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE,
  CHECK ((kind = 'groups') = (group_id IS NOT NULL)),
  CHECK ((kind = 'staff') = (account_id IS NOT NULL))
);
CREATE INDEX survey_asked_uninvited ON survey_asked (city_id, survey_id) WHERE NOT invited AND email <> '';
CREATE INDEX survey_asked_groups ON survey_asked (city_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX survey_asked_staff ON survey_asked (city_id, account_id) WHERE account_id IS NOT NULL;

-- 封筒: an answer as it came, sealed under the key outside the database and padded, until it is shuffled with
-- others and counted.
CREATE TABLE survey_envelopes (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  id text NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (city_id, survey_id, id),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- 途中保存: sealed under the code that only whoever writes it holds.
CREATE TABLE survey_drafts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  code_hash text NOT NULL,
  sealed text NOT NULL,
  kept_until date NOT NULL,
  PRIMARY KEY (city_id, survey_id, code_hash),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- One respondent a row. `codes` holds one number for every slot of the questionnaire (slots.ts): a count of one
-- question or a cross of two is one aggregate over this table and nothing else.
CREATE TABLE survey_answers (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  -- random: neither order nor time can be read from it
  id text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('open', 'code', 'paper', 'import')),
  codes bigint[] NOT NULL CHECK (cardinality(codes) BETWEEN 1 AND 200),
  PRIMARY KEY (city_id, survey_id, id),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);
ALTER TABLE survey_answers ALTER COLUMN codes SET STORAGE MAIN;

-- What was written: answers to questions of text, and その他.
CREATE TABLE survey_texts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  answer_id text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  text text NOT NULL CHECK (text <> ''),
  -- true once staff have read it and said how it may be shown
  decided boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, survey_id, answer_id, slot),
  FOREIGN KEY (city_id, survey_id, answer_id) REFERENCES survey_answers (city_id, survey_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_texts_slot ON survey_texts (city_id, survey_id, slot, decided, answer_id);

-- How many answers there are, by the way they came, and how many texts to each question: kept with every change, so
-- that no page counts a million rows to say so.
CREATE TABLE survey_counts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('open', 'code', 'paper', 'import')),
  answers integer NOT NULL CHECK (answers >= 0),
  PRIMARY KEY (city_id, survey_id, mode),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

CREATE TABLE survey_text_counts (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  slot integer NOT NULL CHECK (slot BETWEEN 1 AND 200),
  texts integer NOT NULL CHECK (texts >= 0),
  decided integer NOT NULL DEFAULT 0 CHECK (decided BETWEEN 0 AND texts),
  PRIMARY KEY (city_id, survey_id, slot),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- 調査票の番号: sheets of paper as staff typed them; a second person may type one again to check the first.
CREATE TABLE survey_sheets (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  answer_id text NOT NULL,
  entered_by text NOT NULL,
  checked_by text,
  PRIMARY KEY (city_id, survey_id, number),
  UNIQUE (city_id, survey_id, answer_id),
  FOREIGN KEY (city_id, survey_id, answer_id) REFERENCES survey_answers (city_id, survey_id, id) ON DELETE CASCADE
);

-- 督促: when all whose code was unused were written to, and how many they were.
CREATE TABLE survey_reminders (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  sent_at timestamptz NOT NULL,
  recipients integer NOT NULL CHECK (recipients >= 0),
  PRIMARY KEY (city_id, survey_id, number),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

-- 答えの表: all answers of a survey that has ended as one file for those who work on it, written piece by piece by jobs
-- and forgotten after some days.
CREATE TABLE survey_exports (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- how many answers there were when it was asked for, and how many are written
  answers integer NOT NULL CHECK (answers >= 0),
  rows integer NOT NULL DEFAULT 0 CHECK (rows >= 0),
  -- the answer after which the next piece begins
  after text NOT NULL DEFAULT '',
  done_at timestamptz,
  PRIMARY KEY (city_id, survey_id),
  FOREIGN KEY (city_id, survey_id) REFERENCES surveys (city_id, id) ON DELETE CASCADE
);

CREATE TABLE survey_export_pieces (
  city_id integer NOT NULL,
  survey_id text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- lines of CSV, deflated
  bytes bytea NOT NULL,
  PRIMARY KEY (city_id, survey_id, number),
  FOREIGN KEY (city_id, survey_id) REFERENCES survey_exports (city_id, survey_id) ON DELETE CASCADE
);
ALTER TABLE survey_export_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

CALL guard_city(ARRAY['surveys', 'survey_wordings', 'survey_asked', 'survey_envelopes', 'survey_drafts', 'survey_answers', 'survey_texts', 'survey_counts', 'survey_text_counts', 'survey_sheets', 'survey_reminders', 'survey_exports', 'survey_export_pieces']);
