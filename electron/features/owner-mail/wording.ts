import { WEEK_FIGURES, type ReportDto } from '../../shared/reports.ts';
import type { MailWording } from '../../locales/owner-words.ts';

/** A line each. */
export function weekLines({ figures }: ReportDto, wording: MailWording): readonly string[] {
  const figure = (value: number | null | undefined, unit: string): string =>
    value == null ? '–' : String(unit === 'ms' ? Math.round(value / 60_000) : value);
  return WEEK_FIGURES.flatMap((key) => {
    const found = figures.find((each) => each.key === key);
    if (found === undefined) return [];
    const before = wording.before(figure(found.before, found.unit));
    return [`${wording.figures[key]}: ${figure(found.value, found.unit)} ${before}`];
  });
}
