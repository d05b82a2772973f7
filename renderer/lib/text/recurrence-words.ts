import type { Recurrence } from '../../../electron/shared/recurrence.ts';
import { t, wallDay, weekdayName } from './format.ts';

/** “Every 2 weeks on Monday and Friday, 10:00”. */
export function recurrenceWords({ every, interval, weekdays, monthly, date, time, until }: Recurrence): string {
  const words = t.recurring;
  const days = weekdays.length > 0 ? weekdays : [new Date(`${date}T12:00:00Z`).getUTCDay()];
  const named = days.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((day) => weekdayName(day));
  const on =
    every === 'day'
      ? ''
      : every === 'week'
        ? words.onDays(named.join(', '))
        : 'day' in monthly
          ? monthly.day === -1
            ? words.onLastDay
            : words.onDay(monthly.day)
          : words.onNth(
              words.nths[monthly.nth === -1 ? 'last' : (monthly.nth as 1 | 2 | 3 | 4)],
              weekdayName(monthly.weekday),
            );
  const base = `${words.every[every](interval)}${on === '' ? '' : ` ${on}`}, ${time}`;
  return until === null ? base : `${base}, ${words.untilDay(wallDay(until))}`;
}
