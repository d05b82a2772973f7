/** Several lines with their settings and history, calls in conversations, the operator's drawer. */
export const severalLines = `
ALTER TABLE lines ADD COLUMN iccid TEXT;
ALTER TABLE lines ADD COLUMN own_number TEXT;
-- Opened at the start and kept open.
ALTER TABLE lines ADD COLUMN enabled INTEGER NOT NULL DEFAULT 0;
-- What the owner set for this line, as JSON.
ALTER TABLE lines ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE lines ADD COLUMN pin_sealed TEXT;
-- The SIM refused the stored PIN: it is not tried again.
ALTER TABLE lines ADD COLUMN pin_refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lines ADD COLUMN last_sent_at INTEGER;
ALTER TABLE lines ADD COLUMN last_received_at INTEGER;
ALTER TABLE lines ADD COLUMN last_report_at INTEGER;
UPDATE lines SET enabled = 1 WHERE kind = 'sim' AND port = (SELECT value FROM settings WHERE key = 'modem.path');
DELETE FROM settings WHERE key = 'modem.path';

CREATE TABLE line_events (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX line_events_by_line ON line_events (line_id, id);

CREATE TABLE signal_samples (
  line_id INTEGER NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  dbm INTEGER,
  PRIMARY KEY (line_id, at)
) STRICT, WITHOUT ROWID;

-- What the operator answered about the credit; amount where one was found in it.
CREATE TABLE balances (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  amount REAL
) STRICT;
CREATE INDEX balances_by_line ON balances (line_id, id);

-- What happened in a conversation beside texts.
CREATE TABLE conversation_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_conversation ON conversation_events (conversation_id, at);

ALTER TABLE conversations ADD COLUMN last_event_kind TEXT;
ALTER TABLE conversations ADD COLUMN last_event_at INTEGER;
-- Of the network, of other programs, of ourselves: nobody's customers.
ALTER TABLE conversations ADD COLUMN drawer INTEGER NOT NULL DEFAULT 0;
UPDATE conversations SET drawer = 1, waiting_since = NULL WHERE party <> 'phone';
DROP INDEX conversations_by_status;
DROP INDEX conversations_by_activity;
CREATE INDEX conversations_by_status ON conversations (drawer, status, last_activity_at DESC, id DESC);
CREATE INDEX conversations_by_activity ON conversations (drawer, last_activity_at DESC, id DESC);

CREATE INDEX parts_submitted ON message_parts (submitted_at) WHERE submitted_at IS NOT NULL;
`;
