/** Customers beyond a name: whose number it is, birthdays, tags, fields with a kind, groups that are rules, what was imported, who was erased. */
export const contacts = `
-- Whose it is, or which: "Anna", "home". Texts go to the first one.
ALTER TABLE contact_numbers ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_numbers ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
-- YYYY-MM-DD, or --MM-DD where the year is not known.
ALTER TABLE contacts ADD COLUMN birthday TEXT;
CREATE INDEX contacts_by_name ON contacts (folded, id);

CREATE TABLE contact_tags (
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tags_by_tag ON contact_tags (tag_id, contact_id);

-- What the shop wants to know of every customer, and of which kind it is.
CREATE TABLE contact_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  -- JSON: kind, choices.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE contact_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  -- JSON: what a customer has to be to belong to it.
  body TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE contact_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT,
  -- JSON: how many of each outcome.
  counts TEXT NOT NULL,
  undone_at INTEGER
) STRICT;
-- What a customer was before an import and after it: undone where he is still as it left him.
CREATE TABLE contact_import_changes (
  import_id INTEGER NOT NULL REFERENCES contact_imports (id) ON DELETE CASCADE,
  -- He may be gone since, one with somebody else.
  contact_id INTEGER NOT NULL,
  -- JSON; null: he was not there.
  before TEXT,
  after TEXT NOT NULL,
  -- JSON: numbers that agreed to offers by it.
  consented TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (import_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_changes_by_contact ON contact_import_changes (contact_id);

-- Who asked to be forgotten: nothing of them but this, which nobody can read a number out of.
CREATE TABLE erasures (
  hash TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is taken out of the search index is gone from the file as well.
INSERT INTO message_search (message_search, rank) VALUES ('secure-delete', 1);

-- Numbers being erased at this moment: only for them the ledger lets go of what it holds.
CREATE TABLE erasing (number TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
DROP TRIGGER consent_events_kept;
CREATE TRIGGER consent_events_kept BEFORE DELETE ON consent_events
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE number = old.number) BEGIN
  SELECT raise(ABORT, 'the consent ledger is only ever added to');
END;
`;
