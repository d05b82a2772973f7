import type { FoundDay, SpecialDayView } from '../../shared/views.ts';
import type { SpecialDay } from '../../shared/hours.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { SpecialDayRow } from '../../store/special-days.ts';
import type { DeskContext } from '../context.ts';
import { daysOfCalendar } from './icalendar-days.ts';

/** More would be no list any more, and all are sent with the window's state. */
const MOST = 1_000;

/** The shop's special days: holidays, days with other hours. */
export class SpecialDays {
  readonly #context: Pick<DeskContext, 'store' | 'clock'>;
  readonly #onChange: () => void;
  /** Asked at every text that leaves. */
  #rows: readonly SpecialDayRow[] | null = null;

  constructor(context: Pick<DeskContext, 'store' | 'clock'>, onChange: () => void) {
    this.#context = context;
    this.#onChange = onChange;
  }

  get rows(): readonly SpecialDayRow[] {
    this.#rows ??= this.#context.store.specialDays.all();
    return this.#rows;
  }

  get views(): readonly SpecialDayView[] {
    return this.rows.map(viewOf);
  }

  /** What a calendar file would bring. */
  read(text: string): Result<{ readonly days: readonly FoundDay[]; readonly skipped: number }> {
    const today = new Date(this.#context.clock.now()).toJSON().slice(0, 10);
    const found = daysOfCalendar(text, today);
    if (found === null) return refuse('bad-input', 'This is no calendar file. Export one as iCalendar (.ics).');
    return ok({
      skipped: found.skipped,
      days: found.days.map((day) => ({ ...day, isKnown: this.rows.some((row) => isSame(row, day)) })),
    });
  }

  /** Adds them all; one that came from the same calendar entry is written anew. Returns the ids of those that are new. */
  add(days: readonly (SpecialDay & { readonly uid: string | null })[]): Result<readonly string[]> {
    const { store } = this.#context;
    if (this.rows.length + days.length > MOST) return refuse('bad-input', `More than ${MOST} days are too many.`);
    const ids = store.transaction(() =>
      days.flatMap((day) => {
        const known = store.specialDays.all().find((row) => isSame(row, day));
        if (known === undefined) return [store.specialDays.insert(day)];
        store.specialDays.update({ ...day, id: known.id });
        return [];
      }),
    );
    this.#changed();
    return ok(ids.map((id) => idOf('d', id)));
  }

  change(id: string, day: SpecialDay): Result<SpecialDayView> {
    const row = rowOf('d', id);
    const before = row === null ? undefined : this.rows.find((each) => each.id === row);
    if (before === undefined) return refuse('not-found', 'This day is not there any more.');
    const changed = { ...day, id: before.id, uid: before.uid };
    this.#context.store.specialDays.update(changed);
    this.#changed();
    return ok(viewOf(changed));
  }

  remove(ids: readonly string[]): Result<readonly SpecialDayView[]> {
    const rows = new Set(ids.map((id) => rowOf('d', id)));
    const gone = this.rows.filter(({ id }) => rows.has(id));
    this.#context.store.specialDays.remove(gone.map(({ id }) => id));
    this.#changed();
    return ok(gone.map(viewOf));
  }

  #changed(): void {
    this.#rows = null;
    this.#onChange();
  }
}

function isSame(row: SpecialDayRow, day: SpecialDay & { readonly uid: string | null }): boolean {
  return day.uid === null ? row.name === day.name && row.from === day.from && row.to === day.to : row.uid === day.uid;
}

function viewOf({ id, ...day }: SpecialDayRow): SpecialDayView {
  return { ...day, id: idOf('d', id) };
}
