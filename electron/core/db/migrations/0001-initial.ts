/** Lines, conversations, messages and what is needed to send and receive them. */
export const initial = `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE lines (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('sim', 'demo')),
  imsi TEXT UNIQUE,
  imei TEXT,
  name TEXT NOT NULL,
  port TEXT,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contact_numbers (
  number TEXT PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  number TEXT NOT NULL,
  party TEXT NOT NULL CHECK (party IN ('phone', 'short-code', 'name')),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'snoozed', 'closed')),
  unread INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER,
  last_message_id INTEGER,
  last_activity_at INTEGER NOT NULL,
  draft TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  UNIQUE (line_id, number)
) STRICT;
CREATE INDEX conversations_by_status ON conversations (status, last_activity_at DESC, id DESC);
CREATE INDEX conversations_by_activity ON conversations (last_activity_at DESC, id DESC);
CREATE INDEX conversations_waiting ON conversations (waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE INDEX conversations_by_number ON conversations (number);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  number TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'scheduled', 'queued', 'held', 'sending', 'sent', 'delivered', 'uncertain', 'failed', 'expired', 'cancelled')),
  reason TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'auto', 'service', 'survey', 'offer', 'system')),
  priority INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding IN ('gsm7', 'ucs2', '8bit')),
  part_count INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER,
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  delivered_at INTEGER,
  received_at INTEGER
) STRICT;
CREATE INDEX messages_by_conversation ON messages (conversation_id, id);
CREATE INDEX messages_to_send ON messages (line_id, priority, id) WHERE state = 'queued';
CREATE INDEX messages_to_wake ON messages (not_before) WHERE state IN ('scheduled', 'held');
CREATE INDEX messages_by_state ON messages (state, id);
CREATE INDEX messages_by_line ON messages (line_id);
CREATE INDEX messages_outgoing ON messages (number) WHERE direction = 'out' AND state IN ('scheduled', 'queued', 'held');

-- One TPDU each. The PDU is written before it is handed to the modem.
CREATE TABLE message_parts (
  message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  tpdu BLOB NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'submitting', 'sent', 'delivered', 'failed', 'uncertain')),
  reference INTEGER,
  submitted_at INTEGER,
  sent_at INTEGER,
  delivered_at INTEGER,
  status INTEGER,
  PRIMARY KEY (message_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_reference ON message_parts (reference, sent_at) WHERE state IN ('sent', 'uncertain') AND reference IS NOT NULL;
CREATE INDEX parts_uncertain ON message_parts (submitted_at) WHERE state = 'uncertain' AND reference IS NULL;

-- Every PDU that ever came in, before anything is made of it.
CREATE TABLE received_pdus (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  key TEXT NOT NULL UNIQUE,
  pdu TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  handled INTEGER NOT NULL DEFAULT 0,
  group_id INTEGER REFERENCES part_groups (id),
  sequence INTEGER,
  message_id INTEGER REFERENCES messages (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX received_by_line ON received_pdus (line_id);
CREATE INDEX received_by_message ON received_pdus (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX received_unhandled ON received_pdus (id) WHERE handled = 0;
CREATE INDEX received_by_group ON received_pdus (group_id, sequence) WHERE group_id IS NOT NULL;

-- Long texts whose parts are still coming; done once complete.
CREATE TABLE part_groups (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  key TEXT NOT NULL,
  total INTEGER NOT NULL,
  -- The service centre's time of the first part; those of one text lie close together.
  written_at INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  message_id INTEGER REFERENCES messages (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX groups_open ON part_groups (line_id, key) WHERE done = 0;
CREATE INDEX groups_by_message ON part_groups (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX groups_without_message ON part_groups (first_at) WHERE done = 0 AND message_id IS NULL;

-- Reports that came before the modem had told the reference.
CREATE TABLE early_reports (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  reference INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  status INTEGER NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;

CREATE INDEX early_by_reference ON early_reports (line_id, reference);

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX idempotency_by_message ON idempotency_keys (message_id);

-- The last concatenation reference used towards a number.
CREATE TABLE concatenation_references (
  number TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE opt_outs (
  number TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  message_id INTEGER
) STRICT;
`;
