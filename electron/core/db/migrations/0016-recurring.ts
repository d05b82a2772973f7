/** Texts that are sent again and again. */
export const recurring = `
CREATE TABLE recurring_texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- E.164.
  number TEXT NOT NULL,
  text TEXT NOT NULL,
  -- JSON: when, on the wall clock.
  rule TEXT NOT NULL,
  -- Why it is sent no more; null: it is.
  ended TEXT CHECK (ended IN ('stopped', 'opted-out', 'over')),
  author TEXT,
  created_at INTEGER NOT NULL,
  last_at INTEGER
) STRICT;
CREATE INDEX recurring_texts_on ON recurring_texts (id) WHERE ended IS NULL;
`;
