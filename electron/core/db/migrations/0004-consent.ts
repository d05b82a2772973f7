/** The consent ledger, and texts of which nobody knows yet whether they ask for no more. */
export const consent = `
-- Who agreed to what or took it back, in which words: written once, never changed, never deleted.
CREATE TABLE consent_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('all', 'service', 'survey', 'offer')),
  state TEXT NOT NULL CHECK (state IN ('granted', 'withdrawn')),
  source TEXT NOT NULL CHECK (source IN ('text', 'operator', 'counter', 'import', 'web')),
  -- What was said or shown, word for word.
  wording TEXT NOT NULL,
  -- The customer's text; kept as a number, for texts may be erased.
  message_id INTEGER,
  author TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_by_number ON consent_events (number, id);
CREATE TRIGGER consent_events_unchanged BEFORE UPDATE ON consent_events BEGIN
  SELECT raise(ABORT, 'the consent ledger is only ever added to');
END;
CREATE TRIGGER consent_events_kept BEFORE DELETE ON consent_events BEGIN
  SELECT raise(ABORT, 'the consent ledger is only ever added to');
END;
INSERT INTO consent_events (number, purpose, state, source, wording, message_id, at)
  SELECT o.number, 'all', 'withdrawn', 'text', coalesce(m.text, 'STOP'), o.message_id, o.at
  FROM opt_outs o LEFT JOIN messages m ON m.id = o.message_id ORDER BY o.at;

-- May ask for no more texts: nothing leaves by itself to this number until a person has looked.
CREATE TABLE consent_questions (
  number TEXT PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_questions_by_conversation ON consent_questions (conversation_id);
CREATE INDEX consent_questions_by_message ON consent_questions (message_id);
CREATE INDEX messages_held_for_consent ON messages (number) WHERE state = 'held' AND reason = 'consent-question';
`;
