import type { Temporal } from 'temporal-polyfill';
import { PURPOSES } from '../../shared/views.ts';
import type { BehindView, FigureView, ReportPlace } from '../../shared/reports.ts';
import { QUARTER_MS, type TextCount } from '../../store/reports.ts';
import { dateOf } from '../calendar/wall-hours.ts';
import { Sums } from './grid.ts';
import { atCategory, BEHIND_SHOWN, figure, textBehind, type Made, type Making, type Report } from './making.ts';

/** Parts that were sent, and what they cost beyond those the tariff holds. */
export const costs: Report = {
  read(making: Making): Made {
    const { grid } = making;
    const sums = costSums(making);
    return {
      figures: costFigures(making, sums),
      charts: [
        {
          key: 'parts-by-time',
          unit: 'count',
          axis: 'time',
          categories: grid.categories,
          series: sums.series(['in-bundle', 'beyond']),
          form: 'stacked',
          opens: true,
        },
        ...(making.context.preferences().partPrice === 0
          ? []
          : [
              {
                key: 'cost-by-time',
                unit: 'money',
                axis: 'time',
                categories: grid.categories,
                series: sums.series(['cost']),
                form: 'stacked',
                opens: true,
              } as const,
            ]),
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindView[] {
    const at = atCategory(making, place);
    if (at === null) return [];
    const { context, counted } = at;
    return context.store.reports
      .sentBehind(counted, PURPOSES, BEHIND_SHOWN + 1)
      .map((row) => ({ ...textBehind(context, row), value: row.parts, unit: 'count' as const }));
  },
};

/** Parts within the bundle and beyond it, and what these cost. */
export function costSums({ context, grid, counted }: Making): Sums {
  const { bundleParts, bundleDay, partPrice } = context.preferences();
  const sums = new Sums(grid.categories.length);
  const zone = grid.zone;
  const from = bundleParts === 0 ? counted.from : startOfBundle(dateOf(counted.from, zone), bundleDay, zone);
  let used = 0;
  let renewsAt = from;
  for (const { quarter, parts } of partsByQuarter(context.store.reports.texts({ ...counted, from }))) {
    const at = quarter * QUARTER_MS;
    if (bundleParts > 0 && at >= renewsAt) {
      used = 0;
      renewsAt = startOfBundle(dateOf(at, zone), bundleDay, zone, 1);
    }
    const within = bundleParts === 0 ? 0 : Math.max(0, Math.min(parts, bundleParts - used));
    used += parts;
    const category = at < counted.from ? null : grid.categoryOf(at);
    sums.add('in-bundle', category, within);
    sums.add('beyond', category, parts - within);
    sums.add('cost', category, (parts - within) * partPrice);
  }
  return sums;
}

export function costFigures({ context, grid, counted, now }: Making, sums: Sums): readonly FigureView[] {
  const { bundleParts, bundleDay, partPrice } = context.preferences();
  const figures = [
    figure('parts', 'count', sums.total('in-bundle') + sums.total('beyond')),
    figure('cost', 'money', partPrice === 0 ? null : sums.total('cost')),
  ];
  if (bundleParts === 0) return figures;
  // Of the month that runs now, whatever is looked at.
  const from = startOfBundle(dateOf(now, grid.zone), bundleDay, grid.zone);
  const until = Math.ceil((now + 1) / QUARTER_MS) * QUARTER_MS;
  const counts = context.store.reports.texts({ ...counted, from, until });
  const used = partsByQuarter(counts).reduce((sum, { parts }) => sum + parts, 0);
  return [
    ...figures,
    figure('bundle-used', 'count', used, { of: bundleParts, opens: null }),
    figure('bundle-left', 'count', Math.max(0, bundleParts - used), { of: bundleParts, opens: null }),
  ];
}

/** Of what was sent, in order. */
function partsByQuarter(counts: readonly TextCount[]): readonly { readonly quarter: number; readonly parts: number }[] {
  const parts = new Map<number, number>();
  for (const { quarter, kind, parts: n } of counts)
    if (kind !== 'in') parts.set(quarter, (parts.get(quarter) ?? 0) + n);
  return [...parts].toSorted(([a], [b]) => a - b).map(([quarter, n]) => ({ quarter, parts: n }));
}

/** When the bundle that holds on a date began, or begins so many months later. */
function startOfBundle(date: Temporal.PlainDate, day: number, zone: string, later = 0): number {
  const month = date.day >= day ? date : date.subtract({ months: 1 });
  return month.with({ day }).add({ months: later }).toZonedDateTime(zone).epochMilliseconds;
}
