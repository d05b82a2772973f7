import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { PAYMENT_STATES } from '../../shared/payment-words.ts';
import { type PaymentDto, newPayment } from '../../shared/payments.ts';

/** Requests to pay. */
export const paymentsContract = {
  methods: {
    'payments.ask': method(
      newPayment.safeExtend({ conversationId: id, undoMs: z.number().int().min(0).max(20_000) }),
      answer<PaymentDto>(),
    ),
    'payments.ofCustomer': method(z.strictObject({ conversationId: id }), answer<readonly PaymentDto[]>()),
    'payments.setState': method(
      z.strictObject({ reference: z.string().max(20), state: z.enum(PAYMENT_STATES) }),
      answer<PaymentDto>(),
    ),
  },
  events: {
    'payment.changed': event<PaymentDto>(),
  },
} satisfies Contract;
