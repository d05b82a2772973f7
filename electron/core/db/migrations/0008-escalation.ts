/** Of which waiting the owner was told on the phone. */
export const escalation = `
-- Its waiting_since.
ALTER TABLE conversations ADD COLUMN escalated_for INTEGER;
-- Who waits today has been seen.
UPDATE conversations SET escalated_for = waiting_since;
CREATE INDEX conversations_unescalated ON conversations (waiting_since)
  WHERE waiting_since IS NOT NULL AND escalated_for IS NOT waiting_since;
`;
