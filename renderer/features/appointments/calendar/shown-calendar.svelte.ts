import type { CalendarDto, LoadDto } from '../../../../electron/features/appointments/contract.ts';
import type { AppStore } from '../../../frame/app-store.svelte.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';

/** The days that are shown, as the desk has them. */
export class ShownCalendar {
  found = $state.raw<CalendarDto | null>(null);
  /** Days whose texts the line cannot send in time. */
  crowded = $state.raw<readonly LoadDto[]>([]);
  /** How many customers wait for a free time. */
  waiting = $state(0);
  readonly #desk: AppStore;
  #asked: { readonly from: string; readonly days: number } | null = null;

  constructor(desk: AppStore) {
    this.#desk = desk;
  }

  /** @param from the first day, `YYYY-MM-DD` */
  show(from: string, days: number): void {
    this.#asked = { from, days };
    void this.readAgain();
  }

  readonly readAgain = oneAtATime(async () => {
    const asked = this.#asked;
    if (asked === null) return;
    const found = await this.#desk.ask('appointments.calendar', asked);
    // Turned on meanwhile.
    if (found === null || asked !== this.#asked) return;
    this.found = found;
    const waiting = await this.#desk.ask('waiting.list', {});
    if (waiting !== null) this.waiting = waiting.length;
    const load = await this.#desk.ask('appointments.load', asked);
    if (load !== null && asked === this.#asked) this.crowded = load.filter(({ late }) => late > 0);
  });
}
