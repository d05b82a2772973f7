import { describe, expect, test } from 'vitest';
import { Grid } from '../../../../electron/features/reports/time-buckets.ts';

describe('the stretches that a report tells apart', () => {
  test('are days up to a month and a half', () => {
    const grid = new Grid('2026-10-01', '2026-10-31', 'Europe/Berlin');
    expect([grid.grouping, grid.categories.length, grid.categories[0]]).toEqual(['day', 31, '2026-10-01']);
  });

  test('are weeks that begin on Mondays beyond, the first one where it is looked at from', () => {
    const grid = new Grid('2026-10-01', '2026-11-30', 'Europe/Berlin');
    expect(grid.grouping).toBe('week');
    expect(grid.categories.slice(0, 3)).toEqual(['2026-10-01', '2026-10-05', '2026-10-12']);
    expect(grid.categories.at(-1)).toBe('2026-11-30');
  });

  test('are months over more than a year', () => {
    const grid = new Grid('2025-01-15', '2026-11-30', 'Europe/Berlin');
    expect([grid.grouping, ...grid.categories.slice(0, 3)]).toEqual([
      'month',
      '2025-01-15',
      '2025-02-01',
      '2025-03-01',
    ]);
  });
});
