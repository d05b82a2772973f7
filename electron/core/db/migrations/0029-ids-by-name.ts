/** What the owner has set names tags, people, services by their ids, which begin with what they are in place of a letter. */
export const idsByName = `
UPDATE rules SET body = replace(replace(body, '"tagId":"t', '"tagId":"tag_'), '"assigneeId":"p', '"assigneeId":"person_')
WHERE body GLOB '*"tagId":"t[1-9]*' OR body GLOB '*"assigneeId":"p[1-9]*';
UPDATE contact_groups SET body = replace(body, '"tagId":"t', '"tagId":"tag_') WHERE body GLOB '*"tagId":"t[1-9]*';
UPDATE surveys SET body = replace(replace(body, '"lowTagId":"t', '"lowTagId":"tag_'), '"highTagId":"t', '"highTagId":"tag_')
WHERE body GLOB '*TagId":"t[1-9]*';
UPDATE resources SET body = json_set(body, '$.serviceIds', json((
  SELECT json_group_array('service_' || substr(value, 2)) FROM json_each(resources.body, '$.serviceIds')
)))
WHERE json_valid(body) AND json_type(body, '$.serviceIds') = 'array' AND body GLOB '*"s[1-9]*';
UPDATE settings SET value = replace(
  replace(value, '"calendarService":"s', '"calendarService":"service_'),
  '"calendarResource":"h', '"calendarResource":"resource_'
)
WHERE key = 'settings' AND (value GLOB '*"calendarService":"s[1-9]*' OR value GLOB '*"calendarResource":"h[1-9]*');
`;
