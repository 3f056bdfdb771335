-- 団体紹介: what a group tells of itself, without approval. The desk can take parts of it out of sight.

-- Which papers the city asks groups to show, and for which year (introductions.json).
CREATE TABLE introduction_settings (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id)
);

-- The text is a sheet (group/introduction); here is what of it was published last. What everyone reads is
-- composed from it into groups.introduction.
CREATE TABLE introductions (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  published jsonb,
  published_at timestamptz,
  moderation text NOT NULL DEFAULT 'shown' CHECK (moderation IN ('shown', 'hidden', 'mended')),
  hidden_reason text,
  PRIMARY KEY (city_id, group_id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((published IS NULL) = (published_at IS NULL)),
  CHECK ((moderation = 'shown') = (hidden_reason IS NULL))
);

-- Each photo in three widths, freed of everything that the camera wrote into it.
CREATE TABLE group_photos (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  position integer NOT NULL,
  cover boolean NOT NULL DEFAULT false,
  alt text NOT NULL CHECK (alt <> ''),
  alt_en text NOT NULL DEFAULT '',
  small_file text NOT NULL,
  medium_file text NOT NULL,
  large_file text NOT NULL,
  -- of the largest
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  added_at timestamptz NOT NULL,
  moderation text NOT NULL DEFAULT 'shown' CHECK (moderation IN ('shown', 'hidden', 'mended')),
  hidden_reason text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((moderation = 'shown') = (hidden_reason IS NULL))
);
CREATE INDEX group_photos_group ON group_photos (city_id, group_id, position);
CREATE UNIQUE INDEX group_photos_cover ON group_photos (city_id, group_id) WHERE cover;

-- お知らせ. Drafts have no published_at.
CREATE TABLE group_news (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  event_on date,
  event_time text NOT NULL DEFAULT '',
  event_place text NOT NULL DEFAULT '',
  -- the last day on which it stands on the group's page
  show_until date,
  published_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  moderation text NOT NULL DEFAULT 'shown' CHECK (moderation IN ('shown', 'hidden', 'mended')),
  hidden_reason text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((moderation = 'shown') = (hidden_reason IS NULL))
);
CREATE INDEX group_news_group ON group_news (city_id, group_id, published_at DESC);

-- できること・ほしいこと, from the registration's boxes or written here; a line of a box has no kind until somebody says one.
CREATE TABLE group_offers (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('offer', 'want')),
  resource text CHECK (resource IN ('people', 'skill', 'place', 'goods', 'know-how', 'money', 'publicity')),
  field text,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  open_until date,
  published_at timestamptz,
  -- said in the registration, which goes on saying it; a draft of the group's own page is the group's alone
  from_registration boolean NOT NULL DEFAULT false,
  closed_at timestamptz,
  outcome text CHECK (outcome IN ('met', 'not-met', 'withdrawn')),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  moderation text NOT NULL DEFAULT 'shown' CHECK (moderation IN ('shown', 'hidden', 'mended')),
  hidden_reason text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, group_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((moderation = 'shown') = (hidden_reason IS NULL))
);
CREATE INDEX group_offers_group ON group_offers (city_id, group_id, created_at);
CREATE INDEX group_offers_open ON group_offers (city_id, direction, resource, published_at DESC)
  WHERE closed_at IS NULL AND published_at IS NOT NULL AND moderation = 'shown';

-- Somebody's answer to an offer or a want, or a question to the group itself (no offer); the conversation is
-- `messages`. Whose turn it is to read stands in `tasks`.
CREATE TABLE offer_answers (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  offer_id text,
  account_id text NOT NULL,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  reported_at timestamptz,
  report_reason text,
  -- whose side asked the desk to look: its reason is not for the other
  reported_by text CHECK (reported_by IN ('group', 'answerer')),
  -- what the desk did about the report
  settled_at timestamptz,
  settlement text,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, offer_id, account_id),
  -- of the group whose offer it is: MATCH SIMPLE leaves questions alone
  FOREIGN KEY (city_id, group_id, offer_id) REFERENCES group_offers (city_id, group_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE,
  CHECK ((reported_at IS NULL) = (report_reason IS NULL)),
  CHECK ((reported_at IS NULL) = (reported_by IS NULL)),
  CHECK ((settled_at IS NULL) = (settlement IS NULL)),
  CHECK (settled_at IS NULL OR reported_at IS NOT NULL)
);
-- nobody begins a second conversation with a group
CREATE UNIQUE INDEX offer_answers_question ON offer_answers (city_id, group_id, account_id)
  WHERE offer_id IS NULL;
CREATE INDEX offer_answers_group ON offer_answers (city_id, group_id, at);
CREATE INDEX offer_answers_account ON offer_answers (city_id, account_id, at);

-- 会則・計画・予算・報告・決算: public, or for the desk only.
CREATE TABLE group_papers (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rules', 'officers', 'plan', 'budget', 'report', 'accounts', 'other')),
  -- none for papers that hold from year to year
  fiscal_year integer CHECK (fiscal_year BETWEEN 1950 AND 2200),
  file_id text NOT NULL,
  public boolean NOT NULL,
  added_at timestamptz NOT NULL,
  moderation text NOT NULL DEFAULT 'shown' CHECK (moderation IN ('shown', 'hidden', 'mended')),
  hidden_reason text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK ((moderation = 'shown') = (hidden_reason IS NULL))
);
CREATE INDEX group_papers_group ON group_papers (city_id, group_id, fiscal_year DESC);

CALL guard_city(ARRAY['introduction_settings', 'introductions', 'group_photos', 'group_news', 'group_offers', 'offer_answers', 'group_papers']);
