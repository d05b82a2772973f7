import { Temporal } from 'temporal-polyfill';
import type { Repeat } from '../../shared/appointments.ts';

const WEEKS = { week: 1, 'two-weeks': 2, 'four-weeks': 4 } as const;

/**
 * The dates of a repeated appointment, `YYYY-MM-DD`, the first one included. Each month it is on the same weekday: the second
 * Tuesday, say; where the first is on a fifth one, on the last. Pure.
 */
export function seriesDates(first: string, { every, times }: Repeat): readonly string[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: times }, (_, i) =>
    (every === 'month' ? sameWeekdayAfter(start, i) : start.add({ weeks: WEEKS[every] * i })).toString(),
  );
}

function sameWeekdayAfter(start: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const nth = Math.ceil(start.day / 7);
  const begins = start.with({ day: 1 }).add({ months });
  const first = begins.add({ days: (start.dayOfWeek - begins.dayOfWeek + 7) % 7 });
  const wanted = first.add({ weeks: nth - 1 });
  return wanted.month === begins.month ? wanted : wanted.subtract({ weeks: 1 });
}
