import { trigger } from './trigger.ts';

/** A birthday or another yearly date of a customer has come. */
export const yearlyDate = trigger({
  name: 'yearly-date',
  fields: {
    field: { kind: 'date-field', initial: '' },
    daysBefore: { kind: 'days', offered: [0, 1, 2, 3, 7, 14, 30, 60, 90], initial: 0 },
    isOffer: { kind: 'flag', initial: true },
  },
  hasText: false,
  source: { by: 'date', date: (date) => date },
  past: null,
});
