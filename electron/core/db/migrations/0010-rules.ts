/** What the owner wants done by itself. */
export const rules = `
CREATE TABLE rules (
  id INTEGER PRIMARY KEY,
  -- They are gone through in this order.
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  -- JSON: when, only, does.
  body TEXT NOT NULL,
  -- Somebody of the shop, no customer. E.164; null: nobody is texted.
  staff_phone TEXT,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX rules_by_staff_phone ON rules (staff_phone) WHERE staff_phone IS NOT NULL AND removed = 0;

-- Done once for each waiting.
CREATE TABLE rule_runs (
  rule_id INTEGER NOT NULL REFERENCES rules (id),
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  waiting_since INTEGER NOT NULL,
  PRIMARY KEY (rule_id, conversation_id)
) STRICT, WITHOUT ROWID;

-- When somebody of the shop was texted, so that it stays within bounds.
CREATE TABLE staff_texts (
  phone TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_texts_by_phone ON staff_texts (phone, at);

-- What customers wrote lately, for rehearsing rules and finding what is asked often.
CREATE INDEX messages_heard ON messages (received_at) WHERE direction = 'in';
-- Whether a number has written before.
CREATE INDEX messages_by_writer ON messages (number, id) WHERE direction = 'in';
-- Calls and closings of the last days.
CREATE INDEX conversation_events_by_kind ON conversation_events (kind, at);
`;
