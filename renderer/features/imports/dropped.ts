import type { Place } from '../../../electron/shared/places.ts';

/** What a file that is dropped onto the window is taken for; null: nothing that can be imported. */
export type DroppedAs = 'customers' | 'appointments' | 'orders';

const CALENDAR = /\.(?:ics|ical|ifb|vcs)$/i;
const CARDS = /\.(?:vcf|vcard)$/i;
const TABLE = /\.(?:csv|tsv|txt)$/i;

/** A table is about what the page is about that it is dropped on, and otherwise about customers. Pure. */
export function droppedAs(name: string, place: Place['at']): DroppedAs | null {
  if (CALENDAR.test(name)) return 'appointments';
  if (CARDS.test(name)) return 'customers';
  if (!TABLE.test(name)) return null;
  if (place === 'calendar') return 'appointments';
  return place === 'orders' ? 'orders' : 'customers';
}
