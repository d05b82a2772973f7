import { LONGEST_REPORT_DAYS, type ReportName } from '../../../electron/shared/report-words.ts';
import type { BehindPage, ReportPlace, ReportDto } from '../../../electron/shared/reports.ts';
import { addDays, dateAt } from '../../lib/text/format.ts';
import type { DeskServices } from '../../frame/services.ts';

export const PERIODS = [
  'this-week',
  'last-week',
  'last-30',
  'this-month',
  'last-month',
  'this-year',
  'last-365',
  'own',
] as const;
export type Period = (typeof PERIODS)[number];

/** A year that is still being typed is not valid. */
const EARLIEST = '2015-01-01';

/** Days, both included. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** The days a period means today. */
export function rangeOf(period: Exclude<Period, 'own'>, today: string): Range {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const month = `${today.slice(0, 7)}-01`;
  const lastOfMonthBefore = addDays(month, -1);
  switch (period) {
    case 'this-week':
      return { from: addDays(today, -weekday), to: addDays(today, 6 - weekday) };
    case 'last-week':
      return { from: addDays(today, -weekday - 7), to: addDays(today, -weekday - 1) };
    case 'last-30':
      return { from: addDays(today, -29), to: today };
    case 'this-month':
      return { from: month, to: addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1) };
    case 'last-month':
      return { from: `${lastOfMonthBefore.slice(0, 7)}-01`, to: lastOfMonthBefore };
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'last-365':
      return { from: addDays(today, -364), to: today };
  }
}

/** The report that is looked at. */
export class Reports {
  name = $state<ReportName>('week');
  period = $state<Period>('last-30');
  own = $state<Range>({ from: '', to: '' });
  view = $state.raw<ReportDto | null>(null);
  readonly #desk: DeskServices;
  #generation = 0;

  constructor(desk: DeskServices) {
    this.#desk = desk;
  }

  /** Null: there is no range yet, or only an invalid one. */
  get range(): Range | null {
    if (this.period !== 'own') return rangeOf(this.period, dateAt(Date.now()));
    return this.problem === null ? this.own : null;
  }

  /** What is wrong with one's own days; null: nothing. */
  get problem(): 'missing' | 'reversed' | 'long' | null {
    const { from, to } = this.own;
    if (this.period !== 'own') return null;
    if (from < EARLIEST || to < EARLIEST) return 'missing';
    if (to < from) return 'reversed';
    return addDays(from, LONGEST_REPORT_DAYS) <= to ? 'long' : null;
  }

  async load(): Promise<void> {
    const { range, name } = this;
    const generation = ++this.#generation;
    if (range === null) {
      this.view = null;
      return;
    }
    const view = await this.#desk.ask('reports.read', { name, ...range });
    if (generation === this.#generation) this.view = view;
  }

  show(name: ReportName): void {
    this.name = name;
    void this.load();
  }

  async setPeriod(period: Period): Promise<void> {
    // One's own begins with the one that was looked at.
    if (period === 'own' && this.range !== null) this.own = this.range;
    this.period = period;
    await this.load();
  }

  /** What a figure or a part of a chart was counted from; null: no report is there, or the desk is away. */
  async drillDown(place: ReportPlace): Promise<BehindPage | null> {
    const { view } = this;
    if (view === null) return null;
    const { name, from, to } = view;
    return this.#desk.ask('reports.behind', { name, from, to, place });
  }
}
