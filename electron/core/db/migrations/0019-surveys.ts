/** What customers are asked after a visit or a talk, and what they answered. */
export const surveys = `
CREATE TABLE surveys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  -- JSON: what is asked, after what.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE survey_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  -- E.164.
  number TEXT NOT NULL,
  conversation_id INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
  -- After what it was sent.
  trigger TEXT NOT NULL,
  -- Nobody was talking with him: when it is answered it closes as it was.
  closes INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  -- Its last question was answered.
  ended_at INTEGER
) STRICT;
CREATE INDEX survey_runs_by_number ON survey_runs (number, asked_at);
CREATE INDEX survey_runs_by_conversation ON survey_runs (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX appointments_by_end ON appointments (ends_at);

CREATE TABLE survey_answers (
  run_id INTEGER NOT NULL REFERENCES survey_runs (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  -- Of a scale, or of a choice from 0; null: words alone.
  score INTEGER,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;
`;
