-- 協働事業: agreement, years, progress, reports, evaluation, what followed.

CREATE TABLE projects (
  city_id integer NOT NULL,
  id text NOT NULL,
  proposal_id text NOT NULL,
  group_id text NOT NULL,
  department text NOT NULL,
  programme_id text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  modes text[] NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('agreeing', 'running', 'reported', 'evaluating', 'completed', 'terminated')),
  first_fiscal_year integer NOT NULL,
  last_fiscal_year integer NOT NULL,
  city_share bigint NOT NULL CHECK (city_share >= 0),
  -- title, summary and the group's name, folded as in kernel/text, for the list's search box
  search_text text NOT NULL DEFAULT '',
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  FOREIGN KEY (city_id, programme_id) REFERENCES programmes (city_id, id),
  CHECK (first_fiscal_year <= last_fiscal_year)
);
CREATE INDEX projects_group ON projects (city_id, group_id);
CREATE INDEX projects_state ON projects (city_id, state, updated_at DESC);

CREATE TABLE project_years (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  fiscal_year integer NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'interim', 'reported', 'returned', 'accepted')),
  -- 中間ふりかえり: when the group sent it, and what the department answered
  interim_at timestamptz,
  interim_answer text,
  interim_answered_at timestamptz,
  reported_at timestamptz,
  -- last day of a correction of the report
  correction_due date,
  accepted_at timestamptz,
  PRIMARY KEY (city_id, project_id, fiscal_year),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  CHECK (state <> 'returned' OR correction_due IS NOT NULL),
  CHECK (state <> 'accepted' OR accepted_at IS NOT NULL)
);

-- 中止: why a project ended before its time.
CREATE TABLE project_terminations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  reason text NOT NULL CHECK (length(reason) > 0),
  terminated_by text,
  terminated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE
);

-- Every version of an agreement's text that was ever saved, under the hash of its words. Never changed.
CREATE TABLE agreement_texts (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  text_sha256 text NOT NULL,
  body text NOT NULL,
  content jsonb NOT NULL,
  author_name text NOT NULL,
  author_role text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, text_sha256),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  CHECK (text_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

-- 協定書. Names the version that stands; `signed` is frozen.
CREATE TABLE agreements (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  text_sha256 text NOT NULL,
  state text NOT NULL CHECK (state IN ('drafting', 'signing', 'signed')),
  updated_at timestamptz NOT NULL,
  signed_at timestamptz,
  document_number text,
  notice_id text,
  PRIMARY KEY (city_id, project_id),
  UNIQUE (city_id, project_id, text_sha256),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, project_id, text_sha256) REFERENCES agreement_texts (city_id, project_id, text_sha256),
  FOREIGN KEY (city_id, notice_id) REFERENCES notices (city_id, id),
  CHECK ((state = 'signed') = (signed_at IS NOT NULL)),
  CHECK (state <> 'signed' OR (document_number IS NOT NULL AND notice_id IS NOT NULL))
);

-- The foreign key on the hash keeps the text from changing under a signature. `paper` was signed by hand
-- and entered by the office, for a group whose leader has no account.
CREATE TABLE agreement_signatures (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  account_id text NOT NULL,
  -- Who was signed in, as they were called then; name and title are those of the named signatory.
  account_name text NOT NULL,
  account_role text NOT NULL,
  name text NOT NULL,
  title text NOT NULL,
  method text NOT NULL DEFAULT 'account' CHECK (method IN ('account', 'paper')),
  signed_at timestamptz NOT NULL,
  text_sha256 text NOT NULL,
  PRIMARY KEY (city_id, project_id, side),
  FOREIGN KEY (city_id, project_id, text_sha256) REFERENCES agreements (city_id, project_id, text_sha256) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);

-- Who of a side has looked at which version and lets it stand; a change of the text asks again.
CREATE TABLE agreement_looks (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  text_sha256 text NOT NULL,
  account_name text NOT NULL,
  account_role text NOT NULL,
  looked_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, side, text_sha256),
  FOREIGN KEY (city_id, project_id, text_sha256) REFERENCES agreement_texts (city_id, project_id, text_sha256) ON DELETE CASCADE
);

-- Progress log of both sides; the form's answers lie in sheets.
CREATE TABLE progress_entries (
  city_id integer NOT NULL,
  id text NOT NULL,
  project_id text NOT NULL,
  fiscal_year integer NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  account_id text,
  author_name text NOT NULL,
  happened_on date NOT NULL,
  body text NOT NULL,
  public boolean NOT NULL DEFAULT false,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, project_id, fiscal_year) REFERENCES project_years (city_id, project_id, fiscal_year) ON DELETE CASCADE
);
CREATE INDEX progress_entries_project ON progress_entries (city_id, project_id, happened_on);

-- 終了後の展開
CREATE TABLE continuations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('by_department', 'by_group', 'commissioned', 'with_others', 'ended')),
  note text NOT NULL DEFAULT '',
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE
);

