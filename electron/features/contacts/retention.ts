import { Temporal } from 'temporal-polyfill';
import type { DeskContext } from '../../core/context.ts';
import { DONE, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Erasure } from './erasure.ts';

const RETENTION = jobKind('retention');
/** On the shop's wall clock, when nobody is there; if the computer is off then, it runs as soon as it is on. */
const TIDIES_AT = Temporal.PlainTime.from('03:30');
const AT_ONCE = 300;
const CUSTOMERS_AT_ONCE = 20;
/** A pause between portions, so that other work gets its turn. */
const PAUSE_MS = 250;

/** Deletes every night what the owner no longer wants to keep. What they keep forever stays. */
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

  /** Call it at the start and after other periods were chosen. */
  start(): void {
    this.#context.unit(() => this.#armNext(0));
  }

  /** @param afterDays counted from today; a job that is running is not armed again */
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
    // Only once the older records are gone is it known which customers have nothing left.
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
