-- 一日分のまとめ: what waits for a person's next digest, and on which days a person had one.

CREATE TABLE mail_entries (
  city_id integer NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  -- entries about the same matter stand together
  matter_kind text NOT NULL,
  matter_id text NOT NULL,
  matter_title text NOT NULL,
  title text NOT NULL,
  body text NOT NULL CHECK (length(body) > 0),
  due_on date,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE
);
CREATE INDEX mail_entries_account ON mail_entries (city_id, account_id, created_at);

-- One a day: whoever makes it second, in another process or after a crash, finds it made.
CREATE TABLE mail_digests (
  city_id integer NOT NULL,
  account_id text NOT NULL,
  day date NOT NULL,
  mail_id text NOT NULL,
  PRIMARY KEY (city_id, account_id, day),
  FOREIGN KEY (city_id, account_id) REFERENCES accounts (city_id, id) ON DELETE CASCADE,
  FOREIGN KEY (city_id, mail_id) REFERENCES mails (city_id, id) ON DELETE CASCADE
);
CREATE INDEX mail_digests_mail ON mail_digests (city_id, mail_id);

CALL guard_city(ARRAY['mail_entries', 'mail_digests']);
