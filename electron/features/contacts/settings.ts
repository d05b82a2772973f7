import { LINK_TEMPLATE } from '../../shared/payment-words.ts';
import { amount, text } from '../../shared/setting.ts';

/** In months; 0: forever. The page asks before anything is deleted for good. */
const kept = () => amount([0, 600], 0, { offered: [0, 6, 12, 24, 36, 60, 120] });

export const contactsSettings = {
  keepTexts: kept(),
  keepAppointments: kept(),
  keepOrders: kept(),
  /** For customers of whom nothing was heard in that time. */
  keepCustomers: kept(),
  /** A link to the customer in the shop's other program; empty: none. */
  crmLink: text(500, { pattern: LINK_TEMPLATE }),
};
