import { expect, test } from 'vitest';
import { droppedAs } from '../../renderer/features/imports/dropped.ts';

test.each([
  ['Kunden 2026.CSV', 'inbox', 'customers'],
  ['contacts.vcf', 'calendar', 'customers'],
  ['salon.ics', 'inbox', 'appointments'],
  ['termine.csv', 'calendar', 'appointments'],
  ['orders.tsv', 'orders', 'orders'],
  ['orders.txt', 'settings', 'customers'],
  ['photo.jpg', 'inbox', null],
  ['table.xlsx', 'customers', null],
  ['csv', 'inbox', null],
] as const)('%s on %s is %s', (name, place, what) => {
  expect(droppedAs(name, place)).toBe(what);
});
