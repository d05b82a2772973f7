import { fold } from '../../shared/fold.ts';
import { ERASED_ENTRY } from '../../shared/appointments.ts';
import type { Entry } from './entry.ts';

/** In place of an entry that the other program has taken out: when it is there again it counts as new. */
export const GONE = 'gone';

/** An entry as it was read; where the file itself does not say with whom or what, null. */
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

/** What was read of an appointment last; null: it has been taken out since, or was never there. */
export function seenIn(input: string | null): Seen | null {
  return input === null || input === GONE || input === ERASED_ENTRY ? null : (JSON.parse(input) as Seen);
}

export function seenValues({ date, time, minutes, number, name, note, named, isCancelled }: Entry): Seen {
  return [date, time, minutes, number, name, note, named.service, named.resource, isCancelled];
}

/** As it is written down. */
export const seenOf = (entry: Entry): string => JSON.stringify(seenValues(entry));

/** Where one of them has no name, nobody else is meant. */
export function isSameName(one: string, other: string): boolean {
  return one === '' || other === '' || fold(one) === fold(other);
}
