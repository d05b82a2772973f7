/** What customers were asked to pay, by the shop's own link. Nothing of a card, ever. */
export const payments = `
CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Made here; stands in the link, and comes back from whoever took the money.
  reference TEXT NOT NULL UNIQUE,
  -- E.164; null: whom it was for is not kept any more.
  number TEXT,
  -- As it is written, with a point: 49.90.
  amount TEXT NOT NULL,
  -- ISO 4217.
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'cancelled')),
  -- The text with the link; kept as a number, for texts may be erased.
  message_id INTEGER,
  author TEXT,
  created_at INTEGER NOT NULL,
  -- When it was paid, or taken back.
  over_at INTEGER,
  -- The customer was thanked: once, whatever is clicked on.
  thanked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX payments_by_number ON payments (number, id) WHERE number IS NOT NULL;
CREATE INDEX payments_by_message ON payments (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX payments_open ON payments (id) WHERE state = 'open';
`;
