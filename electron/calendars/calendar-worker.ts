import { parentPort } from 'node:worker_threads';
import { entriesOf } from './entries.ts';
import { daysOfCalendar } from './whole-days.ts';
import { CHUNK, type CalendarOrder, type CalendarAnswer } from './worker-order.ts';

/** A thread of its own: whatever a file says, the desk goes on meanwhile. */
function answer(order: CalendarOrder, post: (answer: CalendarAnswer) => void): void {
  if (order.do === 'days') {
    post({ days: daysOfCalendar(order.text, order.since) });
    return;
  }
  const { entries, ...rest } = entriesOf(order.request);
  // In pieces: taking in all at once would hold the desk.
  for (let from = 0; from < entries.length; from += CHUNK) post({ entries: entries.slice(from, from + CHUNK) });
  post({ rest });
}

parentPort?.on('message', (order: CalendarOrder) => answer(order, (each) => parentPort?.postMessage(each)));
