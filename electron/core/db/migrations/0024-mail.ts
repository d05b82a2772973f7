/** What the owner is told by e-mail. */
export const mail = `
CREATE TABLE mail_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  about TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Why the last attempt came to nothing.
  problem TEXT,
  created_at INTEGER NOT NULL,
  -- When it is tried next, or was settled.
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX mail_waiting ON mail_notices (at, id) WHERE state = 'waiting';
`;
