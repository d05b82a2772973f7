import type { CalendarFiles, CalendarFolder } from '../../shared/calendar-folder.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CalendarSyncDto } from './contract.ts';
import type { DeskContext } from '../../core/context.ts';
import type { AppointmentImport } from './appointment-import.ts';

const ROWS_SHOWN = 20;
const NOTHING_READ = { counts: null, refused: [], waiting: 0, waitingRows: [] } as const;

/** Follows the calendar that another program writes. */
export class CalendarSync {
  readonly #context: DeskContext;
  readonly #folder: CalendarFolder | null;
  readonly #import: AppointmentImport;
  #stop: () => void = () => {};
  #path = '';
  #last: CalendarFiles | null = null;
  #view: CalendarSyncDto | null = null;

  /** @param folder null if no calendar can be followed here */
  constructor(context: DeskContext, folder: CalendarFolder | null, parts: AppointmentImport) {
    this.#context = context;
    this.#folder = folder;
    this.#import = parts;
  }

  /** Null if no calendar is followed, or if it has not been read yet. */
  get view(): CalendarSyncDto | null {
    return this.#view;
  }

  start(): void {
    this.follow();
  }

  /** Follows the calendar that the owner's settings name now. */
  follow(): void {
    const { calendarFolder } = this.#context.settings();
    if (calendarFolder === this.#path) {
      // The setting may name another service for entries that name none, so the calendar is taken in again.
      if (this.#last !== null) void this.#take(this.#last, null);
      return;
    }
    this.stop();
    this.#path = calendarFolder;
    if (calendarFolder !== '' && this.#folder !== null)
      this.#stop = this.#folder.follow(calendarFolder, (found) => void this.#take(found, null));
  }

  stop(): void {
    this.#stop();
    this.#stop = () => {};
    this.#path = '';
    this.#last = null;
    this.#view = null;
  }

  /** A person has seen how many appointments would be canceled, and confirms it. @param count the number they were shown */
  async cancelMissing(count: number): Promise<Result<CalendarSyncDto>> {
    if (this.#last === null || this.#view?.waiting !== count || count === 0) return refuse('other-plan');
    const view = await this.#take(this.#last, count);
    return view === null || view.waiting > 0 ? refuse('other-plan') : ok(view);
  }

  /** Null if another calendar, or another state of this one, was found meanwhile. */
  async #take(found: CalendarFiles, mayCancel: number | null): Promise<CalendarSyncDto | null> {
    this.#last = found;
    const view = await this.#read(found, mayCancel);
    if (this.#last !== found) return null;
    this.#view = view;
    this.#context.appChanged();
    return view;
  }

  async #read(found: CalendarFiles, mayCancel: number | null): Promise<CalendarSyncDto> {
    const { clock, settings, logger } = this.#context;
    const at = clock.now();
    if ('problem' in found) return { at, problem: 'unreadable', ...NOTHING_READ };
    if (found.files.length === 0) return { at, problem: 'empty', ...NOTHING_READ };
    const { calendarService, calendarResource } = settings();
    const defaults = { serviceId: calendarService || null, resourceId: calendarResource || null };
    // A file that is too large counts as no calendar, so that nothing is canceled because of it.
    const texts = found.files.map(({ octets }) => octets ?? '');
    const isTooLarge = found.files.some(({ octets }) => octets === null);
    try {
      const result = await this.#import.follow(texts, defaults, mayCancel);
      if (!result.ok) {
        const problem =
          result.error.code === 'empty-calendar'
            ? 'nothing-left'
            : result.error.code === 'too-large' || isTooLarge
              ? 'too-large'
              : 'no-calendar';
        return { at, problem, ...NOTHING_READ };
      }
      const { counts, rows, notes, waiting, isIncomplete, notCalendars } = result.value;
      const refused = [...rows.filter(({ reason }) => reason !== null), ...notes].slice(0, ROWS_SHOWN);
      const problem = isTooLarge ? 'too-large' : notCalendars > 0 ? 'no-calendar' : isIncomplete ? 'incomplete' : null;
      return {
        at,
        problem,
        counts,
        refused,
        waiting: waiting.length,
        waitingRows: waiting.slice(0, ROWS_SHOWN),
      };
    } catch (error) {
      logger.error({ error: String(error) }, 'a calendar could not be taken in');
      return { at, problem: 'no-calendar', ...NOTHING_READ };
    }
  }
}
