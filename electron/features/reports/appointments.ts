import type { AppointmentState } from '../../shared/appointments.ts';
import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import { QUARTER_MS } from './repository.ts';
import { Sums } from './time-buckets.ts';
import {
  atCategory,
  BEHIND_SHOWN,
  figure,
  numberBehind,
  share,
  type Made,
  type Making,
  type Report,
} from './report-builder.ts';

const FATES = ['kept', 'missed', 'cancelled', 'to-come'] as const;
type Fate = (typeof FATES)[number];

/** What became of appointments, by the day they are for. */
export const visits: Report = {
  read(making: Making): Made {
    const sums = visitSums(making);
    return {
      figures: visitFigures(sums),
      charts: [
        {
          key: 'appointments-by-time',
          unit: 'count',
          axis: 'time',
          categories: making.grid.categories,
          series: sums.series(FATES),
          form: 'stacked',
          opens: true,
        },
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    const at = atCategory(making, place);
    if (at === null) return [];
    const { context, counted, now } = at;
    const wanted = 'figure' in place ? place.figure : place.series;
    return (
      context.store.reports
        .visitsBehind(counted, now)
        .filter(
          ({ state, moved, is_over: isOver }) =>
            fateOf(state, isOver) === wanted || (wanted === 'moved' && moved === 1 && state !== 'cancelled'),
        )
        .slice(0, BEHIND_SHOWN + 1)
        // The name is the one in the booking: the number may belong to somebody who books for others.
        .map(({ number, name, at: starts }) =>
          numberBehind(context, number, { at: starts, ...(name === '' ? {} : { who: name }) }),
        )
    );
  },
};

export function visitSums({ context, grid, counted, now }: Making): Sums {
  const sums = new Sums(grid.categories.length);
  for (const { quarter, state, moved, is_over: isOver, n } of context.store.reports.visits(counted, now)) {
    const category = grid.categoryOf(quarter * QUARTER_MS);
    sums.add(fateOf(state, isOver), category, n);
    if (moved === 1 && state !== 'cancelled') sums.add('moved', category, n);
  }
  return sums;
}

export function visitFigures(sums: Sums): readonly FigureDto[] {
  const [kept, missed, cancelled] = [sums.total('kept'), sums.total('missed'), sums.total('cancelled')];
  const over = kept + missed;
  return [
    figure('kept', 'count', kept),
    figure('missed', 'share', share(missed, over), { of: over }),
    figure('cancelled', 'count', cancelled),
    figure('moved', 'count', sums.total('moved')),
    figure('to-come', 'count', sums.total('to-come')),
  ];
}

function fateOf(state: AppointmentState, isOver: 0 | 1): Fate {
  if (state === 'cancelled' || state === 'missed') return state;
  if (isOver === 0) return 'to-come';
  // The customer asked for another time and got none, so they did not keep this one.
  return state === 'moving' ? 'cancelled' : 'kept';
}
