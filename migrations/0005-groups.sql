-- 団体: registration and what is public of it.

-- How groups register in the city: classes, rules, forms, validity (registration.json).
CREATE TABLE registration_settings (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  definition jsonb NOT NULL,
  PRIMARY KEY (city_id)
);

-- 五十音順: the key by which readings stand in order. Voiced and half-voiced marks are taken off, small kana are
-- large, ー is the vowel before it, spaces and signs are out, and a group stands under its own name and not under
-- that of its legal form. Whoever has no reading stands under the name as it is written.
CREATE FUNCTION reading_order(reading text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  WITH folded AS (
    SELECT translate(
      regexp_replace(upper(normalize(reading, NFKD)), '[\u3099\u309A\s\u30FB\u00B7.,、。''’"“”「」『』()-]', '', 'g'),
      'ぁあぃいぅうぇえぉおかきくけこさしすせそたちっつてとなにぬねのはひふへほまみむめもゃやゅゆょよらりるれろゎわゐゑをんゕゖァィゥェォッャュョヮヵヶヰヱ',
      'アアイイウウエエオオカキクケコサシスセソタチツツテトナニヌネノハヒフヘホマミムメモヤヤユユヨヨラリルレロワワイエヲンカケアイウエオツヤユヨワカケイエ'
    ) AS kana
  ), spoken AS (
    SELECT replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(kana,
      '([アカサタナハマヤラワ])ー+', '\1ア', 'g'), '([イキシチニヒミリ])ー+', '\1イ', 'g'),
      '([ウクスツヌフムユル])ー+', '\1ウ', 'g'), '([エケセテネヘメレ])ー+', '\1エ', 'g'),
      '([オコソトノホモヨロヲ])ー+', '\1オ', 'g'), 'ー', '') AS kana
    FROM folded
  ), own AS (
    SELECT kana, regexp_replace(kana,
      '^(ニンテイ|トクレイニンテイ)?((トクテイヒエイリカツトウ|エヌヒイオオ|NPO|(イツハン|コウエキ)?(シヤタン|サイタン)|シヤカイフクシ|カツコウ|イリヨウ|シユウキヨウ)ホウシン|(カフシキ|コウトウ|ユウケン)カイシヤ|(ロウトウシヤ|シヨウヒセイカツ|セイカツ)?キヨウトウクミアイ|(認定)?(特定非営利活動|NPO|(一般|公益)?(社団|財団)|社会福祉|学校|医療)法人|(株式|合同|有限)会社|(労働者|消費生活|生活)?協同組合)', '') AS name
    FROM spoken
  )
  SELECT CASE WHEN name = '' THEN kana ELSE name END FROM own
$$;

CREATE TABLE groups (
  city_id integer NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  id text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'provisional', 'approved', 'rejected', 'withdrawn', 'suspended', 'lapsed', 'revoked')),
  -- 登録の区分 (registration.json); the city's first one where none is named
  class text NOT NULL DEFAULT 'standard',
  receipt_number text,
  number text,
  name text NOT NULL,
  name_kana text NOT NULL DEFAULT '',
  -- lists in the order of readings are ordered by this, then by the reading itself
  name_order text NOT NULL GENERATED ALWAYS AS (reading_order(CASE name_kana WHEN '' THEN name ELSE name_kana END)) STORED,
  legal_form text NOT NULL DEFAULT '',
  members integer CHECK (members >= 0),
  -- only answers that everyone may read, chosen when the registration was approved
  public_profile jsonb NOT NULL DEFAULT '{}',
  -- what the group tells of itself and everyone may read: texts, photos (see introductions); null while there is nothing
  introduction jsonb,
  -- what the directory is narrowed down by: only what the group and the city made public. The fields stand in
  -- group_fields too, where others join them; here they are read without a join
  fields text[] NOT NULL DEFAULT '{}',
  recruiting boolean NOT NULL DEFAULT false,
  areas text[] NOT NULL DEFAULT '{}',
  days text[] NOT NULL DEFAULT '{}',
  beginners boolean NOT NULL DEFAULT false,
  joint_projects integer NOT NULL DEFAULT 0 CHECK (joint_projects >= 0),
  -- the number of members where the group published it; lists are ordered by no other
  public_members integer,
  -- the legal form where it is published; nothing that everyone reads asks for the other
  public_legal_form text NOT NULL DEFAULT '',
  -- when what everyone reads of the group was last changed
  face_changed_at timestamptz,
  registered_on date,
  valid_until date,
  created_by text,
  channel text NOT NULL DEFAULT 'web',
  -- when the paper came, where staff entered it
  received_on date,
  -- 法人番号, with its check digit proved
  corporate_number text CHECK (corporate_number ~ '^[0-9]{13}$'),
  -- the registration that this one was found to be the same as; its page leads there
  merged_into text,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, number),
  UNIQUE (city_id, receipt_number),
  CHECK (state <> 'approved' OR (number IS NOT NULL AND registered_on IS NOT NULL)),
  FOREIGN KEY (city_id, merged_into) REFERENCES groups (city_id, id) ON DELETE CASCADE,
  CHECK (merged_into IS NULL OR (merged_into <> id AND state IN ('rejected', 'withdrawn', 'lapsed', 'revoked')))
);
CREATE INDEX groups_merged ON groups (city_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX groups_directory ON groups (city_id, name_order, name_kana, id) WHERE state = 'approved';
CREATE INDEX groups_newest ON groups (city_id, registered_on DESC, id) WHERE state = 'approved';
CREATE INDEX groups_changed ON groups (city_id, face_changed_at DESC NULLS LAST, id) WHERE state = 'approved';
CREATE INDEX groups_largest ON groups (city_id, public_members DESC NULLS LAST, name_order, name_kana, id) WHERE state = 'approved';
-- Facets are counted from the index alone.
CREATE INDEX groups_facets ON groups (city_id, id)
  INCLUDE (fields, public_legal_form, areas, days, recruiting, beginners, joint_projects) WHERE state = 'approved';
CREATE INDEX groups_state ON groups (city_id, state, updated_at);

CREATE TABLE group_fields (
  city_id integer NOT NULL,
  group_id text NOT NULL,
  field text NOT NULL,
  PRIMARY KEY (city_id, group_id, field),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE
);
CREATE INDEX group_fields_field ON group_fields (city_id, field);

ALTER TABLE memberships ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;
ALTER TABLE handovers ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;
ALTER TABLE invitations ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;
ALTER TABLE recoveries ADD FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id) ON DELETE CASCADE;

CALL guard_city(ARRAY['registration_settings', 'groups', 'group_fields']);
