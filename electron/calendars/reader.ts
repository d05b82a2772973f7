import { Worker } from 'node:worker_threads';
import { entriesOf, type CalendarEntry, type CalendarReading, type CalendarRequest } from './entries.ts';
import { daysOfCalendar, type CalendarDays } from './whole-days.ts';
import type { CalendarAnswer, CalendarOrder } from './worker-order.ts';

/** A calendar takes more time or memory to read than any shop's does. */
export class UnreadableCalendarError extends Error {}

/** Reads calendars without holding whoever asks. */
export interface CalendarReader {
  /** @throws UnreadableCalendarError */
  entries(request: CalendarRequest): Promise<CalendarReading>;
  /** @returns null: this is no calendar @throws UnreadableCalendarError */
  days(text: string, since: string): Promise<CalendarDays | null>;
}

const LONGEST_MS = 20_000;
const MOST_MEGABYTES = 512;

/** In this thread, for small files of tests. */
export const readHere: CalendarReader = {
  entries: (request) => Promise.resolve(entriesOf(request)),
  days: (text, since) => Promise.resolve(daysOfCalendar(text, since)),
};

/** In a thread of its own for each, which ends with it. */
export const readInThread: CalendarReader = {
  async entries(request) {
    const entries: CalendarEntry[] = [];
    let rest: Omit<CalendarReading, 'entries'> | null = null;
    await ask({ do: 'entries', request }, (answer) => {
      if ('entries' in answer) entries.push(...answer.entries);
      else if ('rest' in answer) ({ rest } = answer);
      return rest !== null;
    });
    if (rest === null) throw new UnreadableCalendarError('The thread ended without an answer.');
    return { entries, ...(rest as Omit<CalendarReading, 'entries'>) };
  },
  async days(text, since) {
    let days: CalendarDays | null = null;
    await ask({ do: 'days', text, since }, (answer) => {
      if ('days' in answer) ({ days } = answer);
      return true;
    });
    return days;
  },
};

/** @param take returns true when it has all it wants */
function ask(order: CalendarOrder, take: (answer: CalendarAnswer) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    const end = (error: Error | null): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What it may still throw while it ends is nobody's business any more.
      worker.on('error', () => {});
      void worker.terminate();
      if (error === null) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => end(new UnreadableCalendarError('It took too long.')), LONGEST_MS);
    worker.on('message', (answer: CalendarAnswer) => {
      if (take(answer)) end(null);
    });
    worker.on('error', (error) => end(new UnreadableCalendarError(String(error))));
    worker.on('exit', () => end(new UnreadableCalendarError('The thread ended without an answer.')));
    worker.postMessage(order);
  });
}

/** Beside this file as it was written, or where it was built to. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('calendar-worker.ts', here);
  return new URL(here.includes('/chunks/') ? '../calendar-worker.js' : 'calendar-worker.js', here);
}
