import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEPT, keptOf } from '../../../electron/backups/retention-policy.ts';
import { BACKUP_KINDS, type BackupKind } from '../../../electron/shared/backup-vault.ts';

const DAY = 86_400_000;
const dateOf = (at: number): string => new Date(at).toJSON().slice(0, 10);
const nightly = (at: number): { kind: BackupKind; at: number } => ({ kind: 'nightly', at });

describe('which backups are kept', () => {
  test('after two years of nights: seven days, four weeks, twelve months', () => {
    const last = Date.UTC(2026, 10, 25, 1, 30);
    const nights = Array.from({ length: 730 }, (_, i) => nightly(last - i * DAY));
    const kept = [...keptOf(nights, dateOf)].map(({ at }) => dateOf(at));
    expect(kept).toEqual([
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      // The last of each week: the Sundays.
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
  });

  test('two in one night are both kept for some days: one may be of a backup that was put back by mistake', () => {
    const night = Date.UTC(2026, 10, 25, 1, 30);
    expect(keptOf([nightly(night), nightly(night + 9 * 3_600_000)], dateOf).size).toBe(2);
    expect(keptOf([nightly(night), nightly(night + 9 * 3_600_000), nightly(night + 5 * DAY)], dateOf).size).toBe(2);
  });

  test('a computer that is seldom on keeps as many days, weeks and months as it has', () => {
    const nights = [0, 40, 80, 120].map((days) => nightly(Date.UTC(2026, 10, 25) - days * DAY));
    expect(keptOf(nights, dateOf).size).toBe(4);
  });

  test('the newest stays whatever else there is, there are never more than that, and keeping again keeps the same', () => {
    const files = fc.array(
      fc.record({ kind: fc.constantFrom(...BACKUP_KINDS), at: fc.integer({ min: 0, max: 3_000 * DAY }) }),
      { minLength: 1, maxLength: 400 },
    );
    fc.assert(
      fc.property(files, (all) => {
        const kept = [...keptOf(all, dateOf)];
        for (const kind of BACKUP_KINDS) {
          const ofKind = all.filter((file) => file.kind === kind);
          const keptOfKind = kept.filter((file) => file.kind === kind);
          const newest = Math.max(...ofKind.map(({ at }) => at));
          if (ofKind.length > 0) expect(Math.max(...keptOfKind.map(({ at }) => at))).toBe(newest);
          const lately = kind === 'nightly' ? ofKind.filter(({ at }) => newest - at < 3 * DAY).length : 0;
          const most = kind === 'nightly' ? KEPT.days + KEPT.weeks + KEPT.months : KEPT[kind];
          expect(keptOfKind.length).toBeLessThanOrEqual(most + lately);
        }
        expect(keptOf(kept, dateOf).size).toBe(kept.length);
      }),
    );
  });
});
