/** Whose idea a text was that nobody wrote, and who has been told already that the shop is closed. */
export const automation = `
-- A rule's name; with @ before it, what the program does of itself. Null: a person, or another program.
ALTER TABLE messages ADD COLUMN source TEXT;

-- Told once for each closing: until when the shop is closed.
CREATE TABLE closed_answers (
  number TEXT PRIMARY KEY,
  opens_at INTEGER NOT NULL,
  -- The text that says so; kept as a number, for texts may be erased.
  message_id INTEGER NOT NULL
) STRICT;
`;
