/** What the shop does for its customers, who does it, and when. */
export const appointments = `
CREATE TABLE services (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- JSON: how long, what it costs, what is told.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who or what a customer is booked with: a person, a chair, a lift. Only one thing at a time.
CREATE TABLE resources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- JSON: its own hours and exceptions.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE appointments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- E.164; null: somebody who is not texted.
  number TEXT,
  name TEXT NOT NULL,
  service_id INTEGER NOT NULL REFERENCES services (id),
  resource_id INTEGER NOT NULL REFERENCES resources (id),
  -- The wall clock's, which is the truth; the instants below are reckoned from it.
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  zone TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  -- With the time kept free behind it.
  blocked_until INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'confirmed', 'moving', 'cancelled', 'missed')),
  note TEXT NOT NULL DEFAULT '',
  author TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX appointments_by_resource ON appointments (resource_id, starts_at) WHERE state <> 'cancelled';
CREATE INDEX appointments_by_time ON appointments (starts_at, id);
CREATE INDEX appointments_by_number ON appointments (number, starts_at) WHERE number IS NOT NULL;
-- One thing at a time, whoever writes it down.
CREATE TRIGGER appointments_no_overlap_insert BEFORE INSERT ON appointments WHEN new.state <> 'cancelled' AND EXISTS (
  SELECT 1 FROM appointments o INDEXED BY appointments_by_resource WHERE o.resource_id = new.resource_id AND o.state <> 'cancelled'
    AND o.starts_at < new.blocked_until AND o.starts_at > new.starts_at - 172800000 AND o.blocked_until > new.starts_at)
BEGIN SELECT raise(ABORT, 'appointments overlap'); END;
CREATE TRIGGER appointments_no_overlap_update BEFORE UPDATE OF resource_id, starts_at, blocked_until, state ON appointments
WHEN new.state <> 'cancelled' AND EXISTS (
  SELECT 1 FROM appointments o INDEXED BY appointments_by_resource WHERE o.resource_id = new.resource_id AND o.state <> 'cancelled'
    AND o.id <> new.id AND o.starts_at < new.blocked_until AND o.starts_at > new.starts_at - 172800000
    AND o.blocked_until > new.starts_at)
BEGIN SELECT raise(ABORT, 'appointments overlap'); END;

-- What came due while the program was not running.
CREATE INDEX messages_came_due ON messages (not_before, id) WHERE state = 'held' AND reason = 'came-due';

-- What a question is about, as its kind counts, and what was offered.
ALTER TABLE open_questions ADD COLUMN about INTEGER;
ALTER TABLE open_questions ADD COLUMN body TEXT;
CREATE INDEX open_questions_about ON open_questions (kind, about) WHERE about IS NOT NULL;
`;
