import { z } from 'zod';
import { refused, unwrap } from '../../core/refusal-error.ts';
import { allOf, route, type RestRoutes } from '../../core/rest-route.ts';
import { iso } from '../../core/wire.ts';
import { REPORT_NAMES } from '../../shared/report-words.ts';
import type { ReportDto } from '../../shared/reports.ts';
import type { Reports } from './reports.ts';

interface Services {
  readonly reports: Reports;
}

const UNITS = ['count', 'share', 'ms', 'money', 'score'] as const;
const day = z.iso.date().meta({ description: 'A date in the shop’s time zone.' });

const reportQuery = z.strictObject({ from: day, to: day.meta({ description: 'The last day.' }) });

const report = z.object({
  name: z.enum(REPORT_NAMES),
  from: z.string(),
  to: z.string(),
  zone: z.string().meta({ description: 'IANA.' }),
  grouping: z.enum(['day', 'week', 'month']),
  madeAt: z.string(),
  currency: z.string().meta({ description: 'ISO 4217.' }),
  figures: z.array(
    z.object({
      key: z.string(),
      unit: z.enum(UNITS),
      value: z.number().nullable(),
      of: z.number().nullable().meta({ description: 'Out of how many.' }),
      before: z
        .number()
        .nullable()
        .optional()
        .meta({ description: 'The value of the previous period of the same length.' }),
    }),
  ),
  charts: z.array(
    z.object({
      key: z.string(),
      unit: z.enum(UNITS),
      axis: z.string(),
      categories: z.array(z.string()),
      series: z.array(z.object({ key: z.string(), values: z.array(z.number().nullable()) })),
    }),
  ),
});

function toReport(view: ReportDto): z.infer<typeof report> {
  return {
    name: view.name,
    from: view.from,
    to: view.to,
    zone: view.zone,
    grouping: view.grouping,
    madeAt: iso(view.madeAt) ?? '',
    currency: view.currency,
    figures: view.figures.map(({ key, unit, value, of, before }) => ({
      key,
      unit,
      value,
      of,
      ...(before === undefined ? {} : { before }),
    })),
    charts: view.charts.map(({ key, unit, axis, categories, series }) => ({
      key,
      unit,
      axis,
      categories: [...categories],
      series: series.map((each) => ({ key: each.key, values: [...each.values] })),
    })),
  };
}

/** The REST routes through which other programs read the shop's reports. */
export const reportsRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/reports',
    scope: 'reports:read',
    summary: 'List reports',
    answer: [200, 'The names', allOf(z.string())],
    handle: () => ({ items: [...REPORT_NAMES] }),
  }),
  route({
    method: 'get',
    path: '/reports/{name}',
    scope: 'reports:read',
    summary: 'Get a report for a range of days',
    request: { params: z.object({ name: z.string().meta({ enum: REPORT_NAMES }) }), query: reportQuery },
    answer: [200, 'The report', report],
    handle({ params, query }) {
      const name = REPORT_NAMES.find((each) => each === params.name);
      if (name === undefined) throw refused('not-found', `There are these reports: ${REPORT_NAMES.join(', ')}.`);
      return toReport(unwrap(services().reports.read({ name, ...query })));
    },
  }),
];
