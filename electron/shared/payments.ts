import { z } from 'zod';
import type { PaymentState } from './payment-words.ts';

/** What somebody is asked to pay. */
export const newPayment = z.strictObject({
  /** With a point, and as many digits behind it as the currency has at the most. */
  amount: z.string().regex(/^(?=.*[1-9])\d{1,7}(\.\d{1,3})?$/),
  reason: z.string().trim().min(1).max(80),
});
export type NewPayment = z.infer<typeof newPayment>;

export interface PaymentDto {
  readonly reference: string;
  /** E.164; null: not kept any more. */
  readonly number: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly reason: string;
  readonly state: PaymentState;
  readonly messageId: string | null;
  readonly createdAt: number;
  readonly overAt: number | null;
}
