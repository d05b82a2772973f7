/** What customers have ordered, and how far it is. */
export const orders = `
CREATE TABLE order_columns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL,
  -- JSON: its name, what it means, what is told.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO order_columns (position, body) VALUES
  (0, '{"name":"","stage":"open","tells":false,"text":"","nudgeDays":0,"nudgeText":""}'),
  (1, '{"name":"","stage":"ready","tells":true,"text":"","nudgeDays":3,"nudgeText":""}'),
  (2, '{"name":"","stage":"done","tells":false,"text":"","nudgeDays":0,"nudgeText":""}');

CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The shop's own number, as written; and as it is compared.
  reference TEXT NOT NULL,
  reference_key TEXT NOT NULL,
  -- E.164; null: somebody who is not texted.
  number TEXT,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  column_id INTEGER NOT NULL REFERENCES order_columns (id),
  -- Since when it stands there.
  moved_at INTEGER NOT NULL,
  author TEXT,
  created_at INTEGER NOT NULL,
  -- Collected, or removed; null: something is left to do.
  over_at INTEGER,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
-- A number means one order as long as something is left to do; shops begin again at 1.
CREATE UNIQUE INDEX orders_open ON orders (reference_key) WHERE over_at IS NULL;
CREATE INDEX orders_open_newest ON orders (id) WHERE over_at IS NULL;
CREATE INDEX orders_by_reference ON orders (reference_key, id);
CREATE INDEX orders_over ON orders (over_at, id) WHERE over_at IS NOT NULL;
CREATE INDEX orders_by_number ON orders (number, id) WHERE number IS NOT NULL;

-- Of which columns a customer has been told: once of each.
CREATE TABLE order_told (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  column_id INTEGER NOT NULL,
  PRIMARY KEY (order_id, column_id)
) STRICT, WITHOUT ROWID;
`;
