import type { CalendarFiles, CalendarFolder } from '../../shared/calendar-folder.ts';
import type { CalendarSyncView, ImportRowView } from '../../shared/views.ts';
import type { DeskContext } from '../context.ts';
import type { AppointmentImport } from './appointment-import.ts';

const REFUSED_SHOWN = 20;

/** Follows the calendar that another program writes. */
export class CalendarSync {
  readonly #context: DeskContext;
  readonly #folder: CalendarFolder | null;
  readonly #import: AppointmentImport;
  readonly #onChange: () => void;
  #stop: () => void = () => {};
  #path = '';
  #last: CalendarFiles | null = null;
  #view: CalendarSyncView | null = null;

  /** @param folder null: none can be followed here */
  constructor(context: DeskContext, folder: CalendarFolder | null, parts: AppointmentImport, onChange: () => void) {
    this.#context = context;
    this.#folder = folder;
    this.#import = parts;
    this.#onChange = onChange;
  }

  /** Null: none is followed, or it has not been read yet. */
  get view(): CalendarSyncView | null {
    return this.#view;
  }

  /** As the owner's settings say by now. */
  follow(): void {
    const { calendarFolder } = this.#context.preferences();
    if (calendarFolder === this.#path) {
      // Another service for what says none.
      if (this.#last !== null) this.#take(this.#last);
      return;
    }
    this.stop();
    this.#path = calendarFolder;
    if (calendarFolder !== '' && this.#folder !== null)
      this.#stop = this.#folder.follow(calendarFolder, (found) => this.#take(found));
  }

  stop(): void {
    this.#stop();
    this.#stop = () => {};
    this.#path = '';
    this.#last = null;
    this.#view = null;
  }

  #take(found: CalendarFiles): void {
    const { clock, preferences, logger } = this.#context;
    this.#last = found;
    const at = clock.now();
    if ('problem' in found) {
      this.#view = { at, problem: 'unreadable', counts: null, refused: [] };
      this.#onChange();
      return;
    }
    const { calendarService, calendarResource } = preferences();
    const defaults = { serviceId: calendarService || null, resourceId: calendarResource || null };
    const counts = { new: 0, changed: 0, cancelled: 0, same: 0, refused: 0 };
    const refused: ImportRowView[] = [];
    let problem: CalendarSyncView['problem'] = found.files.length === 0 ? 'empty' : null;
    for (const { name, text } of found.files) {
      try {
        const result = this.#import.calendar(text, defaults, `folder:${name}`, false);
        if (!result.ok) {
          problem = 'no-calendar';
          continue;
        }
        for (const outcome of Object.keys(counts) as (keyof typeof counts)[])
          counts[outcome] += result.value.counts[outcome];
        refused.push(...result.value.rows.filter(({ reason }) => reason !== null));
      } catch (error) {
        logger.error({ error: String(error) }, 'a calendar could not be taken in');
        problem = 'no-calendar';
      }
    }
    this.#view = { at, problem, counts, refused: refused.slice(0, REFUSED_SHOWN) };
    this.#onChange();
  }
}
