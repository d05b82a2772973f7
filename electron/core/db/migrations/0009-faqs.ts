/** Questions the shop answers by itself, and conversations in which nothing is answered by itself. */
export const faqs = `
CREATE TABLE faqs (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  -- JSON: for each language how it is asked and what is answered.
  wordings TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A person has taken over: until somebody resumes or closes it.
ALTER TABLE conversations ADD COLUMN paused_at INTEGER;

-- It answers all that was asked: who asked waits no more once it has left.
ALTER TABLE messages ADD COLUMN settles INTEGER NOT NULL DEFAULT 0;
-- What a person did that it follows from; undone in time, it does not leave.
ALTER TABLE messages ADD COLUMN follows TEXT;
CREATE INDEX messages_following ON messages (conversation_id) WHERE follows IS NOT NULL;
`;
