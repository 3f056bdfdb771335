-- What everyone may find, in every city. Public by construction, so it is not walled off by city:
-- the portal searches all of it. Nothing that is not public is ever written here.
CREATE TABLE public_entries (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('group', 'issue', 'theme', 'programme', 'call', 'proposal', 'project', 'plan', 'plan-item', 'indicator', 'statistic', 'survey', 'facility', 'news', 'page')),
  id text NOT NULL,
  title_ja text NOT NULL,
  title_en text NOT NULL,
  summary_ja text NOT NULL DEFAULT '',
  summary_en text NOT NULL DEFAULT '',
  url text NOT NULL,
  -- the window in which something can be applied for, where there is one
  opens_on date,
  closes_on date,
  -- the hour in Tokyo, where the last day ends before 24:00
  closes_at time,
  happened_on date NOT NULL,
  -- folded (see kernel/text), one line each in every spelling kept, each line between two line ends: the title, its
  -- reading in kana, the summary, and all of these with everything else. grams narrows down (pairs of signs, each
  -- also marked with its city), the folded text decides and tells where a word stands
  folded_title text NOT NULL,
  folded_reading text NOT NULL DEFAULT '',
  folded_summary text NOT NULL DEFAULT '',
  folded_body text NOT NULL,
  grams tsvector NOT NULL,
  PRIMARY KEY (city_id, kind, id)
);
CREATE INDEX public_entries_grams ON public_entries USING gin (grams);
-- one entry in 256, by its key: how common words are in all cities is asked of these, before looking for them
CREATE INDEX public_entries_sampled ON public_entries USING gin (grams)
  WHERE left(md5(city_id::text || '/' || kind || '/' || id), 2) = '00';
-- words that very many entries hold are looked for by reading the newest ones
CREATE INDEX public_entries_newest ON public_entries (happened_on DESC, kind, city_id, id);
-- lists read one kind after the other in the order they show, so that no list reads what it does not show
CREATE INDEX public_entries_latest ON public_entries (city_id, kind, happened_on DESC, id);
CREATE INDEX public_entries_latest_everywhere ON public_entries (kind, happened_on DESC, id, city_id);
CREATE INDEX public_entries_open ON public_entries (city_id, closes_on) WHERE closes_on IS NOT NULL;
-- what has not begun is passed over in the index itself
CREATE INDEX public_entries_open_everywhere ON public_entries (kind, closes_on, id, city_id, (coalesce(opens_on, '-infinity')))
  WHERE closes_on IS NOT NULL;
-- Without these the planner asks the index. With them it may find a word so common that it would rather read every
-- row, and does not reckon with what unpacking thousands of lists costs: ten times the answer.
ALTER TABLE public_entries ALTER COLUMN grams SET STATISTICS 0;
