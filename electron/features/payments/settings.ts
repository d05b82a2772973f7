import { LINK_TEMPLATE } from '../../shared/payment-words.ts';
import { text } from '../../shared/setting.ts';

export const paymentsSettings = {
  /** The link, with double braces around what is filled in; empty if nobody is asked to pay. */
  paymentLink: text(500, { pattern: LINK_TEMPLATE }),
};
