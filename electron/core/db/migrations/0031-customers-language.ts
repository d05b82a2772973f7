/**
 * The language that customers are written to in is a setting of its own. Until now the window's decided it wherever it was not the
 * computer's: for those shops it stays as it was.
 */
export const customersLanguage = `
UPDATE settings SET value = json_set(value, '$.customerLanguage', json_extract(value, '$.language'))
WHERE key = 'settings' AND json_valid(value) AND json_extract(value, '$.language') IN ('en', 'de');
`;
