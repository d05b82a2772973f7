import { z } from 'zod';
import { PAYMENT_STATES } from '../shared/payment-words.ts';
import { newPayment as written, type PaymentView } from '../shared/payments.ts';
import { compact, instant, iso } from './wire.ts';

export const newPayment = written.safeExtend({
  number: z.string().min(1).max(60).meta({ description: 'Of the customer, in any usual spelling.' }),
});

export const paymentChange = z.strictObject({
  state: z.enum(PAYMENT_STATES).meta({ description: 'paid: the customer is thanked. Said twice it is one.' }),
});

export const paymentQuery = z.strictObject({
  state: z.enum(PAYMENT_STATES).optional(),
  after: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const payment = z.object({
  reference: z.string().meta({ description: 'Stands in the payment link.' }),
  number: z.string().optional(),
  amount: z.string(),
  currency: z.string().meta({ description: 'ISO 4217.' }),
  reason: z.string(),
  state: z.enum(PAYMENT_STATES),
  messageId: z.string().optional(),
  createdAt: instant,
  overAt: instant.optional().meta({ description: 'When it was paid or called off.' }),
});

export function toPayment(view: PaymentView): z.infer<typeof payment> {
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
