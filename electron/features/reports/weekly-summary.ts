import { Temporal } from 'temporal-polyfill';
import type { ReportRange, ReportDto } from '../../shared/reports.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Reports } from './reports.ts';

const KIND = jobKind('week-summary');
/** Before the shop opens on a Monday. */
const COUNTED_AT = '07:00';
const READY = 'reports.week-ready';

interface SummaryDeps {
  readonly scheduler: Scheduler;
  readonly reports: Reports;
  /** Called inside the unit of work that notes it. */
  readonly onReady: (view: ReportDto) => void;
}

/** On Mondays, announces that the summary of the week before is ready. */
export class WeeklySummary {
  readonly #context: DeskContext;
  readonly #deps: SummaryDeps;

  constructor(context: DeskContext, deps: SummaryDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(KIND, { run: () => this.#run() });
  }

  /** The Monday of the summarized week that nobody has looked at yet, `YYYY-MM-DD`; null if there is none. */
  get ready(): string | null {
    return this.#context.store.settings.get(READY);
  }

  /** Somebody has looked at the summary. */
  seen(): void {
    if (this.ready === null) return;
    this.#context.store.settings.remove(READY);
    this.#context.appChanged();
  }

  /** At the start. */
  start(): void {
    this.#context.unit(() => this.#arm(this.#today));
  }

  get #today(): Temporal.PlainDate {
    const { clock, calendar } = this.#context;
    return Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone).toPlainDate();
  }

  /** Plans the announcement for the first Monday from a day on for which it was not made yet. */
  #arm(from: Temporal.PlainDate): void {
    const { calendar } = this.#context;
    for (let monday = mondayFrom(from); ; monday = monday.add({ days: 7 })) {
      const at = monday.toZonedDateTime({ timeZone: calendar.zone, plainTime: COUNTED_AT }).epochMilliseconds;
      if (this.#deps.scheduler.arm(KIND, `${KIND.name}:${String(monday)}`, at, null, {})) return;
    }
  }

  #run(): JobOutcome {
    const today = this.#today;
    const monday = mondayFrom(today.subtract({ days: 13 }));
    this.#arm(today.add({ days: 1 }));
    const range: ReportRange = { name: 'week', from: String(monday), to: String(monday.add({ days: 6 })) };
    const view = this.#deps.reports.read(range);
    // A week in which nobody wrote is not worth announcing.
    const isEmpty = view.ok && view.value.figures.every(({ key, value }) => !COUNTS.has(key) || value === 0);
    if (!view.ok || isEmpty) return DONE;
    this.#deps.onReady(view.value);
    this.#context.store.settings.set(READY, String(monday));
    this.#context.appChanged();
    return DONE;
  }
}

const COUNTS: ReadonlySet<string> = new Set(['received', 'sent', 'kept']);

/** The first Monday from a day on, which may be that day itself. */
function mondayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 });
}
