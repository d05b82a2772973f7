import { fold } from '../../shared/fold.ts';
import { ERASED_ENTRY } from '../../shared/appointments.ts';
import type { Entry } from './entry.ts';

/** Replaces an entry that the other program has taken out: if the entry comes back, it counts as new. */
export const GONE = 'gone';

/** An entry as it was read; null for the service or resource that the file itself does not name. */
export type Seen = readonly [
  date: string,
  time: string,
  minutes: number | null,
  number: string | null,
  name: string,
  note: string,
  service: number | null,
  resource: number | null,
  isCancelled: boolean,
];

/** What was last read of an appointment; null if it was taken out since, or was never there. */
export function seenIn(input: string | null): Seen | null {
  return input === null || input === GONE || input === ERASED_ENTRY ? null : (JSON.parse(input) as Seen);
}

export function seenValues({ date, time, minutes, number, name, note, named, isCancelled }: Entry): Seen {
  return [date, time, minutes, number, name, note, named.service, named.resource, isCancelled];
}

/** The stored form of an entry. */
export const seenOf = (entry: Entry): string => JSON.stringify(seenValues(entry));

/** If either name is empty, it does not count as a different person. */
export function isSameName(one: string, other: string): boolean {
  return one === '' || other === '' || fold(one) === fold(other);
}
