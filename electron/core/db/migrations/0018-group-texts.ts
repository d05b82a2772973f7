/** One text to many customers: who gets it, when, and what became of each. */
export const groupTexts = `
CREATE TABLE group_texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Made up by who started it: the same key is the same group text.
  key TEXT NOT NULL UNIQUE,
  -- Whom it is for, in words.
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'offer')),
  -- Whether it ends with how to get no more of them.
  with_stop INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'paused', 'stopped')),
  -- 'came-due': its time came while the program was not running; 'restored': a backup was put back, and some may have had it since.
  paused_for TEXT CHECK (paused_for IN ('person', 'came-due', 'restored')),
  -- Between two of them, in milliseconds; 0: as fast as the line sends.
  step_ms INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  author TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE group_text_receivers (
  group_text_id INTEGER NOT NULL REFERENCES group_texts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- E.164.
  number TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  -- 'written': it is in the outbox, or was.
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'written', 'skipped')),
  -- Why it was skipped.
  reason TEXT,
  -- Null once it is written: it is not kept any more.
  message_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
  PRIMARY KEY (group_text_id, position),
  UNIQUE (group_text_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_text_receivers_waiting ON group_text_receivers (group_text_id, due_at, position) WHERE state = 'waiting';
CREATE INDEX group_text_receivers_by_message ON group_text_receivers (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX group_text_receivers_by_number ON group_text_receivers (number);
`;
