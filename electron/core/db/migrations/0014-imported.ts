/** Appointments that another program keeps as well. */
export const imported = `
-- Of the entry in the other program's calendar, and which calendar that is; null: it was made here.
ALTER TABLE appointments ADD COLUMN uid TEXT;
ALTER TABLE appointments ADD COLUMN origin TEXT;
-- JSON: that entry as it was read last. What has not changed there since does not undo what was done here.
ALTER TABLE appointments ADD COLUMN seen TEXT;
CREATE UNIQUE INDEX appointments_by_uid ON appointments (uid) WHERE uid IS NOT NULL;
CREATE INDEX appointments_by_origin ON appointments (origin, starts_at) WHERE origin IS NOT NULL;
`;
