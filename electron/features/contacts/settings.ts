import { LINK_TEMPLATE } from '../../shared/payment-words.ts';
import { amount, text } from '../../shared/setting.ts';

/** In months; 0: for ever. The page asks before it takes something out for good. */
const kept = () => amount([0, 600], 0, { offered: [0, 6, 12, 24, 36, 60, 120] });

export const contactsSettings = {
  keepTexts: kept(),
  keepAppointments: kept(),
  keepOrders: kept(),
  /** Of whom nothing was heard since. */
  keepCustomers: kept(),
  /** To the customer in the shop's other program; empty: there is none. */
  crmLink: text(500, { pattern: LINK_TEMPLATE }),
};
