/**
 * Appointments that repeat have the same number: the id of the first one. It is no reference, because the first one is deleted
 * before the others when it is old.
 */
export const appointmentSeries = `
ALTER TABLE appointments ADD COLUMN series INTEGER;
CREATE INDEX appointments_by_series ON appointments (series, starts_at) WHERE series IS NOT NULL;
`;
