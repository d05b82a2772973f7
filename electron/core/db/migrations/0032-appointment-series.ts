/** Appointments that repeat: each knows the first one of its series. */
export const appointmentSeries = `
ALTER TABLE appointments ADD COLUMN series INTEGER REFERENCES appointments (id);
CREATE INDEX appointments_by_series ON appointments (series, starts_at) WHERE series IS NOT NULL;
`;
