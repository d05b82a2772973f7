import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import { QUARTER_MS } from './repository.ts';
import { Sums } from './time-buckets.ts';
import {
  atCategory,
  BEHIND_SHOWN,
  figure,
  numberBehind,
  type Made,
  type Making,
  type Report,
} from './report-builder.ts';

const KINDS = ['opt-outs', 'opt-ins', 'offers-agreed'] as const;
type Kind = (typeof KINDS)[number];
const ENTRY: Readonly<Record<Kind, readonly [purpose: string, state: string]>> = {
  'opt-outs': ['all', 'withdrawn'],
  'opt-ins': ['all', 'granted'],
  'offers-agreed': ['offer', 'granted'],
};

/** Which customers opted out, which opted in again, and which agreed to offers. */
export const consents: Report = {
  read(making: Making): Made {
    const sums = sumsOf(making);
    return {
      figures: consentFigures(sums),
      charts: [
        {
          key: 'consent-by-time',
          unit: 'count',
          axis: 'time',
          categories: making.grid.categories,
          series: sums.series(KINDS),
          form: 'stacked',
          opens: true,
        },
      ],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    const at = atCategory(making, place);
    const kind = KINDS.find((each) => each === ('figure' in place ? place.figure : place.series));
    if (at === null || kind === undefined) return [];
    const { context, counted } = at;
    return context.store.reports
      .consentBehind(counted, ...ENTRY[kind], BEHIND_SHOWN + 1)
      .map(({ at: said, number, wording }) => numberBehind(context, number, { at: said, text: wording }));
  },
};

export function sumsOf({ context, grid, counted }: Making): Sums {
  const sums = new Sums(grid.categories.length);
  for (const { quarter, purpose, state, n } of context.store.reports.consent(counted)) {
    const kind = KINDS.find((each) => ENTRY[each][0] === purpose && ENTRY[each][1] === state);
    if (kind !== undefined) sums.add(kind, grid.categoryOf(quarter * QUARTER_MS), n);
  }
  return sums;
}

export function consentFigures(sums: Sums): readonly FigureDto[] {
  return KINDS.map((kind) => figure(kind, 'count', sums.total(kind)));
}
