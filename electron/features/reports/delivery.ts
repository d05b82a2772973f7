import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import { reasonOf } from '../messaging/reasons.ts';
import { Sums } from './time-buckets.ts';
import {
  atCategory,
  BEHIND_SHOWN,
  figure,
  share,
  textBehind,
  type Made,
  type Making,
  type Report,
} from './report-builder.ts';

const OUTCOMES = ['delivered', 'unreported', 'uncertain', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];
const STATES: Readonly<Record<Outcome, readonly string[]>> = {
  delivered: ['delivered'],
  unreported: ['sent'],
  uncertain: ['uncertain'],
  failed: ['failed', 'expired'],
};
/** No more causes than can be told apart at a glance. */
const CAUSES_SHOWN = 12;

/** What became of messages, by when they were written, and why some did not arrive. */
export const delivery: Report = {
  read(making: Making): Made {
    const { grid } = making;
    const { sums, causes } = outcomesOf(making);
    const shown = [...causes].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b)).slice(0, CAUSES_SHOWN);
    return {
      figures: deliveryFigures(sums),
      charts: [
        {
          key: 'delivery-by-time',
          unit: 'count',
          axis: 'time',
          categories: grid.categories,
          series: sums.series(OUTCOMES),
          form: 'stacked',
          opens: true,
        },
        {
          key: 'delivery-causes',
          unit: 'count',
          axis: 'reason',
          categories: shown.map(([code]) => code),
          sentences: shown.map(([code]) => reasonOf(code)?.sentence ?? ''),
          series: [{ key: 'failed', values: shown.map(([, n]) => n) }],
          form: 'bars',
          opens: true,
        },
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    if ('chart' in place && place.chart === 'delivery-causes') return texts(making, STATES.failed, place.category);
    const at = atCategory(making, place);
    const outcome = OUTCOMES.find((each) => each === ('figure' in place ? place.figure : place.series));
    return at === null || outcome === undefined ? [] : texts(at, STATES[outcome], null);
  },
};

export function outcomesOf({ context, grid, counted }: Making): {
  readonly sums: Sums;
  readonly causes: ReadonlyMap<string, number>;
} {
  const sums = new Sums(grid.categories.length);
  const causes = new Map<string, number>();
  const outcomes = context.store.reports.outcomes({ ...counted, days: grid.days });
  for (const { day, state, reason, texts: n } of outcomes) {
    const outcome = OUTCOMES.find((each) => STATES[each].includes(state));
    if (outcome === undefined) continue;
    sums.add(outcome, grid.categoryOfDay(day), n);
    if (outcome === 'failed') causes.set(reason, (causes.get(reason) ?? 0) + n);
  }
  return { sums, causes };
}

export function deliveryFigures(sums: Sums): readonly FigureDto[] {
  const of = OUTCOMES.reduce((total, outcome) => total + sums.total(outcome), 0);
  return OUTCOMES.map((outcome) => figure(outcome, 'share', share(sums.total(outcome), of), { of }));
}

function texts({ context, counted }: Making, states: readonly string[], reason: string | null): readonly BehindDto[] {
  return context.store.reports
    .outcomesBehind(counted, states, reason, BEHIND_SHOWN + 1)
    .map((row) => textBehind(context, row));
}
