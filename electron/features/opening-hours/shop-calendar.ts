import type { Span, SpecialDay, WeekHours } from '../../shared/hours.ts';
import { isHoliday, ofWeek, openingHours, specialDayAt } from './shop-hours.ts';
import { OpenTime } from './open-time.ts';
import { afterHours, dateOf, lastBefore, nextWithin, stretchAt, type HoursOf, type Stretch } from './wall-hours.ts';

export interface CalendarFacts {
  /** IANA, of the shop. */
  readonly zone: () => string;
  /** When there is somebody to answer. */
  readonly open: () => WeekHours;
  /** When customers may be texted by itself. */
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

  /** When it opens next, or `at` itself while it is open; null: not in the next two weeks. */
  opensAt(at: number): number | null {
    return nextWithin(at, this.#facts.zone(), this.#opening);
  }

  /** When it closes, while it is open; null: it is not. */
  closesAt(at: number): number | null {
    return stretchAt(at, this.#facts.zone(), this.#opening)?.until ?? null;
  }

  /** The hours of the day an instant lies in; empty: closed. */
  hoursOn(at: number): readonly Span[] {
    return this.#opening(dateOf(at, this.#facts.zone()));
  }

  get zone(): string {
    return this.#facts.zone();
  }

  /** When somebody who began to wait has waited so much of opening time; null: not in the two weeks from now on. */
  waitedUntil(since: number, ms: number, now: number): number | null {
    return afterHours(since, ms, this.#facts.zone(), this.#opening, now);
  }

  /** How much of opening time lies between instants within a stretch, by the hours as they are now. */
  openTime(from: number, until: number): OpenTime {
    return new OpenTime(from, until, this.#facts.zone(), this.#opening);
  }

  /**
   * From when on a customer may be texted by itself: `at` itself within the hours for it; null: not in the next two weeks.
   * @param zone the customer's; null: the shop's
   */
  nextAllowedAt(at: number, zone: string | null): number | null {
    return nextWithin(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /** The hours for it that an instant lies in; null: it does not. */
  textingAt(at: number, zone: string | null): Stretch | null {
    return stretchAt(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /** The last of them that are over at an instant; null: none in the week before. */
  textingBefore(at: number, zone: string | null): Stretch | null {
    return lastBefore(at, zone ?? this.#facts.zone(), ofWeek(this.#facts.texting()));
  }

  /** When somebody with these hours is there: none of their own, the shop's; on its holidays and their exceptions otherwise. */
  hoursOf(week: WeekHours | null, exceptions: readonly SpecialDay[]): HoursOf {
    const days = this.#facts.specialDays();
    const own = openingHours(week ?? this.#facts.open(), exceptions);
    // Where the shop is closed nobody is there, but for who has an exception on that day.
    return (date) => {
      if (specialDayAt(date, exceptions) !== null) return own(date);
      const special = specialDayAt(date, days);
      if (special === null) return own(date);
      return week === null || special.hours.length === 0 ? special.hours : own(date);
    };
  }

  /** When the holiday that an instant lies in ends; null: it is none. */
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
