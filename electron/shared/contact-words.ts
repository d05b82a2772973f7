/** Choices that the window needs as well. They are kept apart from the schemas, which stay at the desk. */

/** The kinds of fields; a date comes around every year. */
export const FIELD_KINDS = ['text', 'number', 'date', 'choice'] as const;

/** How a field's value is compared: as text; `less` and `more` as numbers, `before` and `after` as dates. */
export const FIELD_TESTS = ['is', 'is-not', 'contains', 'filled', 'empty', 'less', 'more', 'before', 'after'] as const;
export type FieldTest = (typeof FIELD_TESTS)[number];

/** Where the values of a column in an imported list go; `field:` followed by a name means that field. */
export const IMPORT_TARGETS = [
  'skip',
  'name',
  'first-name',
  'last-name',
  'phone',
  'phone-label',
  'phone-prefix',
  'language',
  'birthday',
  'notes',
  'tags',
  'consent',
  'opted-out',
  'number-opted-out',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number] | `field:${string}`;
