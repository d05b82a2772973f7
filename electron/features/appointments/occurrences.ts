import { Temporal } from 'temporal-polyfill';
import type { OccurrenceMeant } from '../../calendars/entries.ts';
import type { AppointmentRow } from './repository.ts';
import { seenIn } from './seen.ts';

/** The book knows an occurrence of a series by the UID of the series and its wall time in the calendar. */
const OCCURRENCE = /^(.*)\/(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}):\d{2}(Z)?)?$/s;

/** The UID of the series that an occurrence belongs to, or else the UID itself. A UID may itself contain a slash. Pure. */
export function seriesOf(uid: string): string {
  return OCCURRENCE.exec(uid)?.[1] ?? uid;
}

/** Finds the booked occurrences that a calendar names without giving their series. Each series is read once. */
export class OccurrencesThere {
  readonly #beneath: (series: string) => readonly AppointmentRow[];
  readonly #zone: string;
  readonly #known = new Map<string, readonly Place[]>();

  /** @param beneath the appointments whose UID begins with that of a series @param zone the shop's IANA time zone */
  constructor(beneath: (series: string) => readonly AppointmentRow[], zone: string) {
    this.#beneath = beneath;
    this.#zone = zone;
  }

  meant({ series, date, time, andLater }: OccurrenceMeant): readonly AppointmentRow[] {
    let places = this.#known.get(series);
    if (places === undefined) this.#known.set(series, (places = placesOf(this.#beneath(series), series, this.#zone)));
    const meant = time === null ? date : `${date}T${time}`;
    const fits = (wall: string): boolean => {
      const there = wall.slice(0, meant.length);
      return there === meant || (andLater && there > meant);
    };
    const found = places.filter(({ walls }) => walls.some(fits));
    // The occurrence that is named comes before those that follow it.
    const isNamed = ({ walls }: Place): boolean => walls.some((wall) => wall.slice(0, meant.length) === meant);
    return found.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))).map(({ row }) => row);
  }
}

interface Place {
  readonly row: AppointmentRow;
  /** When it was to begin, on the shop's wall clock; two times where it cannot be told which. */
  readonly walls: readonly string[];
}

/**
 * The key of an occurrence is its time in the zone of the series, which is not stored here. The usual difference between the keys
 * and the times there tells the zone; an occurrence with a different difference has been moved.
 */
function placesOf(rows: readonly AppointmentRow[], series: string, zone: string): readonly Place[] {
  const own = rows.flatMap((row) => {
    const [, of, date, time, isUtc] = OCCURRENCE.exec(row.uid ?? '') ?? [];
    if (of !== series || date === undefined) return [];
    const key = time === undefined ? date : isUtc === undefined ? `${date}T${time}` : wallIn(zone, `${date}T${time}Z`);
    const there = seenIn(row.seen);
    const seen = there === null ? null : `${there[0]}T${there[1]}`;
    const apart = seen === null || time === undefined || isUtc !== undefined ? 0 : minutesOf(seen) - minutesOf(key);
    return [{ row, key, seen, apart }];
  });
  const alike = new Map<number, number>();
  for (const { apart } of own) alike.set(apart, (alike.get(apart) ?? 0) + 1);
  const [usual = 0] =
    [...alike].toSorted(([a, often], [b, oftener]) => oftener - often || Math.abs(a) - Math.abs(b))[0] ?? [];
  return own.map(({ row, key, seen, apart }) => {
    if (own.length === 1) return { row, walls: seen === null ? [key] : [key, seen] };
    if (key.length < DAY_AND_TIME) return { row, walls: [key] };
    // A zone that changes its clock on other days has two differences, and so do several occurrences that were moved alike.
    const amounts = apart !== usual && (alike.get(apart) ?? 0) > 1 ? [usual, apart] : [usual];
    return { row, walls: amounts.map((minutes) => wallAfter(key, minutes)) };
  });
}

const DAY_AND_TIME = 'YYYY-MM-DDTHH:MM'.length;
const minutesOf = (wall: string): number => Date.parse(`${wall}Z`) / 60_000;
const wallAfter = (wall: string, minutes: number): string =>
  new Date((minutesOf(wall) + minutes) * 60_000).toISOString().slice(0, 16);

function wallIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
}
