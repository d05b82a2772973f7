import type { FigureUnit } from '../../../electron/shared/report-words.ts';
import type { ChartDto, ReportDto } from '../../../electron/shared/reports.ts';
import { words } from './catalogue.svelte.ts';
import { money, t, weekdayName } from './format.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

export interface ValueStyle {
  readonly unit: FigureUnit;
  /** ISO 4217. */
  readonly currency: string;
}

/** A number of a report as it is read; a dash where there is none. */
export function reportValue(value: number | null, { unit, currency }: ValueStyle): string {
  if (value === null) return '–';
  switch (unit) {
    case 'count':
      return value.toLocaleString(words.locale);
    case 'share':
      return value.toLocaleString(words.locale, { style: 'percent', maximumFractionDigits: value < 0.1 ? 1 : 0 });
    case 'score':
      return value.toLocaleString(words.locale, { maximumFractionDigits: 1 });
    case 'money':
      return money(value, currency);
    case 'ms':
      return span(Math.round(value / MINUTE));
  }
}

/** Two units at the most: 4 min, 2 h 10 min, 3 days 4 h. */
function span(minutes: number): string {
  const [days, hours, rest] = [
    Math.floor(minutes / DAY_MINUTES),
    Math.floor((minutes % DAY_MINUTES) / 60),
    minutes % 60,
  ];
  if (days > 0) return hours === 0 ? t.days(days) : `${t.days(days)} ${t.hours(hours)}`;
  if (hours > 0) return rest === 0 ? t.hours(hours) : `${t.hours(hours)} ${t.minutes(rest)}`;
  return t.minutes(rest);
}

/** As a program takes it: durations in minutes. */
export function plainValue(value: number | null, unit: FigureUnit): string {
  if (value === null) return '';
  return String(unit === 'ms' ? Math.round((value / MINUTE) * 10) / 10 : Math.round(value * 10_000) / 10_000);
}

/** What a place on the axis of a chart is called. */
export function categoryLabel(chart: ChartDto, category: string, grouping: ReportDto['grouping']): string {
  switch (chart.axis) {
    case 'time':
      return grouping === 'week' ? t.reports.week(shortDay(category)) : timeLabel(category, grouping);
    case 'hour':
      return `${category}:00`;
    case 'spread':
      return category === 'longer' ? t.reports.longer : t.reports.spread(Number(category));
    case 'score':
      return category;
    case 'reason': {
      const sentence = chart.sentences?.[chart.categories.indexOf(category)];
      return t.reasons[category]?.[0] ?? (sentence || category);
    }
  }
}

/** The same where there is little room. */
export function timeLabel(category: string, grouping: ReportDto['grouping']): string {
  return grouping === 'month'
    ? new Intl.DateTimeFormat(words.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
        Date.parse(category),
      )
    : shortDay(category);
}

function shortDay(date: string): string {
  return new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(date),
  );
}

export function seriesLabel(chart: ChartDto, key: string): string {
  if (chart.axis === 'hour') return weekdayName(Number(key) % 7);
  return (t.reports.series as Readonly<Record<string, string>>)[key] ?? key;
}

/** What the window shows, as rows of a table. */
export function reportRows(view: ReportDto): readonly (readonly string[])[] {
  const unitOf = (unit: FigureUnit): string => (unit === 'money' ? view.currency : t.reports.units[unit]);
  const range = `${view.from} – ${view.to}`;
  return [
    t.reports.csv,
    ...view.figures.map(({ key, unit, value }) => [
      t.reports.figures[key][0],
      range,
      '',
      plainValue(value, unit),
      unitOf(unit),
    ]),
    ...view.charts.flatMap((chart) =>
      chart.series.flatMap((series) =>
        series.values.map((value, i) => {
          const category = chart.categories[i] ?? '';
          return [
            t.reports.charts[chart.key][0],
            chart.axis === 'time' ? category : categoryLabel(chart, category, view.grouping),
            seriesLabel(chart, series.key),
            plainValue(value, chart.unit),
            unitOf(chart.unit),
          ];
        }),
      ),
    ),
  ];
}
