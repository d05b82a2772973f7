import { PURPOSES, type Purpose } from '../messaging/contract.ts';
import type { BehindDto, ChartDto, ReportPlace } from '../../shared/reports.ts';
import { QUARTER_MS } from './repository.ts';
import { Sums } from './time-buckets.ts';
import {
  atCategory,
  BEHIND_SHOWN,
  figure,
  share,
  textBehind,
  within,
  type Made,
  type Making,
  type Report,
} from './report-builder.ts';

export const BY_ITSELF: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'answer');
const SERIES = ['in', 'people', 'itself'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => String(day + 1));

/** How many messages there are, and when. */
export const volume: Report = {
  read(making: Making): Made {
    return { figures: textFigures(making), charts: [textsByTime(making), textsByHour(making)] };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    if ('figure' in place) return textsBehind(making, kindsOf(place.figure));
    if (place.chart === 'texts-by-time') {
      const at = atCategory(making, place);
      return at === null ? [] : textsBehind(at, kindsOf(place.series));
    }
    const found: BehindDto[] = [];
    for (const hour of making.grid.hours(Number(place.series), Number(place.category))) {
      found.push(...textsBehind(within(making, hour), ['in']));
      if (found.length > BEHIND_SHOWN) break;
    }
    return found;
  },
};

export function textsByTime({ grid, texts }: Making): ChartDto {
  const sums = new Sums(grid.categories.length);
  for (const { day, kind, texts: n } of texts()) sums.add(seriesOf(kind), grid.categoryOfDay(day), n);
  return {
    key: 'texts-by-time',
    unit: 'count',
    axis: 'time',
    categories: grid.categories,
    series: sums.series(SERIES).map((each) => (each.key === 'in' ? { ...each, beside: true } : each)),
    form: 'stacked',
    opens: true,
  };
}

function textsByHour({ context, grid, counted }: Making): ChartDto {
  const sums = new Sums(HOURS.length);
  for (const { quarter, texts } of context.store.reports.received(counted)) {
    const at = grid.hourOf(quarter * QUARTER_MS);
    if (at !== null) sums.add(String(at.weekday), at.hour, texts);
  }
  return {
    key: 'texts-by-hour',
    unit: 'count',
    axis: 'hour',
    categories: HOURS,
    series: sums.series(WEEKDAYS),
    form: 'shades',
    opens: true,
  };
}

export function textFigures({ texts }: Making): Made['figures'] {
  const kinds = new Map<string, number>();
  for (const { kind, texts: n } of texts()) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  const sum = (of: readonly string[]): number => of.reduce((total, kind) => total + (kinds.get(kind) ?? 0), 0);
  const [people, itself, sent] = [sum(['answer']), sum(BY_ITSELF), sum(PURPOSES)];
  return [
    figure('received', 'count', sum(['in'])),
    figure('sent', 'count', sent),
    figure('sent-by-people', 'share', share(people, sent), { of: sent }),
    figure('sent-by-itself', 'share', share(itself, sent), { of: sent }),
  ];
}

function seriesOf(kind: string): (typeof SERIES)[number] {
  return kind === 'in' ? 'in' : kind === 'answer' ? 'people' : 'itself';
}

function kindsOf(key: string): readonly string[] {
  if (key === 'received' || key === 'in') return ['in'];
  if (key === 'sent') return PURPOSES;
  return key === 'sent-by-people' || key === 'people' ? ['answer'] : BY_ITSELF;
}

function textsBehind({ context, counted }: Making, kinds: readonly string[]): readonly BehindDto[] {
  const { reports } = context.store;
  const rows = kinds.includes('in')
    ? reports.receivedBehind(counted, BEHIND_SHOWN + 1)
    : reports.sentBehind(counted, kinds, BEHIND_SHOWN + 1);
  return rows.map((row) => textBehind(context, row));
}
