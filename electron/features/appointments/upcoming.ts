import { rowOf } from '../../shared/ids.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Reminders } from './reminders.ts';
import type { AppointmentRow } from './repository.ts';
import { instantOfWall } from './slots.ts';

const AT_ONCE = 500;

/** Keeps the instants and the reminders of upcoming appointments right when the rules behind them change. */
export class UpcomingAppointments {
  readonly #context: DeskContext;
  readonly #reminders: Reminders;

  constructor(context: DeskContext, reminders: Reminders) {
    this.#context = context;
    this.#reminders = reminders;
  }

  /** At the start: the wall clock is the truth, so an instant that has changed with the rules of its time zone is corrected. */
  start(): void {
    this.#eachToCome((row) => {
      const startsAt = instantOfWall(row.date, row.time, row.zone) ?? row.starts_at;
      const shift = startsAt - row.starts_at;
      if (shift === 0) return;
      const { store } = this.#context;
      const shifted = {
        ...row,
        starts_at: startsAt,
        ends_at: row.ends_at + shift,
        blocked_until: row.blocked_until + shift,
      };
      if (store.appointments.taking(row.resource_id, startsAt, shifted.blocked_until, row.id).length > 0) return;
      store.appointments.place(row.id, shifted, row.state);
      this.#reminders.plan(shifted);
    });
  }

  /** The texting hours or a service's reminder plan have changed: booked appointments get their reminders by the new ones. */
  replan(): void {
    this.#eachToCome((row) => this.#reminders.rearm(row));
  }

  /** The customer's time zone has changed: their reminders follow it. */
  replanOf(conversation: string): void {
    const { store, clock } = this.#context;
    const row = rowOf('conversation', conversation);
    const number = row === null ? null : (store.conversations.byId(row)?.number ?? null);
    if (number === null) return;
    this.#context.unit(() => {
      for (const each of store.appointments.comingOf(number, clock.now())) this.#reminders.rearm(each);
    });
  }

  /** Runs the work on a page of appointments at a time, each page in its own transaction. */
  #eachToCome(work: (row: AppointmentRow) => void): void {
    const { store, clock } = this.#context;
    let after = 0;
    for (;;) {
      const page = store.appointments.coming(clock.now(), after, AT_ONCE);
      this.#context.unit(() => {
        for (const row of page) work(row);
      });
      after = page.at(-1)?.id ?? 0;
      if (page.length < AT_ONCE) return;
    }
  }
}