CREATE TABLE evaluations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('self', 'mutual', 'third_party', 'answer', 'published')),
  definition jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  due_on date NOT NULL,
  group_submitted_at timestamptz,
  group_submitted_by text,
  city_submitted_at timestamptz,
  city_submitted_by text,
  -- 相互評価: both confirm the same revision of the explanations; a change undoes both
  mutual_revision integer NOT NULL DEFAULT 0,
  group_confirmed_revision integer,
  city_confirmed_revision integer,
  mutual_closed_at timestamptz,
  third_party_closed_at timestamptz,
  -- comments that hold personal details and are not shown to the public, by key
  withheld text[] NOT NULL DEFAULT '{}',
  city_answer text,
  next_year text,
  published_at timestamptz,
  PRIMARY KEY (city_id, project_id),
  FOREIGN KEY (city_id, project_id) REFERENCES projects (city_id, id) ON DELETE CASCADE,
  CHECK (state = 'self' OR (group_submitted_at IS NOT NULL AND city_submitted_at IS NOT NULL)),
  CHECK (state <> 'published' OR (published_at IS NOT NULL AND city_answer IS NOT NULL))
);

-- A draft may have a comment before its score.
CREATE TABLE evaluation_scores (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('group', 'city')),
  item text NOT NULL,
  score integer,
  comment text NOT NULL DEFAULT '',
  PRIMARY KEY (city_id, project_id, side, item),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE
);

-- Why the two sides see an item differently, written together.
CREATE TABLE evaluation_explanations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  item text NOT NULL,
  explanation text NOT NULL CHECK (length(explanation) > 0),
  written_by text,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, item),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE
);

CREATE TABLE third_party_evaluations (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  account_id text NOT NULL,
  overall text NOT NULL,
  comment text NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, account_id),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);

-- How a member of the committee is related to the project's group, asked before they open anything.
CREATE TABLE evaluation_interests (
  city_id integer NOT NULL,
  project_id text NOT NULL,
  account_id text NOT NULL,
  interest text NOT NULL CHECK (interest IN ('none', 'member', 'officer', 'family', 'paid', 'other')),
  note text NOT NULL DEFAULT '',
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, project_id, account_id),
  FOREIGN KEY (city_id, project_id) REFERENCES evaluations (city_id, project_id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);

CALL guard_city(ARRAY['projects', 'project_years', 'project_terminations', 'agreement_texts', 'agreements', 'agreement_signatures', 'agreement_looks', 'progress_entries', 'continuations', 'evaluations', 'evaluation_scores', 'evaluation_explanations', 'third_party_evaluations', 'evaluation_interests']);

-- What was signed stays what was signed, whatever the code believes.
REVOKE UPDATE, DELETE ON agreement_texts FROM tsunagu_app;
REVOKE UPDATE ON agreement_signatures FROM tsunagu_app;
CREATE POLICY only_while_signing_insert ON agreement_signatures AS RESTRICTIVE FOR INSERT
  WITH CHECK (EXISTS (SELECT FROM agreements a WHERE a.city_id = agreement_signatures.city_id AND a.project_id = agreement_signatures.project_id AND a.state = 'signing'));
CREATE POLICY only_while_signing_delete ON agreement_signatures AS RESTRICTIVE FOR DELETE
  USING (EXISTS (SELECT FROM agreements a WHERE a.city_id = agreement_signatures.city_id AND a.project_id = agreement_signatures.project_id AND a.state = 'signing'));
CREATE POLICY frozen_once_signed ON agreements AS RESTRICTIVE FOR UPDATE
  USING (state <> 'signed')
  WITH CHECK (state <> 'signed' OR 2 = (SELECT count(*) FROM agreement_signatures s WHERE s.city_id = agreements.city_id AND s.project_id = agreements.project_id));

-- Nobody mends a self-evaluation after handing it in, and least of all after seeing the other side's.
CREATE POLICY own_scores_insert ON evaluation_scores AS RESTRICTIVE FOR INSERT
  WITH CHECK (EXISTS (SELECT FROM evaluations e WHERE e.city_id = evaluation_scores.city_id AND e.project_id = evaluation_scores.project_id AND e.state = 'self'
    AND CASE evaluation_scores.side WHEN 'group' THEN e.group_submitted_at ELSE e.city_submitted_at END IS NULL));
CREATE POLICY own_scores_update ON evaluation_scores AS RESTRICTIVE FOR UPDATE
  USING (EXISTS (SELECT FROM evaluations e WHERE e.city_id = evaluation_scores.city_id AND e.project_id = evaluation_scores.project_id AND e.state = 'self'
    AND CASE evaluation_scores.side WHEN 'group' THEN e.group_submitted_at ELSE e.city_submitted_at END IS NULL));
CREATE POLICY own_scores_delete ON evaluation_scores AS RESTRICTIVE FOR DELETE
  USING (EXISTS (SELECT FROM evaluations e WHERE e.city_id = evaluation_scores.city_id AND e.project_id = evaluation_scores.project_id AND e.state = 'self'
    AND CASE evaluation_scores.side WHEN 'group' THEN e.group_submitted_at ELSE e.city_submitted_at END IS NULL));
CREATE POLICY third_party_insert ON third_party_evaluations AS RESTRICTIVE FOR INSERT
  WITH CHECK (EXISTS (SELECT FROM evaluations e WHERE e.city_id = third_party_evaluations.city_id AND e.project_id = third_party_evaluations.project_id AND e.state = 'third_party'));
CREATE POLICY third_party_update ON third_party_evaluations AS RESTRICTIVE FOR UPDATE
  USING (EXISTS (SELECT FROM evaluations e WHERE e.city_id = third_party_evaluations.city_id AND e.project_id = third_party_evaluations.project_id AND e.state = 'third_party'));
