import { PURPOSES, type Purpose } from '../../shared/views.ts';
import type { ReportPlace, BehindView } from '../../shared/reports.ts';
import { QUARTER_MS } from '../../store/reports.ts';
import { Sums } from './grid.ts';
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
} from './making.ts';

export const BY_ITSELF: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'answer');
const SERIES = ['in', 'people', 'itself'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => String(day + 1));

/** How much is written, and when. */
export const volume: Report = {
  read({ context, grid, counted }: Making): Made {
    const byTime = new Sums(grid.categories.length);
    const byHour = new Sums(HOURS.length);
    const kinds = new Map<string, number>();
    for (const count of context.store.reports.texts(counted)) {
      const at = count.quarter * QUARTER_MS;
      byTime.add(seriesOf(count.kind), grid.categoryOf(at), count.texts);
      kinds.set(count.kind, (kinds.get(count.kind) ?? 0) + count.texts);
      if (count.kind !== 'in') continue;
      const hour = grid.hourOf(at);
      if (hour !== null) byHour.add(String(hour.weekday), hour.hour, count.texts);
    }
    return {
      figures: textFigures(kinds),
      charts: [
        {
          key: 'texts-by-time',
          unit: 'count',
          axis: 'time',
          categories: grid.categories,
          series: byTime.series(SERIES),
          form: 'stacked',
          opens: true,
        },
        {
          key: 'texts-by-hour',
          unit: 'count',
          axis: 'hour',
          categories: HOURS,
          series: byHour.series(WEEKDAYS),
          form: 'shades',
          opens: true,
        },
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindView[] {
    if ('figure' in place) return texts(making, kindsOf(place.figure));
    if (place.chart === 'texts-by-time') {
      const at = atCategory(making, place);
      return at === null ? [] : texts(at, kindsOf(place.series));
    }
    const found: BehindView[] = [];
    for (const hour of making.grid.hours(Number(place.series), Number(place.category))) {
      found.push(...texts(within(making, hour), ['in']));
      if (found.length > BEHIND_SHOWN) break;
    }
    return found;
  },
};

/** @param kinds how many texts of each kind */
export function textFigures(kinds: ReadonlyMap<string, number>): Made['figures'] {
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

function texts({ context, counted }: Making, kinds: readonly string[]): readonly BehindView[] {
  const { reports } = context.store;
  const rows = kinds.includes('in')
    ? reports.receivedBehind(counted, BEHIND_SHOWN + 1)
    : reports.sentBehind(counted, kinds, BEHIND_SHOWN + 1);
  return rows.map((row) => textBehind(context, row));
}
