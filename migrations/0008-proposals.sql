-- 提案: consultation, proposal, negotiation, withdrawal.

CREATE TABLE proposals (
  city_id integer NOT NULL,
  id text NOT NULL,
  call_id text NOT NULL,
  group_id text NOT NULL,
  type text NOT NULL,
  theme_id text,
  issue_id text,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'ineligible', 'negotiating', 'ready', 'reviewing',
    'selected', 'conditional', 'reserve', 'not_selected', 'withdrawn')),
  receipt_number text,
  title text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  requested_amount bigint CHECK (requested_amount >= 0),
  years integer CHECK (years BETWEEN 1 AND 10),
  -- the department that negotiates; set by the theme or at the formal check
  department text,
  submitted_at timestamptz,
  -- last day of a correction the office asked for, whatever the call's own closing day
  correction_due date,
  created_by text,
  channel text NOT NULL DEFAULT 'web',
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, call_id, receipt_number),
  FOREIGN KEY (city_id, call_id) REFERENCES calls (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id),
  FOREIGN KEY (city_id, theme_id) REFERENCES themes (city_id, id),
  FOREIGN KEY (city_id, issue_id) REFERENCES issues (city_id, id),
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  CHECK (state IN ('draft', 'withdrawn') OR (submitted_at IS NOT NULL AND receipt_number IS NOT NULL)),
  CHECK (state <> 'returned' OR correction_due IS NOT NULL),
  CHECK (state NOT IN ('negotiating', 'ready', 'reviewing') OR department IS NOT NULL)
);
CREATE INDEX proposals_call ON proposals (city_id, call_id, state);
CREATE INDEX proposals_group ON proposals (city_id, group_id);

-- 事前相談
CREATE TABLE consultations (
  city_id integer NOT NULL,
  id text NOT NULL,
  group_id text NOT NULL,
  call_id text,
  -- what it is about: the proposal, once somebody has said so; before that the theme, where it is about one
  proposal_id text,
  theme_id text,
  state text NOT NULL CHECK (state IN ('asked', 'held', 'cancelled')),
  topic text NOT NULL,
  asked_by text,
  asked_at timestamptz NOT NULL,
  -- When they are to meet: proposed by those who advise, agreed to by the group.
  planned_on date,
  planned_detail text,
  planned_agreed_at timestamptz,
  held_on date,
  note text,
  advisor text,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, group_id) REFERENCES groups (city_id, id),
  FOREIGN KEY (city_id, call_id) REFERENCES calls (city_id, id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id),
  FOREIGN KEY (city_id, theme_id) REFERENCES themes (city_id, id),
  CHECK ((planned_on IS NULL) = (planned_detail IS NULL)),
  CHECK (planned_agreed_at IS NULL OR planned_on IS NOT NULL)
);
CREATE INDEX consultations_group ON consultations (city_id, group_id);

-- 担当課協議: one sheet, written by both sides. Each confirms a certain revision; a change undoes both.
CREATE TABLE negotiations (
  city_id integer NOT NULL,
  proposal_id text NOT NULL,
  department text NOT NULL,
  opened_at timestamptz NOT NULL,
  group_confirmed_by text,
  group_confirmed_at timestamptz,
  group_revision integer,
  department_confirmed_by text,
  department_confirmed_at timestamptz,
  department_revision integer,
  outcome text CHECK (outcome IN ('feasible', 'conditional', 'infeasible')),
  closed_at timestamptz,
  PRIMARY KEY (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, department) REFERENCES departments (city_id, code),
  -- closed only when both confirmed the same text
  CHECK (closed_at IS NULL OR (group_revision IS NOT NULL AND department_revision IS NOT NULL
    AND group_revision = department_revision AND outcome IS NOT NULL))
);

CREATE TABLE proposal_withdrawals (
  city_id integer NOT NULL,
  proposal_id text NOT NULL,
  at timestamptz NOT NULL,
  account_id text,
  reason text NOT NULL,
  from_state text NOT NULL,
  PRIMARY KEY (city_id, proposal_id),
  FOREIGN KEY (city_id, proposal_id) REFERENCES proposals (city_id, id) ON DELETE CASCADE
);

CALL guard_city(ARRAY['proposals', 'consultations', 'negotiations', 'proposal_withdrawals']);
