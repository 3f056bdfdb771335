-- 審査: committee, interest, scores, ranking, decision.

CREATE TABLE committee_members (
  city_id integer NOT NULL,
  programme_id text NOT NULL,
  account_id text NOT NULL,
  since date NOT NULL,
  until date,
  PRIMARY KEY (city_id, programme_id, account_id),
  FOREIGN KEY (city_id, programme_id) REFERENCES programmes (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE
);

CREATE TABLE reviews (
  city_id integer NOT NULL,
  id text NOT NULL,
  call_id text NOT NULL,
  -- 1 for the call's first review; what comes after it was decided is reviewed in another
  round integer NOT NULL DEFAULT 1 CHECK (round >= 1),
  state text NOT NULL CHECK (state IN ('scoring', 'closed', 'decided')),
  rubric jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  due_on date NOT NULL,
  closed_at timestamptz,
  decided_at timestamptz,
  ranking jsonb,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, call_id, round),
  FOREIGN KEY (city_id, call_id) REFERENCES calls (city_id, id),
  CHECK (state = 'scoring' OR (closed_at IS NOT NULL AND ranking IS NOT NULL))
);
CREATE UNIQUE INDEX reviews_one_under_way ON reviews (city_id, call_id) WHERE state <> 'decided';

CREATE TABLE review_proposals (
  city_id integer NOT NULL,
  review_id text NOT NULL,
  proposal_id text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (city_id, review_id, proposal_id),
  UNIQUE (city_id, proposal_id),
  FOREIGN KEY (city_id, review_id) REFERENCES reviews (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id)
);

-- Who sits on this review; fixed when it opens.
CREATE TABLE review_members (
  city_id integer NOT NULL,
  review_id text NOT NULL,
  account_id text NOT NULL,
  PRIMARY KEY (city_id, review_id, account_id),
  FOREIGN KEY (city_id, review_id) REFERENCES reviews (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id)
);
CREATE INDEX review_members_account ON review_members (city_id, account_id);

-- 利害関係の申告: before anything is opened. Anything but `none` means recusal.
CREATE TABLE interest_declarations (
  city_id integer NOT NULL,
  review_id text NOT NULL,
  proposal_id text NOT NULL,
  account_id text NOT NULL,
  interest text NOT NULL CHECK (interest IN ('none', 'member', 'officer', 'family', 'paid', 'other')),
  note text NOT NULL DEFAULT '',
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, review_id, proposal_id, account_id),
  FOREIGN KEY (city_id, review_id, proposal_id) REFERENCES review_proposals (city_id, review_id, proposal_id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, review_id, account_id) REFERENCES review_members (city_id, review_id, account_id) ON DELETE CASCADE,
  UNIQUE (city_id, review_id, proposal_id, account_id, interest)
);

-- A sheet exists only for a member who declared no interest in that proposal.
CREATE TABLE score_sheets (
  city_id integer NOT NULL,
  review_id text NOT NULL,
  proposal_id text NOT NULL,
  account_id text NOT NULL,
  interest text NOT NULL DEFAULT 'none' CHECK (interest = 'none'),
  scores jsonb NOT NULL,
  comment text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  submitted_at timestamptz,
  PRIMARY KEY (city_id, review_id, proposal_id, account_id),
  FOREIGN KEY (city_id, review_id, proposal_id, account_id, interest)
    REFERENCES interest_declarations (city_id, review_id, proposal_id, account_id, interest)
);

CREATE TABLE decisions (
  city_id integer NOT NULL,
  proposal_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('selected', 'conditional', 'reserve', 'not_selected')),
  amount bigint NOT NULL CHECK (amount >= 0),
  reason text NOT NULL CHECK (length(reason) > 0),
  conditions text NOT NULL DEFAULT '',
  -- why it differs from what the ranking proposed
  deviation text NOT NULL DEFAULT '',
  -- why it was made before the days of the call's calendar
  early text NOT NULL DEFAULT '',
  total text,
  rank integer,
  -- exactly what the programme makes public of it, taken over when it was decided
  published jsonb NOT NULL DEFAULT '{}',
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  document_number text NOT NULL,
  notice_id text NOT NULL,
  PRIMARY KEY (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id),
  FOREIGN KEY (city_id, notice_id) REFERENCES notices (city_id, id),
  CHECK (outcome <> 'not_selected' OR amount = 0)
);

-- 次点への打診: what a reserve is offered, and its answer.
CREATE TABLE reserve_offers (
  city_id integer NOT NULL,
  proposal_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0),
  offered_at timestamptz NOT NULL,
  offered_by text NOT NULL,
  reply_by date NOT NULL,
  answer text CHECK (answer IN ('accepted', 'declined', 'ended')),
  answered_at timestamptz,
  answered_by text,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES decisions (city_id, proposal_id) ON DELETE CASCADE,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CALL guard_city(ARRAY['committee_members', 'reviews', 'review_proposals', 'review_members', 'interest_declarations', 'score_sheets', 'decisions', 'reserve_offers']);

-- No score after closing, whatever the code believes: a sheet can only be written while its review scores.
CREATE POLICY only_while_scoring_insert ON score_sheets AS RESTRICTIVE FOR INSERT
  WITH CHECK (EXISTS (SELECT FROM reviews r WHERE r.city_id = score_sheets.city_id AND r.id = score_sheets.review_id AND r.state = 'scoring'));
CREATE POLICY only_while_scoring_update ON score_sheets AS RESTRICTIVE FOR UPDATE
  USING (EXISTS (SELECT FROM reviews r WHERE r.city_id = score_sheets.city_id AND r.id = score_sheets.review_id AND r.state = 'scoring'));
