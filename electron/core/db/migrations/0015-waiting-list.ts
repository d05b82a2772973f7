/** Who takes a time that comes free. */
export const waitingList = `
CREATE TABLE waiting_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- E.164.
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  service_id INTEGER NOT NULL REFERENCES services (id),
  -- Null: with whoever is free.
  resource_id INTEGER REFERENCES resources (id),
  -- Days on which he can, on the wall clock; the last one null: any.
  from_date TEXT NOT NULL,
  until_date TEXT,
  half TEXT NOT NULL CHECK (half IN ('any', 'morning', 'afternoon')),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'booked', 'removed')),
  author TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX waiting_list_waiting ON waiting_list (id) WHERE state = 'waiting';

-- To whom a freed time was offered: one after the other, and nobody the same one twice.
CREATE TABLE refill_offers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id INTEGER NOT NULL REFERENCES waiting_list (id),
  resource_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  -- How long he has to say so.
  until INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'declined', 'lapsed', 'gone'))
) STRICT;
CREATE INDEX refill_offers_by_time ON refill_offers (resource_id, starts_at);
CREATE INDEX refill_offers_open ON refill_offers (entry_id) WHERE state = 'open';
`;
