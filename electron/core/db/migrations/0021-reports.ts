/** Counts what there is already. Of talks only those with an answer can be told apart any more. */
export const COUNTED_FROM_TEXTS = `
INSERT INTO text_counts (quarter, line_id, kind, texts, parts)
  SELECT m.created_at / 900000, m.line_id, 'in', count(*), sum(m.part_count)
  FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.direction = 'in' AND c.drawer = 0 GROUP BY 1, 2;
INSERT INTO text_counts (quarter, line_id, kind, texts, parts)
  SELECT sent_at / 900000, line_id, purpose, count(*), sum(part_count)
  FROM messages WHERE direction = 'out' AND sent_at IS NOT NULL GROUP BY 1, 2, 3;
INSERT INTO outcome_counts (quarter, line_id, state, reason, texts)
  SELECT created_at / 900000, line_id, state, coalesce(reason, ''), count(*) FROM messages
  WHERE direction = 'out' AND state IN ('sent', 'delivered', 'failed', 'expired', 'uncertain') GROUP BY 1, 2, 3, 4;
INSERT INTO talks (conversation_id, line_id, began_at, last_at, answered_from, answered_at, by_person, by_itself, is_over, closed_at)
  SELECT conversation_id, line_id, waited_since, waited_since,
    CASE WHEN purpose = 'answer' THEN waited_since END, CASE WHEN purpose = 'answer' THEN sent_at END,
    purpose = 'answer', purpose <> 'answer', 1,
    (SELECT min(e.at) FROM conversation_events e WHERE e.conversation_id = a.conversation_id AND e.kind = 'closed'
       AND e.at >= a.sent_at AND e.at < coalesce(a.next_at, 9000000000000000))
  FROM (
    SELECT m.*, lag(waited_since) OVER talk AS before_at, lead(waited_since) OVER talk AS next_at
    FROM messages m WHERE direction = 'out' AND sent_at IS NOT NULL AND waited_since IS NOT NULL
      AND (purpose = 'answer' OR settles = 1)
    WINDOW talk AS (PARTITION BY conversation_id ORDER BY waited_since, id)
  ) a WHERE before_at IS NULL OR waited_since - before_at > 86400000 ORDER BY waited_since;
`;

/**
 * What is counted for the reports. Counts are kept as things happen and hold nobody's number and no words: they stay when
 * texts, conversations and persons are taken away. A quarter is a quarter of an hour, UTC: the offset of every time zone
 * is a whole number of them.
 */
