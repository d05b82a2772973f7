import { LINK_TEMPLATE } from '../../shared/payment-words.ts';
import { text } from '../../shared/setting.ts';

export const paymentsSettings = {
  /** With what is put in between double braces; empty: nobody is asked to pay. */
  paymentLink: text(500, { pattern: LINK_TEMPLATE }),
};
