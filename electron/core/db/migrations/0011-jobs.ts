/** What is to be done at a time: each once, whatever becomes of the program meanwhile. */
export const jobs = `
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- The same key is the same job, also after it has run.
  key TEXT NOT NULL UNIQUE,
  -- What it is about, as its kind counts; with it all of that thing's jobs are found.
  about INTEGER,
  -- JSON, as its kind wrote it.
  payload TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dropped')),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Being run; null: it is not. One that a crash left behind is given back at the next start.
  leased_at INTEGER,
  settled_at INTEGER
) STRICT;
CREATE INDEX jobs_due ON jobs (due_at, id) WHERE state = 'waiting' AND leased_at IS NULL;
CREATE INDEX jobs_leased ON jobs (leased_at) WHERE leased_at IS NOT NULL;
CREATE INDEX jobs_about ON jobs (kind, about) WHERE about IS NOT NULL;
CREATE INDEX jobs_settled ON jobs (settled_at) WHERE settled_at IS NOT NULL;
`;
