import { DAY } from '../../shared/durations.ts';
import type { Refusal } from '../../shared/result.ts';
import type { Resource } from '../../shared/appointments.ts';
import type { ImportRowDto } from '../imports/contract.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import { imported, notImported } from '../imports/import-result.ts';
import type { Stored } from './service-catalog.ts';
import type { Availability } from './availability.ts';
import type { Entry } from './entry.ts';
import { seenValues, type Seen } from './seen.ts';

/** Where entries come from. */
export interface Source {
  readonly name: string;
  /** The source is read again and again: a change there changes the appointment here. */
  readonly isFollowed: boolean;
  /** The source is read once, and what it says about a known entry is ignored. */
  readonly isTable: boolean;
}

/** What to do with an entry. */
export type Step =
  | { readonly do: 'nothing'; readonly adopt: AppointmentRow | null; readonly what: string }
  | { readonly do: 'cancel'; readonly rows: readonly AppointmentRow[] }
  | { readonly do: 'rename'; readonly known: AppointmentRow }
  | { readonly do: 'move'; readonly known: AppointmentRow; readonly place: AppointmentPlace }
  | { readonly do: 'book'; readonly place: AppointmentPlace }
  | { readonly do: 'refuse'; readonly error: Refusal };

type Taken = Pick<AppointmentRow, 'resource_id' | 'starts_at' | 'blocked_until' | 'name' | 'number' | 'time'>;

/** What would have changed by then, kept while a dry run writes nothing. */
export class DryRun {
  readonly freed = new Set<number>();
  readonly uids = new Set<string>();
  /** Keyed by the day they begin on; none is longer than a day. */
  readonly #taken = new Map<string, Taken[]>();

  note(step: Step, { uid, name, number, time }: Entry): void {
    if (step.do !== 'refuse') this.uids.add(uid);
    if (step.do === 'cancel') for (const { id } of step.rows) this.freed.add(id);
    if (step.do === 'move') this.freed.add(step.known.id);
    if (step.do !== 'move' && step.do !== 'book') return;
    const key = dayKey(step.place.resource_id, step.place.starts_at);
    const there = this.#taken.get(key);
    const taken = { ...step.place, name, number, time };
    if (there === undefined) this.#taken.set(key, [taken]);
    else there.push(taken);
  }

  takenIn(resource: number, from: number, until: number): Taken | undefined {
    for (let at = from - 2 * DAY; at < until + DAY; at += DAY) {
      const found = this.#taken
        .get(dayKey(resource, at))
        ?.find((each) => each.starts_at < until && each.blocked_until > from);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function dayKey(resource: number, at: number): string {
  return `${resource} ${Math.floor(at / DAY)}`;
}

export function wishOf(
  { service, date, time, minutes }: Entry,
  resource: Stored<Resource>,
): Parameters<Availability['placeFor']>[0] {
  return { service, resource, date, time, given: { minutes } };
}

export function outcomeOf(step: Step, entry: Entry): ImportRowDto {
  const { line } = entry;
  switch (step.do) {
    case 'refuse':
      return notImported(line, whatOf(entry), step.error);
    case 'nothing':
      return imported(line, 'same', step.what);
    case 'cancel':
      return imported(line, 'cancelled', whatOfAll(step.rows, entry));
    case 'rename':
    case 'move':
      return imported(line, 'changed', whatOf(entry));
    case 'book':
      return imported(line, 'new', whatOf(entry));
  }
}

/** The entry differs from how it was last read there in time, length, service, resource or cancellation. */
export function isElsewhere(before: Seen | null, entry: Entry): boolean {
  const now = seenValues(entry);
  return before === null || [0, 1, 2, 6, 7, 8].some((field) => before[field] !== now[field]);
}

/** The first appointment, and how many more there are. */
function whatOfAll([first, ...more]: readonly AppointmentRow[], entry: Entry): string {
  const what = whatOf(first ?? entry);
  return more.length === 0 ? what : `${what} (+${more.length})`;
}

export function whatOf({
  date,
  time,
  name,
  number,
}: Pick<AppointmentRow, 'date' | 'time' | 'name' | 'number'>): string {
  return [date, time, name || (number ?? '')].join(' ').trim();
}
