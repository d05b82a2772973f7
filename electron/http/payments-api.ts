import { Hono } from 'hono';
import type { Desk } from '../app/desk.ts';
import { newPayment, paymentChange, paymentQuery, toPayment } from './payment-schemas.ts';
import { jsonBody, parse, unwrap } from './requests.ts';

/** What customers are asked to pay, for whatever takes the money. */
export function paymentsApi(desk: () => Desk): Hono {
  const api = new Hono();

  api.get('/payments', (c) => {
    const { state, after, limit } = parse(paymentQuery, c.req.query());
    const all = unwrap(desk().payments.page(state ?? null, after ?? null, limit + 1));
    const items = all.slice(0, limit).map(toPayment);
    return c.json({ items, next: all.length > limit ? (items.at(-1)?.reference ?? null) : null });
  });
  api.post('/payments', async (c) => {
    const { number, ...wanted } = parse(newPayment, await jsonBody(c));
    const known = desk().payments.findSameOpen(number, wanted);
    if (known !== null) return c.json(toPayment(known), 200);
    return c.json(toPayment(unwrap(desk().payments.ask(number, wanted, { undoMs: null }))), 201);
  });
  api.get('/payments/:reference', (c) => c.json(toPayment(unwrap(desk().payments.get(c.req.param('reference'))))));
  api.patch('/payments/:reference', async (c) => {
    const { state } = parse(paymentChange, await jsonBody(c));
    return c.json(toPayment(unwrap(desk().payments.setState(c.req.param('reference'), state))));
  });

  return api;
}
