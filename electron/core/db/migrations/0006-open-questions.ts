/** What the next short text of a customer means: the question we asked, at most one for a number. */
export const openQuestions = `
CREATE TABLE open_questions (
  number TEXT PRIMARY KEY,
  -- What was asked: 'offers', whether offers are wanted.
  kind TEXT NOT NULL,
  -- The text that asks; kept as a number, for texts may be erased.
  message_id INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
`;
