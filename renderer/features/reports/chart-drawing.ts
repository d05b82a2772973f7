const STRIPES = 'stripes';
/** How charts are drawn: one accent in its shades, colour only where something went wrong or waits. */
const FILLS: Readonly<Record<string, string>> = {
  in: 'var(--ink-3)',
  people: 'var(--accent)',
  itself: STRIPES,
  nobody: 'var(--wait)',
  missed: 'var(--bad)',
  cancelled: 'var(--rule-2)',
  'to-come': STRIPES,
  unreported: 'color-mix(in srgb, var(--accent) 45%, var(--sheet))',
  uncertain: 'var(--wait)',
  failed: 'var(--bad)',
  'in-bundle': 'color-mix(in srgb, var(--accent) 45%, var(--sheet))',
  'opt-outs': 'var(--bad)',
  'offers-agreed': 'color-mix(in srgb, var(--accent) 45%, var(--sheet))',
  p90: 'var(--ink-3)',
};

/** Of the stripes; on paper those of the paper, for what is not printed draws nothing. */
export type Pattern = 'by-itself' | 'by-itself-on-paper';

export function fillOf(series: string, pattern: Pattern = 'by-itself'): string {
  const fill = FILLS[series] ?? 'var(--accent)';
  return fill === STRIPES ? `url(#${pattern})` : fill;
}

const MINUTE = 60_000;
/** Round times, in minutes. */
const TIMES = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440, 2_880, 7_200, 14_400, 43_200];

/** The end of an axis, so that its half is a round number as well. */
export function roundedUp(most: number, unit: string): number {
  if (unit === 'share') return 1;
  if (most <= 0) return unit === 'ms' ? 10 * MINUTE : 2;
  if (unit === 'ms') {
    const found = TIMES.find((minutes) => minutes * 2 * MINUTE >= most);
    return found === undefined ? most : found * 2 * MINUTE;
  }
  const size = 10 ** Math.floor(Math.log10(most));
  const steps = unit === 'count' && size === 1 ? [2, 4, 6, 8, 10] : [1, 2, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * size >= most) ?? 10) * size;
}
