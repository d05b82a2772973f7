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
`;
