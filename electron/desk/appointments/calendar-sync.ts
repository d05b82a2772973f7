import type { CalendarFiles, CalendarFolder } from '../../shared/calendar-folder.ts';
import type { CalendarSyncView } from '../../shared/views.ts';
import type { DeskContext } from '../context.ts';
import type { AppointmentImport } from './appointment-import.ts';
import { isCalendar } from './calendar-entries.ts';

const REFUSED_SHOWN = 20;
/** All that is followed is one calendar, in however many files. */
const FOLLOWED = 'followed';

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
    let view: CalendarSyncView = { at, problem: 'empty', counts: null, refused: [] };
    if (found.files.length > 0) {
      const texts = found.files.map(({ text }) => text);
      try {
        const result = this.#import.calendar(texts, defaults, FOLLOWED, false);
        if (result.ok) {
          const { counts, rows } = result.value;
          const isBroken = texts.some((text) => !isCalendar(text));
          const refused = rows.filter(({ reason }) => reason !== null).slice(0, REFUSED_SHOWN);
          view = { at, problem: isBroken ? 'no-calendar' : null, counts, refused };
        } else {
          const problem = result.error.code === 'empty-calendar' ? 'nothing-left' : 'no-calendar';
          view = { at, problem, counts: null, refused: [] };
        }
      } catch (error) {
        logger.error({ error: String(error) }, 'a calendar could not be taken in');
        view = { at, problem: 'no-calendar', counts: null, refused: [] };
      }
    }
    this.#view = view;
    this.#onChange();
  }
}
