import { z } from 'zod';
import type { PaymentState } from './payment-words.ts';

/** The input for a payment that a customer is asked to make. */
export const newPayment = z.strictObject({
  /** With a decimal point, and at most as many digits after it as the currency has. */
  amount: z.string().regex(/^(?=.*[1-9])\d{1,7}(\.\d{1,3})?$/),
  reason: z.string().trim().min(1).max(80),
});
export type NewPayment = z.infer<typeof newPayment>;

export interface PaymentDto {
  readonly reference: string;
  /** E.164; null if it is no longer stored. */
  readonly number: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly reason: string;
  readonly state: PaymentState;
  readonly messageId: string | null;
  readonly createdAt: number;
  readonly overAt: number | null;
}
