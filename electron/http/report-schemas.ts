import { z } from 'zod';
import { REPORT_NAMES } from '../shared/report-words.ts';
import type { ReportView } from '../shared/reports.ts';
import { iso } from './wire.ts';

const UNITS = ['count', 'share', 'ms', 'money', 'score'] as const;
const day = z.iso.date().meta({ description: 'A day of the shop’s clock.' });

export const reportQuery = z.strictObject({ from: day, to: day.meta({ description: 'The last day.' }) });

export const report = z.object({
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
      of: z.number().nullable().meta({ description: 'Of how many.' }),
      before: z.number().nullable().optional().meta({ description: 'In the time of the same length before.' }),
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

export function toReport(view: ReportView): z.infer<typeof report> {
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
