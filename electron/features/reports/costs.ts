import type { Temporal } from 'temporal-polyfill';
import { PURPOSES } from '../messaging/contract.ts';
import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import { dateOf } from '../opening-hours/wall-hours.ts';
import { Grid, Sums } from './time-buckets.ts';
import { atCategory, BEHIND_SHOWN, figure, textBehind, type Made, type Making, type Report } from './report-builder.ts';

/** The parts that were sent, and the costs beyond those that the tariff includes. */
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
        ...(making.context.settings().partPrice === 0
          ? []
          : [
              {
                key: 'cost-by-time',
                unit: 'money',
                axis: 'time',
                categories: grid.categories,
                series: sums.series(['cost']),
                form: 'stacked',
                opens: false,
              } as const,
            ]),
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    const at = atCategory(making, place);
    if (at === null) return [];
    const { context, counted } = at;
    return context.store.reports
      .sentBehind(counted, PURPOSES, BEHIND_SHOWN + 1)
      .map((row) => ({ ...textBehind(context, row), value: row.parts, unit: 'count' as const }));
  },
};

/** Parts within the bundle and beyond it, and the cost of the latter. */
export function costSums(making: Making): Sums {
  const { context, grid, counted } = making;
  const { bundleParts, bundleDay, partPrice } = context.settings();
  const sums = new Sums(grid.categories.length);
  // Parts used from the bundle before the first day count as well.
  const first = bundleParts === 0 ? grid.from : startOfBundle(grid.from, bundleDay);
  let used = 0;
  for (const { at, parts } of partsByDay(making, first, grid.to)) {
    const date = dateOf(at, grid.zone);
    if (bundleParts > 0 && date.day === bundleDay) used = 0;
    const within = Math.max(0, Math.min(parts, bundleParts - used));
    used += parts;
    const category = at < counted.from ? null : grid.categoryOf(at);
    sums.add('in-bundle', category, within);
    sums.add('beyond', category, parts - within);
    sums.add('cost', category, (parts - within) * partPrice);
  }
  return sums;
}

export function costFigures(making: Making, sums: Sums): readonly FigureDto[] {
  const { context, grid, now } = making;
  const { bundleParts, bundleDay, partPrice } = context.settings();
  const figures = [
    figure('parts', 'count', sums.total('in-bundle') + sums.total('beyond')),
    figure('cost', 'money', partPrice === 0 ? null : sums.total('cost'), { opens: null }),
  ];
  if (bundleParts === 0) return figures;
  // For the current bundle month, whatever range is shown.
  const today = dateOf(now, grid.zone);
  const used = partsByDay(making, startOfBundle(today, bundleDay), today).reduce((sum, { parts }) => sum + parts, 0);
  return [
    ...figures,
    figure('bundle-used', 'count', used, { of: bundleParts, opens: null }),
    figure('bundle-left', 'count', Math.max(0, bundleParts - used), { of: bundleParts, opens: null }),
  ];
}

/**
 * The number of parts sent on each day, in order.
 * @param to the last day, included
 */
function partsByDay(
  { context, grid, counted, texts }: Making,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly { readonly at: number; readonly parts: number }[] {
  const isGrid = from.equals(grid.from) && to.equals(grid.to);
  const whole = isGrid ? grid : new Grid(from.toString(), to.toString(), grid.zone);
  const counts = isGrid ? texts() : context.store.reports.texts({ ...counted, ...whole.range, days: whole.days });
  const parts = whole.days.map((at) => ({ at, parts: 0 }));
  for (const { day, kind, parts: n } of counts) {
    const found = parts[day];
    if (found !== undefined && kind !== 'in') found.parts += n;
  }
  return parts;
}

/** When the bundle period that applies on a date began. */
function startOfBundle(date: Temporal.PlainDate, day: number): Temporal.PlainDate {
  return (date.day >= day ? date : date.subtract({ months: 1 })).with({ day });
}
