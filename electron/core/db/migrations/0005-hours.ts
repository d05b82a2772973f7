/** Breaks in opening hours, special days, a customer's own time zone, and what the gate counts by. */
export const hours = `
-- A day's hours were one span or none; now there are breaks.
UPDATE settings SET value = json_set(value, '$.hours', json((
  SELECT json_group_array(json(
    CASE day.type WHEN 'null' THEN '[]' WHEN 'object' THEN json_array(json(day.value)) ELSE day.value END))
  FROM json_each(settings.value, '$.hours') day)))
WHERE key = 'preferences' AND json_valid(value) AND json_type(value, '$.hours') = 'array';

CREATE TABLE special_days (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- Dates of the shop's wall clock, both included.
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  yearly INTEGER NOT NULL,
  -- [{ "from", "to" }]; empty: closed.
  hours TEXT NOT NULL,
  -- Of the calendar it was brought in from.
  uid TEXT
) STRICT;
CREATE UNIQUE INDEX special_days_by_uid ON special_days (uid) WHERE uid IS NOT NULL;

-- IANA; null: the shop's.
ALTER TABLE contacts ADD COLUMN zone TEXT;

-- What a customer got by itself in a week.
CREATE INDEX messages_automatic ON messages (number, sent_at)
  WHERE direction = 'out' AND purpose IN ('auto', 'service', 'survey', 'offer') AND sent_at IS NOT NULL;
`;
