/**
 * The same octets are not always the same text: a service centre whose clock stands still gives two answers "Yes" one key. What
 * tells them apart is where a copy lay and whether it is still there.
 */
export const simCopies = `
ALTER TABLE received_pdus RENAME TO received_before;
DROP INDEX received_by_line;
DROP INDEX received_by_message;
DROP INDEX received_unhandled;
DROP INDEX received_by_group;

CREATE TABLE received_pdus (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  -- Line, sender, service centre's time and content, hashed: equal for all copies of one text.
  key TEXT NOT NULL,
  pdu TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  -- What the service centre dated it, unless that is impossible; null: a report, unreadable, or older than this column.
  service_time INTEGER,
  -- When a copy of it was last seen.
  seen_at INTEGER NOT NULL,
  -- Where the modem kept it; null: it was handed over directly, or came before this was written down.
  memory TEXT,
  slot INTEGER,
  -- The modem has deleted its copy, or has told the network that it arrived.
  settled INTEGER NOT NULL DEFAULT 0,
  handled INTEGER NOT NULL DEFAULT 0,
  group_id INTEGER REFERENCES part_groups (id),
  sequence INTEGER,
  message_id INTEGER REFERENCES messages (id) ON DELETE SET NULL
) STRICT;

-- Of the last hour before this change a copy may still lie on a SIM.
INSERT INTO received_pdus (id, line_id, key, pdu, received_at, seen_at, settled, handled, group_id, sequence, message_id)
SELECT id, line_id, key, pdu, received_at, received_at,
  received_at < (SELECT max(received_at) FROM received_before) - 3600000,
  handled, group_id, sequence, message_id
FROM received_before;
DROP TABLE received_before;

CREATE INDEX received_by_line ON received_pdus (line_id);
CREATE INDEX received_by_key ON received_pdus (key);
CREATE INDEX received_dated ON received_pdus (line_id, id) WHERE service_time IS NOT NULL AND sequence IS NULL;
CREATE INDEX received_by_message ON received_pdus (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX received_unhandled ON received_pdus (id) WHERE handled = 0;
CREATE INDEX received_unsettled ON received_pdus (line_id, memory, slot) WHERE settled = 0;
CREATE INDEX received_by_group ON received_pdus (group_id, sequence) WHERE group_id IS NOT NULL;
CREATE INDEX groups_by_key ON part_groups (line_id, key);
`;
