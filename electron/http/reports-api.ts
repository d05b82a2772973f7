import { Hono } from 'hono';
import type { Desk } from '../app/desk.ts';
import { REPORT_NAMES } from '../shared/report-words.ts';
import { refused } from './errors.ts';
import { reportQuery, toReport } from './report-schemas.ts';
import { parse, unwrap } from './requests.ts';

/** The shop's reports, for other programs. */
export function reportsApi(desk: () => Desk): Hono {
  const api = new Hono();

  api.get('/reports', (c) => c.json({ items: REPORT_NAMES }));
  api.get('/reports/:name', (c) => {
    const name = REPORT_NAMES.find((each) => each === c.req.param('name'));
    if (name === undefined) throw refused('not-found', `There are these reports: ${REPORT_NAMES.join(', ')}.`);
    return c.json(toReport(unwrap(desk().reports.read({ name, ...parse(reportQuery, c.req.query()) }))));
  });

  return api;
}
