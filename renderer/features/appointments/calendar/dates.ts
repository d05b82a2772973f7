const DAY_MS = 86_400_000;

const at = (date: string): Date => new Date(Date.parse(date));
const plus = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY_MS).toJSON().slice(0, 10);

/** The days of the week that a date lies in. @param firstDay 0 is Sunday @returns seven, `YYYY-MM-DD`. Pure. */
export function weekOf(date: string, firstDay: number): readonly string[] {
  const first = plus(date, -((at(date).getUTCDay() - firstDay + 7) % 7));
  return Array.from({ length: 7 }, (_, i) => plus(first, i));
}

/** The weeks that show a whole month, `YYYY-MM`, with the days around it. Pure. */
export function weeksOf(month: string, firstDay: number): readonly (readonly string[])[] {
  const weeks: (readonly string[])[] = [];
  let week = weekOf(`${month}-01`, firstDay);
  while (week.some((day) => day.startsWith(month))) {
    weeks.push(week);
    week = weekOf(plus(week[6] as string, 1), firstDay);
  }
  return weeks;
}

/** The same day so many months later, or the last one of that month. Pure. */
export function monthAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toJSON().slice(0, 10);
}
