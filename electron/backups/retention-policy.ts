import type { BackupFile } from '../shared/backup-vault.ts';

/** Every one of the last nights: the first after a backup was put back takes the place of none. */
const ALL_OF_MS = 3 * 24 * 3_600_000;
/** How many are kept: of the nights the last of each of so many days, weeks and months in which there is one. */
export const KEPT = { days: 7, weeks: 4, months: 12, 'by-hand': 10, 'before-update': 5 } as const;

/**
 * Which of some backups are kept. Pure.
 * @param dateOf the day of the shop's calendar an instant lies in, `YYYY-MM-DD`
 */
export function keptOf<File extends Pick<BackupFile, 'kind' | 'at'>>(
  files: readonly File[],
  dateOf: (at: number) => string,
): ReadonlySet<File> {
  const newestFirst = files.toSorted((a, b) => b.at - a.at);
  const nights = newestFirst.filter(({ kind }) => kind === 'nightly');
  const newestOfEach = (periodOf: (date: string) => string, count: number): readonly File[] => {
    const seen = new Map<string, File>();
    for (const file of nights) {
      const period = periodOf(dateOf(file.at));
      if (!seen.has(period)) seen.set(period, file);
    }
    return [...seen.values()].slice(0, count);
  };
  const newest = nights[0]?.at ?? 0;
  return new Set([
    ...nights.filter(({ at }) => newest - at < ALL_OF_MS),
    ...newestOfEach((date) => date, KEPT.days),
    ...newestOfEach(weekOf, KEPT.weeks),
    ...newestOfEach((date) => date.slice(0, 7), KEPT.months),
    ...newestFirst.filter(({ kind }) => kind === 'by-hand').slice(0, KEPT['by-hand']),
    ...newestFirst.filter(({ kind }) => kind === 'before-update').slice(0, KEPT['before-update']),
  ]);
}

/** By its Monday. */
function weekOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toJSON().slice(0, 10);
}
