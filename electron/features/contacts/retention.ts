import { Temporal } from 'temporal-polyfill';
import type { DeskContext } from '../../core/context.ts';
import { DONE, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Erasure } from './erasure.ts';

const RETENTION = jobKind('retention');
/** Of the shop's wall clock, when nobody is there; where the computer is off then, as soon as it is on. */
const TIDIES_AT = Temporal.PlainTime.from('03:30');
const AT_ONCE = 300;
const CUSTOMERS_AT_ONCE = 20;
/** Everything else comes in between. */
const PAUSE_MS = 250;

/** Takes out every night what the owner does not want kept any longer. What they keep for ever stays. */
export class Retention {
  readonly #context: DeskContext;
  readonly #scheduler: Scheduler;
  readonly #erasure: Erasure;

  constructor(context: DeskContext, scheduler: Scheduler, erasure: Erasure) {
    this.#context = context;
    this.#scheduler = scheduler;
    this.#erasure = erasure;
    scheduler.add(RETENTION, { run: () => this.#run() });
  }

  /** At the start, and after other periods were chosen. */
  start(): void {
    this.#context.unit(() => this.#armNext(0));
  }

  /** @param afterDays from today: the one that runs is not armed anew */
  #armNext(afterDays: number): void {
    const { clock, calendar } = this.#context;
    const now = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone);
    for (let date = now.toPlainDate().add({ days: afterDays }); ; date = date.add({ days: 1 })) {
      const at = date.toZonedDateTime({ timeZone: calendar.zone, plainTime: TIDIES_AT }).epochMilliseconds;
      if (this.#scheduler.arm(RETENTION, `${RETENTION.name}:${String(date)}`, at, null, {})) return;
    }
  }

  #run(): JobOutcome {
    const { store, clock, calendar, settings } = this.#context;
    const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone);
    const before = (months: number): number => today.subtract({ months }).epochMilliseconds;
    const { keepTexts, keepAppointments, keepOrders, keepCustomers } = settings();
    let taken = 0;
    if (keepTexts > 0) taken += store.retention.texts(before(keepTexts), AT_ONCE);
    if (keepAppointments > 0) taken += store.retention.appointments(before(keepAppointments), AT_ONCE);
    if (keepOrders > 0) taken += store.retention.orders(before(keepOrders), AT_ONCE);
    // Once what is older is gone it is known who is left without anything.
    if (keepCustomers > 0 && taken === 0) taken += this.#forgotten(before(keepCustomers));
    if (taken > 0) return { kind: 'again', at: clock.now() + PAUSE_MS };
    this.#armNext(1);
    return DONE;
  }

  #forgotten(before: number): number {
    const { retention } = this.#context.store;
    let taken = 0;
    for (let after = 0; taken === 0;) {
      const ids = retention.customers(before, after, CUSTOMERS_AT_ONCE);
      const last = ids.at(-1);
      if (last === undefined) return 0;
      taken = ids.filter((id) => this.#erasure.discard(id)).length;
      after = last;
    }
    return taken;
  }
}
