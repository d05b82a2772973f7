/** The inbox: tags, people, templates, saved filters, tasks, notes, snoozing, full-text search, contacts with more than a name. */
export const inbox = `
ALTER TABLE contacts ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE contacts SET folded = fold(name);
ALTER TABLE contacts ADD COLUMN language TEXT;
ALTER TABLE contacts ADD COLUMN notes TEXT NOT NULL DEFAULT '';
-- What the shop wants to know of its customers: [{ "name", "value" }].
ALTER TABLE contacts ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE contacts ADD COLUMN blocked_at INTEGER;
CREATE INDEX contact_numbers_by_contact ON contact_numbers (contact_id);

-- What two contacts were before they became one, so that it can be undone.
CREATE TABLE contact_merges (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- Either may be gone by another merge, and come back.
  kept_id INTEGER NOT NULL,
  gone_id INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX merges_by_contact ON contact_merges (kept_id);
CREATE INDEX merges_by_gone ON contact_merges (gone_id);

-- The shop's own lists. What is removed stays, for what it was used for and for undoing.
CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  hue INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX tags_by_name ON tags (name) WHERE removed = 0;
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX people_by_name ON people (name) WHERE removed = 0;
CREATE TABLE templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  text TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX templates_by_name ON templates (name) WHERE removed = 0;
CREATE TABLE filters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  query TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX filters_by_name ON filters (name) WHERE removed = 0;

CREATE TABLE conversation_tags (
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tags_by_tag ON conversation_tags (tag_id, conversation_id);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  due_at INTEGER,
  author TEXT,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  -- Somebody was told that it is due.
  told INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tasks_open ON tasks (due_at, id) WHERE done_at IS NULL;
CREATE INDEX tasks_untold ON tasks (due_at) WHERE done_at IS NULL AND told = 0;
CREATE INDEX tasks_by_conversation ON tasks (conversation_id, due_at) WHERE done_at IS NULL;
CREATE INDEX tasks_of_conversation ON tasks (conversation_id);

ALTER TABLE conversations ADD COLUMN snoozed_until INTEGER;
ALTER TABLE conversations ADD COLUMN assignee_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
-- The waiting somebody was warned of a second time: its waiting_since.
ALTER TABLE conversations ADD COLUMN alerted_for INTEGER;
-- The last text somebody has seen.
ALTER TABLE conversations ADD COLUMN read_up_to INTEGER NOT NULL DEFAULT 0;
UPDATE conversations SET read_up_to = coalesce(last_message_id, 0) WHERE unread = 0;
UPDATE conversations SET read_up_to = coalesce((
  SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS n FROM messages
    WHERE conversation_id = conversations.id AND direction = 'in') WHERE n = conversations.unread + 1), 0) WHERE unread > 0;
-- Closed, nobody waits.
UPDATE conversations SET waiting_since = NULL WHERE status = 'closed';
-- Who waits today has been seen.
UPDATE conversations SET alerted_for = waiting_since;
-- Since when the customer had waited when this answer was written: so he does again if it is taken back.
ALTER TABLE messages ADD COLUMN waited_since INTEGER;
CREATE INDEX conversations_by_assignee ON conversations (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX conversations_by_wait ON conversations
  (drawer, status, coalesce(waiting_since, 8000000000000000 - last_activity_at), id);
CREATE INDEX conversations_unwarned ON conversations (waiting_since)
  WHERE waiting_since IS NOT NULL AND alerted_for IS NOT waiting_since;
CREATE INDEX conversations_snoozed ON conversations (snoozed_until, id) WHERE snoozed_until IS NOT NULL;
UPDATE conversations SET status = 'open' WHERE status = 'snoozed';

-- The words of a note, the name of whom it was given to.
ALTER TABLE conversation_events ADD COLUMN detail TEXT;
ALTER TABLE conversation_events ADD COLUMN author TEXT;
CREATE INDEX notes_by_conversation ON conversation_events (conversation_id) WHERE kind = 'note';

-- Texts and notes as they are compared: without case, accents and ß. What they say stands where they are kept.
CREATE VIRTUAL TABLE message_search USING fts5 (
  text, content = '', tokenize = 'trigram', columnsize = 0
);
CREATE TRIGGER message_search_insert AFTER INSERT ON messages BEGIN
  INSERT INTO message_search (rowid, text) VALUES (new.id, fold(new.text));
END;
CREATE TRIGGER message_search_delete AFTER DELETE ON messages BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, fold(old.text));
END;
CREATE TRIGGER message_search_update AFTER UPDATE OF text ON messages BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, fold(old.text));
  INSERT INTO message_search (rowid, text) VALUES (new.id, fold(new.text));
END;
INSERT INTO message_search (rowid, text) SELECT id, fold(text) FROM messages;

-- What is known of a customer: the name, and what somebody wrote down.
CREATE VIRTUAL TABLE contact_search USING fts5 (name, about, content = '', tokenize = 'trigram', columnsize = 0);
CREATE TRIGGER contact_search_insert AFTER INSERT ON contacts BEGIN
  INSERT INTO contact_search (rowid, name, about) VALUES (new.id, new.folded, fold(new.notes || ' ' || new.fields));
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contacts BEGIN
  INSERT INTO contact_search (contact_search, rowid, name, about)
    VALUES ('delete', old.id, old.folded, fold(old.notes || ' ' || old.fields));
END;
CREATE TRIGGER contact_search_update AFTER UPDATE OF folded, notes, fields ON contacts BEGIN
  INSERT INTO contact_search (contact_search, rowid, name, about)
    VALUES ('delete', old.id, old.folded, fold(old.notes || ' ' || old.fields));
  INSERT INTO contact_search (rowid, name, about) VALUES (new.id, new.folded, fold(new.notes || ' ' || new.fields));
END;
INSERT INTO contact_search (rowid, name, about) SELECT id, folded, fold(notes || ' ' || fields) FROM contacts;

CREATE VIRTUAL TABLE note_search USING fts5 (text, content = '', tokenize = 'trigram', columnsize = 0);
CREATE TRIGGER note_search_insert AFTER INSERT ON conversation_events WHEN new.kind = 'note' BEGIN
  INSERT INTO note_search (rowid, text) VALUES (new.id, fold(new.detail));
END;
CREATE TRIGGER note_search_delete AFTER DELETE ON conversation_events WHEN old.kind = 'note' BEGIN
  INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.id, fold(old.detail));
END;
CREATE TRIGGER note_search_update AFTER UPDATE OF detail ON conversation_events WHEN new.kind = 'note' BEGIN
  INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.id, fold(old.detail));
  INSERT INTO note_search (rowid, text) VALUES (new.id, fold(new.detail));
END;
`;
