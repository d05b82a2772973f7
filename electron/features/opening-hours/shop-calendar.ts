import type { Temporal } from 'temporal-polyfill';
import type { Span, SpecialDay, WeekHours } from '../../shared/hours.ts';
import { isHoliday, ofWeek, openingHours, specialDayAt } from './shop-hours.ts';
import { OpenTime } from './open-time.ts';
import { afterHours, dateOf, lastBefore, nextWithin, stretchAt, type HoursOf, type Stretch } from './wall-hours.ts';

export interface CalendarFacts {
  /** The shop's IANA time zone. */
  readonly zone: () => string;
  /** When somebody is there to answer. */
  readonly open: () => WeekHours;
  /** When customers may be texted automatically. */
  readonly texting: () => WeekHours;
  readonly specialDays: () => readonly SpecialDay[];
}

/** When the shop is open, and when its customers may be texted. All instants are UTC epoch milliseconds. */
export class ShopCalendar {
  readonly #facts: CalendarFacts;

  constructor(facts: CalendarFacts) {
    this.#facts = facts;
  }

  isOpen(at: number): boolean {
    return stretchAt(at, this.#facts.zone(), this.#opening) !== null;
  }

  /** When the shop opens next, or `at` itself while it is open. Null if it does not open in the next two weeks. */
  opensAt(at: number): number | null {
    return nextWithin(at, this.#facts.zone(), this.#opening);
  }

  /** When the shop closes, while it is open; null if it is closed. */
  closesAt(at: number): number | null {
    return stretchAt(at, this.#facts.zone(), this.#opening)?.until ?? null;
  }

  /** The hours of the day on which an instant falls; empty means closed. */
  hoursOn(at: number): readonly Span[] {
    return this.#opening(dateOf(at, this.#facts.zone()));
  }

  get zone(): string {
    return this.#facts.zone();
  }

  /** When a customer who began to wait at `since` has waited this much opening time; null if not within two weeks from now. */
  waitedUntil(since: number, ms: number, now: number): number | null {
    return afterHours(since, ms, this.#facts.zone(), this.#opening, now);
  }

  /** Opening time between instants within a stretch, by the hours as they are now. */
  openTime(from: number, until: number): OpenTime {
    return new OpenTime(from, until, this.#facts.zone(), this.#opening);
  }

  /**
   * From when on a customer may be texted automatically: `at` itself within the texting hours, or null if not in the next two
   * weeks.
   * @param zone the customer's time zone; null means the shop's
   */
  nextAllowedAt(at: number, zone: string | null): number | null {
    return nextWithin(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /** The texting hours in which an instant lies; null if it lies in none. */
  textingAt(at: number, zone: string | null): Stretch | null {
    return stretchAt(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /** The last texting hours that ended before an instant; null if there were none in the week before. */
  textingBefore(at: number, zone: string | null): Stretch | null {
    return lastBefore(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /**
   * When a resource with these hours is there. Without own hours the shop's apply; on holidays and on its exceptions the hours
   * differ.
   */
  hoursOf(week: WeekHours | null, exceptions: readonly SpecialDay[]): HoursOf {
    const days = this.#facts.specialDays();
    const own = openingHours(week ?? this.#facts.open(), exceptions);
    // On a day on which the shop is closed nobody is there, except a resource with an exception on that day.
    return (date) => {
      if (specialDayAt(date, exceptions) !== null) return own(date);
      const special = specialDayAt(date, days);
      if (special === null) return own(date);
      return week === null || special.hours.length === 0 ? special.hours : own(date);
    };
  }

  /** The special day of the shop, or else of these exceptions, that a date is; null if it is an ordinary one. */
  specialDayOn(date: Temporal.PlainDate, exceptions: readonly SpecialDay[]): SpecialDay | null {
    return specialDayAt(date, exceptions) ?? specialDayAt(date, this.#facts.specialDays());
  }

  /** When the holiday in which an instant lies ends; null if it is not a holiday. */
  holidayUntil(at: number): number | null {
    const days = this.#facts.specialDays();
    const zone = this.#facts.zone();
    const date = dateOf(at, zone);
    if (!isHoliday(date, days)) return null;
    return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  }

  get #opening(): HoursOf {
    return openingHours(this.#facts.open(), this.#facts.specialDays());
  }
}