export const reports = `
-- Some whose report came before anybody knew that they had left.
UPDATE messages SET sent_at = delivered_at WHERE state = 'delivered' AND sent_at IS NULL AND delivered_at IS NOT NULL;

-- Texts received, and sent by purpose, when they came or left; parts as the network took them.
CREATE TABLE text_counts (
  quarter INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  -- 'in', or what it was sent for.
  kind TEXT NOT NULL,
  texts INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  PRIMARY KEY (quarter, line_id, kind)
) STRICT, WITHOUT ROWID;

-- What became of texts that were to go out, by when they were written.
CREATE TABLE outcome_counts (
  quarter INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  texts INTEGER NOT NULL,
  PRIMARY KEY (quarter, line_id, state, reason)
) STRICT, WITHOUT ROWID;

-- A customer's texts and missed calls up to when it is closed; after an answer and a day of silence the next begins another.
CREATE TABLE talks (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
  line_id INTEGER NOT NULL,
  -- Its first text, kept as a number, for texts may be erased; null: it began with a call.
  message_id INTEGER,
  began_at INTEGER NOT NULL,
  -- The customer's last word in it.
  last_at INTEGER NOT NULL,
  -- The first answer of a person for which the customer waited, and since when he had.
  answered_from INTEGER,
  answered_at INTEGER,
  by_person INTEGER NOT NULL DEFAULT 0,
  -- An answer that left by itself and said all there was to say.
  by_itself INTEGER NOT NULL DEFAULT 0,
  -- The conversation was closed since, by hand or by itself.
  is_over INTEGER NOT NULL DEFAULT 0,
  -- By hand; and when it was before it was opened again, for that may be undone.
  closed_at INTEGER,
  closed_before INTEGER
) STRICT;
CREATE INDEX talks_by_conversation ON talks (conversation_id, id) WHERE conversation_id IS NOT NULL;
-- All that is counted of them stands in it: so many are read without looking each up.
CREATE INDEX talks_by_begin ON talks
  (began_at, line_id, answered_from, answered_at, closed_at, by_person, by_itself);

-- How long the program looked after a line, and how long of that it was ready.
CREATE TABLE line_uptime (
  -- Kept as a number: two that turn out to be one line are one from then on.
  line_id INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  watched_ms INTEGER NOT NULL,
  ready_ms INTEGER NOT NULL,
  PRIMARY KEY (line_id, quarter)
) STRICT, WITHOUT ROWID;

-- The wall clock it was booked for first: moved where it stands elsewhere now.
ALTER TABLE appointments ADD COLUMN booked_for TEXT;
UPDATE appointments SET booked_for = date || ' ' || time;
CREATE TRIGGER appointments_booked_for AFTER INSERT ON appointments BEGIN
  UPDATE appointments SET booked_for = new.date || ' ' || new.time WHERE id = new.id;
END;

CREATE INDEX messages_by_creation ON messages (created_at);
CREATE INDEX messages_by_sending ON messages (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX survey_answers_by_time ON survey_answers (at);
CREATE INDEX survey_runs_by_time ON survey_runs (asked_at);
CREATE INDEX consent_by_time ON consent_events (at);

-- Of what nobody's customer says, nothing is counted.
CREATE TRIGGER count_received AFTER INSERT ON messages
WHEN new.direction = 'in' AND (SELECT drawer FROM conversations WHERE id = new.conversation_id) = 0
BEGIN
  INSERT INTO text_counts (quarter, line_id, kind, texts, parts)
    VALUES (new.created_at / 900000, new.line_id, 'in', 1, new.part_count)
    ON CONFLICT DO UPDATE SET texts = texts + 1, parts = parts + excluded.parts;
END;
CREATE TRIGGER count_sent AFTER UPDATE OF sent_at ON messages
WHEN new.direction = 'out' AND old.sent_at IS NULL AND new.sent_at IS NOT NULL
BEGIN
  INSERT INTO text_counts (quarter, line_id, kind, texts, parts) VALUES (new.sent_at / 900000, new.line_id, new.purpose, 1, 0)
    ON CONFLICT DO UPDATE SET texts = texts + 1;
END;
-- The network took it: it said so, or reported on it later.
CREATE TRIGGER count_parts AFTER UPDATE OF state ON message_parts
WHEN old.state IN ('waiting', 'submitting', 'uncertain')
  AND (new.state IN ('sent', 'delivered') OR new.state = 'failed' AND new.status IS NOT NULL)
BEGIN
  INSERT INTO text_counts (quarter, line_id, kind, texts, parts)
    SELECT coalesce(new.sent_at, new.submitted_at) / 900000, line_id, purpose, 0, 1 FROM messages WHERE id = new.message_id
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;

CREATE TRIGGER count_outcome AFTER UPDATE OF state, reason ON messages
WHEN new.direction = 'out' AND (old.state <> new.state OR old.reason IS NOT new.reason)
  AND (old.state IN ('sent', 'delivered', 'failed', 'expired', 'uncertain')
    OR new.state IN ('sent', 'delivered', 'failed', 'expired', 'uncertain'))
BEGIN
  UPDATE outcome_counts SET texts = texts - 1
    WHERE quarter = old.created_at / 900000 AND line_id = old.line_id AND state = old.state AND reason = coalesce(old.reason, '');
  INSERT INTO outcome_counts (quarter, line_id, state, reason, texts)
    SELECT new.created_at / 900000, new.line_id, new.state, coalesce(new.reason, ''), 1
    WHERE new.state IN ('sent', 'delivered', 'failed', 'expired', 'uncertain')
    ON CONFLICT DO UPDATE SET texts = texts + 1;
END;
CREATE VIEW customers_conversations AS
  SELECT c.id, c.line_id FROM conversations c LEFT JOIN contact_numbers n ON n.number = c.number
    LEFT JOIN contacts k ON k.id = n.contact_id
  WHERE c.drawer = 0 AND k.blocked_at IS NULL;

CREATE TRIGGER talk_goes_on AFTER INSERT ON messages WHEN new.direction = 'in'
BEGIN
  INSERT INTO talks (conversation_id, line_id, message_id, began_at, last_at)
    SELECT c.id, new.line_id, new.id, new.created_at, new.created_at FROM customers_conversations c
    WHERE c.id = new.conversation_id AND NOT EXISTS (
      SELECT 1 FROM talks t WHERE t.id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id)
        AND t.is_over = 0 AND (t.by_person + t.by_itself = 0 OR t.last_at >= new.created_at - 86400000));
  UPDATE talks SET last_at = max(last_at, new.created_at)
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id)
      AND EXISTS (SELECT 1 FROM customers_conversations WHERE id = new.conversation_id);
END;
CREATE TRIGGER talk_of_call AFTER INSERT ON conversation_events WHEN new.kind IN ('call-missed', 'call-rejected')
BEGIN
  INSERT INTO talks (conversation_id, line_id, began_at, last_at)
    SELECT c.id, c.line_id, new.at, new.at FROM customers_conversations c
    WHERE c.id = new.conversation_id AND NOT EXISTS (
      SELECT 1 FROM talks t WHERE t.id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id)
        AND t.is_over = 0 AND (t.by_person + t.by_itself = 0 OR t.last_at >= new.at - 86400000));
  UPDATE talks SET last_at = max(last_at, new.at)
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id)
      AND EXISTS (SELECT 1 FROM customers_conversations WHERE id = new.conversation_id);
END;
-- An answer belongs to the talk that had begun when it was written, also where that was closed before it left.
CREATE TRIGGER talk_answered AFTER UPDATE OF sent_at ON messages
WHEN new.direction = 'out' AND old.sent_at IS NULL AND new.sent_at IS NOT NULL AND new.purpose = 'answer'
BEGIN
  UPDATE talks SET by_person = 1,
      answered_from = coalesce(answered_from, new.waited_since),
      answered_at = CASE WHEN answered_from IS NULL AND new.waited_since IS NOT NULL THEN new.sent_at ELSE answered_at END
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id AND began_at <= new.created_at);
END;
CREATE TRIGGER talk_answered_by_itself AFTER UPDATE OF sent_at ON messages
WHEN new.direction = 'out' AND old.sent_at IS NULL AND new.sent_at IS NOT NULL AND new.purpose <> 'answer' AND new.settles = 1
BEGIN
  UPDATE talks SET by_itself = 1
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id AND began_at <= new.created_at);
END;
CREATE TRIGGER talk_answered_by_call AFTER INSERT ON conversation_events WHEN new.kind = 'called'
BEGIN
  UPDATE talks SET by_person = 1,
      answered_from = CASE WHEN by_person + by_itself = 0 THEN began_at ELSE answered_from END,
      answered_at = CASE WHEN by_person + by_itself = 0 THEN new.at ELSE answered_at END
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id) AND is_over = 0;
END;
CREATE TRIGGER talk_over AFTER UPDATE OF status ON conversations WHEN old.status <> 'closed' AND new.status = 'closed'
BEGIN
  UPDATE talks SET is_over = 1, closed_at = closed_before WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.id);
END;
CREATE TRIGGER talk_closed AFTER INSERT ON conversation_events WHEN new.kind = 'closed'
BEGIN
  UPDATE talks SET is_over = 1, closed_at = new.at
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.conversation_id);
END;
-- Not by a text or a call of the customer's, which begins another: by hand, or because something was undone.
CREATE TRIGGER talk_reopened AFTER UPDATE OF status ON conversations
WHEN old.status = 'closed' AND new.status <> 'closed'
  AND new.last_message_id IS old.last_message_id AND new.last_event_at IS old.last_event_at
BEGIN
  UPDATE talks SET is_over = 0, closed_before = closed_at, closed_at = NULL
    WHERE id = (SELECT max(id) FROM talks WHERE conversation_id = new.id);
END;

${COUNTED_FROM_TEXTS}`;
