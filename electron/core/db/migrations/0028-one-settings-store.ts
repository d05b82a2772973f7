/** What the owner has set stands in one place: until now the shop's name, its country and the lines stood beside the rest. */
export const oneSettingsStore = `
INSERT INTO settings (key, value)
SELECT 'settings', json_patch(
  coalesce((SELECT value FROM settings WHERE key = 'preferences' AND json_valid(value) AND json_type(value) = 'object'), '{}'),
  json_object(
    'shopName', (SELECT value FROM settings WHERE key = 'shop.name'),
    'country', (SELECT value FROM settings WHERE key = 'shop.country'),
    'failover', json((SELECT 'true' FROM settings WHERE key = 'lines.hand-over' AND value = 'automatic'))
  )
)
WHERE EXISTS (SELECT 1 FROM settings WHERE key IN ('preferences', 'shop.name', 'shop.country', 'lines.hand-over'));
-- What cannot be read is left as it is.
DELETE FROM settings WHERE key IN ('shop.name', 'shop.country', 'lines.hand-over') OR (key = 'preferences' AND json_valid(value));
`;
