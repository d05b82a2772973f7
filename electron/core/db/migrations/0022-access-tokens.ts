/** Keys for other programs, each to what it needs. */
export const accessTokens = `
CREATE TABLE access_tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- SHA-256 of the token, hexadecimal: the token itself is nowhere.
  hash TEXT NOT NULL UNIQUE,
  -- JSON: scopes.
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- To the hour.
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;
`;
