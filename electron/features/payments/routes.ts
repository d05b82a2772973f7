import { z } from 'zod';
import { unwrap } from '../../core/refusal-error.ts';
import {
  AlreadyThere,
  byReference,
  pageLimit,
  pageOf,
  route,
  type PublicEvents,
  type RestRoutes,
} from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import { PAYMENT_STATES } from '../../shared/payment-words.ts';
import { newPayment as input, type PaymentDto } from '../../shared/payments.ts';
import type { paymentsContract } from './contract.ts';
import type { Payments } from './payments.ts';

interface Services {
  readonly payments: Payments;
}

const newPayment = input.safeExtend({
  number: z.string().min(1).max(60).meta({ description: 'The customer’s number in any usual format.' }),
});
const paymentChange = z.strictObject({
  state: z.enum(PAYMENT_STATES).meta({ description: 'paid sends a thank-you message, once.' }),
});
const paymentQuery = z.strictObject({
  state: z.enum(PAYMENT_STATES).optional(),
  after: z.string().max(20).optional(),
  limit: pageLimit(200, 50),
});
const payment = z.object({
  reference: z.string().meta({ description: 'Part of the payment link.' }),
  number: z.string().optional(),
  amount: z.string(),
  currency: z.string().meta({ description: 'ISO 4217.' }),
  reason: z.string(),
  state: z.enum(PAYMENT_STATES),
  messageId: z.string().optional(),
  createdAt: instant,
  overAt: instant.optional().meta({ description: 'When it was paid or canceled.' }),
});

function toPayment(view: PaymentDto): z.infer<typeof payment> {
  return compact({
    reference: view.reference,
    number: view.number,
    amount: view.amount,
    currency: view.currency,
    reason: view.reason,
    state: view.state,
    messageId: view.messageId,
    createdAt: iso(view.createdAt),
    overAt: iso(view.overAt),
  }) as z.infer<typeof payment>;
}

/** The payment requests, for any program that takes the money. */
export const paymentsRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/payments',
    scope: 'payments:read',
    summary: 'List payment requests, newest first',
    request: { query: paymentQuery },
    answer: [200, 'A page', pageOf(payment)],
    handle({ query: { state, after, limit } }) {
      const all = unwrap(services().payments.page(state ?? null, after ?? null, limit + 1));
      const items = all.slice(0, limit).map(toPayment);
      return { items, next: all.length > limit ? (items.at(-1)?.reference ?? null) : null };
    },
  }),
  route({
    method: 'post',
    path: '/payments',
    scope: 'payments:write',
    summary: 'Request a payment with the shop’s payment link',
    request: { body: newPayment },
    answer: [201, 'The payment request', payment],
    alreadyThere: 'The same was just asked, and is open',
    handle({ body: { number, ...wanted } }) {
      const { payments } = services();
      const known = payments.findSameOpen(number, wanted);
      if (known !== null) return new AlreadyThere(toPayment(known));
      return toPayment(unwrap(payments.ask(number, wanted, { undoMs: null })));
    },
  }),
  route({
    method: 'get',
    path: '/payments/{reference}',
    scope: 'payments:read',
    summary: 'Get a payment request',
    request: byReference,
    answer: [200, 'The payment request', payment],
    handle: ({ params }) => toPayment(unwrap(services().payments.get(params.reference))),
  }),
  route({
    method: 'patch',
    path: '/payments/{reference}',
    scope: 'payments:write',
    summary: 'Mark a payment request as paid, or cancel it',
    request: { ...byReference, body: paymentChange },
    answer: [200, 'The updated item', payment],
    handle: ({ params, body }) => toPayment(unwrap(services().payments.setState(params.reference, body.state))),
  }),
];

export const paymentsEvents = (): PublicEvents<typeof paymentsContract> => ({
  'payment.changed': { scope: 'payments:read', toData: toPayment },
});
