import type { Reports } from './reports.ts';
import type { WeeklySummary } from './weekly-summary.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { reportsContract } from './contract.ts';

interface Services {
  readonly reports: Reports;
  readonly weeklySummary: WeeklySummary;
}

export function reportsHandlers({ reports, weeklySummary }: Services): Handlers<typeof reportsContract> {
  return {
    'reports.read': (range) => reports.read(range),
    'reports.behind': ({ place, ...range }) => reports.behind(range, place),
    'reports.seen': () => {
      weeklySummary.seen();
      return ok({});
    },
  };
}
