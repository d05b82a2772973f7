/** The fields that a column in a table of orders may hold. */
export const ORDER_FIELDS = [
  'reference',
  'number',
  'name',
  'item',
  'quantity',
  'note',
  'column',
  'status',
  'payment',
  'canceled',
  'done',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** The fields that a column in a table of appointments may hold. */
export const APPOINTMENT_FIELDS = [
  'date',
  'time',
  'number',
  'name',
  'service',
  'resource',
  'note',
  'wholeDay',
  'status',
  'canceled',
  'zone',
] as const;
export type AppointmentField = (typeof APPOINTMENT_FIELDS)[number];

/** The fields that a column in a table of holidays may hold. */
export const HOLIDAY_FIELDS = ['from', 'to', 'time', 'endTime', 'name', 'wholeDay', 'year'] as const;
export type HolidayField = (typeof HOLIDAY_FIELDS)[number];

/** The most days that are read from one file; no shop has more. */
export const MOST_FOUND_DAYS = 2_000;
export const MOST_TABLE_COLUMNS = 500;
