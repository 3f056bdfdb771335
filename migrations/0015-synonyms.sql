-- 同義語: words that the search of a city takes for one another.

-- There is a row once the office has changed the list; until then the product's own list holds.
CREATE TABLE synonym_lists (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  -- counts the changes, so that nobody overwrites what a colleague has just written
  revision integer NOT NULL CHECK (revision > 0),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (city_id)
);

CREATE TABLE synonyms (
  city_id integer NOT NULL REFERENCES synonym_lists (city_id) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  words text[] NOT NULL CHECK (cardinality(words) BETWEEN 2 AND 12),
  PRIMARY KEY (city_id, position)
);

CALL guard_city(ARRAY['synonym_lists', 'synonyms']);
