import { z } from 'zod';
import { answer, method, type Contract } from '../../shared/contract.ts';
import { type BehindPage, type ReportDto, reportPlace, reportRange } from '../../shared/reports.ts';

/** Figures, and the conversations behind them. */
export const reportsContract = {
  methods: {
    'reports.read': method(reportRange, answer<ReportDto>()),
    'reports.behind': method(reportRange.safeExtend({ place: reportPlace }), answer<BehindPage>()),
    'reports.seen': method(z.strictObject({}), answer<Record<string, never>>()),
  },
  events: {},
} satisfies Contract;
