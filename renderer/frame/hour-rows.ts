import type { WeekHours } from '../../electron/shared/hours.ts';

/** Days that are open at the same times. */
export interface HourRow {
  /** 0 means Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** A week as a form asks for it: one row for all days with the same hours. A day's breaks are not in it. */
export function rowsOf(week: WeekHours): readonly HourRow[] {
  const rows: { days: number[]; from: string; to: string }[] = [];
  for (const [day, spans] of week.entries()) {
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) continue;
    const row = rows.find(({ from, to }) => from === first.from && to === last.to);
    if (row === undefined) rows.push({ days: [day], from: first.from, to: last.to });
    else row.days.push(day);
  }
  return rows.toSorted((a, b) => b.days.length - a.days.length);
}

/** A day is open as the first row says that has it. */
export function weekOf(rows: readonly HourRow[]): WeekHours {
  return Array.from({ length: 7 }, (_, day) => {
    const row = rows.find(({ days }) => days.includes(day));
    return row === undefined ? [] : [{ from: row.from, to: row.to }];
  });
}

/** Switches a day of a row: in that row it is open at its times, and in no other. */
export function withDay(rows: readonly HourRow[], at: number, day: number): readonly HourRow[] {
  const isOn = rows[at]?.days.includes(day) === true;
  return rows.map((row, i) => {
    const others = row.days.filter((each) => each !== day);
    return { ...row, days: i === at && !isOn ? [...others, day].toSorted((a, b) => a - b) : others };
  });
}

export function makesSense({ from, to }: HourRow): boolean {
  return to === '00:00' || from < to;
}
