import type { FigureDto } from '../../shared/reports.ts';
import { Sums } from './time-buckets.ts';
import { figure, share, type Made, type Making, type Report } from './report-builder.ts';

/** How long the line was ready, as a share of the time in which the program watched it. */
export const uptime: Report = {
  read(making: Making): Made {
    const { grid } = making;
    const sums = uptimeSums(making);
    const [ready, watched] = sums.series(['ready', 'watched']).map(({ values }) => values);
    return {
      figures: uptimeFigures(making, sums),
      charts: [
        {
          key: 'uptime-by-time',
          unit: 'share',
          axis: 'time',
          categories: grid.categories,
          series: [{ key: 'ready', values: (ready ?? []).map((ms, i) => share(ms, watched?.[i] ?? 0)) }],
          form: 'stacked',
          opens: false,
        },
      ],
    };
  },

  behind: () => [],
};

export function uptimeSums({ context, grid, counted }: Making): Sums {
  const sums = new Sums(grid.categories.length);
  const counts = context.store.reports.uptime({ ...counted, days: grid.days });
  for (const { day, watched_ms: watched, ready_ms: ready, ran_ms: ran } of counts) {
    const category = grid.categoryOfDay(day);
    sums.add('watched', category, watched);
    sums.add('ready', category, ready);
    sums.add('ran', category, ran);
  }
  return sums;
}

export function uptimeFigures({ context, counted, now }: Making, sums: Sums): readonly FigureDto[] {
  const [ready, watched] = [sums.total('ready'), sums.total('watched')];
  const since = context.store.reports.watchedSince(counted.lines);
  const elapsed = since === null ? 0 : Math.min(counted.until, now) - Math.max(counted.from, since);
  return [
    figure('uptime', 'share', share(ready, watched), { opens: null }),
    figure('away', 'ms', watched - ready, { opens: null }),
    figure('unwatched', 'ms', Math.max(0, elapsed - sums.total('ran')), { opens: null }),
  ];
}
