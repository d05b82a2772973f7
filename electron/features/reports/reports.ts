import { Temporal } from 'temporal-polyfill';
import { LONGEST_REPORT_DAYS, type ReportName } from '../../shared/report-words.ts';
import type { BehindPage, FigureDto, ReportPlace, ReportRange, ReportDto } from '../../shared/reports.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import { answerFigures, answers } from './answers.ts';
import { consentFigures, consents, sumsOf } from './consents.ts';
import { costFigures, costs, costSums } from './costs.ts';
import { delivery, deliveryFigures, outcomesOf } from './delivery.ts';
import { Grid } from './time-buckets.ts';
import { BEHIND_SHOWN, making, type Making, type Report } from './report-builder.ts';
import { satisfaction, satisfactionFigures, scoresOf } from './satisfaction.ts';
import { uptime, uptimeFigures, uptimeSums } from './uptime.ts';
import { visitFigures, visits, visitSums } from './appointments.ts';
import { textFigures, textsByTime, volume } from './volume.ts';

/** The figures of the summary, each with the report it comes from. */
const OF_SUMMARY: Readonly<Partial<Record<FigureDto['key'], Exclude<ReportName, 'week'>>>> = {
  received: 'volume',
  sent: 'volume',
  talks: 'answers',
  'answered-by-itself': 'answers',
  'first-answer-median': 'answers',
  content: 'satisfaction',
  'opt-outs': 'consent',
  kept: 'appointments',
  missed: 'appointments',
  delivered: 'delivery',
  parts: 'costs',
  cost: 'costs',
  uptime: 'line',
};

/** A few figures of each report, compared with the time before. */
const week: Report = {
  read(report: Making) {
    const { grid } = report;
    const before = new Map(summary(making(report.context, grid.before())).map(({ key, value }) => [key, value]));
    const figures = summary(report).map((each) => ({ ...each, before: before.get(each.key) ?? null }));
    return { figures, charts: [textsByTime(report)] };
  },
  behind(report, place) {
    if ('chart' in place) return volume.behind(report, place);
    const owner = OF_SUMMARY[place.figure];
    return owner === undefined ? [] : REPORTS[owner].behind(report, place);
  },
};

const REPORTS: Readonly<Record<ReportName, Report>> = {
  week,
  volume,
  answers,
  satisfaction,
  consent: consents,
  appointments: visits,
  delivery,
  costs,
  line: uptime,
};

function summary(report: Making): readonly FigureDto[] {
  return [
    ...textFigures(report),
    ...answerFigures(report),
    ...satisfactionFigures(report, scoresOf(report)),
    ...consentFigures(sumsOf(report)),
    ...visitFigures(visitSums(report)),
    ...deliveryFigures(outcomesOf(report).sums),
    ...costFigures(report, costSums(report)),
    ...uptimeFigures(report, uptimeSums(report)),
  ].filter(({ key }) => key in OF_SUMMARY);
}

/** No shop texted anybody before or after these dates. */
const [EARLIEST, LATEST] = ['2015-01-01', '2099-12-31'];

/** What the shop can learn from its past activity. */
export class Reports {
  readonly #context: DeskContext;

  readonly #noteUptime: () => void;

  /** @param noteUptime writes down the lines' uptime that was counted so far */
  constructor(context: DeskContext, noteUptime: () => void = () => {}) {
    this.#context = context;
    this.#noteUptime = noteUptime;
  }

  read(range: ReportRange): Result<ReportDto> {
    const grid = this.#grid(range);
    if (!grid.ok) return grid;
    this.#noteUptime();
    const report = making(this.#context, grid.value);
    return ok({
      ...range,
      zone: grid.value.zone,
      grouping: grid.value.grouping,
      madeAt: report.now,
      currency: this.#context.settings().currency,
      ...REPORTS[range.name].read(report),
    });
  }

  /** The conversations behind a figure, or behind one place in a chart. */
  behind(range: ReportRange, place: ReportPlace): Result<BehindPage> {
    const grid = this.#grid(range);
    if (!grid.ok) return grid;
    const found = REPORTS[range.name].behind(making(this.#context, grid.value), place);
    return ok({ items: found.slice(0, BEHIND_SHOWN), hasMore: found.length > BEHIND_SHOWN });
  }

  #grid({ from, to }: ReportRange): Result<Grid> {
    const days = Temporal.PlainDate.from(from).until(to).days + 1;
    if (days < 1) return refuse('bad-input.last-before-first');
    if (from < EARLIEST || to > LATEST) return refuse('bad-input.days-between', { earliest: EARLIEST, latest: LATEST });
    if (days > LONGEST_REPORT_DAYS) return refuse('bad-input.most-days', { most: LONGEST_REPORT_DAYS });
    return ok(new Grid(from, to, this.#context.calendar.zone));
  }
}
